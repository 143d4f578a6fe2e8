using System.Text;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>
/// The little grammar of cues: <c>(was|were) not (done|given)</c> has one word or phrase from each pair of parentheses, and
/// <c>[mild|known] history of</c> may have one from the brackets or none. It is written out when the models are loaded, so that a text is
/// searched as fast as for words alone.
/// </summary>
internal static class CuePattern
{
    /// <summary>The cues that a pattern stands for; a cue without parentheses or brackets stands for itself.</summary>
    /// <param name="pattern">The pattern as the table writes it.</param>
    /// <returns>The cues, words separated by one blank, or <see langword="null"/> when a bracket has no partner or stands within another, or a choice is empty.</returns>
    public static IReadOnlyList<string>? Expand(string pattern)
    {
        List<StringBuilder> cues = [new()];
        for (var index = 0; index < pattern.Length;)
        {
            var close = Array.IndexOf(Closing, pattern[index]);
            if (close >= 0)
            {
                return null;
            }

            var open = Array.IndexOf(Opening, pattern[index]);
            if (open < 0)
            {
                var end = pattern.AsSpan(index).IndexOfAny("()[]");
                end = end < 0 ? pattern.Length : index + end;
                var words = pattern[index..end].Trim(' ');
                cues.ForEach(cue => Append(cue, words));
                index = end;
                continue;
            }

            var to = pattern.IndexOf(Closing[open], index);
            if (to < 0)
            {
                return null;
            }

            var choices = pattern[(index + 1)..to].Split('|');
            if (choices.Any(choice => choice.AsSpan().Trim(' ').IsEmpty || choice.AsSpan().ContainsAny("()[]")))
            {
                return null;
            }

            var longer = cues.SelectMany(cue => choices.Select(choice => Append(new StringBuilder(cue.ToString()), choice)));
            cues = [.. Opening[open] == '[' ? longer.Concat(cues) : longer];
            index = to + 1;
        }

        return [.. cues.Select(cue => cue.ToString())];
    }

    private static readonly char[] Opening = ['(', '['];

    private static readonly char[] Closing = [')', ']'];

    private static StringBuilder Append(StringBuilder cue, string words) =>
        words.Length == 0 ? cue : cue.Append(cue.Length == 0 ? "" : " ").Append(words);
}
