using CaseExtract.Cli.Evaluation;
using CaseExtract.Cli.Records;
using CaseExtract.Schema;
using CaseExtract.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Output;

/// <summary>
/// Lists mistakes for a person who wants to know where they come from: under each the words that a wrong value rests on, and for a missed value what
/// was set aside. Whole sentences and what was set aside need the reports; without them the quotations of the record are shown.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="sources">The reports; <see langword="null"/> when they are not at hand.</param>
/// <param name="extractor">Reads the reports again; <see langword="null"/> with <paramref name="sources"/>.</param>
internal sealed class MistakeList(TextWriter writer, RecordSources? sources, CaseExtractor? extractor)
{
    /// <summary>How many words set aside are shown for one mistake.</summary>
    private const int MostSetAside = 5;

    private readonly WhyWords _words = new();

    public void Write(Mistake mistake, JObject? record)
    {
        writer.WriteLine(string.Join(
            '\t',
            Printable.Line(mistake.CaseId),
            mistake.Key,
            $"gold={mistake.Gold.ToString(Formatting.None)}",
            $"got={mistake.Given.ToString(Formatting.None)}"));
        if (record is null)
        {
            writer.WriteLine("    there is no record of this case");
            return;
        }

        var key = GoldKeys.All.Concat(DerivedKeys.All).Single(one => one.Name == mistake.Key);
        var narrative = sources?.Find(record).Narrative;
        var sentences = narrative is null ? null : MarkedSentences.Plain(extractor!.Segment(narrative));
        foreach (var value in Surplus(mistake.Given, mistake.Gold))
        {
            WriteWrong(value, key.Saying(record, value).SelectMany(QuotationsOf), sentences);
        }

        var missed = Surplus(mistake.Gold, mistake.Given);
        if (missed.Count > 0)
        {
            writer.WriteLine($"    {string.Join(", ", missed)}: missed");
            if (narrative is not null)
            {
                WriteSetAside(narrative, (string?)record["caseId"], key.Field, sentences!);
            }
        }
    }

    private void WriteWrong(string value, IEnumerable<Evidence> evidence, MarkedSentences? sentences)
    {
        var quotations = sentences?.Of(evidence).Select(sentence => $"{sentence.Section}: {sentence.Words}")
            ?? evidence.Select(one => $"{one.Section}: «{Printable.Line(one.Text)}»");
        writer.WriteLine($"    {Printable.Line(value)}: wrong");
        foreach (var quotation in quotations)
        {
            writer.WriteLine($"        {quotation}");
        }
    }

    /// <summary>As the reports are read now, which may be later than the record.</summary>
    private void WriteSetAside(Narrative narrative, string? caseId, string field, MarkedSentences sentences)
    {
        var explanation = extractor!.Explain(narrative).FirstOrDefault(one => one.Record.CaseId == caseId);
        var setAside = explanation?.Fields.Where(one => one.Field == field).SelectMany(one => one.SetAside).ToList() ?? [];
        foreach (var aside in setAside.Take(MostSetAside))
        {
            foreach (var sentence in sentences.Of([aside.Place]))
            {
                writer.WriteLine($"        set aside, {_words.Reason(aside.Reason)}: {sentence.Section}: {sentence.Words}");
            }
        }

        if (setAside.Count > MostSetAside)
        {
            writer.WriteLine($"        … and {setAside.Count - MostSetAside} more set aside");
        }
    }

    /// <summary>The values of one answer that are not in the other.</summary>
    private static List<string> Surplus(JToken values, JToken known)
    {
        var others = Values(known).ToHashSet(StringComparer.Ordinal);
        return [.. Values(values).Where(value => !others.Contains(value))];
    }

    private static IEnumerable<string> Values(JToken answer) => answer switch
    {
        JArray list => GoldKeys.Texts(list).Order(StringComparer.Ordinal),
        JValue { Value: null } => [],
        _ => [answer.ToString(Formatting.None).Trim('"')],
    };

    private static IEnumerable<Evidence> QuotationsOf(JObject value) => (value["evidence"] as JArray ?? []).OfType<JObject>()
        .Select(one => one["start"] is JValue { Value: long start } && one["end"] is JValue { Value: long end } && one["text"] is JValue { Value: string text }
            ? new Evidence((int)start, (int)end, text, (string?)one["section"] ?? "")
            : null)
        .OfType<Evidence>();
}
