using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;

namespace CaseExtract.Fields;

/// <summary>Describes the words beside a place: the tumour that it belongs to, the metastasis that it is the seat or the source of, the examination it is the object of.</summary>
internal sealed class SiteSurroundings(ModelSource models, WordRoles<SiteWord> words)
{
    /// <summary>How many words may stand between a tumour and its place behind and before it.</summary>
    private const int Behind = 5;
    private const int Before = 2;

    /// <summary>How many words may stand between a metastasis and its seat.</summary>
    private const int ToSeat = 4;

    /// <summary>A tumour or a mass says so much more than a nodule or a cyst.</summary>
    private const double SaidTumour = 1.25;

    private readonly BroaderMorphologies _broader = new(models);

    public void Describe(ClinicalCourse course, IndexLesion lesion, PlacedMention site, TumourConcept tumour, Span<double> values)
    {
        Set(values, SiteFeature.StrangeTissue, TissueSite.IsStrange(site, tumour));
        Set(values, SiteFeature.Examined, words.Is(WordBehind(course, site), SiteWord.Examined));
        DescribeNeighbours(course, lesion, site, tumour, values);
        DescribeSpread(course, site, values);
        if (values[(int)SiteFeature.CalledPrimary] > 0)
        {
            values[(int)SiteFeature.PlaceOfSpread] = 0;   // "metastasis of a femoral primary"
        }

        if (values[(int)SiteFeature.PlaceOfSpread] > 0)
        {
            values[(int)SiteFeature.OfDiagnosis] = values[(int)SiteFeature.OfLesion] = 0;   // "metastatic mass in the liver": it lies there, and came from elsewhere
        }

        if (values[(int)SiteFeature.OfDiagnosis] > 0 && !TissueSite.IsImpossible(site, tumour))
        {
            values[(int)SiteFeature.StrangeTissue] = 0;   // "sarcoma of the femur": the text says so
        }

        foreach (var diagnosis in course.MentionsOf(site.Sentence))
        {
            if (diagnosis.Kind == MentionKind.Tumour && lesion.Has(diagnosis))
            {
                Set(values, SiteFeature.InDiagnosisSentence, true);
                var distance = site.FirstToken >= diagnosis.EndToken ? site.FirstToken - diagnosis.EndToken : diagnosis.FirstToken - site.EndToken;
                if (distance <= 4)
                {
                    Set(values, SiteFeature.NearDiagnosis, true);
                }
            }
        }
    }

