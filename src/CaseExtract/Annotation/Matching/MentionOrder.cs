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

    /// <summary>Merges the two runs of a stretch; the first of them is set aside to make room.</summary>
    private static void Merge(Span<Mention> mentions, int middle, Span<Mention> spare)
    {
        mentions[..middle].CopyTo(spare);
        int left = 0, right = middle, next = 0;
        while (left < middle && right < mentions.Length)
        {
            mentions[next++] = Compare(mentions[right], spare[left]) < 0 ? mentions[right++] : spare[left++];
        }

        spare[left..middle].CopyTo(mentions[next..]);
    }
}
