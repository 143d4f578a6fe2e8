using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Tells what is said of a specimen, its margins and nodes from what is said of the patient.</summary>
internal static class Specimen
{
    /// <summary>How far a margin or a node may stand before "free of tumor", in tokens.</summary>
    private const int Reach = 10;

    /// <summary>"the margins and the nodes were free of tumor": of what was cut out, unless the sentence names the patient or a time.</summary>
    public static bool IsOfPatient(ClinicalCourse course, PlacedMention words)
    {
        var text = course.Document.TextOf(course.Document.SpanOf(words.FirstToken, words.EndToken));
        if (!text.StartsWith("free", StringComparison.OrdinalIgnoreCase) && !text.Contains("residual", StringComparison.OrdinalIgnoreCase) && !text.Contains("tumo", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return !IsSubjectOf(course, words) && (course.Has(words.Sentence, MentionKind.Person) || course.Has(words.Sentence, MentionKind.Interval) || course.Has(words.Sentence, MentionKind.Phase)
            || course.Has(words.Sentence, MentionKind.Test));
    }

    /// <summary>A margin, a node or a specimen is spoken of.</summary>
    public static bool IsSubjectOf(ClinicalCourse course, PlacedMention words)
    {
        var sentence = course.SentenceOf(words);
        if (sentence.Section == SectionKind.Pathology || course.Has(words.Sentence, MentionKind.Plot, "pathology"))
        {
            return true;
        }

        for (var index = Math.Max(sentence.FirstToken, words.FirstToken - Reach); index < words.FirstToken; index++)
        {
            if (course.Document.TextOf(index) is var word
                && (word.StartsWith("margin", StringComparison.OrdinalIgnoreCase) || word.StartsWith("specimen", StringComparison.OrdinalIgnoreCase) || word is "node" or "nodes" or "Nodes" or "appendix" or "edges" or "adnexae")
                && !course.Has(words.Sentence, index, words.FirstToken, MentionKind.Person))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"pathology confirmed a recurrent dermoid cyst": the name of what was removed.</summary>
    public static bool IsNamedIn(ClinicalCourse course, PlacedMention words) => course.Has(words.Sentence, MentionKind.Plot, "pathology");
}
