using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Course;

/// <summary>
/// Acts told in one breath with history share its time, however long the list is: "a history of breast cancer treated by lumpectomy, chemotherapy
/// and irradiation", "she had undergone thyroidectomy for goiter, colectomy for polyps, and lumpectomy followed by irradiation". The breath ends where the patient comes, where
/// something is found, and at a main verb of its own.
/// </summary>
internal static class HistoryStatement
{
    /// <summary>Lets the acts of a sentence share the time of the history before them.</summary>
    /// <param name="line">The line; its last mentions are those of the sentence.</param>
    /// <param name="first">Index of the sentence's first mention on the line.</param>
    public static void Read(StoryLine line, int first)
    {
        Assertion shared = 0;
        double? before = null;
        var from = 0;
        foreach (ref var placed in CollectionsMarshal.AsSpan(line.Mentions)[first..])
        {
            if (IsEnd(placed.Mention))
            {
                shared = 0;
                before = null;
                continue;
            }

            var own = placed.Mention.Assertion & (Assertion.Historical | Assertion.PastPerfect);
            if (own != 0 && !placed.Is(Assertion.NotFactual) && (placed.IsAct || (own == Assertion.Historical && placed.Kind is MentionKind.Tumour or MentionKind.Plot)))
            {
                (shared, before, from) = (own, placed.Before ?? before, placed.EndToken);
            }
            else if (placed.IsAct && shared != 0)
            {
                if (HasVerb(line.Document, from, placed.FirstToken) || (own == 0 && shared == Assertion.PastPerfect && IsBehindOpening(line.Document, line.Document.SentenceArray[placed.Mention.Sentence].FirstToken, from, placed.FirstToken)))
                {
                    shared = 0;
                    before = null;
                    continue;
                }

                placed = placed with { Continued = shared, Before = placed.Before ?? before };
            }
        }
    }

    /// <summary>"After the tumor had been resected, [fusion] was done": the comma ends the clause of time that the sentence opens with.</summary>
    private static bool IsBehindOpening(Document document, int start, int from, int to) =>
        document.TextOf(start) is "After" or "Once" or "When" && Clauses.HasMark(document, from, to);

    private static bool IsEnd(in Mention mention) => mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "here" or "diagnose" or "recur" or "final" } };

    /// <summary>Whether a main verb with a subject of its own stands between; "which was treated by" and "had been excised by" go on with what was told.</summary>
    private static bool HasVerb(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            switch (document.TextOf(index))
            {
                case "now" or "currently" or "presently" or "today" or "recently" or "subsequently" or "underwent" or "undergoes" or "received" or "performed" or ";":
                    return !IsRelative(document, from, index);
                case "is" or "are":
                    return true;
                case "had" or "has":
                    // "a woman with a history of hysterectomy had a chordoma"
                    if (index + 1 < to && document.TextOf(index + 1) is "a" or "an" or "the" or "two" or "multiple" && !IsRelative(document, from, index))
                    {
                        return true;
                    }

                    break;
                case "was" or "were" when index + 1 == to:
                    // "a former bypass, and the thymoma was [excised]"
                    if (Clauses.HasMark(document, from, index) && !IsRelative(document, from, index) && document.TextOf(index - 1) is not ("and" or "then" or ","))
                    {
                        return true;
                    }

                    break;
                case "was" or "were":
                    if (index + 1 < to && document.TextOf(index + 1) is not ("treated" or "managed" or "operated" or "followed") && !IsRelative(document, from, index))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>"for which he underwent", "that was excised".</summary>
    private static bool IsRelative(Document document, int from, int verb)
    {
        for (var index = verb - 1; index >= Math.Max(from, verb - 3); index--)
        {
            if (document.TextOf(index) is "which" or "that" or "who" or "whom" or "previously")
            {
                return true;
            }
        }

        return false;
    }
}
