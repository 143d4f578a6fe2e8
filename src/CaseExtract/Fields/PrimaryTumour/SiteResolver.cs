using System.Buffers;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Finds the topography of the primary tumour: what the tumour's name tells; the organ that stands beside it; for tumours of soft tissue, bone
/// and nerve the body region read through the tissue (a schwannoma at a foramen is of a nerve, a sarcoma of the thigh of soft tissue); for
/// tumours of the spine what tissue and compartment say. The places named are weighed by features (<see cref="SiteFeature"/>).
/// </summary>
internal sealed class SiteResolver
{
    /// <summary>Below this a place is only named in passing.</summary>
    private const double Threshold = 0.4;

    /// <summary>An operation, a metastasis or a test stands between: what is behind does not belong to what is before.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create(",;.:");

    private readonly FeatureWeights<SiteFeature> _weights;
    private readonly HashSet<int> _followers = [];
    private readonly HashSet<int> _links;
    private readonly HashSet<int> _to;
    private readonly HashSet<int> _from;
    private readonly HashSet<int> _breaks;
    private readonly HashSet<int> _verbs;
    private readonly HashSet<int> _foraminal;
    private readonly HashSet<int> _extraskeletal;

    public SiteResolver(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _weights = new FeatureWeights<SiteFeature>(models, "weights/site.tsv");
        var followers = models.Read("rules/site-follower.tsv");
        foreach (var row in followers.Rows)
        {
            _followers.Add(vocabulary.Add(row[followers.Column("word")]));
        }

        _links = Words("of", "in", "at", "from", "within", "involving", "on", "located", "arising", "over", "infiltrating");
        _to = Words("to", "in", "of", "into", "at");
        _from = Words("from", "originating", "arising");
        _breaks = Words("and", "with", "showed", "revealed", "without");
        _verbs = Words("with", "showed", "revealed", "without", "metastatic");
        _foraminal = Words("foramen", "foraminal", "paraspinal", "paravertebral", "dumbbell", "dumb", "extraforaminal", "hourglass", "intercostal");
        _extraskeletal = Words("extraskeletal", "extraosseous");

        HashSet<int> Words(params ReadOnlySpan<string> words)
        {
            var set = new HashSet<int>();
            foreach (var word in words)
            {
                set.Add(vocabulary.Add(word));
            }

            return set;
        }
    }

    public ResolvedSite? Resolve(ClinicalCourse course, IndexLesion lesion, string? origin, string? compartment, bool isSpinal)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        if (tumour.Kind is TumourKind.Tumour or TumourKind.Generic && tumour.Site is { } implied && !TissueSite.IsOpen(implied))
        {
            return new ResolvedSite(implied, tumour.SiteDisplay, diagnosis, 5);
        }

        if (tumour.Tissue == Tissue.Marrow)
        {
            return new ResolvedSite("C42.1", "Bone marrow", diagnosis, 3);
        }

        var isMetastatic = origin == "metastatic";
        var isSoft = tumour.Tissue == Tissue.Bone && HasWord(course, lesion.Mentions, _extraskeletal);
        var best = BestCandidate(course, lesion, isSoft ? tumour with { Tissue = Tissue.Soft } : tumour, isMetastatic);
        if (isMetastatic && UnknownPrimary(course) is { } unknown && best is not { Score: > 4 })
        {
            return new ResolvedSite("C80.9", "Unknown primary site", unknown, 3);
        }

        if (isSpinal && !isMetastatic && !isSoft && SpinalSite.Of(tumour, compartment, HasWord(course, _foraminal), diagnosis) is { } spinal)
        {
            spinal = IsSaidAtSpine(course, lesion) ? spinal with { Score = spinal.Score + 1.5 } : spinal;
            if (best is null || best.Score < spinal.Score || SpinalSite.IsCode(best.Topography))
            {
                return spinal;
            }
        }

        if (best is { Score: > Threshold })
        {
            return best;
        }

