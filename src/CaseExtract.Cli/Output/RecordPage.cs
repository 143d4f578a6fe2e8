using System.Globalization;
using CaseExtract.Pages.Words;
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
        foreach (var fields in RecordFields.Of(record).GroupBy(field => field.Label))
        {
            var values = fields.SelectMany(field => field.Values).ToList();
            if (values.Count == 0)
            {
                notStated.Add(fields.Key);
            }

            foreach (var group in values.GroupBy(value => new EvidenceKey(value.Field)))
            {
                WriteValue(fields.Key, string.Join(", ", group.Select(value => value.Words)), group.First().Field, sentences);
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
