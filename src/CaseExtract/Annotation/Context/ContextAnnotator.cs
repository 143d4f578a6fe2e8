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
    /// <param name="heading">What the heading that it stands under says of it, or <see langword="null"/>.</param>
    public void Assert(Document document, Span<Mention> mentions, int sentence, CueConcept? heading)
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

        var cues = CuesOf(mentions);
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind == MentionKind.Cue)
            {
                continue;
            }

            var assertion = whole | AssertionOf(document, cues, mention, bounds.FirstToken, bounds.EndToken);
            if (heading is not null)
            {
                assertion |= Of(heading.Role, mention);
            }

            if (bounds.Section == SectionKind.History)
            {
                assertion |= Assertion.Historical;
            }

            // A patient is not past: "a 63-year-old man had undergone nephrectomy four years ago"
            if (mention.Kind is MentionKind.Age or MentionKind.Person && bounds.Section != SectionKind.History)
            {
                assertion &= ~(Assertion.Historical | Assertion.PastPerfect);
            }

            // What is said of somebody else is neither before nor in doubt for the patient: it is not the patient's.
            if ((assertion & (Assertion.Relative | Assertion.OtherPatient)) != 0)
            {
                assertion &= ~(Assertion.Historical | Assertion.PastPerfect | Assertion.Uncertain | Assertion.Hypothetical);
            }

            if (assertion != mention.Assertion)
            {
                mentions[index] = mention with { Assertion = assertion };
            }
        }
    }

    /// <summary>The cue in a heading that speaks of all under it, or <see langword="null"/>.</summary>
    /// <param name="mentions">The mentions of the heading.</param>
    public static CueConcept? HeadingOf(ReadOnlySpan<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Concept is CueConcept { Direction: CueDirection.Heading } cue)
            {
                return cue;
            }
        }

        return null;
    }

    /// <summary>The cues alone, since they are looked through for every mention: most sentences have few or none.</summary>
    private static Mention[] CuesOf(ReadOnlySpan<Mention> mentions)
    {
        var count = 0;
        foreach (var mention in mentions)
        {
            count += mention.Kind == MentionKind.Cue ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var cues = new Mention[count];
        var next = 0;
        foreach (var mention in mentions)
        {
            if (mention.Kind == MentionKind.Cue)
            {
                cues[next++] = mention;
            }
        }

        return cues;
    }

    private static Assertion AssertionOf(Document document, ReadOnlySpan<Mention> cues, Mention target, int start, int end)
    {
        if (cues.IsEmpty)
        {
            return Assertion.Affirmed;
        }

        Assertion assertion = 0;
        var lifted = false;
        Assertion behindComma = 0, beforeComma = 0;
        // Forward cues before the target, nearest first; a terminator between ends the search.
        int from = start, clause = start;
        foreach (var cue in cues)
        {
            if (cue.EndToken <= target.FirstToken && cue.Concept is CueConcept { Role: CueRole.Terminator or CueRole.Clause } terminator)
            {
                from = Math.Max(from, cue.EndToken);
                clause = terminator.Role == CueRole.Clause ? Math.Max(clause, cue.EndToken) : clause;
            }
        }

        foreach (var cue in cues)
        {
            if (cue.Concept is not CueConcept { Direction: CueDirection.Forward } concept || cue.EndToken > target.FirstToken
                || cue.FirstToken < (concept.Role is CueRole.Family or CueRole.Other ? clause : from)
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

            // "HER2 negative), treated by lumpectomy": a result denies no act behind it
            if (concept.Role == CueRole.Clean && target.Kind is MentionKind.Procedure or MentionKind.Adjuvant)
            {
                continue;
            }

            // "instead of surgery, the metastasis was irradiated", "suspecting a glioma, the tumor was resected": another subject stands between
            if ((concept.Role is CueRole.Negated or CueRole.Clean && IsPresupposed(document, cue.EndToken, target))
                || ((concept.Role is CueRole.Declined or CueRole.Planned || (concept.Role == CueRole.Uncertain && target.Kind is MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Extent))
                    && HasOtherSubject(document, cue.EndToken, target.FirstToken)))
            {
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

        foreach (var cue in cues)
        {
            // "had been resected", "could not be removed": the cue holds the verb
            if (cue.FirstToken < target.FirstToken && cue.EndToken >= target.EndToken && cue.Concept is CueConcept { Role: CueRole.PastPerfect or CueRole.Declined or CueRole.Planned } holder)
            {
                assertion |= Of(holder.Role, target);
            }
        }

        var to = end;
        foreach (var cue in cues)
        {
            if (cue.FirstToken >= target.EndToken && cue.Concept is CueConcept { Role: CueRole.Terminator or CueRole.Clause })
            {
                to = Math.Min(to, cue.FirstToken);
            }
        }

        foreach (var cue in cues)
        {
            if (cue.Concept is not CueConcept { Direction: CueDirection.Backward } concept || cue.FirstToken < target.EndToken || cue.FirstToken > to
                || cue.FirstToken - target.EndToken > concept.Reach)
            {
                continue;
            }

            if (concept.Role == CueRole.Confirmed)
            {
                assertion &= ~(Assertion.Uncertain | Assertion.Hypothetical);
                continue;
            }

            if (concept.Role == CueRole.Affirmed)
            {
                lifted = true;
                // "the planned laminectomy was performed"
                if (cue.FirstToken == target.EndToken && target.Kind is MentionKind.Procedure or MentionKind.Adjuvant)
                {
                    assertion &= ~Assertion.Hypothetical;
                }

                continue;
            }

            // "apart from an appendectomy in childhood, his past history was unremarkable": another subject stands between
            if (concept.Role is CueRole.Negated or CueRole.Clean && HasOtherSubject(document, target.EndToken, cue.FirstToken))
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

    /// <summary>
    /// Whether the words between a negation and what it might deny put the latter outside it: another subject behind a comma ("without
    /// deficit, the pain"), the object of a verb ("no deficit followed the operation"), or a place or time that is taken for granted ("no
    /// calcification within the mass"). A denied finding in an organ leaves the organ denied: it is not where the disease is.
    /// </summary>
    private static bool IsPresupposed(Document document, int from, Mention target)
    {
        if (HasOtherSubject(document, from, target.FirstToken)
            || (target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && HasOtherClause(document, from, target.FirstToken)))
        {
            return true;
        }

        if (target.Kind is not (MentionKind.Presentation or MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Tumour or MentionKind.LesionWord))
        {
            return false;
        }

        // Only the noun phrase that the target stands in: what follows a comma or a conjunction belongs to the list again.
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "," or "and" or "or" or "nor")
            {
                return false;
            }

            if (word is "the" or "his" or "her" or "this" or "a" or "an")
            {
                var before = document.TextOf(document.TokenArray[index - 1]);
                return before.EndsWith("ed", StringComparison.Ordinal)
                    || (word is not ("a" or "an") && before is "in" or "within" or "inside" or "around" or "at" or "on" or "near" or "below" or "above" or "beneath" or "behind" or "beside"
                        or "after" or "before" or "during" or "following" or "since" or "to" or "from" or "with")
                    || (before is "of" && document.TextOf(document.TokenArray[index - 2]) is "level");
            }
        }

        return false;
    }

    /// <summary>Whether a comma and a word that opens a noun phrase stand between.</summary>
    private static bool HasOtherSubject(Document document, int from, int to)
    {
        for (var index = from; index + 1 < to; index++)
        {
            if (document.Narrative.Text[document.TokenArray[index].Start] == ',' && document.TextOf(document.TokenArray[index + 1]) is "his" or "her" or "the" or "he" or "she" or "a" or "an" or "it" or "this" or "we")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a comma and, behind it, the verb of another clause stand between: "without complications, and tegafur was taken as chemotherapy".</summary>
    private static bool HasOtherClause(Document document, int from, int to)
    {
        var hasComma = false;
        for (var index = from; index < to; index++)
        {
            hasComma |= document.Narrative.Text[document.TokenArray[index].Start] == ',';
            if (hasComma && document.TextOf(document.TokenArray[index]) is "was" or "were" or "underwent" or "received")
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
        CueRole.Clean => target.Concept is Lexicons.ProcedureConcept { Term: "biopsy" } ? Assertion.Affirmed : Assertion.Negated,
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
