using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>Tells a sentence in which the patient comes again, or disease is found on follow-up: it may start the story anew without any time being told.</summary>
internal static class ReturnVisit
{
    /// <summary>How far before its verb the patient may stand who is its subject.</summary>
    private const int SubjectReach = 3;

    /// <param name="line">The line so far.</param>
    /// <param name="mentions">The mentions of the sentence.</param>
    /// <param name="isSeen">Whether the patient comes.</param>
    public static bool Is(StoryLine line, ReadOnlySpan<Mention> mentions, out bool isSeen)
    {
        isSeen = false;
        bool isFollowed = false, isDiseased = false, introduces = false, isRecovery = false;
        foreach (ref readonly var mention in mentions)
        {
            // "the patient reported minimal pain postoperatively": still the same course
            isRecovery |= mention is { Kind: MentionKind.Phase, Concept: ValueConcept { Value: "postoperative" } };
            introduces |= mention.Kind == MentionKind.Age && (mention.Assertion & Assertion.NotPatient) == 0;
            if ((mention.Assertion & (Assertion.Negated | Assertion.NotPatient | Assertion.Historical)) != 0)
            {
                continue;
            }

            isSeen |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } && !IsOfFinding(line, mentions, mention);
            isFollowed |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "follow" } };
            isDiseased |= mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } } or { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "recur" } };
        }

        return !introduces && ((isSeen && !isRecovery) || (isFollowed && isDiseased));
    }

    /// <summary>"on histology, sheets of cells [were seen]", "a mass [was found]": nobody comes unless it is the patient who was seen.</summary>
    private static bool IsOfFinding(StoryLine line, ReadOnlySpan<Mention> mentions, Mention seen)
    {
        if (line.Document.TextOf(seen.EndToken - 1) is not ("seen" or "found" or "noted" or "noticed" or "reported"))
        {
            return false;
        }

        foreach (ref readonly var mention in mentions)
        {
            if (mention.Kind == MentionKind.Person && seen.FirstToken - mention.EndToken is >= 0 and <= SubjectReach)
            {
                return false;
            }
        }

        return true;
    }
}
