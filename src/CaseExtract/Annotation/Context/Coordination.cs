using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>
/// Whether a conjunction joins two clauses or two things. "No edema and a drain was placed" has two subjects, each with a verb; in "no edema and
/// ascites were seen" both share one, and so they share the denial.
/// </summary>
internal static class Coordination
{
    /// <summary>So far before a noun the verb may stand whose phrase ends with it.</summary>
    private const int VerbPhraseReach = 20;

    /// <summary>
    /// Whether what stands behind a cue has left the cue's clause: a clause with a verb of its own follows a comma ("was not oriented, had [fever]") or "and" ("there was no
    /// deficit, and the [drain] was removed"), or the denial was an addition to a subject whose verb comes now ("a man without known cirrhosis developed [ascites]").
    /// </summary>
    /// <param name="cues">The cues of the sentence.</param>
    /// <param name="cue">The one that stands before the mention.</param>
    /// <param name="target">The mention.</param>
    public static bool EndsBefore(SentenceCues cues, in Mention cue, in Mention target)
    {
        var (document, start) = (cues.Document, cues.Start);
        var hasVerb = cues.Holds(SentenceWords.Verb);
        var isAddition = hasVerb && Addition.Is(document, cue, start);
        var isDenial = ((CueConcept)cue.Concept).Role is CueRole.Negated or CueRole.Normal or CueRole.Declined;
        if (isAddition && ClauseVerbs.FirstVerb(document, cue.EndToken + 1, target.FirstToken) >= 0)
        {
            return true;
        }

        if (isDenial && ((hasVerb && ClauseVerbs.HasVerbBehindComma(document, cue.EndToken, target.FirstToken)) || EndsList(cues, cue, target)))
        {
            return true;
        }

        var conjunction = cues.Holds(SentenceWords.And) ? LastAnd(document, cue.EndToken, target.FirstToken) : -1;
        if (isDenial && hasVerb && ClauseBounds.LastComma(document, cue.EndToken, target.FirstToken) is >= 0 and var comma && conjunction < comma
            && ClauseVerbs.IsSubject(document, target) && (isAddition || IsWhole(document, cue, start)))
        {
            return true;
        }

        return conjunction >= 0
            && (OpensVerb(document, conjunction + 1, target.FirstToken + 1)
                || (ClauseVerbs.IsSubject(document, target) && (IsWhole(document, cue, start) || (isDenial && IsWholeBefore(document, cue.EndToken, conjunction)))));
    }

    /// <summary>Whether the list of what is denied ended before a mention.</summary>
    private static bool EndsList(SentenceCues cues, in Mention cue, in Mention target) =>
        (cues.HasPredicate && ListEnd.OpensAdjective(cues.Document, cue.EndToken, target.EndToken))
        || (cues.Holds(SentenceWords.Participle) && ListEnd.OpensParticiple(cues.Document, cue.EndToken, target.FirstToken))
        || (cues.Holds(SentenceWords.And) && cues.Holds(SentenceWords.Alternative) && ListEnd.IsBehindAlternative(cues.Document, cue.EndToken, target.FirstToken));

    /// <summary>Whether a verb, or the modal that opens one, follows a conjunction.</summary>
    private static bool OpensVerb(Document document, int from, int to) => ClauseVerbs.FirstVerb(document, from, to) >= 0 || document.Is(from, FunctionWord.Modal);

    /// <summary>Whether what is denied before a conjunction is told to its end: one thing and a comma, or a verb of its own.</summary>
    private static bool IsWholeBefore(Document document, int from, int conjunction) =>
        IsSecondOfTwo(document, from, conjunction) || ClauseVerbs.FirstVerb(document, from, conjunction) >= 0;

    /// <summary>Whether a cue is, or is the object of, the verb of its clause.</summary>
    private static bool IsWhole(Document document, in Mention cue, int start) => HasVerb(document, cue) || ClauseVerbs.IsObject(document, cue.FirstToken, start);

