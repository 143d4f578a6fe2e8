using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Registry.Differences;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Registry;

/// <summary>Tells the rules by which this version decides the fields of a case, from the report itself.</summary>
internal sealed class DecidingRules(CaseExtractor extractor, RecordSources sources) : IDisposable
{
    private readonly WhyWords _words = new();

    /// <summary>The rule for each changed field, in words; empty where the report is not at hand.</summary>
    public IReadOnlyDictionary<string, string> Of(CaseDifference difference)
    {
        var asked = new JObject { ["document"] = new JObject { ["id"] = difference.DocumentId } };
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        if (difference.Fields.Count == 0 || sources.Find(asked).Narrative is not { } narrative)
        {
            return rules;
        }

        var explained = extractor.Explain(narrative).FirstOrDefault(explanation => explanation.Record.CaseId == difference.CaseId);
        foreach (var field in difference.Fields.Select(field => field.Field))
        {
            // primaryTumour.site is decided as a part of primaryTumour
            if (explained?.Fields.FirstOrDefault(explanation => field == explanation.Field || field.StartsWith(explanation.Field + ".", StringComparison.Ordinal)) is { } found)
            {
                rules[field] = _words.Rule(found.Rule);
            }
        }

        return rules;
    }

    public void Dispose() => sources.Dispose();
}
