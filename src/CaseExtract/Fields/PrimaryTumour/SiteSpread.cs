using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Tells whether a place is one that the tumour spread to or grew into, or the one that a metastasis came from.</summary>
internal sealed class SiteSpread(WordRoles<SiteWord> words)
{
    /// <summary>How many words may stand between a metastasis and its seat.</summary>
    private const int ToSeat = 4;

    private readonly PlaceList _lists = new(words);

    /// <summary>"metastasis to the liver", "liver metastases", "peritoneal involvement"; "metastasis from the stomach", "metastasis of a ureteral cancer".</summary>
    public void Describe(ClinicalCourse course, PlacedMention site, Span<double> values)
    {
        Set(values, SiteFeature.PlaceOfSpread, site.Kind != MentionKind.Tumour && words.Is(SiteWords.Behind(course, site), SiteWord.Spread));
        Set(values, SiteFeature.GrownInto, site.Kind != MentionKind.Tumour && IsGrownInto(course, site));
        foreach (ref readonly var other in course.MentionsNear(site.Sentence, MentionKind.Spread, site.FirstToken - SiteWords.LongestAside, site.EndToken + PlaceList.Longest))
        {
            if (other.Value != "metastasis" || IsWithinOrgan(course, site) || IsWithinOrganOf(course, site, other))
            {
                continue;
            }

            if (IsSource(course, site, other))
            {
                Set(values, SiteFeature.SourceOfSpread, true);
            }
            else if (IsSeat(course, site, other, values[(int)SiteFeature.StrangeTissue] > 0) || (!IsOfTumour(values) && IsListed(course, site, other)))
            {
                Set(values, SiteFeature.PlaceOfSpread, true);
            }
        }
    }

    /// <summary>"intrapulmonary metastases": within the organ that the tumour may be of, it has spread to no other.</summary>
    private static bool IsWithinOrgan(ClinicalCourse course, PlacedMention site) =>
        course.Document.TextOf(site.FirstToken) is "intrapulmonary" or "intrahepatic" or "Intrapulmonary" or "Intrahepatic";

    /// <summary>"an intrapulmonary metastasis located in the lower lobe": the same organ.</summary>
    private static bool IsWithinOrganOf(ClinicalCourse course, PlacedMention site, PlacedMention spread)
    {
        foreach (ref readonly var within in course.MentionsNear(site.Sentence, MentionKind.Site, spread.FirstToken, spread.FirstToken))
        {
            if (within.EndToken == spread.FirstToken && within.Concept is SiteConcept organ && site.Concept is SiteConcept place && TopographyCode.IsSameOrgan(organ.Topography, place.Topography))
            {
                return IsWithinOrgan(course, within);
            }
        }

        return false;
    }

    /// <summary>"extension into the left ureter", "invasion of the bladder": nothing but a link and words for a part between.</summary>
    private bool IsGrownInto(ClinicalCourse course, PlacedMention site)
    {
        for (var index = site.FirstToken - 1; index >= course.SentenceOf(site).FirstToken; index--)
        {
            var word = course.Document.TokenArray[index].Word;
            if (words.Is(word, SiteWord.Growth))
            {
                return true;
            }

            if (!words.Is(word, SiteWord.To | SiteWord.Measure))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsSource(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        var before = site.FirstToken - metastasis.EndToken;
        if (before == 0 && site is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Tumour } } && course.Document.TextOf(metastasis.EndToken - 1).Equals("metastatic", StringComparison.OrdinalIgnoreCase))
        {
            return true;   // "metastatic breast carcinoma"
        }

        if (PlaceList.IsStack(course, site, metastasis))
        {
            return true;
        }

        return before is >= 1 and <= 6 && (words.Stand(course.Document.TokenArray, metastasis.EndToken, site.FirstToken, SiteWord.From)
            || ((site.Kind == MentionKind.Tumour || IsOfName(course, site)) && before <= 4 && course.Document.TextOf(metastasis.EndToken) is "of"));
    }

