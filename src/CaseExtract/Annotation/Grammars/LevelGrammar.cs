using CaseExtract.Annotation.Lexicons;
using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads vertebral levels: <c>T5-T6</c>, <c>L4/5</c>, <c>C7–D1</c>, <c>Th12</c>, <c>D10 to L1</c>, <c>T8, 9 and 10</c>, <c>D VIII</c>, "eighth thoracic
/// vertebra", "from C5 down to the level of T2", "from the cervical cord to T11", "vertebrae L2 and L3", "odontoid". <see cref="LevelSense"/>
/// tells them from MRI sequences, stages and other things of the same look.
/// </summary>
internal sealed class LevelGrammar
{
    public const string File = "rules/level.tsv";

    /// <summary>Farthest that the end of "from T12, … , to L5" is looked for.</summary>
    private const int Reach = 9;

    private readonly NumberReader _numbers;
    private readonly WordRoles<LevelWord> _words;
    private readonly LevelSense _sense;

    public LevelGrammar(ModelSource models, NumberReader numbers, Vocabulary.Builder vocabulary)
    {
        _numbers = numbers;
        _words = new WordRoles<LevelWord>(models, File, vocabulary);
        foreach (var ordinal in numbers.Ordinals)
        {
            _words.Mark(ordinal, LevelWord.Ordinal);
        }

        _sense = new LevelSense(_words);
    }

    /// <summary>The words that a level may start with; it may start with a number, capitals or letters with digits too.</summary>
    public IEnumerable<int> FirstWords => _words.WordsWith(FirstWord);

    private const LevelWord FirstWord = LevelWord.Letter | LevelWord.Name | LevelWord.Adjective | LevelWord.Ordinal;

    /// <summary>Whether an expression may start with the token: a cheap test before <see cref="Read"/>.</summary>
    public bool MayStart(Document document, int index)
    {
        var token = document.TokenArray[index];
        return token.Kind switch
        {
            TokenKind.Alphanumeric => token.End - token.Start <= 10,
            TokenKind.Word => _words.Is(token.Word, FirstWord) || (token.Has(TokenMarks.AllCapitals) && token.End - token.Start is >= 2 and <= 6),
            TokenKind.Number => token.End - token.Start <= 2,
            _ => false,
        };
    }

    /// <summary>Reads all levels that are written together from a token on.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The token.</param>
    /// <param name="sentenceStart">First token of its sentence.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="concept">The levels; <see langword="null"/> when it only looks like levels.</param>
    /// <returns>Index of the token behind them, or <paramref name="first"/> if nothing here looks like levels.</returns>
    public int Read(Document document, int first, int sentenceStart, int end, out LevelConcept? concept)
    {
        concept = null;
        var token = document.TokenArray[first];
        if (_words.Is(token.Word, LevelWord.Name))
        {
            return ReadName(document, first, sentenceStart, end, out concept);
        }

        if (token.Kind == TokenKind.Number || _words.Is(token.Word, LevelWord.Ordinal))
        {
            return ReadOrdinals(document, first, end, out concept);
        }

        if (_words.Is(token.Word, LevelWord.Adjective))
        {
            return ReadAdjective(document, first, sentenceStart, end, out concept);
        }

        Span<VertebralLevel> together = stackalloc VertebralLevel[LevelNotation.MostTogether];
        var next = ReadOne(document, first, sentenceStart, end, isContinued: false, together, out var count);
        if (next == first)
        {
            return first;
        }

        var isBetween = IsBehind(document, first, sentenceStart, LevelWord.Between);
        var levels = SetOf(together[..count]);
        next = ReadMore(document, next, end, together[count - 1], isBetween, ref levels);
        if (!_sense.IsVertebral(document, first, next, sentenceStart, end, levels))
        {
            // "samples S1 and S2": what is written together is none together
            return next;
        }

        string? open = null;
        if (IsBehind(document, first, sentenceStart, LevelWord.From))
        {
            next = ReadFarEnd(document, next, end, together[0], ref levels, ref open);
        }

        concept = new LevelConcept(levels, open);
        return next;
    }

