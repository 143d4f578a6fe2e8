using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Where a clause ends, as far as commas and small words tell.</summary>
internal static class ClauseBounds
{
    /// <summary>
    /// One past the comma that ends a subordinate clause which the sentence opens with ("As there was no deficit, biopsy was done"), or the
    /// sentence's start. A clause that lists ("Because he had no fever, chills or cough, …") ends behind its list.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="start">The sentence's first token.</param>
    /// <param name="to">Where to stop looking.</param>
    /// <param name="isDenial">Whether a phrase with a preposition counts, which ends a denial in it and no other cue: "despite no fever, …", but "in case of recurrence, …".</param>
    public static int EndOfOpening(Document document, int start, int to, bool isDenial)
    {
        if (start >= to || !(IsSubordinator(document.TextOf(document.TokenArray[start])) || IsPurpose(document, start, to) || (isDenial && IsPreposition(document.TextOf(document.TokenArray[start])))))
        {
            return start;
        }

        for (var index = start + 1; index < to; index++)
        {
            if (IsComma(document, index) && !IsList(document, index + 1))
            {
                return index + 1;
            }
        }

        return start;
    }

    /// <summary>The last comma of a range of tokens, or -1.</summary>
    public static int LastComma(Document document, int from, int to)
    {
        var tokens = document.TokenArray;
        var text = document.Text;
        for (var index = to - 1; index >= from; index--)
        {
            if (text[tokens[index].Start] == ',')
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether a comma stands between.</summary>
    private static bool HasComma(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsComma(document, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a colon behind what was looked for opens the conclusion: "negative for S100 and keratin: …", but not "no evidence of the following: …".</summary>
    public static bool HasConclusion(Document document, int from, int to)
    {
        for (var index = from + 1; index < to; index++)
        {
            if (document.TextOf(document.TokenArray[index]) is ":")
            {
                return document.TextOf(document.TokenArray[index - 1]) is not "following";
            }
        }

        return false;
    }

    /// <summary>Whether a word may open a subject, in <see cref="SubjectAt"/>.</summary>
    public static bool OpensSubject(ReadOnlySpan<char> word) => IsSubjectAnywhere(word) || IsSubjectBehindComma(word);

    private static bool IsSubjectAnywhere(ReadOnlySpan<char> word) => word is "The" or "His" or "Her" or "He" or "She";

    private static bool IsSubjectBehindComma(ReadOnlySpan<char> word) => word is "his" or "her" or "the" or "he" or "she" or "a" or "an" or "it" or "we" or "this" or "as" or "since" or "because";

    /// <summary>Whether a comma (or "and") and a word that opens a noun phrase stand between, or a capital that opens a sentence whose full stop was forgotten.</summary>
    public static bool HasOtherSubject(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (SubjectAt(document, index) >= from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where another subject begins that a word opens: at the word, or at the comma (or "and") before it; -1 where it opens none.</summary>
    public static int SubjectAt(Document document, int index)
    {
        ref readonly var token = ref document.TokenArray[index];
        if (token.Kind != TokenKind.Word)
        {
            return -1;
        }

        var word = document.TextOf(token);
        return IsSubjectAnywhere(word) ? index
            : index > 0 && ((IsComma(document, index - 1) && IsSubjectBehindComma(word)) || (word is "an" && document.TextOf(document.TokenArray[index - 1]) is "and")) ? index - 1
            : -1;
    }

    /// <summary>Whether a comma and, behind it, the verb of another clause stand between: "without complications, and tegafur was taken as chemotherapy".</summary>
    public static bool HasOtherClause(Document document, int from, int to)
    {
        var hasComma = false;
        for (var index = from; index < to; index++)
        {
            hasComma |= IsComma(document, index);
            if (hasComma && document.TextOf(document.TokenArray[index]) is "was" or "were" or "underwent" or "received")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "the previous scar was opened, the [laminectomy] was extended", "after a former bypass, and the thymoma was [excised]": an adjective of history stays in its clause, where a verb or "and" ends it
    /// and another verb comes behind a comma.
    /// </summary>
    public static bool IsAdjectiveOfOtherClause(Document document, in Mention cue, in Mention target)
    {
        if (document.TextOf(document.TokenArray[cue.EndToken - 1]) is not ("previous" or "prior" or "former" or "earlier" or "old"))
        {
            return false;
        }

        var hasVerb = false;
        for (var index = cue.EndToken; index < target.FirstToken; index++)
        {
            hasVerb |= document.TextOf(document.TokenArray[index]) is "was" or "were";
            if (IsComma(document, index) && (hasVerb || document.TextOf(document.TokenArray[index + 1]) is "and"))
            {
                return HasOtherClause(document, index, target.FirstToken) || (target.EndToken < document.TokenArray.Length && document.TextOf(document.TokenArray[target.EndToken]) is "was" or "were");
            }
        }

        return false;
    }

    /// <summary>Whether a doubt behind a mention is of it: not one in parentheses ("T8 collapse (?myeloma)"), nor of the subject of a clause of time ("… after tuberculosis had been suspected").</summary>
    public static bool IsDoubted(Document document, in Mention target, in Mention cue)
    {
        // "led to a suspected diagnosis of": an adjective of what follows
        if (document.TextOf(document.TokenArray[cue.FirstToken - 1]) is "(" or "a" or "an" or "the")
        {
            return false;
        }

        if (document.TextOf(document.TokenArray[cue.FirstToken]) is not "had")
        {
            return true;
        }

        for (var index = target.EndToken; index < cue.FirstToken; index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "after" or "although" or "because" or "when" or "where" or "while")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One past the last dash that stands alone before a mention, as between the items of "- no fever - brisk reflexes", or <paramref name="from"/>.</summary>
    public static int LastDash(Document document, int from, int to)
    {
        var tokens = document.TokenArray;
        for (var index = to - 1; index >= from; index--)
        {
            ref readonly var token = ref tokens[index];
            if (token.Kind is TokenKind.Dash or TokenKind.Punctuation && token.Has(TokenMarks.SpaceBefore) && tokens[index + 1].Has(TokenMarks.SpaceBefore)
                && document.Text[token.Start] is '-' or '–' or '•')
            {
                return index + 1;
            }
        }

        return from;
    }

    /// <summary>Whether a terminator is an adverb within a verb and opens no clause: "was then stopped", "was advised and therefore accepted".</summary>
    public static bool IsAdverb(Document document, in Mention terminator) =>
        terminator.FirstToken > 0 && terminator.EndToken == terminator.FirstToken + 1
        && document.TextOf(document.TokenArray[terminator.FirstToken]) is "then" or "therefore" or "thus" or "subsequently" or "hence" or "however"
        && (document.TextOf(document.TokenArray[terminator.FirstToken - 1]) is "was" or "were" or "is" or "are" or "been" or "had" or "has" or "have" or "could"
            || (document.TextOf(document.TokenArray[terminator.FirstToken - 1]) is "and" or "but" && terminator.EndToken < document.TokenArray.Length
                && document.TextOf(document.TokenArray[terminator.EndToken]).EndsWith("ed", StringComparison.Ordinal)));

    /// <summary>Whether a terminator opens a clause set between two commas, behind which the sentence goes on: "syringomyelia, which we looked for, never developed", or tells what is left out.</summary>
    public static bool IsInserted(Document document, in Mention terminator, int end)
    {
        // "all [drugs] except for X were stopped", "with the exception of X"
        if (document.TextOf(document.TokenArray[terminator.FirstToken]) is "except" or "apart" or "aside" or "other"
            || (terminator.EndToken - terminator.FirstToken > 2 && document.TextOf(document.TokenArray[terminator.EndToken - 2]) is "exception"))
        {
            return true;
        }

        if (!IsComma(document, terminator.FirstToken) && (terminator.FirstToken == 0 || !IsComma(document, terminator.FirstToken - 1)))
        {
            return false;
        }

        if (document.TextOf(document.TokenArray[terminator.EndToken - 1]) is not ("which" or "who"))
        {
            return false;
        }

        return HasComma(document, terminator.EndToken, end);
    }

    /// <summary>Whether a number of years stands behind the verb of an act: "[nephrectomy] was performed eight years earlier".</summary>
    public static bool IsDateOf(Document document, in Mention target, in Mention cue) =>
        target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && cue.FirstToken - target.EndToken <= LongestDate
        && document.TextOf(document.TokenArray[target.EndToken]) is "was" or "were" && document.TextOf(document.TokenArray[cue.FirstToken]) is "year" or "years" or "decade" or "decades";

    /// <summary>So far behind an act its date may stand: "was performed about eight years ago".</summary>
    private const int LongestDate = 5;

    /// <summary>
    /// Whether a word of history says when an act was done though a clause opens between: "previously, she underwent …", "in childhood a …", "the history revealed that he had
    /// undergone …". Only a subject and a verb of acts may stand there; a word of history that a comma parts from the sentence says it of all, until the story is back in the present.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="cue">The word of history.</param>
    /// <param name="start">First token of the sentence.</param>
    /// <param name="from">Where the clause that the act stands in begins.</param>
    /// <param name="act">First token of the act.</param>
    public static bool IsTimeOf(Document document, in Mention cue, int start, int from, int act)
    {
        if (cue.FirstToken == start && cue.EndToken < act && IsComma(document, cue.EndToken))
        {
            return !IsBack(document, cue.EndToken + 1, act);
        }

        var isOpening = cue.FirstToken == start && cue.EndToken < act && (((CueConcept)cue.Concept).Direction == CueDirection.Backward || IsComma(document, cue.EndToken));
        if (cue.EndToken > act || act - Math.Max(from, cue.EndToken) > TimeReach
            || (!isOpening && (cue.EndToken >= from || ((CueConcept)cue.Concept).Direction != CueDirection.Forward)))
        {
            return false;
        }

        for (var index = cue.EndToken; index < from; index++)
        {
            if (document.TextOf(document.TokenArray[index]) is not ("," or "that" or "she" or "he" or "the" or "patient" or "had" or "has" or "underwent" or "undergone" or "received" or "was" or "been" or "treated"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"she [required] a nephrectomy": what a patient required was done, what a tumor requires is not yet.</summary>
    public static bool IsNeedOfPatient(Document document, in Mention cue)
    {
        if (document.TextOf(document.TokenArray[cue.FirstToken]) is not "required")
        {
            return false;
        }

        var index = cue.FirstToken - 1;
        while (index > 0 && (document.TextOf(document.TokenArray[index]) is "also" or "later" or "then" or "thus" || document.TextOf(document.TokenArray[index]).EndsWith("ly", StringComparison.Ordinal)))
        {
            index--;
        }

        return index >= 0 && document.TextOf(document.TokenArray[index]) is "he" or "she" or "who" or "He" or "She" or "patient" or "man" or "woman" or "boy" or "girl" or "child";
    }

    /// <summary>Whether the story is back in the present: "previously, she had a lump, and [now] …".</summary>
    private static bool IsBack(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "presented" or "presents" or "consulted" or "admitted" or "referred" or "now" or "currently" or "presently" or "but" or ";" or "who" or "this" or "our")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>So far into its clause an act may stand for a word of time before the clause to date it.</summary>
    private const int TimeReach = 8;

    /// <summary>So far a list is looked for behind a comma.</summary>
    private const int ListReach = 6;

    /// <summary>Whether <see cref="EndOfOpening"/> may find anything behind a first word.</summary>
    public static bool MayOpen(ReadOnlySpan<char> word) => IsSubordinator(word) || IsPreposition(word) || word is "So";

    /// <summary>Whether a token is a comma.</summary>
    public static bool IsComma(Document document, int index) => document.Text[document.TokenArray[index].Start] == ',';

    private static bool IsSubordinator(ReadOnlySpan<char> word) => word is "As" or "Since" or "Because" or "When" or "While" or "Although" or "Though" or "If" or "After" or "Before" or "To" or "Instead" or "Contrary" or "Unlike" or "Suspecting" or "Fearing" or "Assuming" or "Presuming" or "Believing";

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "Given" or "Despite" or "With" or "Without" or "Due" or "Owing" or "In" or "Because" or "For";

    /// <summary>Whether a phrase of purpose opens the sentence: "in order to prevent kyphosis, …", "with a view to …".</summary>
    private static bool IsPurpose(Document document, int start, int to)
    {
        if (document.TextOf(document.TokenArray[start]) is not ("In" or "So" or "With" or "For"))
        {
            return false;
        }

        for (var index = start + 1; index < Math.Min(start + 3, to); index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "order" or "as" or "view" or "aim" or "intention" or "intent" or "purpose" or "hope" or "goal")
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
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "or" or "nor" or "and")
            {
                return true;
            }

            if (word is "was" or "were" or "is" or "are" or "had" or "has" or "he" or "she" or "we" or "the" or "." or ";")
            {
                return false;
            }
        }

        return false;
    }
}
