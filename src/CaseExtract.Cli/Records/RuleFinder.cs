using System.Collections.ObjectModel;
using CaseExtract.Cli.Output;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Records;

/// <summary>
/// Finds the rule that gave each value of a record. A record does not hold it: its report is read again, and where that gives the same
/// value from the same words, its rule is the one. What another version read, or a person corrected, has none.
/// </summary>
internal sealed class RuleFinder(CaseExtractor extractor)
{
    private readonly WhyWords _words = new();

    /// <summary>The rules in words, by the key of the field.</summary>
    public IReadOnlyDictionary<string, string> Of(Narrative narrative, CaseRecord record)
    {
        var explanations = extractor.Explain(narrative);
        var explanation = explanations.FirstOrDefault(explanation => explanation.Record.CaseId == record.CaseId) ?? (explanations.Count == 1 ? explanations[0] : null);
        if (explanation is null)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var rules = explanation.Fields.ToDictionary(field => field.Field, field => field.Rule, StringComparer.Ordinal);
        return RecordFields.Of(record).Zip(RecordFields.Of(explanation.Record))
            .Where(pair => pair.First.Values.Count > 0 && IsSame(pair.First, pair.Second))
            .ToDictionary(pair => pair.First.Key, pair => _words.Rule(rules[pair.First.Key]), StringComparer.Ordinal);
    }

    private static bool IsSame(RecordField one, RecordField other) =>
        one.Values.Count == other.Values.Count
        && one.Values.Zip(other.Values).All(pair => pair.First.Words == pair.Second.Words && pair.First.Field.Evidence.SequenceEqual(pair.Second.Field.Evidence));
}
