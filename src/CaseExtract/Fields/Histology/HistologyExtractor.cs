using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Histology, behaviour and grade of the index lesion. Words beside the name make it more exact ("adenocarcinoma … mucinous", "neuroendocrine
/// carcinoma … small cell type").
/// </summary>
internal sealed class HistologyExtractor(Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind and before the name a word may stand that makes it more exact.</summary>
    private const int Behind = 9;
    private const int Before = 3;

    private readonly BehaviourReader _behaviours = new(vocabulary);

    public Histology? Extract(ClinicalCourse course, IndexLesion lesion, LesionOrigin? origin, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        var (modified, modifier) = ModifierOf(course, lesion, tumour);
        var named = modified is { Behaviour: not '\0' } more ? tumour with { Behaviour = more.Behaviour } : tumour;
        var behaviour = _behaviours.Read(course, lesion, named, origin?.Value == "metastatic");
        if (tumour.Morphology is null && behaviour is null)
        {
            return null;
        }

        var morphology = modified?.Morphology ?? tumour.Morphology;
        return new Histology
        {
            Code = morphology,
            Behaviour = behaviour,
            Display = morphology is null ? null : modified?.Display ?? tumour.Display,
            Grade = GradeOf(course, lesion),
            Text = course.Document.TextOf(course.Document.SpanOf(diagnosis.FirstToken, diagnosis.EndToken)).ToString(),
            Confidence = ConfidenceOf(lesion),
            Evidence = modifier is { } word ? evidence.Of(diagnosis, word) : evidence.Of(diagnosis),
        };
    }

    /// <summary>The better the diagnosis is supported, and the farther behind the next candidate, the surer.</summary>
    private static double ConfidenceOf(IndexLesion lesion)
    {
        var supported = lesion.Score >= 4 ? 0.93 : lesion.Score >= 2 ? 0.87 : lesion.Score >= 0 ? 0.75 : 0.55;
        return lesion.Margin < 1 ? Math.Min(supported, 0.7) : supported;
    }

    /// <summary>What a word beside any mention in fact of the tumour makes of its name, and that word. A benign name is made no malignant one.</summary>
    private static (ModifiedHistology? Modified, PlacedMention? Modifier) ModifierOf(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour)
    {
        if (tumour.Morphology is not { } code)
        {
            return (null, null);
        }

        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            var mention = lesion.Mentions[index];
            if (mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.HistologyModifier, mention.FirstToken - Before, mention.EndToken + Behind))
            {
                if (other.Concept is HistologyModifierConcept modifier && modifier.Results.TryGetValue(code, out var result)
                    && !(tumour.Behaviour == '0' && result.Behaviour == '3')
                    && (other.FirstToken - mention.EndToken is >= 0 and <= Behind || mention.FirstToken - other.EndToken is >= 0 and <= Before)
                    && !other.Is(Assertion.Negated) && !HasTumourBetween(course, mention, other))
                {
                    return (result, other);
                }
            }
        }

        return (null, null);
    }

    private static bool HasTumourBetween(ClinicalCourse course, PlacedMention tumour, PlacedMention modifier)
    {
        var (from, to) = tumour.FirstToken < modifier.FirstToken ? (tumour.EndToken, modifier.EndToken) : (modifier.FirstToken, tumour.FirstToken);
        foreach (ref readonly var other in course.MentionsNear(tumour.Sentence, MentionKind.Tumour, from, to))
        {
            if (other.FirstToken < to && other.EndToken > from && other.FirstToken != tumour.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    private static string? GradeOf(ClinicalCourse course, IndexLesion lesion)
    {
        if (GradeOf(course, lesion.Diagnosis!.Value) is { } beside)
        {
            return beside;
        }

        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            if (!lesion.Mentions[index].Is(Assertion.NotFactual) && GradeOf(course, lesion.Mentions[index]) is { } grade)
            {
                return grade;
            }
        }

        return null;
    }

    private static string? GradeOf(ClinicalCourse course, PlacedMention diagnosis)
    {
        foreach (ref readonly var mention in course.MentionsNear(diagnosis.Sentence, MentionKind.Grade, diagnosis.FirstToken - 4, diagnosis.EndToken + 6))
        {
            if (!mention.Is(Assertion.Negated) && (diagnosis.FirstToken - mention.EndToken is >= 0 and <= 4 || mention.FirstToken - diagnosis.EndToken is >= 0 and <= 6))
            {
                return mention.Value;
            }
        }

        return null;
    }
}
