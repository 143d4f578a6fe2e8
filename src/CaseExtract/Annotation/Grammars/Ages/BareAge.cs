using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads an age that is told by who stands beside the number, whether or not a unit does: <c>67F</c>, <c>M/45</c>, "a man of 66", "A man, 83, was seen", "she was 62 when".</summary>
internal sealed class BareAge(WordRoles<AgeWord> words, TimeUnitReader units, Vocabulary.Builder vocabulary)
{
    private readonly int _old = vocabulary.Add("old");
    private readonly int _of = vocabulary.Add("of");

    /// <returns>Index of the token behind the age, or that of the number if it is none.</returns>
    public int Read(Document document, in AgeNumber number, int end, ref AgeValue age)
    {
        if (!number.MayBeYears)
        {
            return number.First;
        }

        var unit = TimeUnit.Year;
        var behind = number.Next;
        if (!IsBeforeLetter(document, number, end))
        {
            if (IsOfPersonBefore(document, number, end) || IsPredicate(document, number, end))
            {
                behind = units.Read(document, number.Next, end, out var named);
                unit = behind > number.Next ? named : unit;
            }
            else if (IsBeforeNoun(document, number, end))
            {
                behind = number.End;
            }
            else if (IsOldWithoutUnit(document, number, end))
            {
                behind++;
            }
            else
            {
                return number.First;
            }
        }

        age = new AgeValue(number.Value, unit, number.IsApproximate);
        return behind;
    }

    /// <summary><c>67F</c>, <c>67 F</c>, <c>45/F</c>: whole years in digits.</summary>
    private static bool IsBeforeLetter(Document document, in AgeNumber number, int end)
    {
        var tokens = document.TokenArray;
        var letter = number.Next;
        return tokens[number.First].Kind == TokenKind.Number && letter < end && AgeMarks.IsSexLetter(document, tokens[letter]) && number.Value == Math.Floor(number.Value)
            && (letter + 1 >= end || tokens[letter + 1].Has(TokenMarks.SpaceBefore) || document.TextOf(tokens[letter + 1]) is "," or "." or ";" or ":" or ")");
    }

    /// <summary>"69 male.", "(68, female)": whole years in digits at the head of a note, or between brackets.</summary>
    private static bool IsBeforeNoun(Document document, in AgeNumber number, int end)
    {
        var tokens = document.TokenArray;
        var first = number.First;
        var noun = number.Next;
        noun += noun < end && document.FirstCharacterOf(noun) == ',' ? 1 : 0;
        return noun < end && tokens[first].Kind == TokenKind.Number && document.TextOf(tokens[noun]) is "female" or "male" or "Female" or "Male"
            && Opens(document, first)
            && (noun + 1 >= end || document.FirstCharacterOf(noun + 1) is '.' or ',' or ')' or ';' or ':');
    }

    /// <summary>"a 73-old man": the unit was forgotten.</summary>
    private bool IsOldWithoutUnit(Document document, in AgeNumber number, int end) => number.Next + 1 < end && document.TokenArray[number.Next].Word == _old
        && words.Is(document.TokenArray[number.Next + 1].Word, AgeWord.Person | AgeWord.SexLetter);

    /// <summary>"a man of 66", "a girl of eleven", "A man, 83, …", "male, 56 years", <c>M/45</c>, "Mrs. R, 59, …".</summary>
    private bool IsOfPersonBefore(Document document, in AgeNumber number, int end)
    {
        var tokens = document.TokenArray;
        var (first, next) = (number.First, number.Next);
        if (IsBehindLetter(document, number, end))
        {
            return true;
        }

        if (first < 2)
        {
            return false;
        }

        // "this man, [then] 44, had"
        if (first > 2 && document.TextOf(tokens[first - 1]) is "then" or "now" && document.FirstCharacterOf(first - 2) == ',' && next < end && tokens[next].Kind == TokenKind.Punctuation)
        {
            return words.Is(tokens[first - 3].Word, AgeWord.Person | AgeWord.Pronoun);
        }

        var mark = document.FirstCharacterOf(first - 1);
        // "M/45.", and at the head of a line or behind a mark whatever follows: "F/58 with back pain"
        if (mark == '/' && AgeMarks.IsSexLetter(document, tokens[first - 2]) && (next >= end || tokens[next].Kind == TokenKind.Punctuation || Opens(document, first - 2)))
        {
            return true;
        }

        // "the patient (F, 71)"
        if (mark == ',' && first > 2 && document.FirstCharacterOf(first - 3) == '(' && AgeMarks.IsSexLetter(document, tokens[first - 2]))
        {
            return true;
        }

        // "a woman (39 y)"
        if (mark == '(')
        {
            var unit = units.Read(document, next, end, out _);
            return unit > next && unit < end && document.FirstCharacterOf(unit) is ')' or ',' && words.Is(tokens[first - 2].Word, AgeWord.Person | AgeWord.SexLetter);
        }

        return (tokens[first - 1].Word == _of || mark is ',' or ';')
            && (words.Is(tokens[first - 2].Word, AgeWord.Person) || (mark == ',' && IsTitled(document, first - 2)))
            && (next >= end || tokens[next].Kind == TokenKind.Punctuation || words.Is(tokens[next].Word, AgeWord.GoesOn) || HasUnit(document, next, end));
    }

