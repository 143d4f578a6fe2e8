using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads vertebral levels: <c>T5-T6</c>, <c>L4/5</c>, <c>C7–D1</c>, <c>Th12</c>, <c>D10 to L1</c>, <c>T8, 9 and 10</c>, "eighth thoracic vertebra",
/// "vertebrae L2 and L3", "odontoid". Tells them from MRI sequences (T1, T2), stages (T2N0), complement (C3) and other things of the same look.
/// </summary>
internal sealed class LevelGrammar
{
    private readonly NumberReader _numbers;
    private readonly Dictionary<int, char> _regionWords = [];
    private readonly Dictionary<int, VertebralLevel> _names = [];
    private readonly HashSet<int> _vertebra;
    private readonly HashSet<int> _spineWords;
    private readonly HashSet<int> _sequenceWords;
    private readonly HashSet<int> _stageWords;
    private readonly HashSet<int> _segmentWords;
    private readonly HashSet<int> _complementWords;
    private readonly HashSet<int> _listWords;
    private readonly HashSet<int> _rangeWords;
    private readonly HashSet<int> _bareLetters;
    private readonly int _level, _the;

    public LevelGrammar(NumberReader numbers, Vocabulary.Builder vocabulary)
    {
        _numbers = numbers;
        foreach (var (letter, words) in new (char, string[])[]
        {
            ('C', ["cervical"]), ('T', ["thoracic", "dorsal"]), ('L', ["lumbar"]), ('S', ["sacral"]),
        })
        {
            foreach (var word in words)
            {
                _regionWords[vocabulary.Add(word)] = letter;
            }
        }

        _names[vocabulary.Add("odontoid")] = new VertebralLevel(1);
        _names[vocabulary.Add("dens")] = new VertebralLevel(1);
        _names[vocabulary.Add("atlas")] = new VertebralLevel(0);
        _vertebra = Set("vertebra", "vertebral", "body", "level", "disc", "disk", "spinous", "lamina", "pedicle", "corpus", "spine", "segment");
        _spineWords = Set("vertebra", "vertebral", "body", "level", "lamina", "pedicle", "spinous", "spine", "spinal", "cord", "laminectomy", "corpectomy", "hemilaminectomy", "laminoplasty", "vertebrectomy", "foramen",
            "foraminal", "epidural", "extradural", "intradural", "vertebroplasty", "fracture", "canal", "posterior", "neural", "rib", "transverse", "facet", "collapse", "metastasis", "lytic", "thoracic", "dumbbell", "space", "paraspinal", "paravertebral", "region", "compression", "endplate", "disc", "intervertebral", "transpedicular", "pedicular", "at");
        _sequenceWords = Set("weighted", "weight", "weighed", "wi", "w", "image", "imaging", "sequence", "hyperintense", "hypointense", "isointense", "hyperintensity", "hypointensity", "isointensity", "hypersignal", "hyposignal", "isosignal", "signal", "intensity",
            "flair", "stir", "fse", "tse", "se", "fat", "gadolinium", "postcontrast", "contrast", "fs", "spir", "mri", "relaxation", "spin", "mapping", "intense", "hyper", "hypo", "iso", "high", "low", "bright", "dark", "enhanced");
        _stageWords = Set("stage", "staged", "tnm", "classified", "classification", "pt", "ct", "clark", "ajcc", "uicc", "staging");
        _complementWords = Set("complement", "serum", "ch50", "free", "tsh", "hormone", "thyroid", "triiodothyronine", "thyroxine", "ft4", "ft3", "mg", "immunoglobulin", "ana", "lead", "ecg");
        _segmentWords = Set("lung", "pulmonary", "bronchus", "bronchial", "liver", "hepatic", "lobe", "segmentectomy");
        _listWords = Set("and", "or", "as", "well");
        _rangeWords = Set("to", "through", "thru", "until", "till");
        _bareLetters = Set("c", "t", "th", "d", "l", "s", "co");
        _level = vocabulary.Add("level");
        _the = vocabulary.Add("the");

        HashSet<int> Set(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>Whether an expression may start with the token: a cheap test before <see cref="Read"/>.</summary>
    public bool MayStart(Document document, int index)
    {
        var token = document.TokenArray[index];
        return token.Kind switch
        {
            TokenKind.Alphanumeric => token.End - token.Start <= 10,
            TokenKind.Word => _bareLetters.Contains(token.Word) || _names.ContainsKey(token.Word) || _regionWords.ContainsKey(token.Word),
            _ => false,
        };
    }

    /// <summary>Reads all levels that are written together from a token on.</summary>
    /// <returns>Index of the token behind them, or <paramref name="first"/> if there are none.</returns>
    public int Read(Document document, int first, int sentenceStart, int end, out LevelConcept concept)
    {
        concept = null!;
        var tokens = document.TokenArray;
        if (_names.TryGetValue(tokens[first].Word, out var named))
        {
            concept = new LevelConcept([named], IsWritten: false);
            return first + 1;
        }

        if (_regionWords.TryGetValue(tokens[first].Word, out var region))
        {
            return ReadOrdinals(document, first, sentenceStart, end, region, ref concept);
        }

        Span<VertebralLevel> one = stackalloc VertebralLevel[4];
        var next = ReadOne(document, first, end, one, out var count);
        if (next == first)
        {
            return first;
        }

        var levels = new SortedSet<VertebralLevel>();
        foreach (var level in one[..count])
        {
            levels.Add(level);
        }

        var last = one[count - 1];
        next = ReadMore(document, next, end, last, levels);
        if (!IsVertebral(document, first, next, sentenceStart, end, levels))
        {
            return first;
        }

        concept = new LevelConcept([.. levels], IsWritten: true);
        return next;
    }

    /// <summary>Reads one level, or several run together such as <c>L4L5</c>.</summary>
    private int ReadOne(Document document, int first, int end, Span<VertebralLevel> levels, out int count)
    {
        count = 0;
        var token = document.TokenArray[first];
        var text = document.TextOf(token);
        if (token.Kind == TokenKind.Alphanumeric)
        {
            if (!char.IsAsciiLetterUpper(text[0]))
            {
                return first;
            }

            while (text.Length > 0 && count < levels.Length)
            {
                var letters = 0;
                while (letters < text.Length && char.IsAsciiLetter(text[letters]))
                {
                    letters++;
                }

                var digits = letters;
                while (digits < text.Length && char.IsAsciiDigit(text[digits]))
                {
                    digits++;
                }

                if (digits == letters || digits - letters > 2 || !TryRegion(text[..letters], out var region)
                    || !VertebralLevel.TryCreate(region, int.Parse(text[letters..digits]), out levels[count]))
                {
                    count = 0;
                    return first;
                }

                count++;
                text = text[digits..];
            }

            return text.Length == 0 ? first + 1 : first;
        }

        // "T 8", "L-5": only a capital letter with a number right behind it
        if (_bareLetters.Contains(token.Word) && token.Kind == TokenKind.Word && char.IsAsciiLetterUpper(text[0]))
        {
            var next = first + 1;
            if (next < end && document.TokenArray[next].Kind == TokenKind.Dash && !document.TokenArray[next].Has(TokenMarks.SpaceBefore))
            {
                next++;
            }

            if (next < end && document.TokenArray[next].Kind == TokenKind.Number && int.TryParse(document.TextOf(document.TokenArray[next]), out var number)
                && TryRegion(text, out var region) && VertebralLevel.TryCreate(region, number, out levels[0]))
            {
                count = 1;
                return next + 1;
            }
        }

        return first;
    }

    private static bool TryRegion(ReadOnlySpan<char> letters, out char region)
    {
        region = letters switch
        {
            "C" => 'C',
            "T" or "Th" or "TH" or "D" => 'T',
            "L" => 'L',
            "S" => 'S',
            _ => '\0',
        };
        return region != '\0';
    }

    /// <summary>Reads what follows: a dash, slash, comma or word, and another level or its bare number.</summary>
    private int ReadMore(Document document, int next, int end, VertebralLevel last, SortedSet<VertebralLevel> levels)
    {
        var tokens = document.TokenArray;
        Span<VertebralLevel> more = stackalloc VertebralLevel[4];
        while (next < end)
        {
            var joint = next;
            var isRange = false;
            var isTight = false;
            var isComma = false;
            if (_level == tokens[joint].Word || _vertebra.Contains(tokens[joint].Word))
            {
                // "T5 vertebra to T7"
                joint++;
                if (joint >= end || !_rangeWords.Contains(tokens[joint].Word))
                {
                    return next;
                }
            }

            if (joint >= end)
            {
                return next;
            }

            var mark = document.Narrative.Text[tokens[joint].Start];
            if (tokens[joint].Kind == TokenKind.Dash)
            {
                isRange = true;
                isTight = true;
                joint++;
                // "T5--T7"
                if (joint < end && tokens[joint].Kind == TokenKind.Dash)
                {
                    joint++;
                }
            }
            else if (mark is '/' or '+' or '&' or ',' or ';')
            {
                isTight = mark is '/' or ',';
                isComma = mark is ',' or ';';
                joint++;
                if (joint < end && _listWords.Contains(tokens[joint].Word))
                {
                    joint++;
                }
            }
            else if (_rangeWords.Contains(tokens[joint].Word))
            {
                isRange = true;
                joint++;
                if (joint < end && tokens[joint].Word == _the)
                {
                    joint++;
                }
            }
            else if (_listWords.Contains(tokens[joint].Word))
            {
                joint++;
            }
            else
            {
                return next;
            }

            if (joint >= end)
            {
                return next;
            }

            var behind = ReadOne(document, joint, end, more, out var count);
            if (behind == joint)
            {
                // a bare number goes on in the same region: "T5-7", "L4/5", "C3, 4 and 5"
                if (!TryBareNumber(document, joint, end, last, isTight || isRange, isComma, out more[0]))
                {
                    return next;
                }

                behind = joint + 1;
                count = 1;
            }

            if (isRange)
            {
                foreach (var level in VertebralLevel.Range(last, more[0]))
                {
                    levels.Add(level);
                }
            }

            foreach (var level in more[..count])
            {
                levels.Add(level);
            }

            last = more[count - 1];
            next = behind;
        }

        return next;
    }

    private static bool TryBareNumber(Document document, int index, int end, VertebralLevel last, bool isTight, bool isComma, out VertebralLevel level)
    {
        level = default;
        var token = document.TokenArray[index];
        if (token.Kind != TokenKind.Number || !int.TryParse(document.TextOf(token), out var number) || (!isTight && !isComma && number > 12))
        {
            return false;
        }

        // "at C5, 3 months later", "T7, 2 cm": a word behind the number makes it a count of something else
        if (isComma && token.Has(TokenMarks.SpaceBefore) && index + 1 < end && document.TokenArray[index + 1].Kind == TokenKind.Word
            && document.TextOf(document.TokenArray[index + 1]) is not ("and" or "vertebrae" or "vertebral" or "levels" or "or"))
        {
            return false;
        }

        if (!isTight && index + 1 < end && document.TokenArray[index + 1].Kind == TokenKind.Word && document.TextOf(document.TokenArray[index + 1]) is "months" or "years" or "weeks" or "days" or "cm" or "mm" or "of" or "patients")
        {
            return false;
        }

        var region = last.Name[0];
        if (VertebralLevel.TryCreate(region, number, out level) && level.CompareTo(last) > 0)
        {
            return true;
        }

        // "L5/1": the first sacral
        return region == 'L' && number == 1 && isTight && VertebralLevel.TryCreate('S', 1, out level);
    }

    /// <summary>"eighth thoracic vertebra", "L-spine" is none, "fourth and fifth lumbar vertebrae", "thoracic vertebrae 8 and 9".</summary>
    private int ReadOrdinals(Document document, int regionWord, int sentenceStart, int end, char region, ref LevelConcept concept)
    {
        var tokens = document.TokenArray;
        var levels = new SortedSet<VertebralLevel>();
        var next = regionWord + 1;
        if (next < end && _vertebra.Contains(tokens[next].Word))
        {
            // "thoracic vertebrae 8 and 9"
            var number = next + 1;
            if (number < end && tokens[number].Kind == TokenKind.Number && int.TryParse(document.TextOf(tokens[number]), out var value) && VertebralLevel.TryCreate(region, value, out var level))
            {
                levels.Add(level);
                next = ReadMore(document, number + 1, end, level, levels);
                concept = new LevelConcept([.. levels], IsWritten: true);
                return next;
            }
        }
        else if (next >= end || !_regionWords.ContainsKey(tokens[next].Word))
        {
            // "the second cervical" alone is read as a vertebra only if a word for it is near
            if (next + 1 >= end || !_vertebra.Contains(tokens[next + 1].Word))
            {
                return regionWord;
            }
        }

        // ordinals stand before the region word: "third, fourth and fifth"; "10th to 12th"
        var isRange = false;
        var index = regionWord - 1;
        var previous = -1;
        while (index >= sentenceStart)
        {
            if (TryOrdinalEndingAt(document, index, sentenceStart, out var start, out var ordinal) && VertebralLevel.TryCreate(region, ordinal, out var level))
            {
                levels.Add(level);
                if (isRange && previous > 0 && VertebralLevel.TryCreate(region, previous, out var to))
                {
                    foreach (var between in VertebralLevel.Range(level, to))
                    {
                        levels.Add(between);
                    }
                }

                previous = ordinal;
                isRange = false;
                index = start - 1;
            }
            else if (previous > 0 && (_listWords.Contains(tokens[index].Word) || document.Narrative.Text[tokens[index].Start] is ',' or '&'))
            {
                index--;
            }
            else if (previous > 0 && (_rangeWords.Contains(tokens[index].Word) || tokens[index].Kind == TokenKind.Dash) && index > sentenceStart)
            {
                isRange = true;
                index--;
            }
            else
            {
                break;
            }
        }

        if (levels.Count == 0)
        {
            return regionWord;
        }

        concept = new LevelConcept([.. levels], IsWritten: true);
        return regionWord + 1;
    }

    private bool TryOrdinalEndingAt(Document document, int last, int sentenceStart, out int start, out int ordinal)
    {
        start = last;
        if (_numbers.ReadOrdinal(document, last, last + 1, out ordinal) == last + 1)
        {
            return true;
        }

        start = last - 1;
        return start >= sentenceStart && _numbers.ReadOrdinal(document, start, last + 1, out ordinal) == last + 1;
    }

    /// <summary>Decides whether what looks like levels is one: T1 and T2 are mostly MRI sequences, T1 to T4 stages, C3 and C4 complement.</summary>
    private bool IsVertebral(Document document, int first, int next, int sentenceStart, int end, SortedSet<VertebralLevel> levels)
    {
        var tokens = document.TokenArray;
        var text = document.Narrative.Text;
        var low = levels.Min.Name;
        var isWrittenT = text[tokens[first].Start] == 'T' && tokens[first].End - tokens[first].Start <= 3 && text[tokens[first].Start + 1] != 'h';

        // stage: T2N0M0 is one token and no level; "T2 N0 M0", "T2/N0"
        if (isWrittenT && next < end && IsStageSuffix(document, next < end && text[tokens[next].Start] is '/' or ',' ? next + 1 : next, end))
        {
            return false;
        }

        if (first > sentenceStart && text[tokens[first - 1].Start] is '(' or '[' && next < end && text[tokens[next].Start] is '%')
        {
            return false;
        }

        var onlyLowThoracic = true;
        foreach (var level in levels)
        {
            onlyLowThoracic &= level.Order is >= 7 and <= 10;
        }

        if (isWrittenT && onlyLowThoracic)
        {
            var spine = Near(tokens, first, next, sentenceStart, end, 4, _spineWords);
            var stage = Near(tokens, first, next, sentenceStart, end, 4, _stageWords);
            var hormone = Near(tokens, first, next, sentenceStart, end, 5, _complementWords);
            var sequence = levels.Max.Order <= 8 && NearSequence(document, first, next, sentenceStart, end);
            if (sequence)
            {
                return IsBound(tokens, next, end, _vertebra) && !IsBound(tokens, next, end, _sequenceWords);
            }

            if (levels.Count > 2)
            {
                return !stage;
            }

            return spine && !stage && !hormone || (levels.Max.Order > 8 && !stage && !hormone);
        }

        if (low[0] == 'C' && levels.Max.Order <= 4 && levels.Count <= 2 && Near(tokens, first, next, sentenceStart, end, 4, _complementWords))
        {
            return false;
        }

        // A lone letter and number such as "S4" of a lung or liver segment
        if (low[0] == 'S' && Near(tokens, first, next, sentenceStart, end, 3, _segmentWords))
        {
            return false;
        }

        return true;
    }



    private static bool IsStageSuffix(Document document, int index, int end)
    {
        if (index >= end)
        {
            return false;
        }

        var text = document.TextOf(document.TokenArray[index]);
        return text.Length is >= 2 and <= 6 && text[0] is 'N' or 'n' && (char.IsAsciiDigit(text[1]) || text[1] is 'x' or 'X');
    }

    private static bool Near(Token[] tokens, int first, int next, int sentenceStart, int end, int window, HashSet<int> words)
    {
        for (var index = Math.Max(sentenceStart, first - window); index < Math.Min(end, next + window); index++)
        {
            if ((index < first || index >= next) && words.Contains(tokens[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBound(Token[] tokens, int next, int end, HashSet<int> words)
    {
        var index = next < end && tokens[next].Kind == TokenKind.Dash ? next + 1 : next;
        return index < end && words.Contains(tokens[index].Word);
    }

    private bool NearSequence(Document document, int first, int next, int sentenceStart, int end) =>
        Near(document.TokenArray, first, next, sentenceStart, end, 6, _sequenceWords);
}
