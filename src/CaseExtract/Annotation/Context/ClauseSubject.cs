using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention is what the words behind it speak of: the subject of their verb, or what a relative clause is about.</summary>
internal static class ClauseSubject
{
    /// <summary>So many tokens may stand between a noun and "which" with a normal value, which is said of the nearest organ.</summary>
    private const int NounsBeforeRelative = 2;

    /// <summary>So far before what was done "until" may stand.</summary>
    private const int AwaitedReach = 6;

    /// <summary>So far behind "except" what is left out may stand.</summary>
    private const int LongestException = 6;

    /// <summary>
    /// Whether a mention is what a cue behind it speaks of: no other subject and no verb of another clause stand between ("[cough] was noted and fever was
    /// absent"), a relative clause speaks of the noun before it ("[atrophy] of the cord, but no lesion of the cerebellum, which was normal"), and an adjective
    /// speaks of the noun behind it, if there is one ("[tremor] with absent reflexes").
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The mention.</param>
    /// <param name="cue">The cue behind it.</param>
    /// <param name="start">The sentence's first token.</param>
    public static bool Is(Document document, in Mention target, in Mention cue, int start)
    {
        var role = ((CueConcept)cue.Concept).Role;
        if (OtherSubject.Stands(document, target.EndToken, cue.FirstToken) || Coordination.BeginsBehind(document, target, cue)
            || IsAside(document, target, cue, start) || HasOwnValue(document, target) || (target.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant) && Governor.Stands(document, start, target.FirstToken)) || IsTimeOf(document, target, cue) || Brackets.HoldClause(document, target.EndToken, cue.FirstToken))
        {
            return false;
        }

        if ((role == CueRole.Ended && Governor.IsOfSigns(document, target)) || IsExcepted(document, target))
        {
            return false;
        }

        // "took [dexamethasone] and refused surgery": it has an object of its own
        if (role == CueRole.Declined && document.TextOf(cue.EndToken - 1) is "refused" or "declined" or "rejected" && (cue.EndToken == cue.FirstToken + 1 || document.TextOf(cue.FirstToken) is "but")
            && ((!Coordination.EndsClause(document, cue) && !IsPronoun(document.TextOf(cue.EndToken))) || IsMeasure(document, cue.EndToken)))
        {
            return false;
        }

        var relative = -1;
        var before = document.TextOf(cue.FirstToken - 1);
        var isAnd = before is "and" || document.TextOf(cue.FirstToken) is "and" or "but";
        var isShared = before is "but" || (isAnd && !ClauseVerbs.HasVerb(document, start, target.FirstToken));
        for (var index = target.EndToken; index < cue.FirstToken && !isShared; index++)
        {
            var word = document.TextOf(index);
            relative = word is "which" or "that" or "who" ? index : relative;
            // "had already resolved": the cue's own auxiliary
            var isOther = relative >= 0 || role is CueRole.Declined or CueRole.Failed
                ? word is "after" or "because" or "when" or "while" or "since" or "before" or "until" or "although"
                : index < cue.FirstToken - 2 && word is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "showed" or "did";
            if (isOther)
            {
                return false;
            }
        }

        if (relative == cue.FirstToken - 1 && !IsAntecedent(document, target, relative, role))
        {
            return false;
        }

        // "a history of neutropenia, resolved hepatosplenomegaly", but "renal failure, resolved with dialysis"
        if (role is CueRole.Ended or CueRole.Stopped && ClauseBounds.IsComma(document, cue.FirstToken - 1) && !HasAdverbial(document, cue.EndToken))
        {
            return false;
        }

