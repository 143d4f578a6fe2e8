using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Tells by the tokens beside a number whether it may be that of an age, a duration or a date. Laboratory values, sizes and the article "a" are numbers
/// too, and of ten numbers of a report nine are told apart by one look at what follows: the grammars need not read them.
/// </summary>
internal sealed class TimeNumber
{
    private readonly WordSet _numbers;
    private readonly WordSet _behind;
    private readonly WordSet _sexNouns;
    private readonly int _of;

    /// <param name="numbers">The words that name numbers.</param>
    /// <param name="behind">The words that go on from a number in an age or a duration: units, decades, "old".</param>
    /// <param name="sexNouns">The nouns before an age that has no unit: "a man of 66".</param>
    /// <param name="vocabulary">The words of the models.</param>
    public TimeNumber(IEnumerable<int> numbers, IEnumerable<int> behind, WordSet sexNouns, Vocabulary.Builder vocabulary)
    {
        _numbers = [.. numbers];
        // "twenty one", "two and a half", "2 to 3", "2 or 3"
        _behind = [.. behind, .. _numbers, vocabulary.Add("and"), vocabulary.Add("to"), vocabulary.Add("or")];
        _sexNouns = sexNouns;
        _of = vocabulary.Add("of");
    }

    /// <summary>Whether a token is a number, in digits or as a word.</summary>
    public bool Is(in Token token) => token.Kind == TokenKind.Number || _numbers.Contains(token.Word);

    /// <summary>Whether an age, a duration or a date may start at a number.</summary>
    /// <param name="document">The document.</param>
    /// <param name="index">The number.</param>
    public bool MayStartTime(Document document, int index)
    {
        var tokens = document.TokenArray;
        return MayBeDate(tokens[index]) || index + 1 >= tokens.Length || MayGoOn(document, tokens[index + 1]) || IsBeforeNoun(document, index) || IsBehindNoun(document, index);
    }

    /// <summary>A year, or a date with stops: "2008", "03.2010".</summary>
    private static bool MayBeDate(in Token token) => token.Kind == TokenKind.Number && token.End - token.Start is 4 or >= 7;

    private bool MayGoOn(Document document, in Token next) => next.Kind switch
    {
        TokenKind.Dash or TokenKind.Number => true,
        TokenKind.Punctuation => document.Text[next.Start] is '/' or '½' or '¼' or '¾',
        _ => _behind.Contains(next.Word) || (next.End - next.Start == 1 && document.Text[next.Start] is 'M' or 'F'),
    };

    /// <summary>"69 male", "(68, female)".</summary>
    private bool IsBeforeNoun(Document document, int index)
    {
        var tokens = document.TokenArray;
        var next = index + (document.FirstCharacterOf(index + 1) == ',' ? 2 : 1);
        return next < tokens.Length && _sexNouns.Contains(tokens[next].Word);
    }

    /// <summary>"Mr. R, 59", "Mrs. R., 59".</summary>
    private static bool IsBehindName(Document document, int last)
    {
        last -= last > 0 && document.FirstCharacterOf(last) == '.' ? 1 : 0;
        return document.TokenArray[last].Has(TokenMarks.Capitalized);
    }

    /// <summary>"a man of 66", "A man, 83, …", "M/45", "F 34", "she was 62 when", "this man, then 44, had".</summary>
    private bool IsBehindNoun(Document document, int index)
    {
        var tokens = document.TokenArray;
        if (index < 2)
        {
            return index > 0 && (AgeMarks.IsSexLetter(document, tokens[0]) || _sexNouns.Contains(tokens[0].Word));
        }

        var mark = document.FirstCharacterOf(index - 1);
        return mark == '/' || AgeMarks.IsSexLetter(document, tokens[index - 1]) || _sexNouns.Contains(tokens[index - 1].Word) || (document.FirstCharacterOf(index - 2) == ',' && document.TextOf(tokens[index - 1]) is "then" or "now") || document.TextOf(tokens[index - 1]) is "is" or "was" or "been" or "being" || ((mark is ',' or ';' || tokens[index - 1].Word == _of) && (_sexNouns.Contains(tokens[index - 2].Word) || (mark == ',' && IsBehindName(document, index - 2))));
    }
}
