using System.Globalization;
using CaseExtract.Schema;
using CaseExtract.Text;
using Spectre.Console;

namespace CaseExtract.Cli.Output;

/// <summary>
/// Shows case records to a person: every value with how sure the extractor is, and under it the sentences it rests on with the evidence
/// marked, by colour where there is colour and by guillemets where there is none.
/// </summary>
internal sealed class RecordPage(IAnsiConsole console)
{
    private const int LabelWidth = 18;

    private readonly bool _hasColour = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    public void Write(Document document, IReadOnlyList<CaseRecord> records)
    {
        if (records.Count == 0)
        {
            console.MarkupLineInterpolated($"[bold]{Printable.Line(document.Narrative.Id)}[/]  no patient found");
        }

        var sentences = SentencesOf(document);
        foreach (var record in records)
        {
            Write(record, sentences);
        }
    }

    /// <summary>Quotes a report on this page.</summary>
    public MarkedSentences SentencesOf(Document document) => new(document, words => _hasColour ? $"[black on yellow]{Markup.Escape(words)}[/]" : $"«{Markup.Escape(words)}»", Markup.Escape);

    public void Write(CaseRecord record, MarkedSentences sentences)
    {
        console.MarkupLineInterpolated($"[bold]{Printable.Line(record.CaseId)}[/]  [dim]{Printable.Line(record.Document.Path ?? "")}[/]");
        if (record.Document.Title is { } title)
        {
            console.MarkupLineInterpolated($"[italic]{Printable.Line(title)}[/]");
        }

        console.WriteLine();
        var notStated = new List<string>();
        foreach (var (label, values) in Fields(record))
        {
            if (values.Count == 0)
            {
                notStated.Add(label);
            }

            foreach (var group in values.GroupBy(value => new EvidenceKey(value.Field), value => value))
            {
                WriteValue(label, string.Join(", ", group.Select(value => value.Words)), group.First().Field, sentences);
            }
        }

        foreach (var warning in record.Warnings)
        {
            console.MarkupLineInterpolated($"[yellow]warning[/]  {Printable.Line(warning)}");
        }

        if (notStated.Count > 0)
        {
            console.MarkupLineInterpolated($"[dim]not stated: {string.Join(", ", notStated)}[/]");
        }

        console.WriteLine();
    }

    private static IEnumerable<(string Label, IReadOnlyList<(string Words, FieldValue Field)> Values)> Fields(CaseRecord record)
    {
        yield return ("age", One(record.Age, PeopleWords.Age));
        yield return ("sex", One(record.Sex, sex => sex.Value));
        yield return ("primary tumour", One(record.PrimaryTumour, PeopleWords.PrimaryTumour));
        yield return ("prior surgery", Many(record.PriorSurgeries, PeopleWords.PriorSurgery));
        yield return ("presentation", Many(record.Presentation, PeopleWords.PresentingFeature));
        yield return ("spinal level", Many(record.SpinalLevels, level => level.Level));
        yield return ("compartment", One(record.Lesion.Compartment, compartment => compartment.Value));
        yield return ("cord compression", One(record.Lesion.CordCompression, PeopleWords.CordCompression));
        yield return ("imaging", Many(record.ImagingSignals, PeopleWords.ImagingSignal));
        yield return ("procedure", Many(record.Procedures, PeopleWords.Procedure));
        yield return ("extent", One(record.Extent, extent => extent.Value));
        yield return ("histology", One(record.Histology, PeopleWords.Histology));
        yield return ("origin", One(record.Lesion.Origin, origin => origin.Value));
        yield return ("adjuvant", Many(record.Adjuvants, adjuvant => adjuvant.Kind));
        yield return ("age at diagnosis", One(record.AgeAtDiagnosis, PeopleWords.AgeAtDiagnosis));
        yield return ("metastasis", One(record.MetastasisTiming, PeopleWords.MetastasisTiming));
        yield return ("recurrence", One(record.Recurrence, PeopleWords.Recurrence));
        yield return ("follow-up", One(record.FollowUp, PeopleWords.FollowUp));
        yield return ("outcome", Outcomes(record.Outcome));
        yield return ("scale", Many(record.Scales, PeopleWords.Scale));
        yield return ("SINS", One(record.Sins, PeopleWords.Sins));
    }

    private static IReadOnlyList<(string Words, FieldValue Field)> Outcomes(Outcome? outcome) => outcome is null ? [] :
    [
        .. One(outcome.VitalStatus, PeopleWords.VitalStatus),
        .. One(outcome.Disease, disease => $"disease {disease.Value}"),
        .. One(outcome.Neurology, neurology => $"neurology {neurology.Value}"),
        .. One(outcome.LocalRecurrence, recurrence => $"local recurrence {recurrence.Value}"),
    ];

    private static (string Words, FieldValue Field)[] One<T>(T? value, Func<T, string> words)
        where T : FieldValue => value is null ? [] : [(words(value), value)];

    private static IReadOnlyList<(string Words, FieldValue Field)> Many<T>(IReadOnlyList<T> values, Func<T, string> words)
        where T : FieldValue => [.. values.Select(value => (words(value), (FieldValue)value))];

    private void WriteValue(string label, string words, FieldValue value, MarkedSentences sentences)
    {
        var confidence = value.Confidence.ToString("0.00", CultureInfo.InvariantCulture);
        console.MarkupLineInterpolated($"{label.PadRight(LabelWidth)}[bold]{Printable.Line(words)}[/]  [dim]{confidence}[/]");
        foreach (var sentence in sentences.Of(value.Evidence))
        {
            console.Write(new Padder(new Markup($"[dim]{Markup.Escape(sentence.Section)}:[/] {sentence.Words}"), new Padding(LabelWidth, 0, 0, 0)));
        }
    }

    /// <summary>Values that rest on the same quotations, such as the levels of <c>T5-T6</c>, are shown together.</summary>
    private readonly record struct EvidenceKey
    {
        private readonly string _places;

        public EvidenceKey(FieldValue value) => _places = string.Join(' ', value.Evidence.Select(
            evidence => string.Create(CultureInfo.InvariantCulture, $"{evidence.Start}-{evidence.End}")).Append(value.Confidence.ToString("R", CultureInfo.InvariantCulture)));
    }
}
