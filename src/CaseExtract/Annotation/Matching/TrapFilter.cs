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
        var array = CollectionsMarshal.AsSpan(mentions);
        var ahead = NextTrap(array, 0);
        if (ahead == array.Length)
        {
            return;
        }

        var kept = 0;
        int first = 0, end = 0; // of the last trap that starts before a mention: traps do not overlap, and no other may hold it
        foreach (var mention in array)
        {
            while (ahead < array.Length && array[ahead].FirstToken <= mention.FirstToken)
            {
                (first, end) = (array[ahead].FirstToken, array[ahead].EndToken);
                ahead = NextTrap(array, ahead + 1);
            }

            var isHidden = mention.Kind == MentionKind.Trap || (IsHidden(mention.Kind) && first <= mention.FirstToken && mention.EndToken <= end);
            if (!isHidden)
            {
                array[kept++] = mention;
            }
        }

        mentions.RemoveRange(kept, mentions.Count - kept);
    }

    private static int NextTrap(ReadOnlySpan<Mention> mentions, int from)
    {
        while (from < mentions.Length && mentions[from].Kind != MentionKind.Trap)
        {
            from++;
        }

        return from;
    }

    private static bool IsHidden(MentionKind kind) => kind is MentionKind.Tumour or MentionKind.Abbreviation or MentionKind.Site or MentionKind.Region
        or MentionKind.Spread or MentionKind.HistologyModifier or MentionKind.Adjuvant or MentionKind.Procedure or MentionKind.Extent;
}
