using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// WHO grades of tumours among the grades that <c>lexicons/grade.tsv</c> names: "WHO grade II" as such, "grade II" where the World Health Organization stands
/// right beside it. Grades of toxicity, and ranges, are none.
/// </summary>
internal sealed class WhoGrade(WordRoles<ScaleWord> words)
{
    private const string Scale = "who-grade";

    public ScaleConcept? Read(Document document, Mention grade, int start, int end)
    {
        var value = ((ValueConcept)grade.Concept).Value;
        if (value is not ([.., ' ' or 'G', >= '1' and <= '4'] and ['W' or 'G', ..]) || IsRange(document, grade.EndToken, end) || IsToxicity(document, grade.EndToken, end))
        {
            return null;
        }

        return value[0] == 'W' || IsBesideWho(document, grade, start, end) ? new ScaleConcept(Scale, value[^1..], grade.EndToken - 1) : null;
    }

    /// <summary>"grade II-III", "grade 1 to 2", "grade 1 or 2".</summary>
    private bool IsRange(Document document, int index, int end) => index + 1 < end
        && (document.TokenArray[index].Kind == TokenKind.Dash || document.TextOf(index) is "/" or "or" || words.Is(document.TokenArray[index].Word, ScaleWord.To))
        && (document.TokenArray[index + 1].Kind == TokenKind.Number || RomanNumeral.TryParse(document.TextOf(index + 1), out _));

    private bool IsToxicity(Document document, int index, int end)
    {
        for (var behind = index; behind < Math.Min(end, index + 3); behind++)
        {
            if (words.Is(document.TokenArray[behind].Word, ScaleWord.Toxicity))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"grade II (WHO)", "grade I of the WHO classification", "World Health Organization grade 2".</summary>
    private bool IsBesideWho(Document document, Mention grade, int start, int end)
    {
        for (var index = grade.EndToken; index < Math.Min(end, grade.EndToken + 6); index++)
        {
            if (IsWho(document, index))
            {
                return true;
            }

            if (!words.Is(document.TokenArray[index].Word, ScaleWord.By) && document.TextOf(index) is not ("(" or ","))
            {
                break;
            }
        }

        for (var index = grade.FirstToken - 1; index >= Math.Max(start, grade.FirstToken - 3); index--)
        {
            if (IsWho(document, index))
            {
                return true;
            }

            if (!words.Is(document.TokenArray[index].Word, ScaleWord.Noun | ScaleWord.Link) && document.TextOf(index) is not (")" or "("))
            {
                break;
            }
        }

        return false;
    }

    private bool IsWho(Document document, int index)
    {
        var token = document.TokenArray[index];
        return words.Is(token.Word, ScaleWord.Who) && (token.Has(TokenMarks.AllCapitals) || token.End - token.Start > 3);
    }
}
