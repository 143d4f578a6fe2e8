using System.Reflection;
using System.Text;

namespace CaseExtract.Benchmarks.Corpus;

/// <summary>Rules with alternatives, read from <c>report-grammar.txt</c>, whose head describes the notation.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, List<string>> _rules;

    private Grammar(Dictionary<string, List<string>> rules) => _rules = rules;

    /// <summary>The grammar that is embedded in this assembly.</summary>
    public static Grammar LoadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report-grammar.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader);
    }

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">A line stands outside every rule, or a rule is named twice.</exception>
    public static Grammar Parse(TextReader reader)
    {
        var rules = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith('#'))
                continue;
            if (line.Length == 0)
                current = null;
            else if (line.StartsWith('[') && line.EndsWith(']'))
                current = rules.TryAdd(line[1..^1], []) ? rules[line[1..^1]] : throw new FormatException($"report-grammar.txt({number}): rule named twice");
            else if (current is null)
                throw new FormatException($"report-grammar.txt({number}): a line outside every rule");
            else
                current.Add(line.Replace("\\n", "\n", StringComparison.Ordinal));
        }

        return new Grammar(rules);
    }

    /// <summary>The rows of a table rule, each split into its columns.</summary>
    public List<string[]> Rows(string rule) =>
        _rules[rule].ConvertAll(row => row.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The alternatives of a rule.</summary>
    /// <exception cref="FormatException">No rule has this name.</exception>
    public IReadOnlyList<string> Alternatives(string rule) =>
        _rules.TryGetValue(rule, out var alternatives) ? alternatives : throw new FormatException($"report-grammar.txt: no rule [{rule}]");
}
