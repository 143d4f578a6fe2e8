using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Whether the index lesion is a metastasis: what is said of spread and of origin is gathered into features (<see cref="OriginFeature"/>), whose
/// weighted sum is the log odds. So a primary with metastases (stage IV) is told from a metastasis that the report is about. Disease of blood,
/// marrow and lymph is neither unless the report calls it primary or solitary.
/// </summary>
internal sealed class OriginExtractor
{
    private readonly FeatureWeights<OriginFeature> _weights;
    private readonly HashSet<int> _from;
    private readonly HashSet<int> _to;
    private readonly HashSet<int> _singles;
    private readonly HashSet<int> _of;
    private readonly HashSet<int> _with;

    public OriginExtractor(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _weights = new FeatureWeights<OriginFeature>(models, "weights/origin.tsv");
        _from = [.. ((string[])["from", "originating", "arising", "originated", "derived"]).Select(vocabulary.Add)];
        _to = [.. ((string[])["to", "in", "at"]).Select(vocabulary.Add)];
        _singles = [.. ((string[])["deposit", "tumor", "lesion", "nodule", "mass"]).Select(vocabulary.Add)];
        _of = [vocabulary.Add("of")];
        _with = [.. ((string[])["with", "and"]).Select(vocabulary.Add)];
    }

    public LesionOrigin? Extract(ClinicalCourse course, IndexLesion lesion, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        Span<double> values = stackalloc double[_weights.Count];
        values.Clear();
        var spread = Describe(course, lesion, values);
        if (tumour.Tissue is Tissue.Marrow or Tissue.Lymphoid)
        {
            return Primary(course, lesion, systemic: true) is { } stated ? Make("primary", 0.8, stated) : null;
        }

        var odds = _weights.Score(values);
        var probability = 1 / (1 + Math.Exp(-Math.Abs(odds)));
        return odds > 0
            ? Make("metastatic", probability, spread ?? diagnosis)
            : Make("primary", probability, Primary(course, lesion, systemic: false) ?? diagnosis);

        LesionOrigin Make(string value, double confidence, PlacedMention mention) => new()
        {
            Value = value,
            Confidence = Math.Round(Math.Clamp(confidence, 0.5, 0.98), 2),
            Evidence = evidence.Of(mention),
        };
    }

    /// <summary>The features of a case that are not zero, with their weights.</summary>
    public IReadOnlyList<WeighedFeature> Explain(ClinicalCourse course, IndexLesion lesion)
    {
        var weighed = new List<WeighedFeature>();
        if (lesion.Tumour is null)
        {
            return weighed;
        }

        Span<double> values = stackalloc double[_weights.Count];
        values.Clear();
        Describe(course, lesion, values);
        foreach (var feature in Enum.GetValues<OriginFeature>())
        {
            if (values[(int)feature] != 0)
            {
                weighed.Add(new WeighedFeature(FeatureWeights<OriginFeature>.NameOf(feature), values[(int)feature], _weights[feature]));
            }
        }

        return weighed;
    }

