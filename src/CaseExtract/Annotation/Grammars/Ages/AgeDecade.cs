using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads the decade of an age: "in her 60s", "in his late fifties", "in the seventh decade of life", which is in the sixties.</summary>
internal sealed class AgeDecade(WordRoles<AgeWord> words, NumberReader numbers, Vocabulary.Builder vocabulary)
{
    private readonly int _the = vocabulary.Add("the");
    private readonly int _decade = vocabulary.Add("decade");
    private readonly int _of = vocabulary.Add("of");
    private readonly int _life = vocabulary.Add("life");
    private readonly int _s = vocabulary.Add("s");

    /// <returns>Index of the token behind the decade, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        var next = first + 1;
        if (next >= end || (tokens[next].Word != _the && !words.Is(tokens[next].Word, AgeWord.Possessive)))
        {
            return first;
        }

        var isOwn = tokens[next++].Word != _the;
        var behind = ReadOrdinal(document, next, end, isOwn, out var decade);
        behind = behind == next && isOwn ? ReadTens(document, next, end, out decade) : behind;
        if (behind == next)
        {
            return first;
        }

        age = new AgeValue(decade, TimeUnit.Year, IsApproximate: true);
        return behind;
    }

    /// <summary>"his [sixth decade]", "the [sixth decade of life]"; "the sixth decade" may be one of a century.</summary>
    private int ReadOrdinal(Document document, int first, int end, bool isOwn, out double decade)
    {
        var tokens = document.TokenArray;
        var behind = numbers.ReadOrdinal(document, first, end, out var ordinal);
        decade = (ordinal - 1) * 10;
        if (behind == first || behind >= end || tokens[behind].Word != _decade || ordinal is not (> 1 and < 11))
        {
            return first;
        }

        var isOfLife = behind + 2 < end && tokens[behind + 1].Word == _of && tokens[behind + 2].Word == _life;
        return isOfLife ? behind + 3 : isOwn ? behind + 1 : first;
    }

    /// <summary>"60s", "late fifties"; <paramref name="first"/> where none stands there.</summary>
    private int ReadTens(Document document, int first, int end, out double decade)
    {
        var tokens = document.TokenArray;
        var next = first < end && words.Is(tokens[first].Word, AgeWord.PartOfDecade) ? AgeMarks.Skip(document, first + 1, end, "-") : first;
        var behind = numbers.ReadCardinal(document, next, end, out decade);
        if (behind != next + 1 || decade is < 10 or > 90 || decade % 10 != 0)
        {
            return first;
        }

        // a plural has the number of its word, so that "fifties" is read as "fifty"; "his ten years" are no decade of age
        if (tokens[next].Kind == TokenKind.Word)
        {
            return decade > 10 ? behind : first;
        }

        var s = AgeMarks.Skip(document, behind, end, "'’");
        return s < end && tokens[s].Word == _s ? s + 1 : first;
    }
}
