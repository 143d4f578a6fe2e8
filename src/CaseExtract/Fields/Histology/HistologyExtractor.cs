using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Histology, behaviour and grade of the index lesion. The behaviour comes from the text: metastatic is 6, then "benign", "malignant", "in situ", "borderline" beside the name, then the name.</summary>
internal sealed class HistologyExtractor
{
    public Histology? Extract(ClinicalCourse course, IndexLesion lesion, LesionOrigin? origin, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        var behaviour = BehaviourOf(course, diagnosis, tumour, origin);
        if (tumour.Morphology is null && behaviour is null)
        {
            return null;
        }

        return new Histology
        {
            Code = tumour.Morphology,
            Behaviour = behaviour,
            Display = tumour.Morphology is null ? null : tumour.Display,
            Grade = GradeOf(course, diagnosis),
            Text = course.Document.TextOf(course.Document.SpanOf(diagnosis.FirstToken, diagnosis.EndToken)).ToString(),
            Confidence = lesion.Score >= 4 ? 0.93 : lesion.Score >= 2 ? 0.87 : lesion.Score >= 0 ? 0.75 : 0.55,
            Evidence = evidence.Of(diagnosis),
        };
    }

    private static string? BehaviourOf(ClinicalCourse course, PlacedMention diagnosis, TumourConcept tumour, LesionOrigin? origin)
    {
        if (tumour.Kind == TumourKind.Generic && tumour.Behaviour == '\0')
        {
            return origin?.Value == "metastatic" ? "6" : null;
        }

        var named = tumour.Behaviour;
        var document = course.Document;
        var start = course.SentenceOf(diagnosis).FirstToken;
        for (var index = diagnosis.FirstToken - 1; index >= Math.Max(start, diagnosis.FirstToken - 3); index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.Equals("malignant", StringComparison.OrdinalIgnoreCase))
            {
                named = '3';
            }
            else if (word.Equals("benign", StringComparison.OrdinalIgnoreCase))
            {
                named = '0';
            }
            else if (word.Equals("borderline", StringComparison.OrdinalIgnoreCase))
            {
                named = '1';
            }
        }

        if (diagnosis.EndToken + 1 < course.SentenceOf(diagnosis).EndToken && document.TextOf(document.TokenArray[diagnosis.EndToken]).Equals("in", StringComparison.OrdinalIgnoreCase)
            && document.TextOf(document.TokenArray[diagnosis.EndToken + 1]).Equals("situ", StringComparison.OrdinalIgnoreCase))
        {
            named = '2';
        }

        return origin?.Value == "metastatic" && named is '3' ? "6" : named == '\0' ? null : named.ToString();
    }

    private static string? GradeOf(ClinicalCourse course, PlacedMention diagnosis)
    {
        foreach (var mention in course.MentionsOf(diagnosis.Sentence))
        {
            if (mention.Kind == MentionKind.Grade && (diagnosis.FirstToken - mention.EndToken is >= 0 and <= 4 || mention.FirstToken - diagnosis.EndToken is >= 0 and <= 6))
            {
                return mention.Value;
            }
        }

        return null;
    }
}