    private bool IsSeat(ClinicalCourse course, PlacedMention site, PlacedMention metastasis, bool isStrange)
    {
        var behind = metastasis.FirstToken - site.EndToken;
        var before = site.FirstToken - metastasis.EndToken;
        if (before == 0 && words.Is(SiteWords.Behind(course, site), SiteWord.Deposit))
        {
            return true;
        }

        if (site.Kind == MentionKind.Tumour)
        {
            return false;
        }

        return metastasis.Covers(site)
            || (behind is 0 or 1 && IsSeatBefore(course, site, metastasis))
            || (before >= 1 && LeadsTo(course, metastasis, site) && (isStrange || !IsOfTumour(course, site, metastasis)));
    }

    /// <summary>"liver metastasis", "a hepatic metastasized carcinoma of the colon"; but not "of the stomach metastatic to bone", nor "lung cancer metastasis".</summary>
    private bool IsSeatBefore(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        var isMoved = words.Stand(course.Document.TokenArray, site.EndToken, metastasis.FirstToken + 1, SiteWord.Moved);
        var isAttribute = site.EndToken == metastasis.FirstToken && IsOfName(course, metastasis);
        return (!isMoved || isAttribute) && !HasTumour(course, site.Sentence, site.EndToken, metastasis.FirstToken);
    }

    /// <summary>"metastasis to the right lung": a word of direction, few others, and no stop between.</summary>
    private bool LeadsTo(ClinicalCourse course, PlacedMention metastasis, PlacedMention site) =>
        words.IsWithin(course, metastasis.EndToken, site.FirstToken, ToSeat)
        && words.Stand(course.Document.TokenArray, metastasis.EndToken, site.FirstToken, SiteWord.To)
        && !SiteWords.HasStop(course, metastasis.EndToken, site.FirstToken);

    /// <summary>A place beside the name of a tumour is the tumour's own: "melanoma of the skin and lung metastases".</summary>
    private static bool IsOfTumour(ReadOnlySpan<double> values) => values[(int)SiteFeature.OfDiagnosis] > 0 || values[(int)SiteFeature.OfLesion] > 0 || values[(int)SiteFeature.OfOtherTumour] > 0;

    /// <summary>"brain, lung and peritoneal metastases", "metastases to the liver, both lungs and the spleen": one list with a seat.</summary>
    private bool IsListed(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        if (site.Kind == MentionKind.Tumour)
        {
            return false;
        }

        if (metastasis.FirstToken >= site.EndToken)
        {
            return _lists.LeadsTo(course, site, metastasis.FirstToken);
        }

        foreach (ref readonly var first in course.MentionsNear(site.Sentence, metastasis.EndToken, site.FirstToken))
        {
            if (first.Kind is MentionKind.Site or MentionKind.Region && first.FirstToken > metastasis.EndToken && first.EndToken <= site.FirstToken
                && IsSeat(course, first, metastasis, isStrange: false) && _lists.GoesOn(course, first.EndToken, site))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"metastasized carcinoma", "gastric stromal tumor": the word belongs to a name.</summary>
    private static bool IsOfName(ClinicalCourse course, PlacedMention word)
    {
        foreach (ref readonly var other in course.MentionsNear(word.Sentence, MentionKind.Tumour, word.EndToken, word.EndToken))
        {
            if (other.FirstToken == word.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"metastatic carcinoma of the lung" is of the lung, "metastatic carcinoma in the lung" came to it.</summary>
    private static bool IsOfTumour(ClinicalCourse course, PlacedMention site, PlacedMention metastasis)
    {
        foreach (ref readonly var other in course.MentionsNear(site.Sentence, metastasis.EndToken, site.FirstToken))
        {
            if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord && other.FirstToken >= metastasis.EndToken && other.EndToken < site.FirstToken)
            {
                return course.Document.TextOf(other.EndToken) is "of";
            }
        }

        return false;
    }

    /// <summary>"lung cancer metastasis" is of the lung; in "splenic melanoma metastasis" the spleen is where it went, since melanoma does not arise there.</summary>
    private static bool HasTumour(ClinicalCourse course, int sentence, int from, int to)
    {
        foreach (ref readonly var other in course.MentionsNear(sentence, from, to))
        {
            if (other.FirstToken >= from && other.EndToken <= to
                && (other.Kind == MentionKind.LesionWord || other.Concept is TumourConcept { Tissue: Tissue.Epithelial or Tissue.Other or Tissue.Glial or Tissue.Mesothelial }))
            {
                return true;
            }
        }

        return false;
    }

    private static void Set(Span<double> values, SiteFeature feature, bool isSo)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
        }
    }
}
