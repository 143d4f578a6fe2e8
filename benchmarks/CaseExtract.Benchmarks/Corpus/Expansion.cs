using System.Globalization;
using System.Text;

namespace CaseExtract.Benchmarks.Corpus;

/// <summary>The words of one case: expands rules with the facts of the case, and remembers what it has said.</summary>
internal sealed class Expansion(Grammar grammar, IReadOnlyDictionary<string, string> facts, SplitMix64 random)
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _unused = new(StringComparer.Ordinal);

    /// <summary>Expands a rule. Slots are looked up among the facts first, then among the rules.</summary>
    /// <exception cref="FormatException">A slot names neither a fact nor a rule.</exception>
    public string Expand(string rule) => Tidy(ExpandTemplate(Choose(rule)));

    private string ExpandTemplate(string template)
    {
        var output = new StringBuilder();
        var position = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', position))
        {
            var close = template.IndexOf('}', open);
            output.Append(template, position, open - position).Append(ExpandSlot(template[(open + 1)..close]));
            position = close + 1;
        }

        return output.Append(template, position, template.Length - position).ToString();
    }

    private string ExpandSlot(string slot) => slot[0] switch
    {
        '#' => DrawNumber(slot[1..]),
        '^' => Capitalize(ExpandSlot(slot[1..])),
        '?' => random.Next(2) == 0 ? string.Empty : ExpandSlot(slot[1..]),
        '=' => ExpandOnce(slot[1..]),
        _ => ExpandTemplate(facts.TryGetValue(slot, out var fact) ? fact : Choose(slot)),
    };

    private string ExpandOnce(string rule)
    {
        if (!_told.TryGetValue(rule, out var words))
            _told[rule] = words = ExpandTemplate(Choose(rule));
        return words;
    }

    private string DrawNumber(string range)
    {
        var bounds = range.Split('-');
        return random.Between(Number(bounds[0]), Number(bounds[1])).ToString(CultureInfo.InvariantCulture);
    }

    // An alternative comes again only after all others of its rule.
    private string Choose(string rule)
    {
        var alternatives = grammar.Alternatives(rule);
        if (!_unused.TryGetValue(rule, out var unused) || unused.Count == 0)
            _unused[rule] = unused = [.. Enumerable.Range(0, alternatives.Count)];
        var index = random.Next(unused.Count);
        var chosen = alternatives[unused[index]];
        unused.RemoveAt(index);
        return chosen;
    }

    private static string Capitalize(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Optional slots that stay empty leave their blanks behind: no two blanks in a row, none at either end of a line.
    private static string Tidy(string words)
    {
        var tidy = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            var last = tidy.Length == 0 ? '\n' : tidy[^1];
            if (character == ' ' && last is (' ' or '\n'))
                continue;
            if (character == '\n' && last == ' ')
                tidy.Length--;
            tidy.Append(character);
        }

        return tidy.ToString();
    }
}
