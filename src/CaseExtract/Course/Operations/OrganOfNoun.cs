using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Whether a noun for a removal takes an organ: "removal of the left [kidney]", "resection of segments V and VI of the [liver]", "[spleen] resection".</summary>
internal sealed class OrganOfNoun(WordRoles<OperationWord> words, OperationObjects objects, GeneralRemoval general, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind "removal of" an organ may stand.</summary>
    private const int Reach = 4;

    /// <summary>How far behind "resection of" an organ may stand whose part is named before it.</summary>
    public const int PartReach = 10;

    private readonly int _of = vocabulary.Add("of");

    public bool Is(ClinicalCourse course, PlacedMention noun, PlacedMention organ)
    {
        var behind = organ.FirstToken - noun.EndToken;
        if (behind is >= 1 and <= PartReach && course.Document.TokenArray[noun.EndToken].Word == _of && !objects.Stands(course, noun.EndToken, organ.FirstToken)
            && (behind <= Reach || IsPartOf(course, noun.EndToken, organ)))
        {
            return true;
        }

        // "spleen resection"
        return organ.EndToken == noun.FirstToken && general.Is(course, noun, (ProcedureConcept)noun.Concept);
    }

    /// <summary>"resection [of segments V and VI of] the liver", "of [I–IV and VIII] hepatic segments": a part is named between, and it is the organ's.</summary>
    private bool IsPartOf(ClinicalCourse course, int of, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        var isNumbered = true;
        for (var index = of + 1; index < organ.FirstToken && isNumbered; index++)
        {
            isNumbered = tokens[index].Kind is not (TokenKind.Word or TokenKind.Alphanumeric) || RomanNumeral.TryParse(course.Document.TextOf(tokens[index]), out _)
                || course.Document.TextOf(tokens[index]) is "and" or "to" or "the";
        }

        return isNumbered || (words.Stand(tokens, of + 1, Math.Min(organ.FirstToken, of + 4), OperationWord.PartOfOrgan) && organ.Value != "pneumonectomy"
            && (tokens[organ.FirstToken - 1].Word == _of || tokens[organ.FirstToken - 2].Word == _of));
    }
}
