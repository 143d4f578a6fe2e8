using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sections;

namespace CaseExtract.Annotation.Context;

/// <summary>
/// Asserts mentions after ConText (Harkema et al., J Biomed Inform 2009): each cue marks the mentions in its scope, which starts behind (or
/// ends before) the cue and is cut by terminators, by the sentence and by the cue's reach.
/// </summary>
internal sealed class ContextAnnotator
{
    /// <summary>Marks mentions with what the cues of their sentence say.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Mentions of one sentence, cues included, in text order.</param>
    /// <param name="sentence">The sentence's index.</param>
    public void Assert(Document document, Span<Mention> mentions, int sentence)
    {
        var bounds = document.SentenceArray[sentence];
        Assertion whole = 0;
        var hasAnchor = false;
        var hasPatient = false;
        foreach (var mention in mentions)
        {
            if (mention.Concept is CueConcept { Direction: CueDirection.Sentence, Role: CueRole.Literature })
            {
                whole |= Assertion.Literature;
            }

            hasPatient |= mention is { Kind: MentionKind.Person, Concept: Lexicons.ValueConcept { Value: "patient" or "male-pronoun" or "female-pronoun" } } or { Concept: CueConcept { Role: CueRole.Affirmed, Direction: CueDirection.Backward } };
            hasAnchor |= mention.Kind == MentionKind.Age || mention is { Kind: MentionKind.Person, Concept: Lexicons.ValueConcept { Value: "our-patient" } };
        }

        if (hasAnchor || (hasPatient && !bounds.Section.IsGeneral()))
        {
            whole &= ~Assertion.Literature;
        }

        if (bounds.Section.IsGeneral() && !hasAnchor)
        {
            whole |= Assertion.Literature;
        }

        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind == MentionKind.Cue)
            {
                continue;
            }

            var assertion = whole | AssertionOf(document, mentions, mention, bounds.FirstToken, bounds.EndToken);
            if (bounds.Section == SectionKind.History)
            {
                assertion |= Assertion.Historical;
            }

            mentions[index] = mention with { Assertion = assertion };
        }
    }

    private static Assertion AssertionOf(Document document, ReadOnlySpan<Mention> mentions, Mention target, int start, int end)
    {
        Assertion assertion = 0;
        var lifted = false;
        Assertion behindComma = 0, beforeComma = 0;
        // Forward cues before the target, nearest first; a terminator between ends the search.
        var from = start;
        foreach (var cue in mentions)
        {
            if (cue.EndToken <= target.FirstToken && cue.Concept is CueConcept { Role: CueRole.Terminator })
            {
                from = Math.Max(from, cue.EndToken);
            }
        }

        foreach (var cue in mentions)
        {
            if (cue.Concept is not CueConcept { Direction: CueDirection.Forward } concept || cue.FirstToken < from || cue.EndToken > target.FirstToken
                || target.FirstToken - cue.EndToken > concept.Reach)
            {
                continue;
            }

            if (concept.Role == CueRole.Affirmed)
            {
                // "…, biopsy confirmed X": what stood before the act counts no more
                assertion &= ~(Assertion.Uncertain | Assertion.Hypothetical | Assertion.Negated);
                continue;
            }

            assertion |= Of(concept.Role, target);
            if (HasComma(document, cue.EndToken, target.FirstToken))
            {
                behindComma |= Of(concept.Role, target);
            }
            else
            {
                beforeComma |= Of(concept.Role, target);
            }
        }

        var to = end;
        foreach (var cue in mentions)
        {
            if (cue.FirstToken >= target.EndToken && cue.Concept is CueConcept { Role: CueRole.Terminator })
            {
                to = Math.Min(to, cue.FirstToken);
            }
        }

        foreach (var cue in mentions)
        {
            if (cue.Concept is not CueConcept { Direction: CueDirection.Backward } concept || cue.FirstToken < target.EndToken || cue.FirstToken > to
                || cue.FirstToken - target.EndToken > concept.Reach)
            {
                continue;
            }

            if (concept.Role == CueRole.Affirmed)
            {
                lifted = true;
                continue;
            }

            // "apart from an appendectomy in childhood, his past history was unremarkable": another subject stands between
            if (concept.Role == CueRole.Negated && HasOtherSubject(document, target.EndToken, cue.FirstToken))
            {
                continue;
            }

            assertion |= Of(concept.Role, target);
        }

        if (lifted)
        {
            // "as malignancy could not be excluded, an open biopsy was performed": the doubt ended at the comma
            assertion &= ~(behindComma & ~beforeComma & (Assertion.Negated | Assertion.Uncertain | Assertion.Hypothetical | Assertion.Historical));
        }

        return assertion;
    }

    /// <summary>Whether a comma and a word that opens a noun phrase stand between.</summary>
    private static bool HasOtherSubject(Document document, int from, int to)
    {
        for (var index = from; index + 1 < to; index++)
        {
            if (document.Narrative.Text[document.TokenArray[index].Start] == ',' && document.TextOf(document.TokenArray[index + 1]) is "his" or "her" or "the" or "he" or "she" or "a" or "it" or "this")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasComma(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (document.Narrative.Text[document.TokenArray[index].Start] == ',')
            {
                return true;
            }
        }

        return false;
    }

    private static Assertion Of(CueRole role, Mention target) => role switch
    {
        CueRole.Planned => target.Kind is MentionKind.Procedure or MentionKind.Adjuvant ? Assertion.Hypothetical : Assertion.Affirmed,
        CueRole.Declined => target.Kind is MentionKind.Procedure or MentionKind.Adjuvant ? Assertion.Negated : Assertion.Affirmed,
        CueRole.Negated => Assertion.Negated,
        CueRole.Uncertain => Assertion.Uncertain,
        CueRole.Hypothetical => Assertion.Hypothetical,
        CueRole.Historical => Assertion.Historical,
        CueRole.PastPerfect => Assertion.PastPerfect,
        CueRole.Family => Assertion.Relative,
        CueRole.Other => Assertion.OtherPatient,
        CueRole.Literature => Assertion.Literature,
        _ => Assertion.Affirmed,
    };
}
