using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Histology, behaviour and grade of the index lesion. Words beside the name make it more exact ("adenocarcinoma … mucinous", "neuroendocrine
/// carcinoma … small cell type").
/// </summary>
internal sealed class HistologyExtractor(ModelSource models, Vocabulary.Builder vocabulary)
{
    private readonly BehaviourReader _behaviours = new(vocabulary);
    private readonly ModifierReader _modifiers = new(vocabulary);
    private readonly SiteMorphologies _siteMorphologies = new(models);

    public Histology? Extract(ClinicalCourse course, IndexLesion lesion, LesionOrigin? origin, ResolvedSite? site, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        var (modified, modifier) = _modifiers.Read(course, lesion, tumour);
        var named = modified is { Behaviour: not '\0' } more ? tumour with { Behaviour = more.Behaviour } : tumour;
        var behaviour = _behaviours.Read(course, lesion, named, origin?.Value == "metastatic");
        if (tumour.Morphology is null && behaviour is null)
        {
            return null;
        }

        var morphology = modified?.Morphology ?? tumour.Morphology;
        var display = modified?.Display ?? tumour.Display;
        if (behaviour is "3" or "6" && _siteMorphologies.Of(morphology, site) is { } ofSite)
        {
            (morphology, display) = ofSite;
            if (_modifiers.ReadBeside(course, lesion, tumour, ofSite.Morphology) is { Modified: { } exact } variant)
            {
                (morphology, display, modifier) = (exact.Morphology, exact.Display, variant.Modifier);   // "the thyroid held a follicular variant papillary carcinoma"
            }
        }

        return new Histology
        {
            Code = morphology,
            Behaviour = behaviour,
            Display = morphology is null ? null : display,
            Grade = GradeOf(course, lesion),
            Text = course.Document.Quote(course.Document.SpanOf(diagnosis.FirstToken, diagnosis.EndToken)),
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
