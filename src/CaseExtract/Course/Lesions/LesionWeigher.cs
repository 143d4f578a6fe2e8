using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>
/// Weighs every mention of a tumour or lesion by where it stands and what its sentence says of it (<see cref="LesionFeature"/>). Mentions of one
/// morphology make a candidate and support each other, and a name that says less supports one that says more.
/// </summary>
internal sealed class LesionWeigher(ModelSource models, WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>Below this no diagnosis counts as made.</summary>
    public const double Threshold = -2.2;

    /// <summary>What a name told with doubt must be worth to be borne out by a broader one: "consistent with a clear cell carcinoma" is a pathologist's word.</summary>
    private const double LeastOfDoubt = 2;

    /// <summary>How far behind a name its place may stand: "of the cecum".</summary>
    private const int PlaceReach = 3;

    /// <summary>An adenoma and an adenocarcinoma, a nevus and a melanoma, share their four digits and are two tumours.</summary>
    private const string Adenoma = "8140";
    private const string Nevus = "8720";

    private readonly FeatureWeights<LesionFeature> _weights = new(models, "weights/lesion.tsv");
    private readonly BroaderMorphologies _broader = new(models);
    private readonly LesionFeatureReader _reader = new(words, vocabulary);

    /// <summary>Every tumour that the course names, one candidate for each morphology; words that name none, and lesions that are none, make one each.</summary>
    public List<LesionCandidate> Candidates(ClinicalCourse course)
    {
        var candidates = new List<LesionCandidate>();
        Span<double> values = stackalloc double[_weights.Count];
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            var concept = (TumourConcept)mention.Concept;
            values.Clear();
            _reader.Describe(course, mention, concept, values);
            var score = _weights.Score(values);
            if (concept.Kind == TumourKind.Generic)
            {
                // among words that name no histology the one that tells the organ or the behaviour speaks for all
                score += (concept.Site is null ? 0 : 1) + (concept.Behaviour == '\0' ? 0 : 0.5);
            }

            var morphology = concept.Kind == TumourKind.Tumour ? concept.Morphology : null;
            var kind = concept.Kind == TumourKind.Tumour && morphology is null ? TumourKind.Generic : concept.Kind;
            var candidate = CandidateOf(candidates, kind, morphology, concept.Behaviour);
            if (candidate is null)
            {
                candidates.Add(new LesionCandidate(kind, morphology, mention, score));
            }
            else
            {
                candidate.Add(mention, score, mention.Is(Assertion.NotFactual) ? 0 : _weights[LesionFeature.Repeated]);
            }
        }

        AddSupport(course, candidates);
        return candidates;
    }

    /// <summary>What speaks for and against one mention of a tumour.</summary>
    public IReadOnlyList<WeighedFeature> Explain(ClinicalCourse course, PlacedMention mention)
    {
        Span<double> values = stackalloc double[_weights.Count];
        values.Clear();
        _reader.Describe(course, mention, (TumourConcept)mention.Concept, values);
        var weighed = new List<WeighedFeature>();
        foreach (var feature in Enum.GetValues<LesionFeature>())
        {
            if (values[(int)feature] != 0)
            {
                weighed.Add(new WeighedFeature(FeatureWeights<LesionFeature>.NameOf(feature), values[(int)feature], _weights[feature]));
            }
        }

        return weighed;
    }

    private static LesionCandidate? CandidateOf(List<LesionCandidate> candidates, TumourKind kind, string? morphology, char behaviour)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == kind && candidate.Morphology == morphology && (morphology is not (Adenoma or Nevus) || (behaviour == '0') == (((TumourConcept)candidate.Best.Concept).Behaviour == '0')))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>A broader name lends its score to the narrower one that is named in fact: "adenocarcinoma … the final diagnosis was mucinous adenocarcinoma".</summary>
    private void AddSupport(ClinicalCourse course, List<LesionCandidate> candidates)
    {
        foreach (var narrow in candidates)
        {
            if (narrow.Morphology is null || !(narrow.OwnScore > (narrow.Best.Is(Assertion.Uncertain) ? LeastOfDoubt : Threshold + 1)))
            {
                continue;
            }

            foreach (var broad in candidates)
            {
                if (broad.Morphology is not null && AgreeInBehaviour(broad, narrow) && AgreeInSite(course, broad, narrow) && _broader.IsBroader(broad.Morphology, narrow.Morphology) && broad.OwnScore > Threshold + 1)
                {
                    narrow.Support(broad.OwnScore, _weights[LesionFeature.Supported]);
                }
            }
        }
    }

    /// <summary>"Non-small cell lung cancer" bears out no adenocarcinoma of the cecum.</summary>
    private static bool AgreeInSite(ClinicalCourse course, LesionCandidate broad, LesionCandidate narrow)
    {
        if (((TumourConcept)broad.Best.Concept).Site is not { } site)
        {
            return true;
        }

        if (((TumourConcept)narrow.Best.Concept).Site is { } own)
        {
            return TopographyCode.IsSameOrgan(own, site);
        }

        foreach (ref readonly var place in course.MentionsNear(narrow.Best.Sentence, MentionKind.Site, narrow.Best.EndToken, narrow.Best.EndToken + PlaceReach))
        {
            if (place.Concept is SiteConcept { Kind: SiteKind.Organ } named && place.FirstToken - narrow.Best.EndToken is >= 0 and <= PlaceReach && !TopographyCode.IsSameOrgan(named.Topography, site))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A carcinoma bears out no adenoma, though their codes are neighbours.</summary>
    private static bool AgreeInBehaviour(LesionCandidate left, LesionCandidate right)
    {
        char one = ((TumourConcept)left.Best.Concept).Behaviour, other = ((TumourConcept)right.Best.Concept).Behaviour;
        return one == other || one is not ('0' or '3') || other is not ('0' or '3');
    }
}
