using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>
/// Decides which of the tumours and lesions that a narrative names it is told for: the best supported of the candidates that
/// <see cref="LesionWeigher"/> finds wins. A lesion that is no tumour can win as well.
/// </summary>
internal sealed class LesionFinder
{
    /// <summary>Below this no diagnosis counts as made.</summary>
    private const double Threshold = LesionWeigher.Threshold;

    /// <summary>The same for a tumour told in fact of its time: "operated two years ago for prostatic carcinoma, he now complains of back pain".</summary>
    private const double EarlierThreshold = Threshold - 1.6;

    /// <summary>Below this a lesion that is no tumour is only named.</summary>
    private const double LesionThreshold = 1;

    /// <summary>A lesion that is no tumour must be better supported by so much than any tumour.</summary>
    private const double LesionMargin = 1;

    /// <summary>A cancer without a histology that was confirmed is so much better supported than a name that was only suspected.</summary>
    private const double ConfirmedMargin = 4;

    /// <summary>A cancer without a histology that was operated on must be so much better supported than a tumour of another organ that was not.</summary>
    private const double OperatedMargin = 1;

    private readonly LesionWeigher _weigher;
    private readonly BackgroundTumour _background;
    private readonly TissueFinding _tissue;
    private readonly EarlierTumourPhrase _earlierTumour;
    private readonly WordSet _tumourWords;
    private readonly WordSet _definite;

    public LesionFinder(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<DiagnosisWord>(models, "rules/diagnosis-word.tsv", vocabulary);
        _weigher = new LesionWeigher(models, words, vocabulary);
        _background = new BackgroundTumour(vocabulary);
        _tissue = new TissueFinding(words, vocabulary);
        _earlierTumour = new EarlierTumourPhrase(vocabulary);
        _tumourWords = vocabulary.AddAll("tumor", "neoplasm", "neoplasia", "neoplastic", "cancer", "malignancy");
        _definite = vocabulary.AddAll("the", "this", "his", "her", "their");
    }

    /// <summary>What the report may be about, in the order of the text.</summary>
    public IReadOnlyList<LesionCandidate> Candidates(ClinicalCourse course) => _weigher.Candidates(course);

    /// <summary>What speaks for and against one mention of a tumour.</summary>
    public IReadOnlyList<WeighedFeature> Explain(ClinicalCourse course, PlacedMention mention) => _weigher.Explain(course, mention);

    public IndexLesion Find(ClinicalCourse course)
    {
        var candidates = _weigher.Candidates(course);
        LesionCandidate? tumour = null, second = null, generic = null, lesion = null;
        foreach (var candidate in candidates)
        {
            switch (candidate.Kind)
            {
                case TumourKind.Tumour when IncidentalTumour.Is(course, candidate, candidates):
                    break;
                case TumourKind.Tumour when tumour is null || candidate.Score > tumour.Score:
                    (second, tumour) = (tumour, candidate);
                    break;
                case TumourKind.Tumour when second is null || candidate.Score > second.Score:
                    second = candidate;
                    break;
                case TumourKind.Generic:
                    generic = candidate;
                    break;
                case TumourKind.Lesion:
                    lesion = IncidentalTumour.IsFindingBesideCancer(course, candidate, candidates) ? null : candidate;
                    break;
            }
        }

        if (lesion is not null && IsAboutLesion(course, lesion, tumour, generic))
        {
            return IndexLesion.None with { Score = lesion.Score };
        }

        if (tumour is not null && IsSetAside(course, tumour, second, generic))
        {
            tumour = null;
        }

        var found = tumour is not null && IsSupported(course, tumour, generic) ? tumour
            : generic is { Score: > Threshold } && IsTumourByName(course, generic) ? generic : null;
        if (found is null || _background.Is(course, found) || (found == generic && !HasBehaviour(found) && _tissue.IsNoTumour(course, found)))
        {
            return IndexLesion.None;
        }

        var margin = found == tumour && second is not null ? found.Score - second.Score : double.PositiveInfinity;
        return new IndexLesion(found.Best, ConceptOf(found), found.Mentions, IsTumour: true, found.Score, margin);
    }

    private static TumourConcept ConceptOf(LesionCandidate candidate) => (TumourConcept)candidate.Best.Concept;

    private static bool IsSupported(ClinicalCourse course, LesionCandidate tumour, LesionCandidate? generic) =>
        tumour.Score > Threshold || (tumour.Score > EarlierThreshold && IsToldOfItsTime(course, tumour, generic));

    /// <summary>Whether the report is told for a lesion that is no tumour: unless a tumour is back, or a cancer without a histology says more.</summary>
    private static bool IsAboutLesion(ClinicalCourse course, LesionCandidate lesion, LesionCandidate? tumour, LesionCandidate? generic)
    {
        var isBack = tumour is { Score: > Threshold, Best.Episode: Episode.Present } && LesionRivals.Recurs(course);
        var isCancer = generic is not null && generic.Score > lesion.Score && HasBehaviour(generic);
        return lesion.Score > LesionThreshold && !isBack && !isCancer && IsInstead(lesion, tumour);
    }

    /// <summary>Whether the best supported name of a tumour is not that of the report's.</summary>
    private bool IsSetAside(ClinicalCourse course, LesionCandidate tumour, LesionCandidate? second, LesionCandidate? generic)
    {
        if (generic is not null && (IsBelowConfirmed(tumour, generic) || IsBelowOperated(course, tumour, generic) || IsBelowNew(course, tumour, generic)))
        {
            return true;
        }

        return second is not null && IsOfLiterature(tumour) && IsOfLiterature(second);
    }

