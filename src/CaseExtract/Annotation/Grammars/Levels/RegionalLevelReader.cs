using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads levels that start with the name of their region: "thoracic vertebrae 8 and 9", "lumbar 4-5", "from the cervical cord to T11".</summary>
internal sealed class RegionalLevelReader(WordRoles<LevelWord> words, VertebraReader vertebrae, LevelJointReader joints, LevelListReader lists, LevelStretchReader stretches)
{
    /// <summary>"thoracic vertebrae 8 and 9", "lumbar 4-5", "from the cervical cord to T11".</summary>
    public int Read(Document document, int first, int start, int end, out LevelValue? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        var region = words.ValueOf(tokens[first].Word)[0];
        var next = first + 1;
        while (next < end && next < first + 3 && words.Is(tokens[next].Word, LevelWord.Bone | LevelWord.Level | LevelWord.Cord))
        {
            next++;
        }

        if (next >= end)
        {
            return first;
        }

        var levels = VertebraSet.Empty;
        if (tokens[next].Kind == TokenKind.Number)
        {
            var isPlain = next == first + 1;
            if (!int.TryParse(document.TextOf(tokens[next]), out var number) || !VertebralLevel.TryCreate(region, number, out var level))
            {
                return first;
            }

            levels = VertebraSet.Of(level);
            var behind = lists.Read(document, next + 1, end, level, isBetween: false, ref levels);
            if (isPlain && behind < end && tokens[behind].Kind != TokenKind.Punctuation && !words.Is(tokens[behind].Word, LevelWord.Bone | LevelWord.Level | LevelWord.List))
            {
                // "thoracic 3 cm mass"
                return first;
            }

            concept = new LevelValue(levels);
            return behind;
        }

        if (next > first + 1 && stretches.StartsAt(document, first, start) && joints.TrySkipRangeWords(document, next, end, out var far))
        {
            Span<VertebralLevel> one = stackalloc VertebralLevel[LevelNotation.MostTogether];
            var behind = vertebrae.Read(document, far, next, end, isContinued: true, one, out var count);
            string? open = null;
            if (behind > far)
            {
                var unused = stretches.ReadOpenEnd(document, first, end, one[count - 1], ref levels, ref open);
                if (open is not null)
                {
                    concept = new LevelValue(levels, open);
                    return behind;
                }
            }
        }

        return first;
    }
}
