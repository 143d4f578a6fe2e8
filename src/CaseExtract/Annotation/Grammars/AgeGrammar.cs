using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads ages: <c>55-year-old</c>, <c>63 y/o</c>, <c>63yo M</c>, <c>67F</c>, "forty-five years old", "aged 47", "18 months of age", "3 years and 5 months old",
/// "in her 60s", "newborn". Durations ("for 5 years", "a 20-year history") are none.
/// </summary>
internal sealed class AgeGrammar
{
    /// <summary>So many words may say whose age it is, or at what, before its verb.</summary>
    private const int AgeReach = 7;

    private readonly NumberReader _numbers;
    private readonly TimeUnitReader _units;
    private readonly AgeMonthsReader _months;
    private readonly int _old, _of, _age, _aged, _ages, _o, _in, _his, _her, _their, _early, _mid, _late, _s, _and, _to, _at, _the, _yo, _yof, _yom, _old1;
    private readonly WordSet _sexNouns;
    private readonly WordSet _approximately;
    private readonly WordSet _newborn;
    private readonly WordSet _noAge;
    private readonly WordSet _times;
    private readonly WordSet _things;
    private readonly WordSet _goesOn;
    private readonly WordSet _copulas;
    private readonly WordSet _subjects;
    private readonly WordSet _moments;
    private readonly WordSet _ofAge;
    private readonly WordSet _averages;
    private readonly int _decade, _life;
    private readonly Dictionary<int, int> _decades = [];

