using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>The verbs that the clauses of a report turn on, and the nouns that are their subjects and objects, by where they stand.</summary>
internal static class ClauseVerbs
{
    /// <summary>So far behind a noun its verb is looked for: "and the [lesion] of the left lobe was punctured".</summary>
    private const int SubjectReach = 8;

    /// <summary>So far before a noun the verb is looked for whose object it is.</summary>
    private const int ObjectReach = 8;

    /// <summary>Whether a verb stands between.</summary>
    public static bool HasVerb(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsVerb(document.TextOf(document.TokenArray[index])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a verb follows a comma at once.</summary>
    public static bool HasVerbBehindComma(Document document, int from, int to)
    {
        for (var index = from; index < to - 1; index++)
        {
            if (ClauseBounds.IsComma(document, index) && IsVerb(document.TextOf(document.TokenArray[index + 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a verb follows the noun phrase that a mention stands in.</summary>
    public static bool IsSubject(Document document, in Mention target) =>
        MeetsVerb(document, target.EndToken, Math.Min(target.EndToken + SubjectReach, document.TokenArray.Length), 1);

    /// <summary>Whether a verb stands before a noun in its clause.</summary>
    public static bool IsObject(Document document, int noun, int start) => MeetsVerb(document, noun - 1, Math.Max(start, noun - ObjectReach) - 1, -1);

    /// <summary>Whether a walk over the tokens comes to a verb before anything that ends the clause.</summary>
    private static bool MeetsVerb(Document document, int from, int end, int step)
    {
        for (var index = from; (end - index) * step > 0; index += step)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (IsVerb(word))
            {
                return true;
            }

            if (IsBoundary(word))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The first verb of a range, or -1 where there is none or a relative clause opens before it.</summary>
    public static int FirstVerb(Document document, int from, int to)
    {
        var tokens = document.TokenArray;
        for (var index = from; index < to; index++)
        {
            if (tokens[index].Kind != TokenKind.Word)
            {
                continue;
            }

            var word = document.TextOf(tokens[index]);
            if (word is "that" or "which" or "who")
            {
                return -1;
            }

            if (IsVerb(word))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether a word ends the stretch in which a noun and its verb are looked for.</summary>
    private static bool IsBoundary(ReadOnlySpan<char> word) => word is "," or ";" or ":" or "." or "(" or ")" or "and" or "or" or "nor" or "but" or "that" or "which" or "who" or "when" or "after" or "as" or "while" or "by";

    /// <summary>Whether a word opens a verb of its own: "did not rest and would [run]".</summary>
    public static bool IsModal(ReadOnlySpan<char> word) => word is "would" or "could" or "should" or "might" or "may" or "can" or "must" or "will";

    /// <summary>Verbs that clauses of a report turn on; those that stand as often for an adjective ("enlarged", "increased") are none.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => word is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "did" or "does"
        or "showed" or "revealed" or "demonstrated" or "disclosed" or "confirmed" or "supported" or "suggested" or "indicated" or "established" or "yielded" or "became" or "began" or "went" or "remain" or "remained" or "remains" or "returned" or "underwent" or "received" or "developed" or "experienced"
        or "appeared" or "occurred" or "died" or "grew" or "led" or "caused" or "required" or "included" or "resulted" or "complained" or "suffered"
        or "noticed" or "resolved" or "improved" or "worsened" or "persisted" or "subsided" or "disappeared" or "recovered" or "continued";
}