    /// <summary>"metastasis to the liver", "liver metastases", "peritoneal involvement"; "metastasis from the stomach", "metastasis of a ureteral cancer".</summary>
    public void DescribeSpread(ClinicalCourse course, PlacedMention site, Span<double> values)
    {
        Set(values, SiteFeature.PlaceOfSpread, site.Kind != MentionKind.Tumour && words.Is(WordBehind(course, site), SiteWord.Spread));
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            if (other is not { Kind: MentionKind.Spread, Value: "metastasis" })
            {
                continue;
            }

            if (IsSource(course, site, other))
            {
                Set(values, SiteFeature.SourceOfSpread, true);
            }
            else if (IsSeat(course, site, other, values[(int)SiteFeature.StrangeTissue] > 0))
            {
                Set(values, SiteFeature.PlaceOfSpread, true);
            }
        }
    }

    private bool IsSource(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        var before = site.FirstToken - metastasis.EndToken;
        return before is >= 1 and <= 6 && (words.Stand(course, metastasis.EndToken, site.FirstToken, SiteWord.From)
            || (site.Kind == MentionKind.Tumour && before <= 4 && course.Document.TextOf(course.Document.TokenArray[metastasis.EndToken]) is "of"));
    }

    private bool IsSeat(ClinicalCourse course, PlacedMention site, PlacedMention metastasis, bool isStrange)
    {
        var behind = metastasis.FirstToken - site.EndToken;
        var before = site.FirstToken - metastasis.EndToken;
        if (before == 0 && words.Is(WordBehind(course, site), SiteWord.Deposit))
        {
            return true;
        }

        if (site.Kind == MentionKind.Tumour)
        {
            return false;
        }

        return (metastasis.FirstToken <= site.FirstToken && site.EndToken <= metastasis.EndToken)
            || (behind is 0 or 1 && !words.Stand(course, site.EndToken, metastasis.FirstToken + 1, SiteWord.Moved)   // not "of the stomach metastatic to bone"
                && !HasTumour(course, site.Sentence, site.EndToken, metastasis.FirstToken))                         // not "lung cancer metastasis"
            || (before >= 1 && words.Distance(course, metastasis.EndToken, site.FirstToken) <= ToSeat && words.Stand(course, metastasis.EndToken, site.FirstToken, SiteWord.To)
                && !SiteWords.HasStop(course, metastasis.EndToken, site.FirstToken) && (isStrange || !IsOfTumour(course, site, metastasis)));
    }

    /// <summary>"metastatic carcinoma of the lung" is of the lung, "metastatic carcinoma in the lung" came to it.</summary>
    private static bool IsOfTumour(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord && other.FirstToken >= metastasis.EndToken && other.EndToken < site.FirstToken)
            {
                return course.Document.TextOf(course.Document.TokenArray[other.EndToken]) is "of";
            }
        }

        return false;
    }

    private static bool HasTumour(ClinicalCourse course, int sentence, int from, int to) =>
        course.Has(sentence, from, to, MentionKind.LesionWord) || course.Has(sentence, from, to, MentionKind.Tumour);

    /// <summary>"renal carcinoma", "carcinoma of the left breast", "mass in the upper lip", "primary lung …".</summary>
    private void DescribeNeighbours(ClinicalCourse course, IndexLesion lesion, PlacedMention site, TumourConcept tumour, Span<double> values)
    {
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord)
            {
                if (IsBeside(course, site, other) && !other.Is(Assertion.Negated))
                {
                    var feature = (int)FeatureOf(lesion, tumour, other);
                    values[feature] = Math.Max(values[feature], feature == (int)SiteFeature.OfLesion && other.Kind == MentionKind.Tumour ? SaidTumour : 1);
                }
            }
            else if (other is { Kind: MentionKind.Spread, Value: "primary" } && (site.FirstToken - other.EndToken is >= 0 and <= 4 || other.FirstToken - site.EndToken is >= 0 and <= 2)
                && !SiteWords.HasStop(course, Math.Min(site.EndToken, other.EndToken), Math.Max(site.FirstToken, other.FirstToken)))
            {
                Set(values, SiteFeature.CalledPrimary, true);
            }
        }
    }

    private SiteFeature FeatureOf(IndexLesion lesion, TumourConcept tumour, PlacedMention other) => other.Kind != MentionKind.Tumour ? SiteFeature.OfLesion
        : Names(lesion, tumour, other) ? SiteFeature.OfDiagnosis
        : other.Concept is TumourConcept { Kind: TumourKind.Tumour } ? SiteFeature.OfOtherTumour : SiteFeature.OfLesion;

    private bool IsBeside(ClinicalCourse course, PlacedMention site, PlacedMention tumour)
    {
        if (tumour.FirstToken >= site.EndToken)
        {
            return tumour.FirstToken - site.EndToken <= Before && !SiteWords.HasStop(course, site.EndToken, tumour.FirstToken) && !words.Stand(course, site.EndToken, tumour.FirstToken, SiteWord.Break);
        }

        return site.FirstToken > tumour.EndToken && words.Distance(course, tumour.EndToken, site.FirstToken) <= Behind
            && words.Stand(course, tumour.EndToken, site.FirstToken, SiteWord.Link) && !SiteWords.HasStop(course, tumour.EndToken, site.FirstToken)
            && !words.Stand(course, tumour.EndToken, site.FirstToken, SiteWord.Verb);
    }

    /// <summary>The diagnosis by its name, or by one that says less or more: "a sarcoma of the femur … pleomorphic sarcoma".</summary>
    private bool Names(IndexLesion lesion, TumourConcept tumour, PlacedMention other) => lesion.Has(other)
        || (other.Concept is TumourConcept { Kind: TumourKind.Tumour, Morphology: { } name } && tumour.Morphology is { } diagnosis && (_broader.IsBroader(name, diagnosis) || _broader.IsBroader(diagnosis, name)));

    private static int WordBehind(ClinicalCourse course, PlacedMention site) =>
        site.EndToken < course.SentenceOf(site).EndToken ? course.Document.TokenArray[site.EndToken].Word : 0;

    private static void Set(Span<double> values, SiteFeature feature, bool isSo)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
        }
    }
}
