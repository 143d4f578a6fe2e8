using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads an age behind a word for it: "aged 47", "at the age of about six months", "his age at presentation was 61", "Age: 54". That of a group, "aged 34 to 60 years", is none.</summary>
internal sealed class AgedPhrase(WordRoles<AgeWord> words, NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
{
    /// <summary>So many words may say whose age it is, or at what, before its verb.</summary>
    private const int WhoseReach = 7;

    /// <summary>A number in words and without unit is an age from here on: "at the age of two" may be of a list.</summary>
    private const int LeastInWords = 3;

    private readonly AgeMonthsReader _months = new(numbers, units);
    private readonly int _old = vocabulary.Add("old");
    private readonly int _of = vocabulary.Add("of");
    private readonly int _age = vocabulary.Add("age");
    private readonly int _to = vocabulary.Add("to");
    private readonly int _at = vocabulary.Add("at");
    private readonly int _the = vocabulary.Add("the");

    /// <returns>Index of the token behind the age, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        var next = NumberBehind(document, first, end);
        var isApproximate = next < end && words.Is(tokens[next].Word, AgeWord.Approximate);
        next += isApproximate ? 1 : 0;
        var behind = numbers.ReadCardinal(document, next, end, out var value);
        if (behind == next || value > AgeNumber.MostYears)
        {
            return first;
        }

        var unitFirst = AgeMarks.Skip(document, behind, end, "-");
        var unitEnd = units.Read(document, unitFirst, end, out var unit);
        if (unitEnd > unitFirst)
        {
            unitEnd = _months.Read(document, unitEnd, end, unit, ref value);
        }
        else if (tokens[next].Kind == TokenKind.Number || value >= LeastInWords)
        {
            unit = TimeUnit.Year;
            unitEnd = behind;
        }
        else
        {
            return first;
        }

        // "aged 34 to 60 years": a group of people
        if (unitEnd + 1 < end && (tokens[unitEnd].Word == _to || tokens[unitEnd].Kind == TokenKind.Dash) && numbers.ReadCardinal(document, unitEnd + 1, end, out _) > unitEnd + 1)
        {
            return first;
        }

        age = new AgeValue(value, unit, isApproximate);
        return unitEnd < end && tokens[unitEnd].Word == _old ? unitEnd + 1 : unitEnd;
    }

    /// <summary>Where the number stands: behind "aged", "age of", "age:", or the verb of "the age of the patient was".</summary>
    private int NumberBehind(Document document, int first, int end)
    {
        var tokens = document.TokenArray;
        var next = first + 1;
        if (next < end && tokens[next].Word == _of)
        {
            next++;
        }

        // "the age of the patient was 58", "his age at presentation was 61", not the mean age
        if (tokens[first].Word == _age && (first == 0 || !words.Is(tokens[first - 1].Word, AgeWord.Average)))
        {
            var verb = first + 1;
            while (verb < end && verb <= first + WhoseReach && words.Is(tokens[verb].Word, AgeWord.Whose))
            {
                verb++;
            }

            next = verb < end && words.Is(tokens[verb].Word, AgeWord.Copula) ? verb + 1 : next;
        }

        next = AgeMarks.Skip(document, next, end, ":=-");
        return next < end && (tokens[next].Word == _at || tokens[next].Word == _the) ? next + 1 : next;
    }
}
