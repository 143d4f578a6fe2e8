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
        var isAddition = cues.Holds(SentenceWords.Verb) && IsAddition(document, cue, start);
        var isDenial = ((CueConcept)cue.Concept).Role is CueRole.Negated or CueRole.Normal or CueRole.Declined;
        if (cues.Holds(SentenceWords.Verb)
            && ((isAddition && ClauseVerbs.FirstVerb(document, cue.EndToken + 1, target.FirstToken) >= 0) || (isDenial && ClauseVerbs.HasVerbBehindComma(document, cue.EndToken, target.FirstToken))))
        {
            return true;
        }

        if (isDenial && ((cues.HasPredicate && ListEnd.OpensAdjective(document, cue.EndToken, target.EndToken)) || (cues.Holds(SentenceWords.Participle) && ListEnd.OpensParticiple(document, cue.EndToken, target.FirstToken))
            || (cues.Holds(SentenceWords.And) && cues.Holds(SentenceWords.Alternative) && ListEnd.IsBehindAlternative(document, cue.EndToken, target.FirstToken))))
        {
            return true;
        }

        var conjunction = cues.Holds(SentenceWords.And) ? LastAnd(document, cue.EndToken, target.FirstToken) : -1;
        if (isDenial && cues.Holds(SentenceWords.Verb) && ClauseBounds.LastComma(document, cue.EndToken, target.FirstToken) is >= 0 and var comma && conjunction < comma
            && ClauseVerbs.IsSubject(document, target) && (isAddition || IsWhole(document, cue, start)))
        {
            return true;
        }

        return conjunction >= 0 && (ClauseVerbs.FirstVerb(document, conjunction + 1, target.FirstToken + 1) >= 0 || document.Is(conjunction + 1, FunctionWord.Modal)
            || (ClauseVerbs.IsSubject(document, target)
                && (IsWhole(document, cue, start) || (isDenial && (IsSecondOfTwo(document, cue.EndToken, conjunction) || ClauseVerbs.FirstVerb(document, cue.EndToken, conjunction) >= 0)))));
    }

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

    /// <summary>
    /// Whether a verb without a subject of its own follows: "was offered but declined" says both of one thing, "was started and was withdrawn" both of its subject, and
    /// a relative clause that denies speaks of what stands before it ("[nodules], which were not seen again").
    /// </summary>
    public static bool IsShared(SentenceCues cues, in Mention terminator, in Mention target)
    {
        var document = cues.Document;
        var last = terminator.EndToken - 1;
        var isBut = document.Is(last, FunctionWord.Adversative);
        var isRelative = document.Is(last, FunctionWord.Relative);
        var isAnd = document.Is(terminator.FirstToken, FunctionWord.Additive) && terminator.EndToken == terminator.FirstToken + 2;
        if (!isBut && !isRelative && (!isAnd || ClauseVerbs.HasVerb(document, cues.Start, target.FirstToken)))
        {
            return false;
        }

        // "fever and a cough were denied": two subjects of one verb
        if (isAnd && document.Is(last, FunctionWord.Indefinite) && ClauseVerbs.FirstVerb(document, terminator.EndToken, cues.End) is >= 0 and var verb && document.TextOf(verb) is "were" or "are")
        {
            return !ClauseVerbs.HasVerb(document, target.EndToken, terminator.FirstToken);
        }

        var from = isAnd ? terminator.FirstToken + 1 : terminator.EndToken;
        for (var index = CueMark.FirstFrom(cues.Marks, from); index < cues.Marks.Length && cues.Marks[index].First == from; index++)
        {
            var role = cues.Marks[index].Role;
            if (cues.Marks[index].Direction == CueDirection.Backward && (!isBut || EndsClause(document, cues.Mentions[index]))
                && (role is CueRole.Negated or CueRole.Normal || (!isRelative && role is CueRole.Ended or CueRole.Stopped or CueRole.Declined)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the subject of a verb that would end a scope is itself denied, and its object with it: "neither twin showed [lesions]", "none of them developed [fever]".</summary>
    public static bool HasDeniedSubject(SentenceCues cues, int terminator)
    {
        var document = cues.Document;
        var verb = cues.Marks[terminator].First;
        if (!document.Is(verb, FunctionWord.ClauseVerb))
        {
            return false;
        }

        for (var index = terminator - 1; index >= 0; index--)
        {
            ref readonly var denial = ref cues.Marks[index];
            if (denial is { Role: CueRole.Negated, Direction: CueDirection.Forward } && document.IsInAnyCase(denial.First, FunctionWord.NegativePronoun))
            {
                return !ClauseVerbs.HasVerb(document, denial.First, verb);
            }
        }

        return false;
    }

    /// <summary>Whether a verb has no object: "but declined by her", not "but declined further treatment".</summary>
    public static bool EndsClause(Document document, in Mention cue) => cue.EndToken >= document.TokenArray.Length
        || document.Is(cue.EndToken - 1, FunctionWord.Agentive)
        || document.Is(cue.EndToken, FunctionWord.Agentive | FunctionWord.Additive | FunctionWord.Cause | FunctionWord.CausePhrase | FunctionWord.Posterior | FunctionWord.Moment | FunctionWord.Locative | FunctionWord.Purpose)
        || document.MarkAt(cue.EndToken) is '.' or ',' or ';' or ')';

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

    /// <summary>Whether a denial is added to a noun or a clause by a preposition: "without", "with no", "despite the absence of".</summary>
    private static bool IsAddition(Document document, in Mention cue, int start)
    {
        if (document.IsInAnyCase(cue.FirstToken, FunctionWord.NegativePreposition | FunctionWord.Comitative | FunctionWord.Interior))
        {
            return true;
        }

        if (document.TextOf(cue.EndToken - 1) is "known")
        {
            return true;   // "a woman known for asthma developed [ascites]"
        }

        var index = cue.FirstToken - 1;
        index -= index > start && document.Is(index, FunctionWord.Article | FunctionWord.Possessive) ? 1 : 0;
        return index >= start && document.IsInAnyCase(index, FunctionWord.Comitative | FunctionWord.NegativePreposition | FunctionWord.ConcessivePreposition | FunctionWord.Premise);
    }

    /// <summary>"was done [with] reconstruction deferred": something with a fate of its own is added, and no second verb is said of the first.</summary>
    public static bool HasAddition(Document document, int from, int to)
    {
        var hasWith = false;
        for (var index = from; index < to; index++)
        {
            if (document.Is(index, FunctionWord.Adversative | FunctionWord.Additive | FunctionWord.Relative))
            {
                return false;
            }

            hasWith |= document.Is(index, FunctionWord.Comitative) && index + 1 < to;
        }

        return hasWith;
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
