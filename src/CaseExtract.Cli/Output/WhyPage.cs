using System.Globalization;
using CaseExtract.Explanation;
using CaseExtract.Schema;
using Spectre.Console;

namespace CaseExtract.Cli.Output;

/// <summary>
/// Shows why a record says what it says to a person who doubts it: the story as it was understood, what the report may be about and how that was
/// weighed, and for each field the rule that decided and the words that were set aside. Places are counted as in evidence.
/// </summary>
internal sealed class WhyPage(IAnsiConsole console)
{
    private const int LabelWidth = 18;

    /// <summary>How many of a kind are shown: a long report sets aside hundreds of words.</summary>
    private const int Most = 8;

    /// <summary>How much of a stretch of the story is quoted on either end, in characters.</summary>
    private const int Quoted = 60;

    private readonly WhyWords _words = new();

    public void Write(CaseExplanation explanation, MarkedSentences sentences)
    {
        console.MarkupLineInterpolated($"[bold]why {Printable.Line(explanation.Record.CaseId)} says so[/]");
        console.WriteLine();
        Label("patients", _words.Patients(explanation.Patients));
        WriteStarts(explanation.Starts);
        WriteStory(explanation.Stretches);
        WriteLesions(explanation.Lesions, sentences);
        foreach (var field in explanation.Fields)
        {
            WriteField(field, sentences);
        }

        console.WriteLine();
    }

    private void WriteStarts(IReadOnlyList<StoryStart> starts)
    {
        Label("presentation", starts.Any(start => start.IsChosen)
            ? "the present course starts anew within the story:"
            : starts.Count == 0 ? "the present course is the whole story: nothing starts it anew"
            : "the present course is the whole story: no point where it may start anew is supported well enough:");
        foreach (var start in starts.OrderByDescending(start => start.IsChosen).ThenBy(start => start.Place.Start).Take(Most))
        {
            var verdict = start.Reasons.Count == 0 ? "ruled out: days or weeks within one course, or neither disease nor the patient's return is told there"
                : $"{Number(start.Score)} of {Number(start.Threshold)}{(start.IsChosen ? ", chosen" : start.Score >= start.Threshold ? ", another is better supported" : "")}: {Reasons(start.Reasons)}";
            Indent($"{Place(start.Place)}, {start.Place.Section}: {Shortened(start.Place.Text)}", LabelWidth);
            Indent(verdict, LabelWidth + 2);
        }

        More(starts.Count);
    }

    private void WriteStory(IReadOnlyList<StoryStretch> stretches)
    {
        var label = "story";
        foreach (var stretch in stretches.Take(2 * Most))
        {
            Label(label, $"{_words.Episode(stretch.Episode)}{Months(stretch.MonthsBefore)}, {Place(stretch.Place)}{(stretch.Reason == "told" ? "" : $", {_words.Reason(stretch.Reason)}")}: {Shortened(stretch.Place.Text)}");
            label = "";
        }

        if (stretches.Count > 2 * Most)
        {
            Indent($"… and {stretches.Count - (2 * Most)} more", LabelWidth);
        }
    }

    private void WriteLesions(IReadOnlyList<LesionChoice> lesions, MarkedSentences sentences)
    {
        Label("index lesion", lesions.Any(lesion => lesion.IsChosen) ? "of what is named, the best supported:" : lesions.Count == 0 ? "no tumor and no lesion is named" : "none of what is named is supported well enough, or it is no tumor:");
        foreach (var lesion in lesions.Take(Most))
        {
            var code = lesion.Morphology is null ? lesion.IsTumour ? ", which names no histology" : "" : $" ({lesion.Morphology})";
            var times = lesion.Mentions == 1 ? "once" : $"{lesion.Mentions} times";
            Indent($"{Number(lesion.Score)}  {lesion.Name}{code}, named {times}{(lesion.IsTumour ? "" : ", no tumor")}{(lesion.IsChosen ? ", chosen" : "")}", LabelWidth);
            Quote(lesion.Place, sentences, LabelWidth + 2);
            Indent(Reasons(lesion.Reasons), LabelWidth + 2);
        }

        More(lesions.Count);
    }

    private void WriteField(FieldExplanation field, MarkedSentences sentences)
    {
        // a field that nothing speaks of needs no line
        if (!field.HasValue && field.SetAside.Count == 0)
        {
            return;
        }

        Label(_words.Field(field.Field), $"{(field.HasValue ? "" : "not stated; ")}{_words.Rule(field.Rule)}{(field.Reasons.Count == 0 ? "" : $": {Reasons(field.Reasons)}")}");
        var groups = field.SetAside.GroupBy(aside => (Words: aside.Place.Text.ToUpperInvariant(), aside.Reason, aside.MonthsBefore)).ToList();
        foreach (var group in groups.Take(Most))
        {
            var first = group.First();
            var again = group.Count() > 1 ? $" (and {group.Count() - 1} more)" : "";
            Indent($"set aside{again}: {_words.Reason(first.Reason)}{Months(first.MonthsBefore)}", LabelWidth);
            Quote(first.Place, sentences, LabelWidth + 2);
        }

        More(groups.Count);
    }

    private string Reasons(IReadOnlyList<Reason> reasons) => string.Join(", ", reasons.Select(reason => $"{_words.Reason(reason.Name)} {Signed(reason.Worth)}"));

    private void Label(string label, string words)
    {
        var row = new Grid().AddColumn(new GridColumn().Width(LabelWidth).Padding(0, 0, 0, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        console.Write(row.AddRow(new Markup(label), new Markup(Markup.Escape(Printable.Line(words)))));
    }

    private void Quote(Evidence place, MarkedSentences sentences, int indent)
    {
        foreach (var sentence in sentences.Of([place]))
        {
            console.Write(new Padder(new Markup($"[dim]{Place(place)}, {Markup.Escape(sentence.Section)}:[/] {sentence.Words}"), new Padding(indent, 0, 0, 0)));
        }
    }

    private void Indent(string words, int indent) => console.Write(new Padder(new Markup(Markup.Escape(Printable.Line(words))), new Padding(indent, 0, 0, 0)));

    private void More(int count)
    {
        if (count > Most)
        {
            Indent($"… and {count - Most} more", LabelWidth);
        }
    }

    /// <summary>Both ends of a stretch, on one line; not through the middle of a surrogate pair.</summary>
    private static string Shortened(string text)
    {
        var line = Printable.Line(text);
        if (line.Length <= 2 * Quoted)
        {
            return line;
        }

        var head = line[..(char.IsHighSurrogate(line[Quoted - 1]) ? Quoted - 1 : Quoted)];
        var tail = line[^(char.IsLowSurrogate(line[^Quoted]) ? Quoted - 1 : Quoted)..];
        return $"{head.TrimEnd()} … {tail.TrimStart()}";
    }

    private static string Place(Evidence place) => string.Create(CultureInfo.InvariantCulture, $"{place.Start}-{place.End}");

    private static string Months(double? months) => months is { } value ? value > 0 ? $", {Number(value)} months before" : $", {Number(-value)} months after" : "";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(double worth) => worth.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);
}