    /// <summary>"odontoid", "the axis", "coccyx"; an axis of something else is none.</summary>
    private int ReadName(Document document, int first, int start, int end, out LevelConcept? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        if (!VertebralLevel.TryParse(_words.ValueOf(tokens[first].Word), out var level))
        {
            return first;
        }

        // "Cancer Genome Atlas"
        if (first > start && tokens[first].Has(TokenMarks.Capitalized) && !tokens[first].Has(TokenMarks.AllCapitals))
        {
            return first;
        }

        if (document.TextOf(tokens[first]) is var name && name.StartsWith("ax", StringComparison.OrdinalIgnoreCase))
        {
            var isVertebra = first + 1 < end && _words.Is(tokens[first + 1].Word, LevelWord.Bone);
            var isTheAxis = first - 2 >= start && document.TextOf(tokens[first - 1]) is "the" && _words.Is(tokens[first - 2].Word, LevelWord.Lead | LevelWord.List)
                && !(first + 1 < end && tokens[first + 1].Kind == TokenKind.Word && _words.Is(tokens[first + 1].Word, LevelWord.Lead));
            if (!isVertebra && !isTheAxis)
            {
                return first;
            }
        }

        concept = new LevelConcept(VertebraSet.Of(level));
        return first + 1;
    }

    /// <summary>
    /// Reads one level: a token, or a letter and its number apart (<c>T 8</c>, <c>L-5</c>, <c>D VIII</c>).
    /// </summary>
    private int ReadOne(Document document, int first, int start, int end, bool isContinued, Span<VertebralLevel> levels, out int count)
    {
        count = 0;
        if (first >= end)
        {
            return first;
        }

        var tokens = document.TokenArray;
        var token = tokens[first];
        var text = document.TextOf(token);
        if (token.Kind == TokenKind.Alphanumeric)
        {
            count = LevelNotation.Read(text, levels);
            return count > 0 ? first + 1 : first;
        }

        if (token.Kind != TokenKind.Word || !char.IsAsciiLetterUpper(text[0]))
        {
            return first;
        }

        if (_words.Is(token.Word, LevelWord.Letter))
        {
            return ReadApart(document, first, start, end, levels, out count);
        }

        // "L5/Sl": a scanner took the 1 for an l. "DVIII" needs the bone beside it, for LV and CI are other things.
        var letters = LevelNotation.ReadRegion(text, out var region);
        if (letters == 0)
        {
            return first;
        }

        var number = 0;
        if ((isContinued && text[letters..] is "l" or "I" && (number = 1) > 0)
            || (RomanNumeral.TryParse(text[letters..], out number) && (isContinued || IsBesideBone(document, first, first + 1, start, end))))
        {
            count = VertebralLevel.TryCreate(region, number, out levels[0]) ? 1 : 0;
        }

        return count > 0 ? first + 1 : first;
    }

    private int ReadApart(Document document, int first, int start, int end, Span<VertebralLevel> levels, out int count)
    {
        count = 0;
        var tokens = document.TokenArray;
        var next = first + 1;
        if (next < end && tokens[next].Kind == TokenKind.Dash && !tokens[next].Has(TokenMarks.SpaceBefore))
        {
            next++;
        }

        if (next >= end || LevelNotation.ReadRegion(document.TextOf(tokens[first]), out var region) == 0)
        {
            return first;
        }

        var digits = document.TextOf(tokens[next]);
        var isNumber = tokens[next].Kind == TokenKind.Number && int.TryParse(digits, out var number) && VertebralLevel.TryCreate(region, number, out levels[0]);
        if (!isNumber)
        {
            // one capital alone may be a pronoun, an initial or a nerve: "L V"
            isNumber = tokens[next].Kind == TokenKind.Word && RomanNumeral.TryParse(digits, out number) && VertebralLevel.TryCreate(region, number, out levels[0])
                && (digits.Length > 1 || IsBesideBone(document, first, next + 1, start, end));
        }

        count = isNumber ? 1 : 0;
        return isNumber ? next + 1 : first;
    }

    /// <summary>Reads what follows: a dash, slash, comma or word, and another level or its bare number.</summary>
    private int ReadMore(Document document, int next, int end, VertebralLevel last, bool isBetween, ref VertebraSet levels)
    {
        var isChain = false;
        Span<VertebralLevel> more = stackalloc VertebralLevel[LevelNotation.MostTogether];
        while (TryReadJoint(document, next, end, isBetween, out var joint))
        {
            var behind = ReadOne(document, joint.End, next, end, isContinued: true, more, out var count);
            if (behind == joint.End)
            {
                // a bare number goes on in the same region: "T5-7", "L4/5", "C3, 4 and 5"
                if (!TryBareNumber(document, joint, end, last, out more[0]))
                {
                    return next;
                }

                behind++;
                count = 1;
            }
            else if (!joint.IsRange && more[0].Order <= VertebralLevel.T2.Order && more[0].Order >= VertebralLevel.T1.Order && IsSequence(document, behind, end))
            {
                // "at T8, T2-weighted images"
                return next;
            }

            // "D5-7-12" names three
            isChain |= joint.IsDash && IsTightDash(document, behind, end);
            levels = levels.Union(joint.IsRange && !isChain ? VertebraSet.Range(last, more[0]) : VertebraSet.Of(more[0]).Union(VertebraSet.Of(last))).Union(SetOf(more[..count]));
            last = more[count - 1];
            next = behind;
            isBetween = false;
        }

        return next;
    }

