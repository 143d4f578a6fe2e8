using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>
/// The sentence that introduces the patient: acts told before how the patient came ("a man treated by nephrectomy … presented with", "a gastrectomized man … presented") and acts
/// that the complaint or the recurrence came after ("presented with a recurrence after mastectomy") are earlier, though nothing dates them.
/// </summary>
internal static class OpeningSentence
{
    /// <summary>Marks the acts that lie before how the patient came.</summary>
    /// <param name="line">The line; its last mentions are those of the sentence.</param>
    /// <param name="first">Index of the sentence's first mention on the line.</param>
    /// <param name="mentions">The mentions of the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isSummary">Whether it introduces the case as well, and leaves it to the next sentence how the patient came: "We report a sarcoma in a 20-year-old man."</param>
    /// <returns>Whether the sentence introduces the patient.</returns>
    public static bool TryRead(StoryLine line, int first, ReadOnlySpan<Mention> mentions, Sentence sentence, out bool isSummary)
    {
        int introduced = -1, came = -1;
        var isFound = false;
        isSummary = false;
        foreach (var mention in mentions)
        {
            if ((mention.Assertion & (Assertion.NotPatient | Assertion.Negated)) != 0)
            {
                continue;
            }

            if (introduced < 0 && (mention.Kind == MentionKind.Age || mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "female-noun" or "male-noun" or "patient" } }))
            {
                introduced = mention.FirstToken;
            }

            isSummary |= mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "our-patient" } };
            if (introduced >= 0 && came < 0 && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } or { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "recurrence" } } && !IsLandmark(line.Document, mention.FirstToken))
            {
                came = mention.FirstToken;
                isFound = line.Document.TextOf(mention.EndToken - 1) is "found";
            }
        }

        if (introduced >= 0 && came >= 0)
        {
            for (var index = first; index < line.Mentions.Count; index++)
            {
                var placed = line.Mentions[index];
                if (placed.Before is null && placed.IsAct && (placed.FirstToken > introduced || placed.EndToken == introduced)
                    && (placed.FirstToken < came || (!isFound && IsBehindAfter(line.Document, sentence, placed.FirstToken, came) && !IsFoundBetween(line.Document, mentions, came, placed.FirstToken))))
                {
                    line.Mentions[index] = placed with { IsOpening = true };
                }
            }
        }

        isSummary &= came < 0;
        return introduced >= 0;
    }

    /// <summary>"four years [before presentation]": a point in time, and not how the patient came.</summary>
    public static bool IsLandmark(Document document, int token) =>
        token > 1 && (document.TextOf(token - 1) is "before" || (document.TextOf(token - 1) is "to" && document.TextOf(token - 2) is "prior"));

    /// <summary>"…; histopathology showed a ganglioneuroblastoma after adrenalectomy": found out by the act, not come after it.</summary>
    private static bool IsFoundBetween(Document document, ReadOnlySpan<Mention> mentions, int from, int to)
    {
        foreach (var mention in mentions)
        {
            if (mention.FirstToken > from && mention.FirstToken < to && (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" or "final" or "diagnose" } } || IsDiagnosis(document, mention)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was diagnosed".</summary>
    private static bool IsDiagnosis(Document document, Mention mention) =>
        mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "treated" } } && document.TextOf(mention.EndToken - 1) is "diagnosed";

    /// <summary>"… after mastectomy", "… following nephrectomy".</summary>
    private static bool IsBehindAfter(Document document, Sentence sentence, int act, int from)
    {
        for (var index = act - 1; index >= Math.Max(Math.Max(sentence.FirstToken, from), act - 4); index--)
        {
            if (document.TextOf(index) is "after" or "following")
            {
                return true;
            }
        }

        return false;
    }
}
