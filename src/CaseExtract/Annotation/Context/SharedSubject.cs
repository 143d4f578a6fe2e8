using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether two verbs share a subject, so that what denies or ends with the one is said of the other.</summary>
internal static class SharedSubject
{
    /// <summary>
    /// Whether a verb without a subject of its own follows: "was offered but declined" says both of one thing, "was started and was withdrawn" both of its subject, and
    /// a relative clause that denies speaks of what stands before it ("[nodules], which were not seen again").
    /// </summary>
    public static bool Stands(SentenceCues cues, in Mention terminator, in Mention target)
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
    public static bool IsDenied(SentenceCues cues, int terminator)
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
}
