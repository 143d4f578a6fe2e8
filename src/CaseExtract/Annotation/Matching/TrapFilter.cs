using System.Runtime.InteropServices;

namespace CaseExtract.Annotation.Matching;

/// <summary>
/// Hides names that stand inside a longer name of something else: the melanoma of "human melanoma black 45", the thyroid of "thyroid
/// transcription factor", the cancer of "cancer registry", the chemotherapy of "antituberculous chemotherapy".
/// </summary>
internal static class TrapFilter
{
    /// <summary>Removes the traps and what they hide; the order of the rest is kept.</summary>
    /// <param name="mentions">Mentions of terms in text order, then those of grammars, which no trap hides.</param>
    public static void Hide(List<Mention> mentions)
    {
        if (!HasTrap(mentions))
        {
            return;
        }

        var traps = mentions.FindAll(static mention => mention.Kind == MentionKind.Trap);
        var kept = 0;
        var last = 0; // traps do not overlap: only the last that starts before a mention may hold it
        foreach (var mention in CollectionsMarshal.AsSpan(mentions))
        {
            if (mention.Kind == MentionKind.Trap)
            {
                continue;
            }

            if (IsHidden(mention.Kind))
            {
                while (last + 1 < traps.Count && traps[last + 1].FirstToken <= mention.FirstToken)
                {
                    last++;
                }

                if (traps[last].FirstToken <= mention.FirstToken && mention.EndToken <= traps[last].EndToken)
                {
                    continue;
                }
            }

            mentions[kept++] = mention;
        }

        mentions.RemoveRange(kept, mentions.Count - kept);
    }

    private static bool HasTrap(List<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Kind == MentionKind.Trap)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(MentionKind kind) => kind is MentionKind.Tumour or MentionKind.Abbreviation or MentionKind.Site or MentionKind.Region
        or MentionKind.Spread or MentionKind.HistologyModifier or MentionKind.Adjuvant;
}
