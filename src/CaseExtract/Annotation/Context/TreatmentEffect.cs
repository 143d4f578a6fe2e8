using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a treatment did or did not do: who had no response to a [drug], was not relieved by it, or had no side effects of it, had the drug.</summary>
internal static class TreatmentEffect
{
    /// <summary>So far before a treatment the word for its effect is looked for, past the items of a list: "not responsive to opiates, gabapentin and [ibuprofen]".</summary>
    private const int Reach = 12;

    /// <summary>Whether a denial is of the effect of a treatment and not of the treatment.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">One past the denial.</param>
    /// <param name="target">The treatment behind it.</param>
    public static bool IsDenied(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > Math.Max(from, target.FirstToken - Reach) - 1; index--)
        {
            var word = document.TextOf(index);
            if (document.Is(index, FunctionWord.ClauseVerb | FunctionWord.RelativePronoun) || document.MarkAt(index) is '.' or ';' or ':')
            {
                return false;
            }

            if (index > 0 && IsOf(word, document.TextOf(index - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a denial is of a response to something: "had not responded to [antibiotics]".</summary>
    public static bool IsResponse(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > Math.Max(from, target.FirstToken - Reach); index--)
        {
            switch (document.TextOf(index))
            {
                case "to":
                    return document.TextOf(index - 1) is "response" or "responses" or "respond" or "responded" or "responding" or "responsive";
                case "." or ";" or ":":
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a treatment only qualifies what is spoken of: "[drug]-induced hepatitis", "[treatment] response".</summary>
    public static bool Qualifies(Document document, in Mention target)
    {
        var index = target.EndToken;
        if (index + 1 >= document.TokenArray.Length)
        {
            return false;
        }

        var isHyphen = document.TokenArray[index].Kind == TokenKind.Dash || document.TextOf(index) is "-";
        return document.TextOf(index + (isHyphen ? 1 : 0)) is "induced" or "related" or "associated" or "resistant" or "refractory" or "response" or "responses" or "resistance" or "toxicity" or "toxicities";
    }

    private static bool IsOf(ReadOnlySpan<char> preposition, ReadOnlySpan<char> effect) => preposition switch
    {
        "to" => effect is "response" or "responses" or "respond" or "responded" or "responding" or "responds" or "responsive" or "reaction" or "reactions" or "refractory" or "resistance" or "resistant"
            or "intolerance" or "adherence" or "compliance" or "related" or "attributed" or "attributable" or "secondary" or "due",
        "with" => effect is "improve" or "improved" or "improving" or "improvement" or "relieved" or "relief" or "controlled" or "control" or "resolve" or "resolved" or "associated" or "subside",
        "by" => effect.EndsWith("ed", StringComparison.Ordinal) && effect is not ("treated" or "managed" or "performed" or "operated" or "approached" or "followed" or "supported" or "replaced"),
        "from" => effect is "benefit" or "benefited" or "improvement" or "relief" or "complications" or "toxicity",
        "of" => effect is "effect" or "effects" or "toxicity" or "toxicities" or "complication" or "complications" or "benefit" or "efficacy" or "discontinuation" or "cessation" or "interruption" or "withdrawal",
        "on" => effect is "improve" or "improved" or "improvement" or "effect",
        _ => false,
    };
}