        return role != CueRole.Normal || cue.EndToken - cue.FirstToken > 1 || !IsWord(document, cue)
            || document.TextOf(cue.EndToken) is "and" or "or" or "but" or "in" or "on" or "at" or "for" or "after" or "bilaterally" or "throughout" or "as" or "to" or "by";
    }

    /// <summary>Whether a verb goes on with a value: "the level declined to 3".</summary>
    private static bool IsMeasure(Document document, int index) =>
        index + 1 < document.TokenArray.Length && document.TextOf(index) is "to" or "by" or "from" && document.TokenArray[index + 1].Kind != TokenKind.Word;

    /// <summary>Whether a mention is what is left out of what is said: "all drugs except for low-dose [metoprolol] were stopped".</summary>
    private static bool IsExcepted(Document document, in Mention target)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - LongestException); index--)
        {
            switch (document.TextOf(index))
            {
                case "except" or "Except" or "excepting" or "apart" or "Apart" or "aside" or "Aside" or "besides" or "Besides":
                case "exception" when document.TextOf(index + 1) is "of":
                case "other" or "Other" when document.TextOf(index + 1) is "than":
                    return true;
                case "," or "." or ";" or "or":
                    return false;
            }
        }

        return false;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word) => word is "it" or "this" or "them" or "these" or "that" or "both" or "to" || word.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>Whether a mention only says where or when, at the head of a clause: "on [CT], metastases were not found", "after treatment with [prednisone], the rash disappeared".</summary>
    private static bool IsAside(Document document, in Mention target, in Mention cue, int start)
    {
        if (IsInOpening(document, target, start, cue.FirstToken))
        {
            return true;
        }

        // "with [steroids] the edema resolved": another subject, be it without a comma
        if (target.EndToken >= document.TokenArray.Length || !(ClauseBounds.IsComma(document, target.EndToken) || document.TextOf(target.EndToken) is "the" or "her" or "his"))
        {
            return false;
        }

        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - 2); index--)
        {
            if (document.TextOf(index) is "On" or "In" or "At" or "After" or "By" or "During" or "With" or "Following" or "Before" or "From" or "Since" or "Despite")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention stands in a phrase of time or cause that opens the sentence and ends at a comma: "after [resection] of the tumor, radiotherapy was recommended".</summary>
    public static bool IsInOpening(Document document, in Mention target, int start, int to)
    {
        if (document.TextOf(start) is not ("After" or "Following" or "With" or "Despite" or "During" or "Under" or "Upon" or "Due" or "Because" or "Owing" or "Given" or "At" or "On" or "By" or "Before" or "Since"))
        {
            return false;
        }

        for (var index = start; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index))
            {
                return index >= target.EndToken && !ClauseVerbs.HasVerb(document, start, index);
            }

            if (document.TextOf(index) is "." or ";")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the value of a mention stands right behind it, so that a later one is another's: "[ER] positive, PR negative".</summary>
    private static bool HasOwnValue(Document document, in Mention target) =>
        target.EndToken < document.TokenArray.Length && document.TextOf(target.EndToken) is "positive" or "positivity" or "+";

    /// <summary>Whether a mention says when something was that a second verb is said of: "CEA rose after [laminectomy], and declined".</summary>
    private static bool IsTimeOf(Document document, in Mention target, in Mention cue)
    {
        if (document.TextOf(cue.FirstToken - 1) is not ("and" or "but"))
        {
            return false;
        }

        var index = target.FirstToken - 1;
        if (index > 0 && document.TextOf(index) is "the" or "her" or "his" or "this" or "a" or "an")
        {
            index--;
        }

        return index >= 0 && document.TextOf(index) is "after" or "following" or "during" or "before" or "despite" or "since";
    }

    /// <summary>
    /// Whether a relative pronoun stands for a mention: the noun right before it, or the one that this belongs to by "of" or "in" ("[swelling] of the front of the
    /// neck, which subsided"), but not one of another phrase ("[benefit] to nodules that were not visible"). A normal value is said of the nearest noun.
    /// </summary>
    private static bool IsAntecedent(Document document, in Mention target, int relative, CueRole role)
    {
        if (role == CueRole.Normal)
        {
            return document.TextOf(relative) is not "which" || relative + 1 <= target.EndToken + NounsBeforeRelative;
        }

        for (var index = target.EndToken; index < relative; index++)
        {
            if (document.TextOf(index) is "with" or "to" or "for" or "by" or "from" or "after" or "during" or "under"
                || (ClauseBounds.IsComma(document, index) && index < relative - 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"[metastasis] of the tumor that had been removed", "[excision] of the lump that had been biopsied": a relative clause about what it is of.</summary>
    public static bool IsOfRelative(Document document, in Mention target, in Mention cue) =>
        cue.FirstToken > target.EndToken + 1 && document.TextOf(cue.FirstToken - 1) is "that" or "which"
        && document.TextOf(target.EndToken) is "of" or "from";

    /// <summary>"[fusion] was done after the tumor had been resected": a verb, and behind it a clause of time or cause with a subject of its own, which the past perfect tells of.</summary>
    public static bool IsOfTimeBehind(Document document, in Mention target, int to)
    {
        var hasVerb = false;
        for (var index = target.EndToken; index < to; index++)
        {
            var word = document.TextOf(index);
            if (hasVerb && word is "after" or "once" or "when" or "because" or "since")
            {
                return true;
            }

            hasVerb |= word is "was" or "were" or "followed";
        }

        return false;
    }

    /// <summary>"she went on to [R-DHAP], and radiotherapy was planned": what stands before the comma has a verb of its own.</summary>
    public static bool IsOfClauseBefore(Document document, in Mention target, int start, int to)
    {
        for (var index = target.EndToken; index < to - 2; index++)
        {
            if (document.TextOf(index) is ";" || (ClauseBounds.IsComma(document, index) && document.TextOf(index + 1) is "and" or "but"))
            {
                return ClauseVerbs.HasVerb(document, start, index);
            }
        }

        return false;
    }

    /// <summary>"she was kept on it until [excision] of the adenoma had been performed": past only from what came after.</summary>
    public static bool IsAwaited(Document document, in Mention target, int start)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(start, target.FirstToken - AwaitedReach); index--)
        {
            switch (document.TextOf(index))
            {
                case "until" or "till" or "once":
                    return true;
                case "," or ";" or "and":
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether words that say how or when stand behind a participle: then it is no adjective of a noun behind it.</summary>
    private static bool HasAdverbial(Document document, int index) =>
        index < document.TokenArray.Length && document.TextOf(index) is "with" or "after" or "by" or "within" or "following" or "upon" or "over" or "." or "spontaneously" or "completely";

    /// <summary>Whether a noun may follow an adjective: a word in small letters or, behind a comma, any ("urea 40 mg, negative HIV serology").</summary>
    private static bool IsWord(Document document, in Mention cue)
    {
        if (cue.EndToken >= document.TokenArray.Length)
        {
            return false;
        }

        var first = document.Text[document.TokenArray[cue.EndToken].Start];
        return char.IsAsciiLetterLower(first) || (char.IsAsciiLetterUpper(first) && cue.FirstToken > 0 && ClauseBounds.IsComma(document, cue.FirstToken - 1));
    }
}
