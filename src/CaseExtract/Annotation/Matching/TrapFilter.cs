namespace CaseExtract.Annotation.Matching;

/// <summary>
/// Hides names that stand inside a longer name of something else: the melanoma of "human melanoma black 45", the thyroid of "thyroid
/// transcription factor", the cancer of "cancer registry".
/// </summary>
internal static class TrapFilter
{
    /// <summary>Removes the traps and what they hide; the order of the rest is kept.</summary>
    public static void Hide(List<Mention> mentions)
    {
        var hasTraps = false;
        foreach (var mention in mentions)
        {
            hasTraps |= mention.Kind == MentionKind.Trap;
        }

        if (!hasTraps)
        {
            return;
        }

        var traps = mentions.FindAll(static mention => mention.Kind == MentionKind.Trap);
        mentions.RemoveAll(mention => mention.Kind == MentionKind.Trap || (IsHidden(mention.Kind) && traps.Exists(trap =>
            trap.FirstToken <= mention.FirstToken && mention.EndToken <= trap.EndToken)));
    }

    private static bool IsHidden(MentionKind kind) => kind is MentionKind.Tumour or MentionKind.Abbreviation or MentionKind.Site or MentionKind.Region
        or MentionKind.Spread or MentionKind.HistologyModifier;
}
