using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>The verbs that the clauses of a report turn on, and the nouns that are their subjects and objects, by where they stand.</summary>
internal static class ClauseVerbs
{
    /// <summary>So far behind a noun its verb is looked for: "and the [lesion] of the left lobe was punctured".</summary>
    private const int SubjectReach = 8;

    /// <summary>So far before a noun the verb is looked for whose object it is.</summary>
    private const int ObjectReach = 8;

    /// <summary>Whether a verb stands between.</summary>
    public static bool HasVerb(Document document, int from, int to) => document.Holds(from, to, FunctionWord.ClauseVerb);

    /// <summary>Whether a verb follows a comma at once.</summary>
    public static bool HasVerbBehindComma(Document document, int from, int to)
    {
        for (var index = from; index < to - 1; index++)
        {
            if (ClauseBounds.IsComma(document, index) && document.Is(index + 1, FunctionWord.ClauseVerb))
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
            if (document.Is(index, FunctionWord.ClauseVerb))
            {
                return true;
            }

            if (IsBoundary(document, index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The first verb of a range, or -1 where there is none or a relative clause opens before it.</summary>
    public static int FirstVerb(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (document.Is(index, FunctionWord.RelativePronoun))
            {
                return -1;
            }

            if (document.Is(index, FunctionWord.ClauseVerb))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether a token ends the stretch in which a noun and its verb are looked for.</summary>
    private static bool IsBoundary(Document document, int index) =>
        document.Is(index, FunctionWord.Coordinator | FunctionWord.RelativePronoun | FunctionWord.Moment | FunctionWord.Posterior | FunctionWord.Equative | FunctionWord.Agentive)
        || document.MarkAt(index) is ',' or ';' or ':' or '.' or '(' or ')';
}
