namespace CaseExtract.Documents.Tests.Formats;

/// <summary>A section of a report: a heading, empty for none, and paragraphs.</summary>
internal sealed record WrittenSection(string Heading, string[] Paragraphs);

/// <summary>A report as its author sees it, to be written in any format.</summary>
internal sealed record WrittenReport(string Title, WrittenSection[] Sections)
{
    /// <summary>Invented, with what formats like to break: umlauts, dashes, signs that markup escapes, hyphens.</summary>
    public static WrittenReport Spinal { get; } = new(
        "Thoracic epidural metastasis of a uterine leiomyosarcoma",
        [
            new("Case report", [
                "A 55-year-old woman presented with gait disturbance and numbness below the umbilicus for three weeks. Two years ago she had undergone hysterectomy for uterine leiomyosarcoma at the Müller clinic.",
                "On examination muscle strength was 3/5 in both legs & reflexes were brisk; sphincter tone was reduced (PSA < 4 ng/ml was not tested).",
            ]),
            new("Imaging", [
                "MRI of the thoracic spine showed an extradural mass at T5–T6 with severe compression of the spinal cord. The lesion was isointense on T1-weighted and hyperintense on T2-weighted images, with homogeneous enhancement after gadolinium.",
            ]),
            new("Operation", [
                "Decompressive laminectomy of T5 and T6 was performed, and the tumor was totally removed. The postoperative course was uneventful.",
            ]),
            new("Pathology", [
                "Histology showed metastatic leiomyosarcoma, positive for smooth-muscle actin.",
                "Radiotherapy of 30 Gy in ten fractions was given after the operation. At follow-up of 14 months she walked without support.",
            ]),
        ]);

    public IEnumerable<string> Blocks()
    {
        yield return Title;
        foreach (var section in Sections)
        {
            if (section.Heading.Length > 0)
            {
                yield return section.Heading;
            }

            foreach (var paragraph in section.Paragraphs)
            {
                yield return paragraph;
            }
        }
    }

    public string PlainText => string.Join("\n\n", Blocks()) + "\n";
}