    /// <summary>What joins two levels.</summary>
    /// <param name="End">The token behind it.</param>
    /// <param name="IsRange">It means all between.</param>
    /// <param name="IsDash">It is a dash.</param>
    /// <param name="IsTight">A bare number behind it belongs to the level before.</param>
    /// <param name="IsComma">It is a comma or semicolon.</param>
    private readonly record struct Joint(int End, bool IsRange, bool IsDash, bool IsTight, bool IsComma);

    private bool TryReadJoint(Document document, int next, int end, bool isBetween, out Joint joint)
    {
        joint = default;
        var tokens = document.TokenArray;
        var index = next;

        // "T5 vertebral body to T7"
        while (index < end && index < next + 3 && _words.Is(tokens[index].Word, LevelWord.Bone | LevelWord.Level))
        {
            index++;
        }

        if (TrySkipRangeWords(document, index, end, out var far))
        {
            joint = new Joint(far, IsRange: true, IsDash: false, IsTight: true, IsComma: false);
            return far < end;
        }

        if (index > next || index >= end)
        {
            return false;
        }

        var isComma = false;
        switch (document.Narrative.Text[tokens[index].Start])
        {
            case var _ when tokens[index].Kind == TokenKind.Dash:
                // "T5--T7"
                index += index + 1 < end && tokens[index + 1].Kind == TokenKind.Dash ? 2 : 1;
                joint = new Joint(index, IsRange: true, IsDash: true, IsTight: true, IsComma: false);
                return index < end;
            case '~' or '∼' or '～' or '˜' or '\uFFFD':
                joint = new Joint(index + 1, IsRange: true, IsDash: true, IsTight: true, IsComma: false);
                return index + 1 < end;
            case '/':
                joint = new Joint(index + 1, IsRange: false, IsDash: false, IsTight: true, IsComma: false);
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
        while (index < end && index < word + 3 && _words.Is(tokens[index].Word, LevelWord.List))
        {
            index++;
        }

        if (index == next)
        {
            return false;
        }

        var isWord = index > word;
        if (isWord && index < end && document.TextOf(tokens[index]) is "the" or "at")
        {
            index++;
        }

        joint = new Joint(index, IsRange: isBetween && isWord, IsDash: false, IsTight: isComma && !isWord, isComma);
        return index < end;
    }

    /// <summary>"to", "down to the level of", "through the lower endplate of".</summary>
    private bool TrySkipRangeWords(Document document, int index, int end, out int next)
    {
        var tokens = document.TokenArray;
        next = index;
        while (next < end && next < index + 2 && _words.Is(tokens[next].Word, LevelWord.Direction))
        {
            next++;
        }

        if (next >= end || !_words.Is(tokens[next].Word, LevelWord.Range))
        {
            return false;
        }

        var word = next++;
        while (next < end && next < word + 8 && _words.Is(tokens[next].Word, LevelWord.Filler))
        {
            next++;
        }

        return true;
    }

    private bool TryBareNumber(Document document, Joint joint, int end, VertebralLevel last, out VertebralLevel level)
    {
        level = default;
        var tokens = document.TokenArray;
        var token = tokens[joint.End];
        if (token.Kind != TokenKind.Number || !int.TryParse(document.TextOf(token), out var number))
        {
            return false;
        }

        // "at C5, 3 months later", "T7 and 2 cm": what stands behind the number says that it counts something else
        if (!joint.IsDash && joint.End + 1 < end && tokens[joint.End + 1].Kind == TokenKind.Word)
        {
            var isLevel = _words.Is(tokens[joint.End + 1].Word, LevelWord.List | LevelWord.Bone | LevelWord.Level);
            if ((joint.IsComma && token.Has(TokenMarks.SpaceBefore) && !isLevel) || _words.Is(tokens[joint.End + 1].Word, LevelWord.Counted))
            {
                return false;
            }
        }

        var region = last.Name[0];
        if (VertebralLevel.TryCreate(region, number, out level) && level.CompareTo(last) > 0)
        {
            return true;
        }

        // "L5/1", "T12-1": the first of the region below
        return number == 1 && joint.IsTight && !joint.IsComma && last == VertebralLevel.BoundsOf(region).Last
            && VertebralLevel.TryCreate(region switch { 'C' => 'T', 'T' => 'L', _ => 'S' }, 1, out level);
    }

    /// <summary>
    /// "extending from T12, the left paraspinal muscles, inferiorly to L5"; "from L4 to the sacrum" gives L4, L5 and the open region sacral.
    /// </summary>
    private int ReadFarEnd(Document document, int next, int end, VertebralLevel from, ref VertebraSet levels, ref string? open)
    {
        var tokens = document.TokenArray;
        Span<VertebralLevel> one = stackalloc VertebralLevel[LevelNotation.MostTogether];
        for (var index = next; index < Math.Min(end, next + Reach); index++)
        {
            if (!TrySkipRangeWords(document, index, end, out var far))
            {
                if (_words.Is(tokens[index].Word, LevelWord.List | LevelWord.From) || tokens[index].Kind == TokenKind.Alphanumeric)
                {
                    return next;
                }

                continue;
            }

            var behind = ReadOne(document, far, index, end, isContinued: true, one, out var count);
            if (behind > far)
            {
                levels = levels.Union(VertebraSet.Range(from, one[count - 1]));
                return behind;
            }

            return index == next && far < end && _words.Is(tokens[far].Word, LevelWord.Adjective) ? ReadOpenEnd(document, far, end, from, ref levels, ref open) : next;
        }

        return next;
    }

    /// <summary>The region at the open end of a stretch, with all levels between the region and the vertebra at the other end.</summary>
    private int ReadOpenEnd(Document document, int adjective, int end, VertebralLevel from, ref VertebraSet levels, ref string? open)
    {
        var next = adjective + 1;
        while (next < end && next < adjective + 3 && _words.Is(document.TokenArray[next].Word, LevelWord.Cord | LevelWord.Bone))
        {
            next++;
        }

        var (first, last) = VertebralLevel.BoundsOf(_words.ValueOf(document.TokenArray[adjective].Word)[0]);
        if (next == adjective + 1 || (from.Order >= first.Order && from.Order <= last.Order))
        {
            return adjective - 1;
        }

        open = first.Region;
        levels = levels.Union(from.Order > last.Order ? VertebraSet.Range(VertebralLevel.BoundsOf(RegionBelow(first)).First, from) : VertebraSet.Range(from, VertebralLevel.BoundsOf(RegionAbove(first)).Last));
        return next;
    }

    private static char RegionBelow(VertebralLevel level) => level.Name[0] switch { 'C' => 'T', 'T' => 'L', _ => 'S' };

    private static char RegionAbove(VertebralLevel level) => level.Name[0] switch { 'S' => 'L', 'L' => 'T', _ => 'C' };

    /// <summary>"thoracic vertebrae 8 and 9", "lumbar 4-5", "from the cervical cord to T11".</summary>
    private int ReadAdjective(Document document, int first, int start, int end, out LevelConcept? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        var region = _words.ValueOf(tokens[first].Word)[0];
        var next = first + 1;
        while (next < end && next < first + 3 && _words.Is(tokens[next].Word, LevelWord.Bone | LevelWord.Level | LevelWord.Cord))
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
            var behind = ReadMore(document, next + 1, end, level, isBetween: false, ref levels);
            if (isPlain && behind < end && tokens[behind].Kind != TokenKind.Punctuation && !_words.Is(tokens[behind].Word, LevelWord.Bone | LevelWord.Level | LevelWord.List))
            {
                // "thoracic 3 cm mass"
                return first;
            }

            concept = new LevelConcept(levels);
            return behind;
        }

        if (next > first + 1 && IsBehind(document, first, start, LevelWord.From) && TrySkipRangeWords(document, next, end, out var far))
        {
            Span<VertebralLevel> one = stackalloc VertebralLevel[LevelNotation.MostTogether];
            var behind = ReadOne(document, far, next, end, isContinued: true, one, out var count);
            string? open = null;
            if (behind > far)
            {
                var unused = ReadOpenEnd(document, first, end, one[count - 1], ref levels, ref open);
                if (open is not null)
                {
                    concept = new LevelConcept(levels, open);
                    return behind;
                }
            }
        }

        return first;
    }

