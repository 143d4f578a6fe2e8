using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>Tells whether a tumour has left its place: by metastases, or by a word of invasion beside its name.</summary>
internal sealed class InvasionReader
{
    /// <summary>How far before the name of a tumour in situ a word of invasion may stand; behind it, twice as far.</summary>
    private const int Reach = 8;

    private readonly WordSet _words;
    private readonly WordSet _denials;
    private readonly int _micro;

    public InvasionReader(Vocabulary.Builder vocabulary)
    {
        _words = vocabulary.AddAll("infiltrating", "invasive", "microinvasive", "microinvasion", "invading", "infiltrated", "invaded");
        _denials = vocabulary.AddAll("no", "non", "not", "without", "minimally");
        _micro = vocabulary.Add("micro");
    }

    /// <summary>Whether any metastasis, of nodes too, is told in fact.</summary>
    public static bool HasSpread(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention is { Concept: ValueConcept { Value: "metastasis" }, Episode: Episode.Present or Episode.FollowUp } && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"ductal carcinoma in situ with foci of microinvasion", "intraductal and infiltrating carcinoma": a word of invasion near a mention in fact.</summary>
    public bool IsTold(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            var bounds = course.SentenceOf(mention);
            for (var index = Math.Max(bounds.FirstToken, mention.FirstToken - Reach); index < Math.Min(bounds.EndToken, mention.EndToken + (2 * Reach)); index++)
            {
                if (IsWord(course, index) && !IsDenied(course, bounds.FirstToken, index))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsDenied(ClinicalCourse course, int start, int token)
    {
        for (var index = Math.Max(start, token - 4); index < token; index++)
        {
            if (_denials.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word of invasion, or "micro-invasion".</summary>
    private bool IsWord(ClinicalCourse course, int token)
    {
        var tokens = course.Document.TokenArray;
        return _words.Contains(tokens[token].Word) || (tokens[token].Word == _micro && token + 1 < tokens.Length && tokens[token + 1].Kind == TokenKind.Dash);
    }
}
