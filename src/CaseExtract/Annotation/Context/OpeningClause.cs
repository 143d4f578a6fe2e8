using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>A subordinate clause, or a phrase, that the sentence opens with and that ends at a comma.</summary>
internal static class OpeningClause
{
    /// <summary>So far a list is looked for behind a comma.</summary>
    private const int ListReach = 6;

    /// <summary>What opens a subordinate clause at the head of a sentence.</summary>
    private const FunctionWord Subordinator = FunctionWord.Equative | FunctionWord.Inceptive | FunctionWord.Cause | FunctionWord.Moment | FunctionWord.Concession | FunctionWord.Condition
        | FunctionWord.Posterior | FunctionWord.Anterior | FunctionWord.Directive | FunctionWord.Opening;

    /// <summary>What opens a phrase that bounds a denial in it.</summary>
    private const FunctionWord Preposition = FunctionWord.Premise | FunctionWord.ConcessivePreposition | FunctionWord.Comitative | FunctionWord.NegativePreposition | FunctionWord.CausePhrase
        | FunctionWord.Interior | FunctionWord.Cause | FunctionWord.Purpose;

    /// <summary>Whether <see cref="EndOf"/> may find anything behind a first word.</summary>
    public static bool MayBeginAt(Document document, int first) => document.IsCapital(first, Subordinator | Preposition) || document.TextOf(first) is "So";

    /// <summary>
    /// One past the comma that ends a subordinate clause which the sentence opens with ("As there was no deficit, biopsy was done"), or the
    /// sentence's start. A clause that lists ("Because he had no fever, chills or cough, …") ends behind its list.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="start">The sentence's first token.</param>
    /// <param name="to">Where to stop looking.</param>
    /// <param name="isDenial">Whether a phrase with a preposition counts, which ends a denial in it and no other cue: "despite no fever, …", but "in case of recurrence, …".</param>
    public static int EndOf(Document document, int start, int to, bool isDenial)
    {
        if (start >= to || !(document.IsCapital(start, isDenial ? Subordinator | Preposition : Subordinator) || IsPurpose(document, start, to)))
        {
            return start;
        }

        for (var index = start + 1; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index) && !IsList(document, index + 1))
            {
                return index + 1;
            }
        }

        return start;
    }

    /// <summary>Whether a phrase of purpose opens the sentence: "in order to prevent kyphosis, …", "with a view to …".</summary>
    private static bool IsPurpose(Document document, int start, int to)
    {
        if (!(document.IsCapital(start, FunctionWord.Interior | FunctionWord.Comitative | FunctionWord.Purpose) || document.TextOf(start) is "So"))
        {
            return false;
        }

        for (var index = start + 1; index < Math.Min(start + 3, to); index++)
        {
            if (document.TextOf(index) is "order" or "as" or "view" or "aim" or "intention" or "intent" or "purpose" or "hope" or "goal")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list goes on here: a conjunction stands before the next verb.</summary>
    private static bool IsList(Document document, int from)
    {
        for (var index = from; index < Math.Min(from + ListReach, document.TokenArray.Length); index++)
        {
            if (document.Is(index, FunctionWord.Alternative | FunctionWord.Additive))
            {
                return true;
            }

            if (document.Is(index, FunctionWord.Copula | FunctionWord.Have | FunctionWord.SubjectPronoun | FunctionWord.Definite) || document.MarkAt(index) is '.' or ';')
            {
                return false;
            }
        }

        return false;
    }
}