        return tumour.Site is { } general ? new ResolvedSite(general, tumour.SiteDisplay, diagnosis, 1)
            : isMetastatic && tumour.Tissue is Tissue.Epithelial or Tissue.Other ? new ResolvedSite("C80.9", "Unknown primary site", diagnosis, 0.5)
            : null;
    }

    private static bool IsIllDefined(string topography) => topography.AsSpan(0, 3) is "C26" or "C39" or "C76" or "C14" or "C80" || topography is "C06.9" or "C57.9" or "C63.9" or "C68.9" or "C75.9" or "C24.9";

    private static bool HasWord(ClinicalCourse course, HashSet<int> words)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (!sentence.Section.IsExcluded() && !sentence.Section.IsGeneral() && HasWord(course, sentence.FirstToken, sentence.EndToken, words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ClinicalCourse course, IReadOnlyList<PlacedMention> mentions, HashSet<int> words)
    {
        foreach (var mention in mentions)
        {
            if (HasWord(course, Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 6), mention.EndToken, words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ClinicalCourse course, int from, int to, HashSet<int> words)
    {
        for (var index = from; index < to; index++)
        {
            if (words.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasStop(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (Stops.Contains(course.Document.Narrative.Text[course.Document.TokenArray[index].Start]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mention of the tumour with a vertebra or a compartment in its sentence.</summary>
    private static bool IsSaidAtSpine(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (!mention.Is(Assertion.NotFactual) && mention.Episode != Episode.Earlier && (course.Has(mention.Sentence, MentionKind.Level) || course.Has(mention.Sentence, MentionKind.Compartment)))
            {
                return true;
            }
        }

        return false;
    }

    private static PlacedMention? UnknownPrimary(ClinicalCourse course)
    {
        foreach (var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "unknown-primary" && !mention.Is(Assertion.NotPatient))
            {
                return mention;
            }
        }

        return null;
    }

    private ResolvedSite? BestCandidate(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic)
    {
        var candidates = new List<(ResolvedSite Site, double Best, int Repeats)>();
        Span<double> values = stackalloc double[_weights.Count];
        foreach (var mention in course.Mentions)
        {
            var (topography, display) = TissueSite.Of(mention, tumour);
            if (topography is null || (isMetastatic && IsSeatOfMetastasis(mention, tumour)))
            {
                continue;
            }

            values.Clear();
            Describe(course, lesion, mention, tumour, isMetastatic, values);
            Set(values, SiteFeature.IllDefined, IsIllDefined(topography));
            if (values[(int)SiteFeature.OfDiagnosis] == 0 && (tumour.Tissue == Tissue.Lymphoid || mention.Concept is SiteConcept { Kind: SiteKind.Ambiguous }))
            {
                continue;   // lymphoma passes through many places, and some words name many: only what it is said to be of counts
            }

            var score = _weights.Score(values);
            var index = candidates.FindIndex(candidate => candidate.Site.Topography.AsSpan(0, 3).SequenceEqual(topography.AsSpan(0, 3)));
            if (index < 0)
            {
                candidates.Add((new ResolvedSite(topography, display, mention, score), score, 0));
                continue;
            }

            var known = candidates[index];
            var isMoreExact = known.Site.Topography.EndsWith('9') && !topography.EndsWith('9') && score >= known.Best - 1;
            candidates[index] = (score > known.Best || isMoreExact ? new ResolvedSite(topography, display, mention, score) : known.Site,
                Math.Max(known.Best, score), known.Repeats + (score > 0 ? 1 : 0));
        }

        ResolvedSite? best = null;
        foreach (var (site, strongest, repeats) in candidates)
        {
            var score = strongest + (Math.Min(3, repeats) * _weights[SiteFeature.Repeated]);
            if (best is null || score > best.Score)
            {
                best = site with { Score = score };
            }
        }

        return best;
    }

    /// <summary>Spine and bone: where metastases sit, not where tumours other than those of bone arise.</summary>
    private static bool IsSeatOfMetastasis(PlacedMention mention, TumourConcept tumour) =>
        mention.Concept is SiteConcept { Kind: SiteKind.Spine or SiteKind.Bone } && tumour.Tissue is not (Tissue.Bone or Tissue.Soft or Tissue.Vascular);

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
        Set(values, SiteFeature.EarlierOfPrimary, !isMetastatic && mention.Episode == Episode.Earlier);
        switch (mention.Concept)
        {
            case ProcedureConcept:
                Set(values, SiteFeature.OrganRemoved, true);
                Set(values, SiteFeature.OrganRemovedInTime, isMetastatic == (mention.Episode == Episode.Earlier));
                return;
            case TumourConcept { Kind: TumourKind.Generic }:
                Set(values, SiteFeature.OrganTumour, true);
                Set(values, SiteFeature.OfDiagnosis, mention.FirstToken == lesion.Diagnosis!.Value.FirstToken);
                DescribeSpread(course, mention, values);
                return;
            case TumourConcept other:
                Set(values, SiteFeature.OtherTumour, true);
                Set(values, SiteFeature.SameTumour, other.Morphology is not null && other.Morphology == tumour.Morphology);
                return;
        }

        Set(values, SiteFeature.Region, mention.Kind == MentionKind.Region);
        Set(values, SiteFeature.StrangeTissue, TissueSite.IsStrange(mention, tumour));
        var behind = mention.EndToken < course.Document.TokenArray.Length ? course.Document.TokenArray[mention.EndToken].Word : 0;
        Set(values, SiteFeature.Examined, mention.EndToken < course.SentenceOf(mention).EndToken && _followers.Contains(behind));
        DescribeNeighbours(course, lesion, mention, values);
        DescribeSpread(course, mention, values);
        if (values[(int)SiteFeature.OfDiagnosis] > 0)
        {
            values[(int)SiteFeature.StrangeTissue] = 0;   // "sarcoma of the femur": the text says so
        }

        foreach (var diagnosis in course.MentionsOf(mention.Sentence))
        {
            if (diagnosis.Kind == MentionKind.Tumour && lesion.Has(diagnosis))
            {
                Set(values, SiteFeature.InDiagnosisSentence, true);
                var distance = mention.FirstToken >= diagnosis.EndToken ? mention.FirstToken - diagnosis.EndToken : diagnosis.FirstToken - mention.EndToken;
                if (distance <= 4)
                {
                    Set(values, SiteFeature.NearDiagnosis, true);
                }
            }
        }
    }

    /// <summary>"renal carcinoma", "carcinoma of the left breast", "mass in the upper lip", "primary lung …".</summary>
    private void DescribeNeighbours(ClinicalCourse course, IndexLesion lesion, PlacedMention site, Span<double> values)
    {
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            var behind = other.FirstToken - site.EndToken;
            var before = site.FirstToken - other.EndToken;
            var isTumour = other.Kind == MentionKind.Tumour;
            if (isTumour || other.Kind == MentionKind.LesionWord)
            {
                var isBeside = behind is >= 0 and <= 2 && !HasStop(course, site.EndToken, other.FirstToken) && !HasWord(course, site.EndToken, other.FirstToken, _breaks);
                var isLinked = before is >= 1 and <= 7 && HasWord(course, other.EndToken, site.FirstToken, _links) && !HasStop(course, other.EndToken, site.FirstToken)
                    && !HasWord(course, other.EndToken, site.FirstToken, _verbs);
                if ((isBeside || isLinked) && !other.Is(Assertion.Negated))
                {
                    Set(values, isTumour && lesion.Has(other) ? SiteFeature.OfDiagnosis : SiteFeature.OfLesion, true);
                }
            }
            else if (other is { Kind: MentionKind.Spread, Value: "primary" } && (before is >= 0 and <= 4 || behind is >= 0 and <= 2) && !HasStop(course, Math.Min(site.EndToken, other.EndToken), Math.Max(site.FirstToken, other.FirstToken)))
            {
                Set(values, SiteFeature.CalledPrimary, true);
            }
        }
    }

    /// <summary>"metastasis to the liver", "liver metastases"; "metastasis from the stomach".</summary>
    private void DescribeSpread(ClinicalCourse course, PlacedMention site, Span<double> values)
    {
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            if (other is not { Kind: MentionKind.Spread, Value: "metastasis" })
            {
                continue;
            }

            var behind = other.FirstToken - site.EndToken;
            var before = site.FirstToken - other.EndToken;
            if (before is >= 1 and <= 6 && HasWord(course, other.EndToken, site.FirstToken, _from))
            {
                Set(values, SiteFeature.SourceOfSpread, true);
            }
            else if (site.Kind != MentionKind.Tumour && (behind is >= 0 and <= 1 || (before is >= 1 and <= 4 && HasWord(course, other.EndToken, site.FirstToken, _to))
                || (other.FirstToken <= site.FirstToken && site.EndToken <= other.EndToken)))
            {
                Set(values, SiteFeature.PlaceOfSpread, true);
            }
        }
    }

    private static void Set(Span<double> values, SiteFeature feature, bool isSo)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
        }
    }
}
