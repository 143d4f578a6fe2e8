using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Decides which of the tumours and lesions that a narrative names it is told for. Every mention is weighed by where it stands and what its
/// sentence says of it (<see cref="LesionFeature"/>); mentions of one morphology make a candidate and support each other, and a name that says
/// less supports one that says more. The best supported candidate wins; a lesion that is no tumour can win as well.
/// </summary>
internal sealed class LesionFinder
{
    /// <summary>Below this no diagnosis counts as made.</summary>
    private const double Threshold = -2.2;

    /// <summary>A lesion that is no tumour must be better supported by so much than any tumour.</summary>
    private const double LesionMargin = 1;

    private readonly FeatureWeights<LesionFeature> _weights;
    private readonly BroaderMorphologies _broader;
    private readonly HashSet<int> _reportWords;
    private readonly HashSet<int> _linkWords;
    private readonly int _diagnosed;
    private readonly HashSet<int> _partWords;
    private readonly HashSet<int> _withinWords;
    private readonly HashSet<int> _tumourWords;

    public LesionFinder(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _weights = new FeatureWeights<LesionFeature>(models, "weights/lesion.tsv");
        _broader = new BroaderMorphologies(models);
        _reportWords = [.. ((string[])["report", "reported", "describe", "described", "present", "presented", "document", "encountered"]).Select(vocabulary.Add)];
        _linkWords = [.. ((string[])["be", "was", "were", "is", "as", "been"]).Select(vocabulary.Add)];
        _diagnosed = vocabulary.Add("diagnosed");
        _partWords = [.. ((string[])["component", "differentiation", "element", "area", "focus", "feature", "pattern", "part", "portion"]).Select(vocabulary.Add)];
        _withinWords = [.. ((string[])["in", "within", "with", "from", "ex", "inside"]).Select(vocabulary.Add)];
        _tumourWords = [.. ((string[])["tumor", "neoplasm", "neoplasia", "neoplastic", "cancer", "malignancy"]).Select(vocabulary.Add)];
    }

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
            if (((TumourConcept)mention.Concept).Behaviour != '\0' && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }

