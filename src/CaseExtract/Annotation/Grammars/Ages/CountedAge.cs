using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads an age with its unit: <c>55-year-old</c>, <c>63 y/o</c>, "forty-five years old", "18 months of age", "3 years and 5 months old", "a 25 years female".</summary>
internal sealed class CountedAge(WordRoles<AgeWord> words, NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind "old" the thing may stand that is so old.</summary>
    private const int ThingReach = 3;

    /// <summary>How far behind the unit the person may stand who is so old.</summary>
    private const int PersonReach = 3;

    private readonly AgeMonthsReader _months = new(numbers, units);
    private readonly int _old = vocabulary.Add("old");
    private readonly int _of = vocabulary.Add("of");
    private readonly int _age = vocabulary.Add("age");
    private readonly int _o = vocabulary.Add("o");
    private readonly int _s = vocabulary.Add("s");

    /// <returns>Index of the token behind the age, or that of the number if it is none.</returns>
    public int Read(Document document, in AgeNumber number, int end, ref AgeValue age)
    {
        var unitEnd = units.Read(document, number.Next, end, out var unit);
        if (unitEnd == number.Next)
        {
            return number.First;
        }

        var value = number.Value;
        var behind = unitEnd;
        if (!words.Is(document.TokenArray[unitEnd - 1].Word, AgeWord.YearsOld))
        {
            behind = EndOf(document, _months.Read(document, unitEnd, end, unit, ref value), end, unit);
        }

        if (behind < 0)
        {
            return number.First;
        }

        age = new AgeValue(value, unit, number.IsApproximate);
        return behind;
    }

    /// <summary>The token behind what makes a time an age; -1 where nothing does.</summary>
    private int EndOf(Document document, int unitEnd, int end, TimeUnit unit)
    {
        var tokens = document.TokenArray;
        var behind = AgeMarks.Skip(document, unitEnd, end, "-/.,'’");
        if (behind < end && behind > unitEnd && tokens[behind].Word == _s)
        {
            behind++; // "52 year's old"
        }

        if (behind >= end)
        {
            return -1;
        }

        if (tokens[behind].Word == _o)
        {
            return behind + 1;
        }

        if (tokens[behind].Word == _old)
        {
            return IsOfThing(tokens, behind + 1, end) ? -1 : behind + 1;
        }

        if (tokens[behind].Word == _of && behind + 1 < end && tokens[behind + 1].Word == _age)
        {
            return behind + 2;
        }

        return unit != TimeUnit.Hour && IsOfPerson(document, behind, unitEnd, end) ? unitEnd : -1;
    }

    /// <summary>"her 15-year-old breast implant".</summary>
    private bool IsOfThing(ReadOnlySpan<Token> tokens, int behind, int end) => words.Stand(tokens, behind, Math.Min(end, behind + ThingReach), AgeWord.Thing);

    /// <summary>"A 25 years female", "an 83 years Hindu lady": a person behind, with at most three plain words between; "45 years/M", "31 yrs F."</summary>
    private bool IsOfPerson(Document document, int behind, int unitEnd, int end)
    {
        var tokens = document.TokenArray;
        var person = behind;
        while (person < end && person < behind + PersonReach && tokens[person].Kind == TokenKind.Word && !words.Is(tokens[person].Word, AgeWord.Person | AgeWord.SexLetter | AgeWord.Break))
        {
            person++;
        }

        return person < end && (words.Is(tokens[person].Word, AgeWord.Person)
            || (AgeMarks.IsSexLetter(document, tokens[person]) && person <= unitEnd + 1 && (person + 1 >= end || tokens[person + 1].Kind == TokenKind.Punctuation)));
    }
}