    /// <summary>"eighth thoracic vertebra", "third to fifth lumbar vertebrae", "from the second cervical to the first thoracic vertebra".</summary>
    private int ReadOrdinals(Document document, int first, int end, out LevelConcept? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        var levels = VertebraSet.Empty;
        VertebralLevel? from = null;
        var index = first;
        while (TryReadOrdinalGroup(document, index, end, out var next, out var group))
        {
            levels = from is { } start ? VertebraSet.Range(start, group.Lowest).Union(levels).Union(group) : levels.Union(group);
            var noun = next;
            while (noun < end && noun < next + 2 && _words.Is(tokens[noun].Word, LevelWord.Bone))
            {
                noun++;
            }

            if (noun > next)
            {
                concept = new LevelConcept(levels);
            }

            // a joint and another group, which brings the noun if this has none
            var isRange = TrySkipRangeWords(document, noun, end, out var far);
            if (!isRange && !(noun < end && _words.Is(tokens[noun].Word, LevelWord.List)))
            {
                return concept is null ? first : noun;
            }

            far = isRange ? far : noun + 1;
            far += far < end && document.TextOf(tokens[far]) is "the" ? 1 : 0;
            if (!TryReadOrdinalGroup(document, far, end, out _, out _))
            {
                return concept is null ? first : noun;
            }

            from = isRange ? group.Lowest : null;
            index = far;
        }

        return first;
    }

