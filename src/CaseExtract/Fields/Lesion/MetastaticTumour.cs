using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>The tumour that a word of spread is said of, and what that tells of its organ: "metastatic leiomyosarcoma", "metastatic prostate cancer", "metastatic lung carcinoma of the thyroid".</summary>
internal sealed class MetastaticTumour(WordRoles<SpreadWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind a word of spread the organ of the tumour may stand, and a place that is not its organ.</summary>
    private const int OrganReach = 6;
    private const int PlaceReach = 9;

    private readonly int _of = vocabulary.Add("of");

    /// <summary>"metastatic leiomyosarcoma", "squamous cell carcinoma of the rectum metastatic to both ovaries": the tumour that the word is said of.</summary>
    public PlacedMention? Of(ClinicalCourse course, PlacedMention spread)
    {
        PlacedMention? before = null;
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Tumour, spread.FirstToken - 5, spread.EndToken + 2))
        {
            if (spread.Overlaps(mention))
            {
                // "peritoneal carcinomatosis" is a stage of the primary's disease; that of the meninges is a lesion of its own
                if (mention.Concept is (TumourConcept { Morphology: not null } or TumourConcept { Site: not null })
                    && (mention.Concept is not TumourConcept { Morphology: "8010" } || words.Is(course.Document.TokenArray[mention.FirstToken].Word, SpreadWord.Meningeal)))
                {
                    return mention;
                }

                continue;
            }

            if (spread.FirstToken - mention.EndToken is >= 0 and <= 5 && spread.EndToken < course.SentenceOf(spread).EndToken && words.Is(course.Document.TokenArray[spread.EndToken].Word, SpreadWord.To)
                && !words.Stand(course.Document.TokenArray, mention.EndToken, spread.FirstToken, SpreadWord.With))
            {
                before = mention;
            }

            if (spread.FirstToken - mention.EndToken is >= 1 and <= 5 && IsAppended(course, spread))
            {
                before = mention;
            }

            if (mention.FirstToken - spread.EndToken is >= 0 and <= 2 && !words.Stand(course.Document.TokenArray, spread.EndToken, mention.FirstToken, SpreadWord.With))
            {
                return mention;
            }
        }

        return before;
    }

    /// <summary>"Clear cell carcinoma, [metastatic].", "adenocarcinoma of the lung ([metastatic])": an adjective that stands behind its tumour.</summary>
    private static bool IsAppended(ClinicalCourse course, PlacedMention spread)
    {
        var tokens = course.Document.TokenArray;
        return course.Document.FirstCharacterOf(spread.FirstToken - 1) is ',' or '(' && spread.EndToken - spread.FirstToken == 1
            && course.Document.TextOf(tokens[spread.FirstToken]) is "metastatic" or "Metastatic" && (spread.EndToken >= course.SentenceOf(spread).EndToken || tokens[spread.EndToken].Kind == TokenKind.Punctuation);
    }

    /// <summary>Whether the tumour behind a word of spread is named with its organ: "metastatic prostate cancer", "metastatic carcinoma of the ileum".</summary>
    public bool IsOfOrgan(ClinicalCourse course, PlacedMention spread, TumourConcept tumour)
    {
        if (tumour.Site is not null)
        {
            return true;
        }

        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Site, spread.EndToken, spread.EndToken + OrganReach))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Organ } && mention.FirstToken - spread.EndToken is >= 0 and <= OrganReach
                && (mention.FirstToken - spread.EndToken <= 1 || WordBefore(course, mention, 1) == _of || WordBefore(course, mention, 2) == _of))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"metastatic bladder carcinoma to the clavicle", "metastatic lung carcinoma of the thyroid": a place that is not the tumour's organ stands behind its name.</summary>
    public bool IsElsewhere(ClinicalCourse course, PlacedMention spread, TumourConcept tumour)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.EndToken, spread.EndToken + PlaceReach))
        {
            if (mention.FirstToken - spread.EndToken is < 1 or > PlaceReach || mention.Kind is not (MentionKind.Site or MentionKind.Region or MentionKind.Level))
            {
                continue;
            }

            var isTo = words.Is(WordBefore(course, mention, 1), SpreadWord.To) || words.Is(WordBefore(course, mention, 2), SpreadWord.To) || (mention.FirstToken - spread.EndToken >= 3 && words.Is(WordBefore(course, mention, 3), SpreadWord.To));
            var isOf = WordBefore(course, mention, 1) == _of || WordBefore(course, mention, 2) == _of || (mention.FirstToken - spread.EndToken >= 3 && WordBefore(course, mention, 3) == _of);
            if ((isTo || (isOf && tumour.Site is not null)) && !(mention.Concept is SiteConcept site && tumour.Site is { } own && TopographyCode.IsSameOrgan(site.Topography, own)))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordBefore(ClinicalCourse course, PlacedMention mention, int distance) => course.Document.TokenArray[mention.FirstToken - distance].Word;
}
