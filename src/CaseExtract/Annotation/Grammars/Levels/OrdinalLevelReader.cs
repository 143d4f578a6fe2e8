using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads levels that are counted: "eighth thoracic vertebra", "third to fifth lumbar vertebrae", "10-12th thoracic".</summary>
internal sealed class OrdinalLevelReader(WordRoles<LevelWord> words, NumberReader numbers, LevelJointReader joints)
{
    /// <summary>"eighth thoracic vertebra", "third to fifth lumbar vertebrae", "from the second cervical to the first thoracic vertebra".</summary>
    public int Read(Document document, int first, int end, out LevelValue? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        var levels = VertebraSet.Empty;
        VertebralLevel? from = null;
        var index = first;
        while (TryReadGroup(document, index, end, out var next, out var group))
        {
            levels = from is { } start ? VertebraSet.Range(start, group.Lowest).Union(levels).Union(group) : levels.Union(group);
            var noun = next;
            while (noun < end && noun < next + 2 && words.Is(tokens[noun].Word, LevelWord.Bone | LevelWord.Level))
            {
                noun++;
            }

            if (noun > next)
            {
                concept = new LevelValue(levels);
            }

            // a joint and another group, which brings the noun if this has none
            var isRange = joints.TrySkipRangeWords(document, noun, end, out var far);
            if (!isRange && !(noun < end && words.Is(tokens[noun].Word, LevelWord.List)))
            {
                return concept is null ? first : noun;
            }

            far = isRange ? far : noun + 1;
            far += far < end && document.TextOf(tokens[far]) is "the" ? 1 : 0;
            if (!TryReadGroup(document, far, end, out _, out _))
            {
                return concept is null ? first : noun;
            }

            from = isRange ? group.Lowest : null;
            index = far;
        }

        return first;
    }

    /// <summary>Ordinals with the region that they count in: "third, fourth and fifth lumbar", "10th to 12th thoracic".</summary>
    private bool TryReadGroup(Document document, int first, int end, out int next, out VertebraSet levels)
    {
        levels = VertebraSet.Empty;
        var tokens = document.TokenArray;
        var ordinals = 0u;
        var previous = 0;
        var isRange = false;
        next = first;
        while (next < end)
        {
            var behind = numbers.ReadOrdinal(document, next, end, out var ordinal);
            if (behind == next || ordinal is < 1 or > 12)
            {
                // "10-12th"
                if (tokens[next].Kind != TokenKind.Number || next + 1 >= end || tokens[next + 1].Kind != TokenKind.Dash || !int.TryParse(document.TextOf(tokens[next]), out ordinal) || ordinal is < 1 or > 12)
                {
                    return false;
                }

                behind = next + 1;
            }

            for (var one = isRange && previous < ordinal ? previous : ordinal; one <= ordinal; one++)
            {
                ordinals |= 1u << one;
            }

            previous = ordinal;
            next = behind;
            if (next >= end)
            {
                return false;
            }

            if (words.Is(tokens[next].Word, LevelWord.Adjective))
            {
                break;
            }

            isRange = words.Is(tokens[next].Word, LevelWord.Range) || tokens[next].Kind == TokenKind.Dash;
            var joint = next;
            next += isRange || document.Text[tokens[next].Start] is ',' or '&' ? 1 : 0;
            next += !isRange && next < end && words.Is(tokens[next].Word, LevelWord.List) ? 1 : 0;
            next += next > joint && next < end && document.TextOf(tokens[next]) is "the" ? 1 : 0;
            if (next == joint)
            {
                return false;
            }
        }

        if (next >= end)
        {
            return false;
        }

        var region = words.ValueOf(tokens[next].Word)[0];
        next++;
        for (var ordinal = 1; ordinal <= 12; ordinal++)
        {
            if ((ordinals & (1u << ordinal)) != 0 && VertebralLevel.TryCreate(region, ordinal, out var level))
            {
                levels = levels.Union(VertebraSet.Of(level));
            }
        }

        return !levels.IsEmpty;
    }
}
