using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Weighs every place that a course names, wherever it is told, as the one where the primary tumour arose (<see cref="SiteFeature"/>): the organ beside the
/// diagnosis, that of the mass which imaging found, that which was removed. Mentions of one place (three characters of the topography) support each other.
/// </summary>
internal sealed class SiteCandidates(ModelSource models, WordRoles<SiteWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>By how much a place may weigh less than the broad one that may hold it, and still be meant.</summary>
    private const double WithinMargin = 2.5;

    /// <summary>So many mentions are often.</summary>
    private const int Often = 3;

    /// <summary>By how much the place told most passes the threshold.</summary>
    private const double Margin = 0.1;

    /// <summary>What it weighs that an organ is the only place told at all.</summary>
    private const double OnlyPlace = 0.6;

    /// <summary>Of a tumour that is primary, the primary that was searched for is no place.</summary>
    private const string UnknownPrimary = "C80.9";

    /// <summary>The kinds of mentions that name a place.</summary>
    private static readonly MentionKinds Places = MentionKinds.Of(MentionKind.Site) | MentionKind.Region | MentionKind.Tumour | MentionKind.Procedure;

    private readonly FeatureWeights<SiteFeature> _weights = new(models, "weights/site.tsv");
    private readonly BroadPlaces _broad = new(models);
    private readonly BroaderMorphologies _broader = new(models);
    private readonly TumourPlaces _places = new(models);
    private readonly SiteSurroundings _surroundings = new(models, words);
    private readonly SiteSpread _spread = new(words);
    private readonly Landmarks _landmarks = new(models, words, vocabulary);

    /// <param name="course">The story.</param>
    /// <param name="lesion">The index lesion, with its diagnosis.</param>
    /// <param name="tumour">What the diagnosis names.</param>
    /// <param name="isMetastatic">Whether the index lesion is a metastasis.</param>
    /// <param name="threshold">What a place must weigh at least to be preferred to a broad one that may hold it.</param>
    public ResolvedSite? Best(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic, double threshold)
    {
        var candidates = Weigh(course, lesion, tumour, isMetastatic);
        ResolvedSite? best = null;
        var isAnyRemoved = false;
        foreach (var candidate in candidates)
        {
            isAnyRemoved |= candidate.IsRemoved;
        }

        foreach (var candidate in candidates)
        {
            var score = ScoreOf(candidate) + (isAnyRemoved && !candidate.IsFact && !candidate.IsRemoved ? _weights[SiteFeature.OnlySuspected] : 0);
            best = best is null || score > best.Score ? candidate.Site with { Score = score } : best;
        }

        if (candidates.Count == 1 && best is { Mention.Concept: SiteConcept { Kind: SiteKind.Organ } })
        {
            best = best with { Score = best.Score + OnlyPlace };
        }

        if (best is not null && best.Score <= threshold && MostTold(candidates) is { } told)
        {
            return told.Site with { Score = threshold + Margin };
        }

        if (best is null || !_broad.IsBroad(best.Topography))
        {
            return best;
        }

        ResolvedSite? within = null;
        foreach (var candidate in candidates)
        {
            var score = ScoreOf(candidate);
            if (score > threshold && score > best.Score - WithinMargin && _broad.MayHold(best.Topography, candidate.Site.Topography) && (within is null || score > within.Score))
            {
                within = candidate.Site with { Score = score };
            }
        }

        return within is null ? best : within with { Score = Math.Max(within.Score, best.Score) };
    }

    /// <summary>Where nothing is bound to the tumour, the one place that the story keeps coming back to: the hand, where the hand and its fingers were examined and operated on.</summary>
    private static SiteCandidate? MostTold(List<SiteCandidate> candidates)
    {
        SiteCandidate? most = null;
        var second = 0;
        foreach (var candidate in candidates)
        {
            if (most is null || candidate.Told > most.Told)
            {
                (second, most) = (most?.Told ?? 0, candidate);
            }
            else
            {
                second = Math.Max(second, candidate.Told);
            }
        }

        return most is { Told: >= Often, IsSeat: false } && most.Told >= 2 * second ? most : null;
    }

    private double ScoreOf(SiteCandidate candidate) =>
        candidate.Best + (Math.Min(3, candidate.Repeats) * _weights[SiteFeature.Repeated]) + (candidate.IsSeat ? _weights[SiteFeature.SeatElsewhere] : 0);

    private List<SiteCandidate> Weigh(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic)
    {
        var candidates = new List<SiteCandidate>();
        Span<double> values = stackalloc double[_weights.Count];
        foreach (ref readonly var mention in course.Mentions)
        {
            if (!Places.Has(mention.Kind) || (mention.Kind == MentionKind.Region && (PlaceName.IsInSiteName(course, mention) || (tumour.Tissue != Tissue.Lymphoid && PlaceName.IsOfNode(course, mention)))))
            {
                continue;
            }

            var isOfWomb = PlaceName.IsOfWomb(course, mention);
            var (topography, display) = isOfWomb ? ("C53.9", "Cervix of the uterus") : TissueSite.Of(mention, tumour);
            if (topography is not null && mention.Concept is TumourConcept { Kind: TumourKind.Generic } && PlaceName.Of(course, mention) is { } longer)
            {
                (topography, display) = (longer.Topography, longer.Display);
            }

            var isPointedTo = false;
            if (mention.Kind == MentionKind.Site && _landmarks.Is(course, mention, out var pointedTo))
            {
                (topography, display) = pointedTo;
                isPointedTo = topography is not null;
            }

            if (topography is null || (topography == UnknownPrimary && !isMetastatic) || (!isOfWomb && TissueSite.IsImpossible(mention, tumour)) || !_places.Allow(tumour.Morphology, topography) || (isMetastatic && IsSeatOfMetastasis(mention, tumour)))
            {
                continue;
            }

            var isIllDefined = mention.Kind != MentionKind.Region && _broad.IsIllDefined(topography);
            if (isIllDefined && mention.Kind == MentionKind.Site && PlaceName.IsInTumourName(course, mention))
            {
                continue;
            }

            values.Clear();
            if (isPointedTo)
            {
                Set(values, SiteFeature.OfLesion, true);   // what lies so far from a place is the lesion
                Set(values, SiteFeature.NotFactual, mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical));
            }
            else
            {
                Describe(course, lesion, mention, tumour, isMetastatic, values);
            }

            Set(values, SiteFeature.IllDefined, isIllDefined);
            Set(values, SiteFeature.Implied, tumour.Site is { } open && _broad.MayHold(open, topography));
            if (IsSampled(course, mention, tumour))
            {
                values[(int)SiteFeature.Examined] = 0;
            }
            else if (!isOfWomb && !IsSaid(course, lesion, mention, tumour, values))
            {
                continue;
            }

            var place = PlaceOf(candidates, topography);
            if (place is null)
            {
                candidates.Add(place = new SiteCandidate());
            }

            place.Add(topography, display, mention, _weights.Score(values), values, !isMetastatic && mention.Episode == Episode.FollowUp);
        }

        return candidates;
    }

    private static SiteCandidate? PlaceOf(List<SiteCandidate> candidates, string topography)
    {
        foreach (var candidate in candidates)
        {
            if (TopographyCode.IsSameOrgan(candidate.Site.Topography, topography))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Some words name many places, and lymphoma passes through many: they need the diagnosis beside them.</summary>
    private static bool IsSaid(ClinicalCourse course, IndexLesion lesion, PlacedMention mention, TumourConcept tumour, ReadOnlySpan<double> values) => values[(int)SiteFeature.OfDiagnosis] > 0 || values[(int)SiteFeature.Sampled] > 0 || (tumour.Tissue == Tissue.Lymphoid && values[(int)SiteFeature.CalledPrimary] > 0)
        || (mention.Concept is not SiteConcept { Kind: SiteKind.Ambiguous or SiteKind.Node } && (tumour.Tissue != Tissue.Lymphoid || IsMassOfLymphoma(course, lesion.Diagnosis!.Value, mention, tumour, values)));

    /// <summary>"the antral biopsies": a word for several places says which one where it is what was sampled of an epithelium.</summary>
    private static bool IsSampled(ClinicalCourse course, PlacedMention mention, TumourConcept tumour) => tumour.Tissue == Tissue.Epithelial
        && mention.Concept is SiteConcept { Kind: SiteKind.Ambiguous, Topography: ['C', '0' or '1' or '2' or '3', ..] } && SiteSample.IsSampled(course, mention);

    /// <summary>"CT showed a mass of the pancreatic head … a B-cell lymphoma": the mass turned out to be it. Hodgkin lymphoma is of nodes, whatever mass it makes.</summary>
    private static bool IsMassOfLymphoma(ClinicalCourse course, PlacedMention diagnosis, PlacedMention mention, TumourConcept tumour, ReadOnlySpan<double> values) => mention.Episode != Episode.Earlier
        && tumour.Morphology is not (null or ['9', '6', '5' or '6', _])
        && (mention.Concept is TumourConcept { Kind: TumourKind.Generic, Behaviour: '\0' } || values[(int)SiteFeature.OfLesion] > 1
            || (values[(int)SiteFeature.OfLesion] >= 1 && mention.Sentence <= diagnosis.Sentence && mention.Concept is SiteConcept { Kind: SiteKind.Organ } organ && !organ.Topography.StartsWith("C44", StringComparison.Ordinal)
                && !organ.Topography.StartsWith("C48", StringComparison.Ordinal) && !PlaceName.IsInName(course, mention)));

    /// <summary>Spine and bone: where metastases sit, not where tumours other than those of bone arise. Melanoma arises in skin, mucosa and eye, and goes anywhere.</summary>
    private static bool IsSeatOfMetastasis(PlacedMention mention, TumourConcept tumour) => IsSeatOfMelanoma(mention, tumour)
        || mention.Concept is SiteConcept { Kind: SiteKind.Spine or SiteKind.Bone } && tumour.Tissue is not (Tissue.Bone or Tissue.Soft or Tissue.Vascular);

    private static bool IsSeatOfMelanoma(PlacedMention mention, TumourConcept tumour) => tumour.Tissue == Tissue.Melanocytic && mention.Concept is SiteConcept site
        && site.Topography.AsSpan(0, 3) is "C16" or "C17" or "C18" or "C22" or "C23" or "C25" or "C34" or "C50" or "C64" or "C71" or "C73" or "C74" or "C77";

    private void Describe(ClinicalCourse course, IndexLesion lesion, PlacedMention mention, TumourConcept tumour, bool isMetastatic, Span<double> values)
    {
        var section = course.SentenceOf(mention).Section;
        var inTitle = section == SectionKind.Title;
        Set(values, SiteFeature.InTitle, inTitle);
        Set(values, SiteFeature.InGeneral, section is SectionKind.Discussion or SectionKind.Background or SectionKind.Caption);

        // a clause of general knowledge before the diagnosis marks the whole sentence: "such metastases are rare; ours was a schwannoma of the cauda equina"
        var unlike = Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical;
        var diagnosed = lesion.Diagnosis!.Value;
        unlike &= diagnosed.Sentence == mention.Sentence && mention.FirstToken >= diagnosed.FirstToken ? ~diagnosed.Assertion : ~Assertion.Affirmed;
        Set(values, SiteFeature.NotFactual, !inTitle && mention.Is(unlike));
        Set(values, SiteFeature.Uncertain, !inTitle && mention.Is(Assertion.Uncertain));
        Set(values, SiteFeature.EarlierOfMetastasis, isMetastatic && mention.Episode == Episode.Earlier);

        // "orchiectomy for seminoma six years ago": what was done for the diagnosis belongs to its time
        var isOfItsTime = !isMetastatic && mention.Concept is ProcedureConcept && mention.Sentence == diagnosed.Sentence && mention.Episode == diagnosed.Episode;
        Set(values, SiteFeature.EarlierOfPrimary, !isMetastatic && mention.Episode == Episode.Earlier && !isOfItsTime);
        switch (mention.Concept)
        {
            case ProcedureConcept:
                Set(values, SiteFeature.OrganRemoved, true);
                Set(values, SiteFeature.OrganRemovedInTime, isOfItsTime || isMetastatic == (mention.Episode == Episode.Earlier));
                return;
            case TumourConcept { Kind: TumourKind.Generic } generic:
                Set(values, SiteFeature.OrganTumour, true);
                Set(values, SiteFeature.PlaceOfMetastasis, isMetastatic && TissueSite.IsPlaceOnly(generic));
                Set(values, SiteFeature.OfDiagnosis, mention.FirstToken == diagnosed.FirstToken && !(isMetastatic && TissueSite.IsPlaceOnly(generic)));
                _spread.Describe(course, mention, values);
                return;
            case TumourConcept other:
                Set(values, SiteFeature.OtherTumour, true);
                Set(values, SiteFeature.SameTumour, other.Morphology is { } named && (named == tumour.Morphology || (tumour.Morphology is { } diagnosis && _broader.IsBroader(named, diagnosis))));
                if (isMetastatic || !OtherTumour.AreDifferent(other, tumour))
                {
                    _spread.Describe(course, mention, values);   // where another tumour went is not where this one arose
                }

                // "a histological diagnosis of metastatic breast carcinoma": the diagnosis itself, by a name that says less
                Set(values, SiteFeature.OfDiagnosis, isMetastatic && values[(int)SiteFeature.SourceOfSpread] > 0 && course.Has(mention.Sentence, MentionKind.Plot, "final"));
                return;
            default:
                Set(values, SiteFeature.Region, mention.Kind == MentionKind.Region);
                _surroundings.Describe(course, lesion, mention, tumour, values);
                Set(values, SiteFeature.Sampled, tumour.Tissue == Tissue.Lymphoid && mention.Episode != Episode.Earlier && values[(int)SiteFeature.OfOtherTumour] == 0 && SiteSample.Gave(course, lesion, mention, tumour));
                if (isMetastatic && (PlaceName.IsInPlaceName(course, mention) || (tumour.Morphology is null && mention.Episode != Episode.Earlier && values[(int)SiteFeature.OfDiagnosis] > 0)))
                {
                    values[(int)SiteFeature.OfDiagnosis] = values[(int)SiteFeature.OfLesion] = 0;   // the place of an unnamed metastasis
                    Set(values, SiteFeature.PlaceOfMetastasis, true);
                }

                return;
        }
    }

    private static void Set(Span<double> values, SiteFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
