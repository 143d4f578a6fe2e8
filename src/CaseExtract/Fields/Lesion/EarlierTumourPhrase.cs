using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// The lesion traced to a tumour known before, with no word of spread: "with the look of her known thymoma, identical to the primary rectal cancer",
/// "consistent with her known melanoma", "derived from the earlier ovarian cancer".
/// </summary>
internal sealed class EarlierTumourPhrase
{
    /// <summary>How far before the tumour's name the word of likeness and the word for the earlier tumour may stand.</summary>
    private const int LikenessReach = 12;
    private const int EarlierReach = 4;

    private readonly EarlierWords _earlier;
    private readonly WordSet _same;
    private readonly WordSet _fitting;
    private readonly int _primary;

    public EarlierTumourPhrase(Vocabulary.Builder vocabulary)
    {
        _earlier = new EarlierWords(vocabulary);
        _same = Words("similar", "identical", "same", "resembling", "resembled", "matching", "matched");
        _fitting = Words("consistent", "compatible", "originating", "originated", "derived", "deriving", "spread");
        _primary = vocabulary.Add("primary");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>The name of the earlier tumour, where the present lesion is traced to one.</summary>
    public PlacedMention? Find(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: not TumourKind.Lesion } } && mention.Episode is Episode.Present or Episode.Earlier
                && !mention.Is(Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient) && IsTracedTo(course, mention))
            {
                return mention;
            }
        }

        return null;
    }

    private bool IsTracedTo(ClinicalCourse course, PlacedMention tumour)
    {
        var start = course.SentenceOf(tumour).FirstToken;
        var near = Math.Max(start, tumour.FirstToken - EarlierReach);
        var isEarlier = _earlier.Any(course, near, tumour.FirstToken);
        if (!isEarlier && !Any(near, tumour.EndToken, _primary))
        {
            return false;
        }

        for (var index = Math.Max(start, tumour.FirstToken - LikenessReach); index < tumour.FirstToken; index++)
        {
            var word = course.Document.TokenArray[index].Word;
            if (_same.Contains(word) || (isEarlier && _fitting.Contains(word)))
            {
                return true;
            }
        }

        return false;

        bool Any(int from, int to, int wanted)
        {
            for (var index = from; index < to; index++)
            {
                if (course.Document.TokenArray[index].Word == wanted)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