            for (var index = mention.FirstToken; index < mention.EndToken; index++)
            {
                if (_tumourWords.Contains(course.Document.TokenArray[index].Word) && !mention.Is(Assertion.NotFactual))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public IndexLesion Find(ClinicalCourse course)
    {
        var candidates = Candidates(course);
        LesionCandidate? tumour = null, second = null, generic = null, lesion = null;
        foreach (var candidate in candidates)
        {
            switch (candidate.Kind)
            {
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
                    lesion = candidate;
                    break;
            }
        }

        if (lesion is { Score: > 1 } && lesion.Score > (tumour?.Score ?? double.NegativeInfinity) + LesionMargin && !(generic is not null && generic.Score > lesion.Score && HasBehaviour(generic)))
        {
            return IndexLesion.None with { Score = lesion.Score };
        }

        if (tumour is { Best.Episode: Episode.Earlier } && generic is not null && IsNewTumour(course, generic))
        {
            tumour = null;
        }

        var found = tumour is { Score: > Threshold } ? tumour : generic is { Score: > Threshold } && IsTumourByName(course, generic) ? generic : null;
        return found is null
            ? IndexLesion.None
            : new IndexLesion(found.Best, (TumourConcept)found.Best.Concept, found.Mentions, IsTumour: true, found.Score,
                found == tumour && second is not null ? found.Score - second.Score : double.PositiveInfinity);
    }

    /// <summary>What speaks for and against one mention of a tumour.</summary>
    public IReadOnlyList<WeighedFeature> Explain(ClinicalCourse course, PlacedMention mention)
    {
        Span<double> values = stackalloc double[_weights.Count];
        values.Clear();
        Describe(course, mention, (TumourConcept)mention.Concept, values);
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

    /// <summary>A tumour of the present course that is neither a recurrence nor a metastasis: what was diagnosed in an earlier course does not name it.</summary>
    private static bool IsNewTumour(ClinicalCourse course, LesionCandidate generic)
    {
        foreach (var mention in course.Of(MentionKind.Spread))
        {
            if (mention is { Value: "metastasis" or "recurrence", Episode: Episode.Present or Episode.FollowUp } && !mention.Is(Assertion.NotPatient | Assertion.Negated))
            {
                return false;
            }
        }

        foreach (var mention in generic.Mentions)
        {
            if (mention.Episode == Episode.Present && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every tumour that the course names, one candidate for each morphology; words that name none, and lesions that are none, make one each.</summary>
    public List<LesionCandidate> Candidates(ClinicalCourse course)
    {
        var candidates = new List<LesionCandidate>();
        Span<double> values = stackalloc double[_weights.Count];
        foreach (var mention in course.Of(MentionKind.Tumour))
        {
            var concept = (TumourConcept)mention.Concept;
            values.Clear();
            Describe(course, mention, concept, values);
            var score = _weights.Score(values);
            if (concept.Kind == TumourKind.Generic)
            {
                // among words that name no histology the one that tells the organ or the behaviour speaks for all
                score += (concept.Site is null ? 0 : 1) + (concept.Behaviour == '\0' ? 0 : 0.5);
            }

            var morphology = concept.Kind == TumourKind.Tumour ? concept.Morphology : null;
            var kind = concept.Kind == TumourKind.Tumour && morphology is null ? TumourKind.Generic : concept.Kind;
            var candidate = Known(candidates, kind, morphology);
            if (candidate is null)
            {
                candidates.Add(candidate = new LesionCandidate(kind, morphology, mention, score));
            }
            else
            {
                candidate.Add(mention, score, mention.Is(Assertion.NotFactual) ? 0 : _weights[LesionFeature.Repeated]);
            }
        }

        AddSupport(candidates);
        return candidates;
    }

    private static LesionCandidate? Known(List<LesionCandidate> candidates, TumourKind kind, string? morphology)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == kind && candidate.Morphology == morphology)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>A broader name lends its score to the narrower one that is named in fact: "adenocarcinoma … the final diagnosis was mucinous adenocarcinoma".</summary>
    private void AddSupport(List<LesionCandidate> candidates)
    {
        foreach (var narrow in candidates)
        {
            if (narrow.Morphology is null || !(narrow.OwnScore > Threshold + 1))
            {
                continue;
            }

            foreach (var broad in candidates)
            {
                if (broad.Morphology is not null && AgreeInBehaviour(broad, narrow) && _broader.IsBroader(broad.Morphology, narrow.Morphology) && broad.OwnScore > Threshold + 1)
                {
                    narrow.Support(broad.OwnScore, _weights[LesionFeature.Supported]);
                }
            }
        }
    }

    /// <summary>A carcinoma bears out no adenoma, though their codes are neighbours.</summary>
    private static bool AgreeInBehaviour(LesionCandidate left, LesionCandidate right)
    {
        char one = ((TumourConcept)left.Best.Concept).Behaviour, other = ((TumourConcept)right.Best.Concept).Behaviour;
        return one == other || one is not ('0' or '3') || other is not ('0' or '3');
    }

    private void Describe(ClinicalCourse course, PlacedMention mention, TumourConcept concept, Span<double> values)
    {
        var section = course.SentenceOf(mention).Section;
        var inTitle = section == SectionKind.Title;
        Set(values, LesionFeature.InTitle, inTitle);
        Set(values, LesionFeature.InPathology, section == SectionKind.Pathology);
        Set(values, LesionFeature.InDiscussion, section == SectionKind.Discussion);
        if (!inTitle)
        {
            Set(values, LesionFeature.Negated, mention.Is(Assertion.Negated));
            Set(values, LesionFeature.Uncertain, mention.Is(Assertion.Uncertain));
            Set(values, LesionFeature.Hypothetical, mention.Is(Assertion.Hypothetical));
            Set(values, LesionFeature.Literature, mention.Is(Assertion.Literature));
            Set(values, LesionFeature.OtherPerson, mention.Is(Assertion.Relative | Assertion.OtherPatient));
            Set(values, LesionFeature.Earlier, mention.Episode == Episode.Earlier);
            Set(values, LesionFeature.FollowUp, mention.Episode == Episode.FollowUp);
            DescribePlot(course, mention, values);
        }

        Set(values, LesionFeature.NamedAsCase, !inTitle && IsNamedAsCase(course, mention));
        values[(int)LesionFeature.NameLength] = Math.Min(4, mention.EndToken - mention.FirstToken);
        values[(int)LesionFeature.Position] = (double)mention.FirstToken / Math.Max(1, course.Document.TokenArray.Length);
        Set(values, LesionFeature.Unspecific, concept.Kind == TumourKind.Tumour && concept.Morphology is "8000" or "8001" or "8010" or "8800" or "9590");
    }

    private void DescribePlot(ClinicalCourse course, PlacedMention mention, Span<double> values)
    {
        var hasPathology = false;
        var hasDiagnosis = false;
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Plot && other.FirstToken < mention.EndToken + 12)
            {
                hasPathology |= other.Value == "pathology";
                hasDiagnosis |= other.Value is "diagnose" or "final" && other.FirstToken < mention.FirstToken;
                if (other.Value == "treated" && other.EndToken <= mention.FirstToken && HasWord(course, other, _diagnosed))
                {
                    hasDiagnosis = true;
                }

                if (other.Value == "final" && mention.FirstToken - other.EndToken is >= 0 and <= 6)
                {
                    Set(values, LesionFeature.FinalDiagnosis, true);
                }
            }
            else if (other.Kind == MentionKind.Spread && other.Value == "metastasis" && mention.FirstToken - other.EndToken is >= 0 and <= 3)
            {
                Set(values, LesionFeature.BesideMetastasis, true);
            }
        }

        Set(values, LesionFeature.BesidePathology, hasPathology);
        Set(values, LesionFeature.Diagnosed, hasDiagnosis);
        Set(values, LesionFeature.DiagnosedByPathology, hasPathology && hasDiagnosis);
        Set(values, LesionFeature.Component, IsPart(course, mention));
        Set(values, LesionFeature.Subordinate, IsSubordinate(course, mention));
        Set(values, LesionFeature.SaidOfLesion, IsSaidOfLesion(course, mention));
    }

    /// <summary>"the squamous cell carcinoma component", "areas of leiomyosarcoma".</summary>
    private bool IsPart(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        var tokens = course.Document.TokenArray;
        return (mention.EndToken < bounds.EndToken && _partWords.Contains(tokens[mention.EndToken].Word))
            || (mention.FirstToken - 2 >= bounds.FirstToken && _partWords.Contains(tokens[mention.FirstToken - 2].Word) && course.Document.TextOf(tokens[mention.FirstToken - 1]) is "of");
    }

    /// <summary>A tumour named shortly before in the sentence, and between the two no more than "in a", "arising within an", "with".</summary>
    private bool IsSubordinate(ClinicalCourse course, PlacedMention mention)
    {
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Tumour, Morphology: not null } } && mention.FirstToken - other.EndToken is >= 1 and <= 5
                && !other.Is(Assertion.NotFactual))
            {
                for (var index = other.EndToken; index < mention.FirstToken; index++)
                {
                    if (_withinWords.Contains(course.Document.TokenArray[index].Word))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>"The mass was a schwannoma", "the tumour proved to be a chordoma": a word for the lesion, a form of "be" right before the name.</summary>
    private bool IsSaidOfLesion(ClinicalCourse course, PlacedMention mention)
    {
        var start = course.SentenceOf(mention).FirstToken;
        var link = -1;
        for (var index = mention.FirstToken - 1; index >= Math.Max(start, mention.FirstToken - 4); index--)
        {
            if (_linkWords.Contains(course.Document.TokenArray[index].Word))
            {
                link = index;
                break;
            }
        }

        if (link < 0)
        {
            return false;
        }

        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Tumour && other.EndToken <= link && other.Concept is TumourConcept { Kind: TumourKind.Generic })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"We report a case of X", with no patient named between: in "a case of a woman with X who presented with Y" X may be history.</summary>
    private bool IsNamedAsCase(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.FirstToken >= mention.FirstToken)
            {
                break;
            }

            if (other.Kind is MentionKind.Age or MentionKind.Tumour || other is { Kind: MentionKind.Person, Concept: ValueConcept { Value: not "our-patient" } })
            {
                return false;
            }
        }

        for (var index = bounds.FirstToken; index < Math.Min(mention.FirstToken, bounds.FirstToken + 8); index++)
        {
            if (_reportWords.Contains(course.Document.TokenArray[index].Word))
            {
                return mention.FirstToken - index <= 14;
            }
        }

        return false;
    }

    private static bool HasWord(ClinicalCourse course, PlacedMention mention, int word)
    {
        for (var index = mention.FirstToken; index < mention.EndToken; index++)
        {
            if (course.Document.TokenArray[index].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    private static void Set(Span<double> values, LesionFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