    /// <summary>"a final diagnosis of metastasis of breast cancer", where a lymphoma had been suspected.</summary>
    private static bool IsBelowConfirmed(LesionCandidate tumour, LesionCandidate generic)
    {
        var isSuspicion = tumour.Best.Is(Assertion.Uncertain) && ConceptOf(tumour).Tissue is not (Tissue.Epithelial or Tissue.Other);
        return isSuspicion && IsCancerOfOrgan(generic) && generic.Score > tumour.Score + ConfirmedMargin;
    }

    /// <summary>"a man with cancer of the esophagus and a lymphoma of the stomach underwent esophagectomy".</summary>
    private static bool IsBelowOperated(ClinicalCourse course, LesionCandidate tumour, LesionCandidate generic) =>
        IsCancerOfOrgan(generic) && generic.Score > tumour.Score + OperatedMargin && ConceptOf(generic).Site is { } organ
        && LesionRivals.IsOfOther(tumour, organ) && LesionRivals.IsRemoved(course, organ) && !LesionRivals.IsRemoved(course, ConceptOf(tumour).Site);

    /// <summary>A tumour of an earlier course, where another is told of this one that is not traced to it.</summary>
    private bool IsBelowNew(ClinicalCourse course, LesionCandidate tumour, LesionCandidate generic) =>
        tumour.Best.Episode == Episode.Earlier && IsTumourByName(course, generic) && IsNewTumour(course, generic) && _earlierTumour.Find(course) is null;

    private static bool IsCancerOfOrgan(LesionCandidate generic) =>
        generic.Best.Concept is TumourConcept { Site: not null, Behaviour: '3' } && !generic.Best.Is(Assertion.NotFactual);

    /// <summary>Named of other patients or tumors in general alone: one such name may be what the report is about, of several none is.</summary>
    private static bool IsOfLiterature(LesionCandidate candidate) => candidate.Best.Is(Assertion.Literature);

    /// <summary>Whether a lesion that is no tumour outweighs the tumour: one that was only suspected easily, where the lesion is told in fact.</summary>
    private static bool IsInstead(LesionCandidate lesion, LesionCandidate? tumour) => tumour is null
        || lesion.Score > tumour.Score + (tumour.Best.Is(Assertion.Uncertain) && !lesion.Best.Is(Assertion.NotFactual) ? 0 : LesionMargin);

    /// <summary>A tumour told in fact of an earlier course, and dated back, or whose metastasis is what the report tells of: "a man with a known carcinoma of the stomach presented with a metastasis".</summary>
    private static bool IsToldOfItsTime(ClinicalCourse course, LesionCandidate tumour, LesionCandidate? generic)
    {
        if (tumour.Best.Episode != Episode.Earlier || tumour.Best.Is(Assertion.NotFactual))
        {
            return false;
        }

        if (tumour.Best.IsDated || generic is null)
        {
            return tumour.Best.IsDated;
        }

        foreach (ref readonly var mention in course.MentionsNear(generic.Best.Sentence, MentionKind.Spread, generic.Best.FirstToken, generic.Best.EndToken))
        {
            if (mention.Value is "metastasis" && mention.Overlaps(generic.Best))
            {
                return !mention.Is(Assertion.NotFactual);
            }
        }

        return false;
    }

    /// <summary>A tumour of the present course that is neither a recurrence nor a metastasis: what was diagnosed in an earlier course does not name it.</summary>
    private bool IsNewTumour(ClinicalCourse course, LesionCandidate generic)
    {
        var best = generic.Best;
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            // "proved to be a metastasis of the melanoma that had been excised": the past of the melanoma is not the metastasis' own
            var isNow = mention.Episode is Episode.Present or Episode.FollowUp || (mention.Sentence == best.Sentence && best.Covers(mention));
            if (mention.Value is "metastasis" or "recurrence" && isNow && !mention.Is(Assertion.NotPatient | Assertion.Negated))
            {
                return false;
            }
        }

        foreach (var mention in generic.Mentions)
        {
            if (mention.Episode == Episode.Present && !mention.Is(Assertion.NotFactual) && !IsTakenUp(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the tumor": one told of before. "The right breast mass" may be new.</summary>
    private bool IsTakenUp(ClinicalCourse course, PlacedMention mention) => mention.FirstToken > course.SentenceOf(mention).FirstToken
        && _definite.Contains(course.Document.TokenArray[mention.FirstToken - 1].Word) && mention.EndToken - mention.FirstToken == 1;

    private static bool HasBehaviour(LesionCandidate generic)
    {
        foreach (var mention in generic.Mentions)
        {
            if (mention.Concept is TumourConcept { Behaviour: not '\0' } && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words that name no histology still say that it is a tumour, and not only a mass or a lesion.</summary>
    private bool IsTumourByName(ClinicalCourse course, LesionCandidate generic)
    {
        foreach (var mention in generic.Mentions)
        {
            if (mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            if (((TumourConcept)mention.Concept).Behaviour != '\0')
            {
                return true;
            }

            for (var index = mention.FirstToken; index < mention.EndToken; index++)
            {
                if (_tumourWords.Contains(course.Document.TokenArray[index].Word))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
