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

            var assertion = whole | CueScope.AssertionOf(document, cues, mention, bounds.FirstToken, bounds.EndToken);
            if (heading is not null)
            {
                assertion |= CueScope.Of(heading.Role, mention);
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
}