    /// <summary>Fills in the features.</summary>
    /// <returns>The mention that speaks loudest of a metastasis.</returns>
    public PlacedMention? Describe(ClinicalCourse course, IndexLesion lesion, Span<double> values)
    {
        var tumour = lesion.Tumour!;
        Set(values, OriginFeature.Bias);
        PlacedMention? best = null;
        var bestWeight = double.NegativeInfinity;
        var operated = FirstOperation(course);
        var hasPresent = false;
        var nodes = 0;
        var count = 0;
        var isLater = true;
        foreach (var mention in course.Of(MentionKind.Spread))
        {
            var inTitle = course.SentenceOf(mention).Section == SectionKind.Title;
            if (mention.Value == "unknown-primary" && !mention.Is(Assertion.NotPatient))
            {
                Set(values, OriginFeature.UnknownPrimary);
            }

            if (mention.Value == "recurrence" && !mention.Is(Assertion.NotFactual))
            {
                values[(int)OriginFeature.RecurrenceOfEarlier] = 1;
            }

            if (mention.Value != "metastasis")
            {
                continue;
            }

            if (!inTitle && mention.Is(Assertion.Negated) && !mention.Is(Assertion.NotPatient))
            {
                Set(values, OriginFeature.Denied);
                continue;
            }

            if (!inTitle && mention.Is(Assertion.NotPatient | Assertion.Hypothetical))
            {
                continue;
            }

            var adjective = IsAdjective(course, mention, lesion);
            if (!inTitle && mention.Is(Assertion.Uncertain) && !adjective)
            {
                Set(values, OriginFeature.Suspected);
                continue;
            }

            if (IsOfNodes(course, mention))
            {
                nodes++;
                continue;
            }

            count++;
            var sum = 0.0;
            Add(OriginFeature.InTitle, inTitle, values, ref sum);
            var source = HasSource(course, mention);
            Add(OriginFeature.FromSource, source, values, ref sum);
            var byPathology = course.Has(mention.Sentence, MentionKind.Plot, "pathology") || course.Has(mention.Sentence, MentionKind.Plot, "final");
            Add(OriginFeature.AdjectiveByPathology, adjective && byPathology, values, ref sum);
            var ofOrgan = adjective && !byPathology && IsOfOrgan(course, mention, tumour);
            Add(OriginFeature.Adjective, adjective && !byPathology && !ofOrgan, values, ref sum);
            Add(OriginFeature.AdjectiveOfOrgan, ofOrgan, values, ref sum);
            var accompanies = !adjective && !source && IsAccompanying(course, mention);
            Add(OriginFeature.Accompanying, accompanies, values, ref sum);
            var isSingular = !accompanies && IsSingular(course, mention);
            Add(OriginFeature.Singular, isSingular, values, ref sum);
            Add(OriginFeature.ToPlace, !accompanies && mention.Episode != Episode.FollowUp && HasPlace(course, mention), values, ref sum);
            Add(OriginFeature.Confirmed, isSingular && mention.Episode != Episode.Earlier && IsConfirmed(course, mention), values, ref sum);
            Add(OriginFeature.Treated, !adjective && mention.Episode != Episode.Earlier && IsTreated(course, mention), values, ref sum);
            Add(OriginFeature.AtSpine, IsAtSpine(course, mention), values, ref sum);
            hasPresent |= mention.Episode is Episode.Present or Episode.FollowUp;
            isLater &= mention.Episode == Episode.FollowUp || (operated >= 0 && mention.Sentence > operated);
            if (sum > bestWeight)
            {
                bestWeight = sum;
                best = mention;
            }
        }

        values[(int)OriginFeature.Count] = Math.Min(4, count);
        values[(int)OriginFeature.NodesOnly] = count == 0 && nodes > 0 ? 1 : 0;
        values[(int)OriginFeature.Later] = count > 0 && isLater ? 1 : 0;
        var earlier = HasEarlierPrimary(course, lesion);
        values[(int)OriginFeature.PrimaryEarlier] = earlier && hasPresent ? 1 : 0;
        values[(int)OriginFeature.RecurrenceOfEarlier] *= earlier && count == 0 ? 1 : 0;
        values[(int)OriginFeature.StrangerAtSpine] = IsStranger(tumour) && HasSpinalLesion(course) ? 1 : 0;
        values[(int)OriginFeature.CalledPrimary] = Primary(course, lesion, systemic: false) is null ? 0 : 1;
        values[(int)OriginFeature.NotMalignant] = tumour is { Kind: TumourKind.Tumour, Behaviour: '0' or '1' or '2' } ? 1 : 0;
        return best;
    }

    /// <summary>A tumour whose name gives an organ other than the spine, or whose tissue does not occur there.</summary>
    private static bool IsStranger(TumourConcept tumour) =>
        tumour.Site is { } site ? !site.StartsWith("C41", StringComparison.Ordinal) && !site.StartsWith("C7", StringComparison.Ordinal) && !site.StartsWith("C42", StringComparison.Ordinal)
        : tumour.Kind == TumourKind.Tumour && tumour.Tissue == Tissue.Epithelial;

