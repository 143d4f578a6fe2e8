using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Tells whether a word that begins the name of a tumour stands apart from the rest of it, as diagnoses are listed: "liposarcoma, dedifferentiated", "adenoma (villous)",
/// "the carcinoma was mucoepidermoid", "lepidic well-differentiated adenocarcinoma", "collecting duct (Bellini) carcinoma", "carcinoma medullary".
/// </summary>
internal sealed class InvertedNameReader(Vocabulary.Builder vocabulary)
{
    /// <summary>How many words may stand between the name and the mark: "carcinoma of the right thyroid, minimally invasive".</summary>
    private const int Place = 5;

    private readonly WordSet _placeWords = vocabulary.AddAll("of", "in", "from", "at");
    private readonly WordSet _copulas = vocabulary.AddAll("was", "were", "is");
    private readonly WordSet _gradeWords = vocabulary.AddAll("well", "moderately", "poorly", "differentiated", "high", "low", "intermediate", "grade", "invasive", "infiltrating", "infiltrative", "primary", "type", "advanced", "recurrent");
    private readonly WordSet _adverbs = vocabulary.AddAll("predominantly", "mainly", "mostly", "purely");
    private readonly WordSet _joints = vocabulary.AddAll("and", "or");
    private readonly WordSet _afterWords = vocabulary.AddAll("was", "were", "is", "with", "grade", "who", "figo", "of", "in", "on", "at");

    public bool IsTurnedRound(ClinicalCourse course, PlacedMention tumour, PlacedMention word) => word.FirstToken >= tumour.EndToken
        ? IsBehind(course, tumour.EndToken, word)
        : (tumour.FirstToken > word.EndToken || tumour.Concept is TumourConcept { Kind: TumourKind.Generic, Behaviour: '3' }) && AreAll(course, word.EndToken, tumour.FirstToken, _gradeWords); // "apocrine breast cancer"

    /// <summary>"of the solid and comedo type" is of neither.</summary>
    public bool IsJoined(ClinicalCourse course, PlacedMention word) => word.FirstToken > 0 && _joints.Contains(course.Document.TokenArray[word.FirstToken - 1].Word);

    private bool IsBehind(ClinicalCourse course, int from, PlacedMention word)
    {
        var tokens = course.Document.TokenArray;
        var last = word.FirstToken - 1;
        if (!EndsThere(course, word))
        {
            return false;
        }

        if (last < from)
        {
            return true;   // "carcinoma medullary of the thyroid"
        }

        last -= _adverbs.Contains(tokens[last].Word) ? 1 : 0;
        if (last < from)
        {
            return false;
        }

        if (_copulas.Contains(tokens[last].Word))
        {
            return last == from;
        }

        return tokens[last].Kind is TokenKind.Punctuation or TokenKind.Dash && course.Document.Text[tokens[last].Start] is ',' or '(' or '[' or ':' or '-' or '–'
            && (last == from || _placeWords.Contains(tokens[from].Word) && last - from <= Place && AreWords(course, from, last));
    }

    /// <summary>Behind the word the name is over: "sarcoma, synovial, was", not "sarcoma, synovial fluid".</summary>
    private bool EndsThere(ClinicalCourse course, PlacedMention word)
    {
        if (word.EndToken >= course.Document.SentenceArray[word.Sentence].EndToken)
        {
            return true;
        }

        var next = course.Document.TokenArray[word.EndToken];
        return next.Kind == TokenKind.Punctuation || _afterWords.Contains(next.Word);
    }

    private static bool AreWords(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TokenArray[index].Kind == TokenKind.Punctuation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether only such words stand between; what is in brackets does not count: "collecting duct (Bellini) carcinoma".</summary>
    private static bool AreAll(ClinicalCourse course, int from, int to, WordSet words)
    {
        var depth = 0;
        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            var mark = course.Document.Text[token.Start];
            depth += mark is '(' or '[' ? 1 : mark is ')' or ']' ? -1 : 0;
            if (depth == 0 && mark is not (')' or ']') && token.Kind != TokenKind.Dash && !words.Contains(token.Word))
            {
                return false;
            }
        }

        return true;
    }
}
