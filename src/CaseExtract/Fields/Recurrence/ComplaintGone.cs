using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>"no recurrence of bleeding", "remission of the nephrotic syndrome": what is gone, or does not come back, is a complaint and no tumour.</summary>
internal static class ComplaintGone
{
    /// <summary>So far behind "recurrence" or "remission" it is told of what.</summary>
    private const int Reach = 5;

    public static bool Is(ClinicalCourse course, PlacedMention words)
    {
        var document = course.Document;
        var end = Math.Min(course.SentenceOf(words).EndToken, words.EndToken + Reach);
        if (words.EndToken >= end || document.TextOf(document.TokenArray[words.EndToken]) is not "of")
        {
            return false;
        }

        var isComplaint = false;
        foreach (ref readonly var mention in course.MentionsNear(words.Sentence, words.EndToken, end))
        {
            if (mention.FirstToken <= words.EndToken)
            {
                continue;
            }

            if (mention.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread)
            {
                return false;
            }

            isComplaint |= mention is { Kind: MentionKind.Presentation, Concept: PresentationConcept { IsModifier: false } };
        }

        for (var index = words.EndToken + 1; index < end; index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            isComplaint |= word is "syndrome" or "inflammation" || word.EndsWith("itis", StringComparison.Ordinal) || word.EndsWith("ism", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal);
        }

        return isComplaint;
    }
}