    /// <summary>Ordinals with the region that they count in: "third, fourth and fifth lumbar", "10th to 12th thoracic".</summary>
    private bool TryReadOrdinalGroup(Document document, int first, int end, out int next, out VertebraSet levels)
    {
        levels = VertebraSet.Empty;
        var tokens = document.TokenArray;
        var ordinals = 0u;
        var previous = 0;
        var isRange = false;
        next = first;
        while (next < end)
        {
            var behind = _numbers.ReadOrdinal(document, next, end, out var ordinal);
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

            if (_words.Is(tokens[next].Word, LevelWord.Adjective))
            {
                break;
            }

            isRange = _words.Is(tokens[next].Word, LevelWord.Range) || tokens[next].Kind == TokenKind.Dash;
            var joint = next;
            next += isRange || document.Narrative.Text[tokens[next].Start] is ',' or '&' ? 1 : 0;
            next += !isRange && next < end && _words.Is(tokens[next].Word, LevelWord.List) ? 1 : 0;
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

        var region = _words.ValueOf(tokens[next].Word)[0];
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

    private bool IsSequence(Document document, int next, int end)
    {
        var index = next < end && document.TokenArray[next].Kind == TokenKind.Dash ? next + 1 : next;
        return index < end && _words.Is(document.TokenArray[index].Word, LevelWord.Sequence);
    }

    private static bool IsTightDash(Document document, int index, int end)
    {
        var tokens = document.TokenArray;
        return index + 1 < end && tokens[index].Kind == TokenKind.Dash && !tokens[index].Has(TokenMarks.SpaceBefore) && !tokens[index + 1].Has(TokenMarks.SpaceBefore)
            && tokens[index + 1].Kind is TokenKind.Number or TokenKind.Alphanumeric;
    }

    /// <summary>Whether a word of a role stands before a token, up to two words such as "the body of" between.</summary>
    private bool IsBehind(Document document, int first, int start, LevelWord role)
    {
        var tokens = document.TokenArray;
        for (var index = first - 1; index >= Math.Max(start, first - 5); index--)
        {
            if (_words.Is(tokens[index].Word, role))
            {
                return true;
            }

            if (!_words.Is(tokens[index].Word, LevelWord.Filler))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsBesideBone(Document document, int first, int next, int start, int end) =>
        (first > start && _words.Is(document.TokenArray[first - 1].Word, LevelWord.Bone)) || (next < end && _words.Is(document.TokenArray[next].Word, LevelWord.Bone));

    /// <summary>Levels run together; apart from each other they are the ends of a range that has lost its dash.</summary>
    private static VertebraSet SetOf(ReadOnlySpan<VertebralLevel> together) =>
        together.Length == 2 ? VertebraSet.Range(together[0], together[1]) : Union(together);

    private static VertebraSet Union(ReadOnlySpan<VertebralLevel> together)
    {
        var levels = VertebraSet.Empty;
        foreach (var level in together)
        {
            levels = levels.Union(VertebraSet.Of(level));
        }

        return levels;
    }
}
