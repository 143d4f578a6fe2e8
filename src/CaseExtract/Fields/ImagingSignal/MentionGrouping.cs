using CaseExtract.Course;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>Neighbours in a list of mentions: <c>[First, End)</c>.</summary>
internal readonly record struct MentionGroup(int First, int End, bool IsSpan)
{
    public int Count => End - First;
}

/// <summary>Finds the signals, and the sequences, that are written together.</summary>
internal sealed class MentionGrouping(WordRoles<ImagingWord> words)
{
    /// <summary>Mentions that are written together: only joining words, dashes and commas stand between them.</summary>
    public List<MentionGroup> GroupOf(Document document, List<PlacedMention> mentions)
    {
        var groups = new List<MentionGroup>(8);
        for (var index = 0; index < mentions.Count; index++)
        {
            if (index > 0 && IsJoined(document, mentions[index - 1].EndToken, mentions[index].FirstToken, out var isSpan))
            {
                groups[^1] = new MentionGroup(groups[^1].First, index + 1, groups[^1].IsSpan || isSpan);
            }
            else
            {
                groups.Add(new MentionGroup(index, index + 1, IsSpan: false));
            }
        }

        return groups;
    }

    private bool IsJoined(Document document, int from, int to, out bool isSpan)
    {
        isSpan = false;
        if (to - from is < 1 or > 4)
        {
            return false;
        }

        var hasList = false;
        for (var index = from; index < to; index++)
        {
            var token = document.TokenArray[index];
            var isDash = token.Kind == TokenKind.Dash;
            var mark = document.Text[token.Start];
            if (!isDash && mark is not (',' or '/' or '&') && !words.Is(token.Word, ImagingWord.Joint))
            {
                return false;
            }

            hasList |= mark is ',' or '&' || (words.Is(token.Word, ImagingWord.Link));
            isSpan |= words.Is(token.Word, ImagingWord.Range) || mark == '/' || isDash;
        }

        isSpan &= !hasList;
        return true;
    }
}
