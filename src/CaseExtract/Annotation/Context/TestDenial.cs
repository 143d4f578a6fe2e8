using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a denial before a test says: that it was not done ("no [MRI] was available"), or, with a word of seeing, only what came of it ("did not detect [bands]").</summary>
internal static class TestDenial
{
    /// <summary>So many words may stand between a denial and a test that was not done: "without any previous [imaging]".</summary>
    private const int Reach = 2;

    /// <summary>So many where one of them is a verb of doing: "had never undergone a screening [colonoscopy]".</summary>
    private const int ReachOfAct = 4;

    /// <summary>So far behind a test the verb is looked for that tells what it showed.</summary>
    private const int SubjectReach = 7;

    /// <summary>Whether a denial means that a test was not done.</summary>
    /// <param name="cues">The cues of the sentence.</param>
    /// <param name="cue">The denial.</param>
    /// <param name="target">The test behind it.</param>
    public static bool IsNotDone(SentenceCues cues, in Mention cue, in Mention target)
    {
        var document = cues.Document;
        if (IsSubjectOfSeeing(document, target))
        {
            return false;
        }

        var (words, isAct, isSeen) = (0, false, false);
        for (var index = cue.FirstToken; index < target.FirstToken; index++)
        {
            ref readonly var token = ref document.TokenArray[index];
            var word = document.TextOf(token);
            isSeen |= IsSeeing(word);

            // "had not heard a murmur or requested an [electrocardiogram]": another verb
            if (document.Is(index, FunctionWord.Alternative) && IsDoing(document.TextOf(index + 1)))
            {
                (words, isSeen) = (0, false);
                continue;
            }

            // each item of a list may be as long: "no [CT], contrast-enhanced [MRI] or [scintigraphy] was available"
            if (!isSeen && index >= cue.EndToken && words <= (isAct ? ReachOfAct : Reach) && document.Is(index, FunctionWord.Alternative))
            {
                words = 0;
                continue;
            }

            // the parts of "follow-up" are one word
            words += index >= cue.EndToken && token.Has(TokenMarks.SpaceBefore) ? 1 : 0;
            isAct |= index >= cue.EndToken && IsDoing(word);
            if ((isSeen || words > ReachOfAct) && !cues.Holds(SentenceWords.Alternative))
            {
                return false; // nothing begins anew
            }
        }

        return !isSeen && words <= (isAct ? ReachOfAct : Reach);
    }

    /// <summary>What opens a clause that tells no more what the test showed.</summary>
    private const FunctionWord OtherClause = FunctionWord.RelativePronoun | FunctionWord.Cause | FunctionWord.Equative | FunctionWord.Inceptive | FunctionWord.Posterior | FunctionWord.Moment | FunctionWord.Adversative;

    /// <summary>Whether it is said of a test that it showed nothing, or of what was to be seen in it: "neither [CT] nor scintigraphy detected a lesion", "no [imaging] evidence".</summary>
    public static bool IsSubjectOfSeeing(Document document, in Mention target)
    {
        for (var index = target.EndToken; index < Math.Min(target.EndToken + SubjectReach, document.TokenArray.Length); index++)
        {
            var word = document.TextOf(index);
            // "no [reflexes] were found": what is found shows nothing itself
            if (document.Is(index, FunctionWord.PastBe) && index + 1 < document.TokenArray.Length && document.TextOf(index + 1) is not ("diagnostic" or "conclusive" or "contributory" or "informative"))
            {
                return false;
            }

            if (word is "showed" or "shows" or "revealed" or "detected" or "demonstrated" or "disclosed" or "identified" or "found" or "visualized" or "suggested" or "diagnostic" or "conclusive" or "contributory" or "informative"
                || (index == target.EndToken && word is "evidence" or "indication" or "indications" or "suggestion"))
            {
                return true;
            }

            if (document.Is(index, OtherClause) || document.MarkAt(index) is ',' or '.' or ';' or '(' || word is "performed" or "done" or "obtained" or "taken" or "available")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a word tells what was or was not seen, or by what.</summary>
    private static bool IsSeeing(ReadOnlySpan<char> word) => word is "show" or "showed" or "reveal" or "detect" or "demonstrate" or "disclose" or "identify" or "find" or "see"
        or "evidence" or "sign" or "signs" or "excluded" or "ruled" or "by" or "on" or "in" or "growth" or "elevation" or "expression" or "overexpression" or "staining" or "reactivity" or "immunoreactivity" or "positivity" or "amplification" or "rearrangement" or "uptake" or "abnormality" or "abnormalities";

    private static bool IsDoing(ReadOnlySpan<char> word) => word is "have" or "had" or "undergo" or "undergone" or "perform" or "performed" or "receive" or "received" or "request" or "requested" or "obtain" or "obtained" or "order" or "ordered";
}
