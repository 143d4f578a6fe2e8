using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Describes the words beside a place: the tumour that it belongs to, the examination it is the object of, and whether the tumour came to it (<see cref="SiteSpread"/>).</summary>
internal sealed class SiteSurroundings(BroaderMorphologies broader, WordRoles<SiteWord> words)
{
    /// <summary>How many words may stand between a tumour and its place behind and before it.</summary>
    private const int Behind = 5;
    private const int Before = 2;

    /// <summary>How many words may stand between a place and the diagnosis that it stands near.</summary>
    private const int NearReach = 4;

    /// <summary>How many words may stand between a place and the word that calls it primary.</summary>
    private const int ToPrimary = 4;

    /// <summary>A tumour or a mass says so much more than a nodule or a cyst.</summary>
    private const double SaidTumour = 1.25;

    /// <summary>An aneurysm or a cyst says so much less: it may be another lesion.</summary>
    private const double SaidNoTumour = 0.85;

    private readonly SiteSpread _spread = new(words);

    public void Describe(ClinicalCourse course, IndexLesion lesion, PlacedMention site, TumourConcept tumour, Span<double> values)
    {
        Set(values, SiteFeature.StrangeTissue, TissueSite.IsStrange(site, tumour));
        Set(values, SiteFeature.Examined, words.Is(SiteWords.Behind(course, site), SiteWord.Examined));
        DescribeNeighbours(course, lesion, site, tumour, values);
        if (values[(int)SiteFeature.Examined] > 0 && IsShownOn(course, site))
        {
            values[(int)SiteFeature.OfLesion] = 0;   // "a mass on chest CT"
        }

        _spread.Describe(course, site, values);
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

        var isNear = IsDiagnosisAmong(lesion, course.MentionsNear(site.Sentence, MentionKind.Tumour, site.FirstToken - NearReach, site.EndToken + NearReach), site, NearReach);
        Set(values, SiteFeature.NearDiagnosis, isNear);
        Set(values, SiteFeature.InDiagnosisSentence, isNear || IsDiagnosisAmong(lesion, course.MentionsOf(site.Sentence, MentionKind.Tumour), site, int.MaxValue));
    }

    private static bool IsShownOn(ClinicalCourse course, PlacedMention site) =>
        site.FirstToken > course.SentenceOf(site).FirstToken && course.Document.TextOf(site.FirstToken - 1) is "on" or "by";

    private static bool IsDiagnosisAmong(IndexLesion lesion, ReadOnlySpan<PlacedMention> tumours, PlacedMention site, int reach)
    {
        foreach (ref readonly var tumour in tumours)
        {
            if (tumour.DistanceTo(site) <= reach && lesion.Has(tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"renal carcinoma", "carcinoma of the left breast", "mass in the upper lip", "primary lung …".</summary>
    private void DescribeNeighbours(ClinicalCourse course, IndexLesion lesion, PlacedMention site, TumourConcept tumour, Span<double> values)
    {
        foreach (ref readonly var other in course.MentionsNear(site.Sentence, site.FirstToken - SiteWords.LongestAside, site.EndToken + ToPrimary))
        {
            if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord)
            {
                if (IsBeside(course, site, other) && !other.Is(Assertion.Negated))
                {
                    var feature = (int)FeatureOf(lesion, tumour, other);
                    values[feature] = Math.Max(values[feature], feature == (int)SiteFeature.OfLesion && other.Concept is TumourConcept lesionWord ? (lesionWord.Kind == TumourKind.Lesion ? SaidNoTumour : SaidTumour) : 1);
                }
            }
            else if (other is { Kind: MentionKind.Spread, Value: "primary" } && IsMeant(course, other) && (IsBehindPrimary(course, site, other) || other.FirstToken - site.EndToken is >= 0 and <= 2)
                && !SiteWords.HasStop(course, Math.Min(site.EndToken, other.EndToken), Math.Max(site.FirstToken, other.FirstToken)))
            {
                Set(values, SiteFeature.CalledPrimary, true);
            }
        }
    }

    /// <summary>"arising from the left free edge of the tentorium".</summary>
    private bool IsBehindPrimary(ClinicalCourse course, PlacedMention site, PlacedMention primary) => site.FirstToken - primary.EndToken is >= 0 and <= ToPrimary
        || (site.FirstToken >= primary.EndToken && words.IsWithin(course, primary.EndToken, site.FirstToken, ToPrimary) && !words.Stand(course.Document.TokenArray, primary.EndToken, site.FirstToken, SiteWord.Break));

    /// <summary>"features of a primary pancreatic cancer" that histology did not bear out; "suggestive of gastric origin" is what a pathologist says of what is there.</summary>
    private static bool IsMeant(ClinicalCourse course, PlacedMention primary) => !primary.Is(Assertion.Uncertain) || course.Document.TextOf(primary.FirstToken) is "origin";

    private SiteFeature FeatureOf(IndexLesion lesion, TumourConcept tumour, PlacedMention other) => other.Kind != MentionKind.Tumour ? SiteFeature.OfLesion
        : Names(lesion, tumour, other) ? SiteFeature.OfDiagnosis
        : other.Concept is TumourConcept { Kind: TumourKind.Tumour } || IsOtherCancer(tumour, other) ? SiteFeature.OfOtherTumour : SiteFeature.OfLesion;

    /// <summary>"breast cancer" beside a lymphoma: a mass may turn out to be a lymphoma, a cancer is another disease.</summary>
    private static bool IsOtherCancer(TumourConcept tumour, PlacedMention other) => tumour.Tissue == Tissue.Lymphoid && other.Concept is TumourConcept { Kind: TumourKind.Generic, Behaviour: '3' };

    private bool IsBeside(ClinicalCourse course, PlacedMention site, PlacedMention tumour)
    {
        if (tumour.FirstToken >= site.EndToken)
        {
            return tumour.FirstToken - site.EndToken <= Before && !SiteWords.HasStop(course, site.EndToken, tumour.FirstToken) && !words.Stand(course.Document.TokenArray, site.EndToken, tumour.FirstToken, SiteWord.Break);
        }

        // "carcinoma stomach"
        if (site.FirstToken == tumour.EndToken && site.Kind == MentionKind.Site && tumour.Kind == MentionKind.Tumour)
        {
            return true;
        }

        return site.FirstToken > tumour.EndToken && words.IsWithin(course, tumour.EndToken, site.FirstToken, Behind)
            && words.Stand(course.Document.TokenArray, tumour.EndToken, site.FirstToken, SiteWord.Link) && !SiteWords.HasStop(course, tumour.EndToken, site.FirstToken)
            && !words.Stand(course.Document.TokenArray, tumour.EndToken, site.FirstToken, SiteWord.Verb);
    }

    /// <summary>The diagnosis by its name, or by one that says less or more: "a sarcoma of the femur … pleomorphic sarcoma".</summary>
    private bool Names(IndexLesion lesion, TumourConcept tumour, PlacedMention other) => lesion.Has(other)
        || (other.Concept is TumourConcept { Kind: TumourKind.Tumour, Morphology: { } name } && tumour.Morphology is { } diagnosis && (broader.IsBroader(name, diagnosis) || broader.IsBroader(diagnosis, name)));

    private static void Set(Span<double> values, SiteFeature feature, bool isSo)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
        }
    }
}