    public AgeGrammar(NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
    {
        _numbers = numbers;
        _units = units;
        _months = new AgeMonthsReader(numbers, units);
        _old = vocabulary.Add("old");
        _old1 = vocabulary.Add("olds");
        _of = vocabulary.Add("of");
        _age = vocabulary.Add("age");
        _ages = vocabulary.Add("ages");
        _aged = vocabulary.Add("aged");
        _o = vocabulary.Add("o");
        _yo = vocabulary.Add("yo");
        _yof = vocabulary.Add("yof");
        _yom = vocabulary.Add("yom");
        _in = vocabulary.Add("in");
        _his = vocabulary.Add("his");
        _her = vocabulary.Add("her");
        _their = vocabulary.Add("their");
        _early = vocabulary.Add("early");
        _mid = vocabulary.Add("mid");
        _late = vocabulary.Add("late");
        _s = vocabulary.Add("s");
        _and = vocabulary.Add("and");
        _to = vocabulary.Add("to");
        _at = vocabulary.Add("at");
        _the = vocabulary.Add("the");
        _sexNouns = Set("man", "woman", "male", "female", "lady", "gentleman", "boy", "girl", "patient", "m", "f", "child", "infant", "person", "housewife", "farmer", "smoker", "schoolgirl", "schoolboy", "nurse", "widow", "widower");
        _times = Set("after", "following", "post", "ago", "later", "before", "earlier", "previously", "prior", "since", "into", "postoperatively", "postoperative");
        _noAge = Set("of", "for", "in", "ago", "history", "later", "after", "with", "by", "and", "to", "before", "earlier", "previously", "duration", "follow", "followup", "the", "a", "an", "his", "her", "was", "had", "is", "prior", "at", "on", "or", "since", "when", "that", "from", "between", "survival", "period", "interval", "span", "course", "delay", "gap", "treatment", "therapy", "our", "my", "this");
        _approximately = Set("about", "approximately", "around", "approx", "nearly", "almost", "circa", "roughly", "some");
        _things = Set("implant", "prosthesis", "graft", "scar", "injury", "fracture", "shunt", "lesion", "tumor", "mass", "wound", "stent", "device", "son", "daughter");
        _goesOn = Set("was", "had", "with", "who", "presented", "is", "came", "has", "complained", "in", "underwent", "noticed", "developed", "suffered", "reported", "visited", "consulted", "experienced", "sought", "were", "whose", "having", "referred", "admitted", "on", "from", "without");
        _copulas = Set("is", "was", "being", "been");
        _subjects = Set("who", "he", "she");
        _moments = Set("at", "when", "on");
        _ofAge = Set("of", "the", "this", "our", "patient", "at", "presentation", "admission", "diagnosis", "referral", "surgery", "operation", "onset", "time", "man", "woman", "boy", "girl", "child");
        _averages = Set("mean", "median", "average");
        _decade = vocabulary.Add("decade");
        _life = vocabulary.Add("life");
        _newborn = Set("newborn", "neonate", "neonatal");
        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var index = 0; index < decades.Length; index++)
        {
            _decades[vocabulary.Add(decades[index])] = (index + 2) * 10;
        }

        WordSet Set(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>The words that an age may start with; it may start with a number too.</summary>
    public IReadOnlyCollection<int> FirstWords => [_in, _aged, _age, .. _newborn, .. _numbers.Cardinals];

    /// <summary>The nouns that tell who is of an age.</summary>
    public WordSet SexNouns => _sexNouns;

    /// <summary>Whether an age may start with a word that is no number.</summary>
    public bool MayStart(int word) => word == _in || word == _aged || word == _age || _newborn.Contains(word);

    /// <summary>Reads an age that starts at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int end, out AgeValue age)
    {
        age = default;
        var tokens = document.TokenArray;
        var word = tokens[first].Word;
        if (_newborn.Contains(word))
        {
            if (first + 1 < end && !_sexNouns.Contains(tokens[first + 1].Word) && first > 0 && tokens[first - 1].Kind == TokenKind.Word && document.TextOf(tokens[first - 1]) is "healthy" or "the")
            {
                return first; // "delivery of a healthy newborn": the patient's child
            }

            age = new AgeValue(0, TimeUnit.Day, IsApproximate: true);
            return first + 1;
        }

        if (word == _in)
        {
            return ReadDecade(document, first, end, ref age);
        }

        if (word == _aged || word == _age)
        {
            return ReadAged(document, first, end, ref age);
        }

        return ReadNumbered(document, first, end, ref age);
    }

    private int ReadNumbered(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        var next = _numbers.ReadCardinal(document, first, end, out var value);
        if (next == first || value > 115 && !IsDays(tokens, next, end))
        {
            return first;
        }

        var isApproximate = first > 0 && _approximately.Contains(tokens[first - 1].Word);

        // 67F, 67 F, 45/F, 67-yo
        var afterNumber = Skip(document, next, end, "-/");
        if (tokens[first].Kind == TokenKind.Number && afterNumber < end && IsSexLetter(document, tokens[afterNumber]) && value is >= 1 and <= 110 && value == Math.Floor(value)
            && (afterNumber + 1 >= end || tokens[afterNumber + 1].Has(TokenMarks.SpaceBefore) || document.TextOf(tokens[afterNumber + 1]) is "," or "." or ";"))
        {
            age = new AgeValue(value, TimeUnit.Year, isApproximate);
            return afterNumber;
        }

        if ((IsNamedBefore(document, first, afterNumber, end) || IsPredicate(document, first, next, end)) && value is >= 1 and <= 110)
        {
            var years = _units.Read(document, afterNumber, end, out var named);
            age = new AgeValue(value, years > afterNumber ? named : TimeUnit.Year, isApproximate);
            return years;
        }

        var unitEnd = _units.Read(document, afterNumber, end, out var unit);
        if (unitEnd == afterNumber)
        {
            // "a 73-old man": the unit was forgotten
            if (afterNumber + 1 < end && tokens[afterNumber].Word == _old && _sexNouns.Contains(tokens[afterNumber + 1].Word) && value is >= 1 and <= 110)
            {
                age = new AgeValue(value, TimeUnit.Year, isApproximate);
                return afterNumber + 1;
            }

            return first;
        }

        // 63 yo, 63 y/o, 63 y old
        if (tokens[unitEnd - 1].Word == _yo || tokens[unitEnd - 1].Word == _yof || tokens[unitEnd - 1].Word == _yom)
        {
            age = new AgeValue(value, TimeUnit.Year, isApproximate);
            return unitEnd;
        }

        unitEnd = _months.Read(document, unitEnd, end, unit, ref value);
        var behind = Skip(document, unitEnd, end, "-/.,'’");
        if (behind < end && behind > unitEnd && tokens[behind].Word == _s)
        {
            behind++; // "52 year's old"
        }

        if (behind < end && tokens[behind].Word == _o && tokens[behind].End - tokens[behind].Start == 1)
        {
            age = new AgeValue(value, unit, isApproximate);
            return behind + 1;
        }

        if (behind < end && (tokens[behind].Word == _old || tokens[behind].Word == _old1))
        {
            // "her 15-year-old breast implant"
            for (var thing = behind + 1; thing < Math.Min(end, behind + 4); thing++)
            {
                if (_things.Contains(tokens[thing].Word))
                {
                    return first;
                }
            }

            age = new AgeValue(value, unit, isApproximate);
            return behind + 1;
        }

        if (behind + 1 < end && tokens[behind].Word == _of && tokens[behind + 1].Word == _age)
        {
            age = new AgeValue(value, unit, isApproximate);
            return behind + 2;
        }

        // "A 25 years female", "an 83 years Hindu lady": a noun of sex behind, with at most three plain words between
        var noun = behind;
        while (noun < end && noun < behind + 3 && tokens[noun].Kind == TokenKind.Word && !_sexNouns.Contains(tokens[noun].Word) && !_noAge.Contains(tokens[noun].Word))
        {
            noun++;
        }

        if (unit != TimeUnit.Hour && noun < end && _sexNouns.Contains(tokens[noun].Word)
            && (tokens[noun].End - tokens[noun].Start > 1 || (IsSexLetter(document, tokens[noun]) && noun == unitEnd + 1 && (noun + 1 >= end || tokens[noun + 1].Kind == TokenKind.Punctuation))))
        {
            age = new AgeValue(value, unit, isApproximate);
            return unitEnd;
        }

        return first;
    }

    /// <summary>"a man of 66", "a girl of eleven", "A man, 83, …", "male, 56 years", "M/45", "Mrs. R, 59, …".</summary>
    private bool IsNamedBefore(Document document, int first, int next, int end)
    {
        var tokens = document.TokenArray;
        var text = document.Text;
        if (first < 2)
        {
            return false;
        }

        var mark = text[tokens[first - 1].Start];
        if (mark == '/' && IsSexLetter(document, tokens[first - 2]) && (next >= end || tokens[next].Kind == TokenKind.Punctuation))
        {
            return true;
        }

        // "the patient (F, 71)"
        if (mark == ',' && first > 2 && document.FirstCharacterOf(first - 3) == '(' && IsSexLetter(document, tokens[first - 2]))
        {
            return true;
        }

        // "a woman (39 y)"
        if (mark == '(')
        {
            var unit = _units.Read(document, next, end, out _);
            return unit > next && unit < end && document.FirstCharacterOf(unit) is ')' or ',' && _sexNouns.Contains(tokens[first - 2].Word);
        }

        var isJoined = tokens[first - 1].Word == _of || mark is ',' or ';';
        return isJoined && ((_sexNouns.Contains(tokens[first - 2].Word) && tokens[first - 2].End - tokens[first - 2].Start > 1) || (mark == ',' && IsTitled(document, first - 2)))
            && (next >= end || tokens[next].Kind == TokenKind.Punctuation || _goesOn.Contains(tokens[next].Word) || HasUnit(tokens, document, next, end));
    }

    /// <summary>"[Mrs. R], 59, …": a name behind a title.</summary>
    private static bool IsTitled(Document document, int name)
    {
        for (var index = name; index >= Math.Max(0, name - 3) && document.TokenArray[index] is { Kind: TokenKind.Punctuation } or { Kind: TokenKind.Word }; index--)
        {
            if (document.TextOf(document.TokenArray[index]) is "Mr" or "Mrs" or "Ms" or "Miss")
            {
                return index < name;
            }
        }

        return false;
    }

    /// <summary>"the woman, who is 43, …", "she was 62 at the time of presentation", "he was 47 when his kidney was removed".</summary>
    private bool IsPredicate(Document document, int first, int next, int end)
    {
        var tokens = document.TokenArray;
        var subject = first - 2;
        if (subject < 0 || !_copulas.Contains(tokens[first - 1].Word))
        {
            return false;
        }

        subject -= subject > 0 && document.TextOf(tokens[subject]) is "had" or "has" or "now" or "then" ? 1 : 0;
        return (_subjects.Contains(tokens[subject].Word) || (_sexNouns.Contains(tokens[subject].Word) && tokens[subject].End - tokens[subject].Start > 1))
            && (next >= end || _moments.Contains(tokens[next].Word) || document.FirstCharacterOf(next) is ',' or ';' or '.' or ')');
    }

    /// <summary>"a man, 66 years, was seen", and not "a man, five years after gastrectomy, was seen".</summary>
    private bool HasUnit(ReadOnlySpan<Token> tokens, Document document, int next, int end) =>
        _units.Read(document, next, end, out _) is var behind && behind > next && (behind >= end || !_times.Contains(tokens[behind].Word));

    private int ReadAged(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        var next = first + 1;
        var word = tokens[first].Word;
        if (next < end && tokens[next].Word == _of)
        {
            next++;
        }

        // "the age of the patient was 58", "his age at presentation was 61", not the mean age
        if (word == _age && (first == 0 || !_averages.Contains(tokens[first - 1].Word)))
        {
            var verb = first + 1;
            while (verb < end && verb <= first + AgeReach && _ofAge.Contains(tokens[verb].Word))
            {
                verb++;
            }

            next = verb < end && _copulas.Contains(tokens[verb].Word) ? verb + 1 : next;
        }

        next = Skip(document, next, end, ":=-");
        if (next < end && (tokens[next].Word == _at || tokens[next].Word == _the))
        {
            next++;
        }

        var isApproximate = next < end && _approximately.Contains(tokens[next].Word);
        next += isApproximate ? 1 : 0;
        var behind = _numbers.ReadCardinal(document, next, end, out var value);
        if (behind == next || value > 110)
        {
            return first;
        }

        var unitEnd = _units.Read(document, Skip(document, behind, end, "-"), end, out var unit);
        var isNumber = unitEnd > Skip(document, behind, end, "-");
        if (!isNumber)
        {
            unit = TimeUnit.Year;
            unitEnd = behind;
            if (tokens[next].Kind != TokenKind.Number && value < 3)
            {
                return first;
            }
        }

        unitEnd = isNumber ? _months.Read(document, unitEnd, end, unit, ref value) : unitEnd;

        // "aged 34 to 60 years": a group of people
        if (unitEnd + 1 < end && (tokens[unitEnd].Word == _to || tokens[unitEnd].Kind == TokenKind.Dash) && _numbers.ReadCardinal(document, unitEnd + 1, end, out _) > unitEnd + 1)
        {
            return first;
        }

        age = new AgeValue(value, unit, isApproximate);
        return unitEnd < end && tokens[unitEnd].Word == _old ? unitEnd + 1 : unitEnd;
    }

    /// <summary>"in her 60s", "in his late fifties".</summary>
    private int ReadDecade(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        var next = first + 1;
        if (next >= end || (tokens[next].Word != _his && tokens[next].Word != _her && tokens[next].Word != _their && tokens[next].Word != _the))
        {
            return first;
        }

        next++;
        if (_numbers.ReadOrdinal(document, next, end, out var ordinal) is var behind && behind > next && behind < end && tokens[behind].Word == _decade && ordinal is > 1 and < 11)
        {
            // "in the seventh decade of life" is in the sixties
            var isOfLife = behind + 2 < end && tokens[behind + 1].Word == _of && tokens[behind + 2].Word == _life;
            if (!isOfLife && tokens[next - 1].Word == _the)
            {
                return first;
            }

            age = new AgeValue((ordinal - 1) * 10, TimeUnit.Year, IsApproximate: true);
            return isOfLife ? behind + 3 : behind + 1;
        }

        if (tokens[next - 1].Word == _the)
        {
            return first;
        }

        if (next < end && (tokens[next].Word == _early || tokens[next].Word == _mid || tokens[next].Word == _late))
        {
            next = Skip(document, next + 1, end, "-");
        }

        if (next >= end)
        {
            return first;
        }

        if (_decades.TryGetValue(tokens[next].Word, out var decade))
        {
            age = new AgeValue(decade, TimeUnit.Year, IsApproximate: true);
            return next + 1;
        }

        if (tokens[next].Kind == TokenKind.Number && int.TryParse(document.TextOf(tokens[next]), out decade) && decade is >= 10 and <= 90 && decade % 10 == 0)
        {
            var s = Skip(document, next + 1, end, "'’");
            if (s < end && tokens[s].Word == _s)
            {
                age = new AgeValue(decade, TimeUnit.Year, IsApproximate: true);
                return s + 1;
            }
        }

        return first;
    }

    private static bool IsDays(ReadOnlySpan<Token> tokens, int next, int end) => next < end && tokens[next].Kind == TokenKind.Word;

    private static bool IsSexLetter(Document document, Token token) =>
        token.End - token.Start == 1 && document.Text[token.Start] is 'M' or 'F';

    private static int Skip(Document document, int index, int end, string marks)
    {
        while (index < end && document.TokenArray[index] is { Kind: TokenKind.Dash or TokenKind.Punctuation } token
            && (marks.Contains(document.Text[token.Start], StringComparison.Ordinal) || (token.Kind == TokenKind.Dash && marks.Contains('-', StringComparison.Ordinal))))
        {
            index++;
        }

        return index;
    }
}
