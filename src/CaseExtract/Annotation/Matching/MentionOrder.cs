using System.Runtime.InteropServices;

namespace CaseExtract.Annotation.Matching;

/// <summary>
/// Brings mentions into the order of the text: by first token, then kind, then end. They come in a few runs that are in order already, those of
/// the terms, of the grammars and of the abbreviations; so runs are merged, which compares less than a sort and leaves equals as they came.
/// </summary>
internal static class MentionOrder
{
    /// <param name="mentions">The mentions.</param>
    /// <param name="spare">Room to merge in, which serves text after text; it grows when the mentions are more.</param>
    public static void Sort(List<Mention> mentions, ref Mention[] spare)
    {
        var left = CollectionsMarshal.AsSpan(mentions);
        for (var end = RunEnd(left, 0); end < left.Length; end = RunEnd(left, 0))
        {
            if (spare.Length < left.Length)
            {
                spare = new Mention[left.Length * 2];
            }

            // two neighbours at a time, down the whole list: each round halves the number of runs
            for (var start = 0; end < left.Length; end = start < left.Length ? RunEnd(left, start) : start)
            {
                var next = RunEnd(left, end);
                Merge(left[start..next], end - start, spare);
                start = next;
            }
        }
    }

    private static int Compare(in Mention left, in Mention right) =>
        left.FirstToken != right.FirstToken ? left.FirstToken.CompareTo(right.FirstToken)
        : left.Kind != right.Kind ? (int)left.Kind - (int)right.Kind
        : left.EndToken.CompareTo(right.EndToken);

    private static int RunEnd(ReadOnlySpan<Mention> mentions, int start)
    {
        var end = Math.Min(start + 1, mentions.Length);
        while (end < mentions.Length && Compare(mentions[end - 1], mentions[end]) <= 0)
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// Merges the two runs of a stretch. The second is set aside and its mentions go in one by one from the last: it is mostly the much shorter, and what stands
    /// behind the place of each moves up as a block.
    /// </summary>
    private static void Merge(Span<Mention> mentions, int middle, Span<Mention> spare)
    {
        var length = mentions.Length - middle;
        mentions[middle..].CopyTo(spare);
        for (int next = length - 1, end = middle; next >= 0; next--)
        {
            var place = PlaceOf(spare[next], mentions[..end]);
            mentions[place..end].CopyTo(mentions[(place + next + 1)..]);
            mentions[place + next] = spare[next];
            end = place;
        }
    }

    /// <summary>How many mentions of a run stand before another: equals do, since they came first.</summary>
    private static int PlaceOf(in Mention mention, ReadOnlySpan<Mention> run)
    {
        int low = 0, high = run.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = Compare(run[middle], mention) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