    /// <summary>A word for a lesion, or for compression, in one sentence with a vertebra, a level or a compartment.</summary>
    private static bool HasSpinalLesion(ClinicalCourse course)
    {
        foreach (var mention in course.Mentions)
        {
            if (mention.Episode is not (Episode.Present or Episode.FollowUp) || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain)
                || !(mention.Kind is MentionKind.Level or MentionKind.Compartment || mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Spine } }))
            {
                continue;
            }

            foreach (var other in course.MentionsOf(mention.Sentence))
            {
                if ((other.Kind is MentionKind.LesionWord || other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Generic } } or { Kind: MentionKind.Compression })
                    && !other.Is(Assertion.Negated) && Distance(other, mention) <= 8)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Add(OriginFeature feature, bool isSo, Span<double> values, ref double sum)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
            sum += _weights[feature];
        }
    }

    private static void Set(Span<double> values, OriginFeature feature) => values[(int)feature] = 1;

    /// <summary>The sentence of the first operation of the present course that takes something out, or -1.</summary>
    private static int FirstOperation(ClinicalCourse course)
    {
        foreach (var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Present, Concept: ProcedureConcept { Term: not "biopsy" } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section != SectionKind.Title)
            {
                return mention.Sentence;
            }
        }

        return -1;
    }

    /// <summary>"metastatic leiomyosarcoma", "metastasis of a leiomyosarcoma".</summary>
    private bool IsAdjective(ClinicalCourse course, PlacedMention spread, IndexLesion lesion)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention.Kind != MentionKind.Tumour || !lesion.Has(mention))
            {
                continue;
            }

            var gap = mention.FirstToken - spread.EndToken;
            if (spread.FirstToken < mention.EndToken && mention.FirstToken < spread.EndToken)
            {
                return true;
            }

            // "squamous cell carcinoma of the rectum metastatic to both ovaries"
            if (spread.FirstToken - mention.EndToken is >= 0 and <= 5 && spread.EndToken < course.SentenceOf(spread).EndToken && _to.Contains(course.Document.TokenArray[spread.EndToken].Word)
                && !Any(course, mention.EndToken, spread.FirstToken, _with))
            {
                return true;
            }

            if (gap is >= 0 and <= 2 && !Any(course, spread.EndToken, mention.FirstToken, _with))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tumour behind a word of spread is named with its organ: "metastatic prostate cancer", "metastatic carcinoma of the ileum".</summary>
    private bool IsOfOrgan(ClinicalCourse course, PlacedMention spread, TumourConcept tumour)
    {
        if (tumour.Site is not null)
        {
            return true;
        }

        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ } } && mention.FirstToken - spread.EndToken is >= 0 and <= 6
                && (mention.FirstToken - spread.EndToken <= 1 || _of.Contains(course.Document.TokenArray[mention.FirstToken - 1].Word) || _of.Contains(course.Document.TokenArray[mention.FirstToken - 2].Word)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"from" with a tumour or an organ, "of" with a tumour; or the organ's tumour right before: "lung cancer metastasis".</summary>
    private bool HasSource(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            var gap = mention.FirstToken - spread.EndToken;
            var isTumour = mention.Kind == MentionKind.Tumour && mention.Concept is TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null };
            if (gap is >= 1 and <= 8 && (isTumour || mention.Kind == MentionKind.Site))
            {
                if (Any(course, spread.EndToken, mention.FirstToken, _from) || (isTumour && _of.Contains(course.Document.TokenArray[spread.EndToken].Word)))
                {
                    return true;
                }
            }
            else if (isTumour && spread.FirstToken == mention.EndToken && !mention.Is(Assertion.Negated))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"metastasis", "deposit", "secondary tumour"; not "metastases", "metastatic disease", "dissemination".</summary>
    private bool IsSingular(ClinicalCourse course, PlacedMention spread)
    {
        var last = course.Document.TextOf(course.Document.TokenArray[spread.EndToken - 1]);
        return last.EndsWith("asis", StringComparison.OrdinalIgnoreCase) || _singles.Contains(course.Document.TokenArray[spread.EndToken - 1].Word) && !last.EndsWith("s", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"bladder metastasis", "metastatic carcinoma to the mandible".</summary>
    private bool HasPlace(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention.Kind is not (MentionKind.Site or MentionKind.Region or MentionKind.Level))
            {
                continue;
            }

            var behind = mention.FirstToken - spread.EndToken;
            if (spread.FirstToken - mention.EndToken is 0 || (behind is >= 1 and <= 7 && _to.Contains(course.Document.TokenArray[mention.FirstToken - 1].Word))
                || (behind is >= 2 and <= 7 && _to.Contains(course.Document.TokenArray[mention.FirstToken - 2].Word)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConfirmed(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention.Kind == MentionKind.Plot && spread.FirstToken - mention.EndToken is >= 0 and <= 14
                && (mention.Value is "pathology" or "final" || (mention.Value == "diagnose" && course.Has(spread.Sentence, MentionKind.Plot, "pathology"))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTreated(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant && !mention.Is(Assertion.NotFactual & ~Assertion.Uncertain)
                && (mention.FirstToken - spread.EndToken is >= 0 and <= 6 || spread.FirstToken - mention.EndToken is >= 0 and <= 5))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAtSpine(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention.Kind is MentionKind.Level or MentionKind.Compartment || mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Spine } })
            {
                return Distance(mention, spread) <= 12;
            }
        }

        return false;
    }

    private bool IsAccompanying(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null } }
                && spread.FirstToken - mention.EndToken is >= 1 and <= 24 && Any(course, mention.EndToken, spread.FirstToken, _with))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"lymph node metastases": spread of the lesion with its regional nodes, not the lesion.</summary>
    private static bool IsOfNodes(ClinicalCourse course, PlacedMention spread)
    {
        foreach (var mention in course.MentionsOf(spread.Sentence))
        {
            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Node } } && Distance(mention, spread) <= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tumour, its organ's cancer, or the removal of an organ lies in an earlier course.</summary>
    private static bool HasEarlierPrimary(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Episode != Episode.Earlier || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            if (mention.Concept is TumourConcept tumour && tumour.Kind != TumourKind.Lesion && (tumour.Morphology is not null && tumour.Morphology == lesion.Tumour!.Morphology || tumour is { Site: not null, Behaviour: '3' }))
            {
                return true;
            }
        }

        return false;
    }

    private PlacedMention? Primary(ClinicalCourse course, IndexLesion lesion, bool systemic)
    {
        foreach (var diagnosis in course.Of(MentionKind.Tumour))
        {
            // a systemic disease is called primary by any of its names
            if (!(systemic ? diagnosis.Concept is TumourConcept { Tissue: Tissue.Lymphoid or Tissue.Marrow } : lesion.Has(diagnosis)))
            {
                continue;
            }

            foreach (var mention in course.MentionsOf(diagnosis.Sentence))
            {
                if (mention.Kind == MentionKind.Spread && (mention.Value == "primary" || (systemic && mention.Value == "solitary")) && !mention.Is(Assertion.Negated)
                    && Distance(mention, diagnosis) <= 4 && !IsSourceOfMetastasis(course, mention))
                {
                    return mention;
                }
            }
        }

        return null;
    }

    /// <summary>"metastasis of the primary gastric tumour", "metastatic adenocarcinoma consistent with the primary tumour": the word speaks of where the lesion came from.</summary>
    private static bool IsSourceOfMetastasis(ClinicalCourse course, PlacedMention primary)
    {
        foreach (var mention in course.MentionsOf(primary.Sentence))
        {
            if (mention.Kind == MentionKind.Spread && mention.Value == "metastasis" && !mention.Is(Assertion.Negated) && primary.FirstToken - mention.EndToken is >= 0 and <= 14)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(ClinicalCourse course, int from, int to, HashSet<int> words)
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

    private static int Distance(PlacedMention left, PlacedMention right) => left.Sentence != right.Sentence
        ? int.MaxValue
        : left.EndToken <= right.FirstToken ? right.FirstToken - left.EndToken : right.EndToken <= left.FirstToken ? left.FirstToken - right.EndToken : 0;
}