    /// <summary>"Clinical details: [F] 34.", "[M], 60.", "[Female] 50 y": a letter or noun that opens a line of a form, and a number that ends it or has its unit.</summary>
    private bool IsBehindLetter(Document document, in AgeNumber number, int end)
    {
        var tokens = document.TokenArray;
        var letter = number.First - 1;
        letter -= letter > 0 && document.FirstCharacterOf(letter) == ',' ? 1 : 0;
        return letter >= 0 && tokens[number.First].Kind == TokenKind.Number
            && (AgeMarks.IsSexLetter(document, tokens[letter]) || document.TextOf(tokens[letter]) is "female" or "Female" or "FEMALE" or "male" or "Male" or "MALE" or "Boy" or "Girl" or "Man" or "Woman" or "Lady")
            && (number.Next >= end || document.FirstCharacterOf(number.Next) is '.' or ',' or ';' or ')' || HasUnit(document, number.Next, end))
            && Opens(document, letter);
    }

    /// <summary>Whether a token opens the text, a line, a sentence or what a colon or a bracket introduces.</summary>
    private static bool Opens(Document document, int token) =>
        token == 0 || document.FirstCharacterOf(token - 1) is ':' or '.' or '(' || document.TokenArray[token].Has(TokenMarks.LineStart);

    /// <summary>"[Mrs. R], 59, …": a name behind a title.</summary>
    private static bool IsTitled(Document document, int name)
    {
        for (var index = name; index >= Math.Max(0, name - 3) && document.TokenArray[index] is { Kind: TokenKind.Punctuation } or { Kind: TokenKind.Word }; index--)
        {
            if (document.TextOf(index) is "Mr" or "Mrs" or "Ms" or "Miss")
            {
                return index < name;
            }
        }

        return false;
    }

    /// <summary>"a man, 66 years, was seen", and not "a man, five years after gastrectomy, was seen".</summary>
    private bool HasUnit(Document document, int next, int end) =>
        units.Read(document, next, end, out _) is var behind && behind > next && (behind >= end || !words.Is(document.TokenArray[behind].Word, AgeWord.Between));

    /// <summary>"the woman, who is 43, …", "she was 62 at the time of presentation", "he was 47 when his kidney was removed".</summary>
    private bool IsPredicate(Document document, in AgeNumber number, int end)
    {
        var tokens = document.TokenArray;
        var (subject, next) = (number.First - 2, number.End);
        if (subject < 0 || !words.Is(tokens[number.First - 1].Word, AgeWord.Copula))
        {
            return false;
        }

        if (document.TextOf(tokens[number.First - 1]) is "is" && IsTitled(document, subject) && (next >= end || document.FirstCharacterOf(next) is '.' or ',' or ';'))
        {
            return true; // "Mr P is 55."
        }

        subject -= subject > 0 && document.TextOf(tokens[subject]) is "had" or "has" or "now" or "then" ? 1 : 0;
        return words.Is(tokens[subject].Word, AgeWord.Pronoun | AgeWord.Person)
            && (next >= end || words.Is(tokens[next].Word, AgeWord.Moment) || document.FirstCharacterOf(next) is ',' or ';' or '.' or ')');
    }
}
