using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation.Context;

/// <summary>What a denial before a test says: that it was not done ("no [MRI] was available"), or, with a verb of seeing, only what came of it ("did not detect [bands]").</summary>
internal static class TestDenial
{
    /// <summary>So many words may stand between a denial and a test that was not done: "without any previous [imaging]".</summary>
    private const int Reach = 2;

    /// <summary>Whether a denial means that a test was not done.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cue">The denial.</param>
    /// <param name="target">The test behind it.</param>
    public static bool IsNotDone(Document document, in Mention cue, in Mention target)
    {
        if (target.FirstToken - cue.EndToken > Reach)
        {
            return false;
        }

        for (var index = cue.FirstToken; index < target.FirstToken; index++)
        {
            if (IsSeeing(document.TextOf(document.TokenArray[index])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word tells what was or was not seen, or by what.</summary>
    private static bool IsSeeing(ReadOnlySpan<char> word) => word is "show" or "showed" or "reveal" or "detect" or "demonstrate" or "disclose" or "identify" or "find" or "see"
        or "evidence" or "sign" or "signs" or "absence" or "Absence" or "lack" or "Lack" or "excluded" or "ruled" or "by" or "on";
}
