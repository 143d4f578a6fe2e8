using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads what joins two levels: a dash, slash, comma or word.</summary>
internal sealed class LevelJointReader(WordRoles<LevelWord> words)
{
    public bool TryRead(Document document, int next, int end, bool isBetween, out LevelJoint joint)
    {
        joint = default;
        var tokens = document.TokenArray;
        var index = next;

        // "T5 vertebral body to T7"
        while (index < end && index < next + 3 && words.Is(tokens[index].Word, LevelWord.Bone | LevelWord.Level))
        {
            index++;
        }

        if (TrySkipRangeWords(document, index, end, out var far))
        {
            joint = new LevelJoint(far, IsRange: true, IsDash: false, IsTight: true, IsComma: false);
            return far < end;
        }

        if (index > next || index >= end)
        {
            return false;
        }

        var isComma = false;
        switch (document.Text[tokens[index].Start])
        {
            case var _ when tokens[index].Kind == TokenKind.Dash:
                // "T5--T7"
                index += index + 1 < end && tokens[index + 1].Kind == TokenKind.Dash ? 2 : 1;
                joint = new LevelJoint(index, IsRange: true, IsDash: true, IsTight: true, IsComma: false);
                return index < end;
            case '~' or '∼' or '～' or '˜' or '\uFFFD':
                joint = new LevelJoint(index + 1, IsRange: true, IsDash: true, IsTight: true, IsComma: false);
                return index + 1 < end;
            case '/':
                joint = new LevelJoint(index + 1, IsRange: false, IsDash: false, IsTight: true, IsComma: false, IsSlash: true);
                return index + 1 < end;
            case ',' or ';':
                isComma = true;
                index++;
                break;
            case '+' or '&':
                index++;
                break;
        }

        var word = index;
        while (index < end && index < word + 3 && words.Is(tokens[index].Word, LevelWord.List))
        {
            index++;
        }

        if (index == next)
        {
            return false;
        }

        var isWord = index > word;
        // "cranially to T3 and caudally to T6", "up to T3 and down to T6"
        if (isWord && index < end && words.Is(tokens[index].Word, LevelWord.Direction) && TrySkipRangeWords(document, index, end, out var away))
        {
            joint = new LevelJoint(away, IsRange: true, IsDash: false, IsTight: true, IsComma: false);
            return away < end;
        }

        if (isWord && index < end && document.TextOf(tokens[index]) is "the" or "at")
        {
            index++;
        }

        joint = new LevelJoint(index, IsRange: isBetween && isWord, IsDash: false, IsTight: isComma && !isWord, isComma);
        return index < end;
    }

    /// <summary>"to", "down to the level of", "through the lower endplate of".</summary>
    public bool TrySkipRangeWords(Document document, int index, int end, out int next)
    {
        var tokens = document.TokenArray;
        next = index;
        while (next < end && next < index + 2 && words.Is(tokens[next].Word, LevelWord.Direction))
        {
            next++;
        }

        if (next >= end || !words.Is(tokens[next].Word, LevelWord.Range))
        {
            return false;
        }

        var word = next++;
        while (next < end && next < word + 8 && words.Is(tokens[next].Word, LevelWord.Filler))
        {
            next++;
        }

        // "to the conus medullaris at L1", "down to the tip of the conus (L1)": a place named with its level
        if (next > word + 1 && next + 1 < end && (words.Is(tokens[next].Word, LevelWord.At) || document.Text[tokens[next].Start] == '('))
        {
            next++;
            while (next < end && next < word + 12 && words.Is(tokens[next].Word, LevelWord.Filler))
            {
                next++;
            }
        }

        return true;
    }
}