    /// <summary>
    /// Whether what stands before a cue belongs to another clause than the one that the cue closes: it has a verb of its own ("the [disease] remained
    /// quiescent and the enzymes were normal"), or is the object of one ("CT showed a [mass], and cystoscopy was normal").
    /// </summary>
    public static bool BeginsBehind(Document document, in Mention target, in Mention cue)
    {
        var conjunction = LastAnd(document, target.EndToken, cue.FirstToken);
        if (conjunction < 0)
        {
            // "palpation caused [pain], rebound was absent"
            var comma = ClauseBounds.LastComma(document, target.EndToken, cue.FirstToken);
            return comma >= 0 && document.Is(cue.FirstToken, FunctionWord.ClauseVerb) && HasNoun(document, comma + 1, cue.FirstToken) && ClauseVerbs.IsObject(document, target.FirstToken, 0);
        }

        // "was offered but declined", "was given and later stopped": one subject, two verbs
        return HasNoun(document, conjunction + 1, cue.FirstToken) && (ClauseVerbs.FirstVerb(document, target.EndToken, conjunction) >= 0 || ClauseVerbs.IsObject(document, target.FirstToken, 0)
            || (conjunction == target.EndToken + 1 && ClauseBounds.IsComma(document, target.EndToken) && EndsVerbPhrase(document, target.FirstToken)));
    }

    /// <summary>Whether a verb stands before a noun with nothing between that a list or another clause would open with: "was avoided because of the risk in the presence of [X], and Y was not done".</summary>
    private static bool EndsVerbPhrase(Document document, int noun)
    {
        for (var index = noun - 1; index >= Math.Max(0, noun - VerbPhraseReach); index--)
        {
            if (document.Is(index, FunctionWord.ClauseVerb))
            {
                return true;
            }

            if (document.Is(index, FunctionWord.Alternative | FunctionWord.Adversative | FunctionWord.RelativePronoun) || document.MarkAt(index) is ',' or '.' or ';' or ':')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether what stands between may be a subject: more than adverbs, and no relative pronoun.</summary>
    private static bool HasNoun(Document document, int from, int to)
    {
        var hasNoun = false;
        for (var index = from; index < to; index++)
        {
            if (document.Is(index, FunctionWord.RelativePronoun))
            {
                return false;
            }

            hasNoun |= !document.Is(index, FunctionWord.ConnectiveAdverb | FunctionWord.LightAdverb | FunctionWord.VerbNegator) && !document.TextOf(index).EndsWith("ly", StringComparison.Ordinal);
        }

        return hasNoun;
    }

    private static int LastAnd(Document document, int from, int to)
    {
        for (var index = to - 1; index >= from; index--)
        {
            if (document.Is(index, FunctionWord.Additive))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether "and" opens another act: "stopped aspirin and started [heparin]".</summary>
    public static bool OpensAct(Document document, int from, int to)
    {
        var conjunction = LastAnd(document, from, to);
        if (conjunction < 0 || conjunction + 1 >= to)
        {
            return false;
        }

        var index = conjunction + 1;
        index += index + 1 < to && document.Is(index, FunctionWord.ConnectiveAdverb) ? 1 : 0;
        var word = document.TextOf(index);
        return word is "began" or "gave" or "put" or "chose" or "took" or "underwent" or "sought" || word.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>Whether a comma stands before "and" behind the first thing denied: not the last comma of a list ("no clonus, and the [reflexes] were brisk", but "no rash, hives, and edema were seen").</summary>
    private static bool IsSecondOfTwo(Document document, int from, int conjunction) =>
        conjunction > from && ClauseBounds.IsComma(document, conjunction - 1) && ClauseBounds.LastComma(document, from, conjunction - 1) < 0;

    private static bool HasVerb(Document document, in Mention cue)
    {
        for (var index = cue.FirstToken; index < cue.EndToken; index++)
        {
            if (document.TextOf(index) is "not" or "failed" or "denied" or "denies" or "lacked" or "excluded" or "refused" or "declined" or "rejected")
            {
                return true;
            }
        }

        return false;
    }
}
