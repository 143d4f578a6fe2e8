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
    public static int EndOfOpening(Document document, int start, int to)
    {
        if (start >= to || !IsSubordinator(document.TextOf(document.TokenArray[start])))
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
        var text = document.Narrative.Text;
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

    /// <summary>Whether a comma (or "and") and a word that opens a noun phrase stand between, or a capital that opens a sentence whose full stop was forgotten.</summary>
    public static bool HasOtherSubject(Document document, int from, int to)
    {
        var at = from;
        foreach (ref readonly var token in document.TokenArray[from..Math.Max(from, to)])
        {
            var index = at++;
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            var word = document.TextOf(token);
            if (word is "The" or "His" or "Her" or "He" or "She"
                || (index > from && IsComma(document, index - 1) && word is "his" or "her" or "the" or "he" or "she" or "a" or "an" or "it" or "we" or "this" or "as" or "since" or "because")
                || (index > from && word is "an" && document.TextOf(document.TokenArray[index - 1]) is "and"))
            {
                return true;
            }
        }

        return false;
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
    /// Whether a mention is what a cue behind it speaks of: no other subject and no verb of another clause stand between ("[cough] was noted and fever was
    /// absent"), a relative clause speaks of the noun before it ("[atrophy] of the cord, but no lesion of the cerebellum, which was normal"), and an adjective
    /// speaks of the noun behind it, if there is one ("[tremor] with absent reflexes").
    /// </summary>
    public static bool IsSubject(Document document, in Mention target, in Mention cue)
    {
        if (HasOtherSubject(document, target.EndToken, cue.FirstToken) || Coordination.BeginsBehind(document, target, cue))
        {
            return false;
        }

        if (IsAside(document, target))
        {
            return false;
        }

        var isRelative = false;
        var isShared = document.TextOf(document.TokenArray[cue.FirstToken - 1]) is "but";
        for (var index = target.EndToken; index < cue.FirstToken && !isShared; index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            isRelative |= word is "which" or "that" or "who";
            // "had already resolved": the cue's own auxiliary
            var isOther = isRelative || cue.Concept is CueConcept { Role: CueRole.Declined }
                ? word is "after" or "because" or "when" or "while" or "since" or "before" or "until" or "although"
                : index < cue.FirstToken - 2 && word is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "showed" or "did";
            if (isOther)
            {
                return false;
            }
        }

        if (cue.FirstToken > target.EndToken + NounsBeforeRelative && document.TextOf(document.TokenArray[cue.FirstToken - 1]) is "which")
        {
            return false;
        }

        // "a history of neutropenia, resolved hepatosplenomegaly"
        if (cue.Concept is CueConcept { Role: CueRole.Ended or CueRole.Stopped } && IsComma(document, cue.FirstToken - 1))
        {
            return false;
        }

        return cue.Concept is not CueConcept { Role: CueRole.Normal } || cue.EndToken - cue.FirstToken > 1 || !IsWord(document, cue.EndToken)
            || document.TextOf(document.TokenArray[cue.EndToken]) is "and" or "or" or "but" or "in" or "on" or "at" or "for" or "after" or "bilaterally" or "throughout" or "as" or "to" or "by";
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
                && document.Narrative.Text[token.Start] is '-' or '–' or '•')
            {
                return index + 1;
            }
        }

        return from;
    }

    /// <summary>Whether a terminator opens a clause set between two commas, behind which the sentence goes on: "syringomyelia, which we looked for, never developed".</summary>
    public static bool IsInserted(Document document, in Mention terminator, int end)
    {
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

    /// <summary>Whether a mention only says where or when, at the head of a clause: "on [CT], metastases were not found".</summary>
    private static bool IsAside(Document document, in Mention target)
    {
        if (target.EndToken >= document.TokenArray.Length || !IsComma(document, target.EndToken))
        {
            return false;
        }

        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - 2); index--)
        {
            if (document.TextOf(document.TokenArray[index]) is "On" or "In" or "At" or "After" or "By" or "During" or "With" or "Following" or "Before" or "From" or "Since" or "Despite")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word of history says when an act was done though a clause opens between: "previously, she underwent …", "in childhood a …", "the history revealed that he had
    /// undergone …". Only a subject and a verb of acts may stand there.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="cue">The word of history.</param>
    /// <param name="start">First token of the sentence.</param>
    /// <param name="from">Where the clause that the act stands in begins.</param>
    /// <param name="act">First token of the act.</param>
    public static bool IsTimeOf(Document document, in Mention cue, int start, int from, int act)
    {
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

    /// <summary>So far into its clause an act may stand for a word of time before the clause to date it.</summary>
    private const int TimeReach = 8;

    /// <summary>So many tokens may stand between a noun and the relative clause about it.</summary>
    private const int NounsBeforeRelative = 2;

    /// <summary>So far a list is looked for behind a comma.</summary>
    private const int ListReach = 6;

    private static bool IsComma(Document document, int index) => document.Narrative.Text[document.TokenArray[index].Start] == ',';

    private static bool IsWord(Document document, int index) =>
        index < document.TokenArray.Length && char.IsAsciiLetterLower(document.Narrative.Text[document.TokenArray[index].Start]);

    public static bool IsSubordinator(ReadOnlySpan<char> word) => word is "As" or "Since" or "Because" or "When" or "While" or "Although" or "Though" or "If" or "After" or "Before" or "To";

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
