using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention is what the words behind it speak of: the subject of their verb, or what a relative clause is about.</summary>
internal static class ClauseSubject
{
    /// <summary>What opens a clause of time, cause or concession.</summary>
    private const FunctionWord Subordinator = FunctionWord.Posterior | FunctionWord.Anterior | FunctionWord.Inceptive | FunctionWord.Limit | FunctionWord.Moment | FunctionWord.Cause | FunctionWord.Concession;

    /// <summary>So many tokens may stand between a noun and "which" with a normal value, which is said of the nearest organ.</summary>
    private const int NounsBeforeRelative = 2;

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
        if (IsOfOtherClause(document, target, cue, start) || IsBeside(document, target, cue, start) || (role == CueRole.Ended && Governor.IsOfSigns(document, target))
            || (role == CueRole.Declined && HasOwnObject(document, cue)))
        {
            return false;
        }

        var relative = -1;
        var isAnd = document.Is(cue.FirstToken - 1, FunctionWord.Additive) || document.Is(cue.FirstToken, FunctionWord.Additive | FunctionWord.Adversative);
        var isShared = document.Is(cue.FirstToken - 1, FunctionWord.Adversative) || (isAnd && !ClauseVerbs.HasVerb(document, start, target.FirstToken));
        for (var index = target.EndToken; index < cue.FirstToken && !isShared; index++)
        {
            relative = document.Is(index, FunctionWord.RelativePronoun) ? index : relative;
            // "had already resolved": the cue's own auxiliary
            var isOther = relative >= 0 || role is CueRole.Declined or CueRole.Failed
                ? document.Is(index, Subordinator)
                : index < cue.FirstToken - 2 && (document.Is(index, FunctionWord.Copula | FunctionWord.Have | FunctionWord.Do) || document.TextOf(index) is "showed");
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

        return role != CueRole.Normal || cue.EndToken - cue.FirstToken > 1 || !IsWord(document, cue) || EndsPredicate(document, cue.EndToken);
    }

    /// <summary>Whether what stands behind a value is no noun that it could be an adjective of.</summary>
    private static bool EndsPredicate(Document document, int index) =>
        document.Is(index, FunctionWord.Coordinator | FunctionWord.Locative | FunctionWord.Purpose | FunctionWord.Posterior | FunctionWord.Extent | FunctionWord.Equative | FunctionWord.Directive | FunctionWord.Agentive)
        || document.TextOf(index) is "bilaterally";

    /// <summary>Whether another subject, a conjunction or parentheses part the clause of a cue from that of the mention before it.</summary>
    private static bool IsOfOtherClause(Document document, in Mention target, in Mention cue, int start) =>
        OtherSubject.Stands(document, target.EndToken, cue.FirstToken) || Coordination.BeginsBehind(document, target, cue)
        || OpeningPhrase.HoldsAside(document, target, cue, start) || Brackets.HoldClause(document, target.EndToken, cue.FirstToken);

    /// <summary>Whether a mention stands beside the subject: with a value of its own, as what another noun is of, as the time of something, or left out.</summary>
    private static bool IsBeside(Document document, in Mention target, in Mention cue, int start) =>
        HasOwnValue(document, target) || (target.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant) && Governor.Stands(document, start, target.FirstToken))
        || IsTimeOf(document, target, cue) || LeftOut.Is(document, target);

    /// <summary>"took [dexamethasone] and refused surgery": a refusal with an object of its own.</summary>
    private static bool HasOwnObject(Document document, in Mention cue) =>
        document.TextOf(cue.EndToken - 1) is "refused" or "declined" or "rejected" && (cue.EndToken == cue.FirstToken + 1 || document.Is(cue.FirstToken, FunctionWord.Adversative))
        && ((!SharedSubject.EndsClause(document, cue) && !IsPronoun(document, cue.EndToken)) || IsMeasure(document, cue.EndToken));

    /// <summary>Whether a verb goes on with a value: "the level declined to 3".</summary>
    private static bool IsMeasure(Document document, int index) =>
        index + 1 < document.TokenArray.Length && document.Is(index, FunctionWord.Directive | FunctionWord.Agentive | FunctionWord.Source) && document.TokenArray[index + 1].Kind != TokenKind.Word;

    private static bool IsPronoun(Document document, int index) =>
        document.Is(index, FunctionWord.NeuterPronoun | FunctionWord.ObjectPronoun | FunctionWord.Demonstrative | FunctionWord.Complementizer | FunctionWord.Directive)
        || document.TextOf(index).EndsWith("ly", StringComparison.Ordinal);

    /// <summary>Whether the value of a mention stands right behind it, so that a later one is another's: "[ER] positive, PR negative".</summary>
    private static bool HasOwnValue(Document document, in Mention target) =>
        target.EndToken < document.TokenArray.Length && document.TextOf(target.EndToken) is "positive" or "positivity" or "+";

    /// <summary>Whether a mention says when something was that a second verb is said of: "CEA rose after [laminectomy], and declined".</summary>
    private static bool IsTimeOf(Document document, in Mention target, in Mention cue)
    {
        if (!document.Is(cue.FirstToken - 1, FunctionWord.Additive | FunctionWord.Adversative))
        {
            return false;
        }

        var index = target.FirstToken - 1;
        if (index > 0 && document.Is(index, FunctionWord.KnownDeterminer | FunctionWord.Indefinite))
        {
            index--;
        }

        return index >= 0 && document.Is(index, FunctionWord.Occasion | FunctionWord.Anterior);
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
            if (document.Is(index, FunctionWord.Comitative | FunctionWord.Directive | FunctionWord.Purpose | FunctionWord.Agentive | FunctionWord.Source | FunctionWord.Posterior | FunctionWord.Simultaneous | FunctionWord.Influence)
                || (ClauseBounds.IsComma(document, index) && index < relative - 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether words that say how or when stand behind a participle: then it is no adjective of a noun behind it.</summary>
    private static bool HasAdverbial(Document document, int index) =>
        index < document.TokenArray.Length
        && (document.Is(index, FunctionWord.Comitative | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Agentive | FunctionWord.Inside | FunctionWord.Contact | FunctionWord.Span)
            || document.TextOf(index) is "." or "spontaneously" or "completely");

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
