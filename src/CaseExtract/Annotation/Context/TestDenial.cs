using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a denial before a test says: that it was not done ("no [MRI] was available"), or, with a word of seeing, only what came of it ("did not detect [bands]").</summary>
internal static class TestDenial
{
    /// <summary>So many words may stand between a denial and a test that was not done: "without any previous [imaging]".</summary>
    private const int Reach = 2;

    /// <summary>So many where one of them is a verb of doing: "had never undergone a screening [colonoscopy]".</summary>
    private const int ReachOfAct = 4;

    /// <summary>Whether a denial means that a test was not done.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cue">The denial.</param>
    /// <param name="target">The test behind it.</param>
    public static bool IsNotDone(Document document, in Mention cue, in Mention target)
    {
        var (words, isAct) = (0, false);
        for (var index = cue.FirstToken; index < target.FirstToken; index++)
        {
            ref readonly var token = ref document.TokenArray[index];
            var word = document.TextOf(token);
            if (IsSeeing(word))
            {
                return false;
            }

            // the parts of "follow-up" are one word
            words += index >= cue.EndToken && token.Has(TokenMarks.SpaceBefore) ? 1 : 0;
            isAct |= index >= cue.EndToken && IsDoing(word);
        }

        return words <= (isAct ? ReachOfAct : Reach);
    }

    /// <summary>Whether a word tells what was or was not seen, or by what.</summary>
    private static bool IsSeeing(ReadOnlySpan<char> word) => word is "show" or "showed" or "reveal" or "detect" or "demonstrate" or "disclose" or "identify" or "find" or "see"
        or "evidence" or "sign" or "signs" or "absence" or "Absence" or "lack" or "Lack" or "excluded" or "ruled" or "by" or "on" or "in" or "growth" or "elevation";

    private static bool IsDoing(ReadOnlySpan<char> word) => word is "have" or "had" or "undergo" or "undergone" or "perform" or "performed" or "receive" or "received" or "request" or "requested" or "obtain" or "obtained" or "order" or "ordered";
}
