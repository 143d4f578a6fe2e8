using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

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

    private readonly FeatureWeights<SiteFeature> _weights = new(models, "weights/site.tsv");
    private readonly BroadPlaces _broad = new(models);
    private readonly SiteFeatureReader _features = new(new BroaderMorphologies(models), words);
    private readonly NamedPlaceReader _names = new(models, words, vocabulary);

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
            if (!NamedPlaceReader.MayName(course, mention, tumour))
            {
                continue;
            }

            var named = _names.Read(course, mention, tumour);
            if (named.Topography is not { } topography || !_names.MayArise(mention, tumour, named, topography, isMetastatic))
            {
                continue;
            }

            var isIllDefined = mention.Kind != MentionKind.Region && _broad.IsIllDefined(topography);
            if (isIllDefined && mention.Kind == MentionKind.Site && PlaceName.IsInTumourName(course, mention))
            {
                continue;
            }

            values.Clear();
            if (named.IsPointedTo)
            {
                Set(values, SiteFeature.OfLesion, true);   // what lies so far from a place is the lesion
                Set(values, SiteFeature.NotFactual, mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical));
            }
            else
            {
                _features.Describe(course, lesion, mention, tumour, isMetastatic, values);
            }

            Set(values, SiteFeature.IllDefined, isIllDefined);
            Set(values, SiteFeature.Implied, tumour.Site is { } open && _broad.MayHold(open, topography));
            if (BoundPlace.IsSampled(course, mention, tumour))
            {
                values[(int)SiteFeature.Examined] = 0;
            }
            else if (!named.IsOfWomb && !BoundPlace.Is(course, lesion, mention, tumour, values))
            {
                continue;
            }

            var place = PlaceOf(candidates, topography);
            if (place is null)
            {
                candidates.Add(place = new SiteCandidate());
            }

            place.Add(topography, named.Display, mention, _weights.Score(values), values, !isMetastatic && mention.Episode == Episode.FollowUp);
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

    private static void Set(Span<double> values, SiteFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
