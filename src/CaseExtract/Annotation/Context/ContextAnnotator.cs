using CaseExtract.Annotation.Lexicons;
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
    /// <param name="kinds">Their kinds.</param>
    /// <param name="sentence">The sentence's index.</param>
    /// <param name="heading">What the heading that it stands under says of it, or <see langword="null"/>.</param>
    /// <param name="cues">Room for the cues.</param>
    public void Assert(Document document, Span<Mention> mentions, MentionKinds kinds, int sentence, CueConcept? heading, SentenceCues cues)
    {
        var bounds = document.SentenceArray[sentence];
        var isGeneral = bounds.Section.IsGeneral();
        if (mentions.IsEmpty || (!kinds.Has(MentionKind.Cue) && !isGeneral && heading is null && bounds.Section != SectionKind.History))
        {
            return; // nothing is said of any
        }

        cues.Read(document, bounds, mentions);
        // most sentences speak of the patient, and none of their words is asked whether
        var (isLiterature, hasAnchor, hasPatient) = cues.HasLiterature || isGeneral ? SubjectOf(mentions, cues, bounds.FirstToken, bounds.EndToken) : default;
        // "in our patient": what is known of others is told for comparison, in a clause of its own
        var isMixed = isLiterature && (hasAnchor || (hasPatient && !isGeneral));
        var whole = (isLiterature && !isMixed) || (isGeneral && !hasAnchor) ? Assertion.Literature : Assertion.Affirmed;
        var isHistory = bounds.Section == SectionKind.History && !OpensWithNow(cues);

        for (var index = 0; index < mentions.Length; index++)
        {
            ref readonly var mention = ref mentions[index];
            if (mention.Kind == MentionKind.Cue)
            {
                continue;
            }

            var assertion = whole | CueScope.AssertionOf(cues, mention);
            if (isMixed && IsInGeneralClause(mentions, cues, mention, isGeneral))
            {
                assertion |= Assertion.Literature;
            }

            if ((assertion & Assertion.Negated) != 0 && ActObject.IsOfDoneAct(cues.Document, mentions[..index], mention))
            {
                assertion &= ~Assertion.Negated;
            }

            if (heading is not null)
            {
                assertion |= CueMeaning.Of(heading.Role, mention);
            }

            if (isHistory)
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
        foreach (ref readonly var mention in mentions)
        {
            if (mention.Kind == MentionKind.Cue && mention.Concept is CueConcept { Direction: CueDirection.Heading } cue)
            {
                return cue;
            }
        }

        return null;
    }

    /// <summary>So many words may stand between many patients and the age that sets them apart: "patients older than 60 years".</summary>
    private const int AgeLimitReach = 3;

    /// <summary>Whom a stretch of a sentence is about: others at large, a patient told of, the index patient beyond doubt.</summary>
    private static (bool IsLiterature, bool HasAnchor, bool HasPatient) SubjectOf(ReadOnlySpan<Mention> mentions, SentenceCues cues, int from, int to)
    {
        bool isLiterature = false, hasAnchor = false, hasPatient = false;
        foreach (ref readonly var cue in cues.Marks)
        {
            if (cue.First >= from && cue.First < to)
            {
                isLiterature |= cue.Role == CueRole.Literature && (cue.Direction == CueDirection.Sentence || (cue.Direction == CueDirection.Opening && cue.First == from));
                hasPatient |= cue is { Role: CueRole.Affirmed, Direction: CueDirection.Backward };
            }
        }

        var afterMany = -1;
        foreach (ref readonly var mention in mentions)
        {
            // only these two kinds say whom it is about: what others name is not looked at
            if (mention.Kind is not (MentionKind.Age or MentionKind.Person) || mention.FirstToken < from || mention.FirstToken >= to)
            {
                continue;
            }

            if (mention.Kind == MentionKind.Age)
            {
                hasAnchor |= mention.FirstToken > afterMany;
            }
            else if (mention.Concept is ValueConcept person)
            {
                hasPatient |= person.Value is "patient" or "male-pronoun" or "female-pronoun";
                hasAnchor |= person.Value == "our-patient";
                // "patients under three years of age" are many
                afterMany = person.Value == "patients" ? mention.EndToken + AgeLimitReach : afterMany;
            }
        }

        return (isLiterature, hasAnchor, hasPatient);
    }

    /// <summary>Whether a mention stands in a clause that speaks of others at large, while another clause of the sentence is about the patient.</summary>
    private static bool IsInGeneralClause(ReadOnlySpan<Mention> mentions, SentenceCues cues, in Mention mention, bool isGeneral)
    {
        int from = cues.Start, to = cues.End;
        foreach (ref readonly var cue in cues.Marks)
        {
            if (cue.Role == CueRole.Clause)
            {
                from = cue.First <= mention.FirstToken ? cue.First : from;
                to = cue.First > mention.FirstToken ? Math.Min(to, cue.First) : to;
            }
        }

        var (isLiterature, hasAnchor, hasPatient) = SubjectOf(mentions, cues, from, to);
        return isLiterature && !hasAnchor && (isGeneral || !hasPatient);
    }

    /// <summary>Whether a sentence opens with a word that brings a history back to the present: "PMH: melanoma. Now back pain".</summary>
    private static bool OpensWithNow(SentenceCues cues) =>
        !cues.IsEmpty && cues.Marks[0].First == cues.Start && cues.Marks[0] is { Role: CueRole.Affirmed, Direction: CueDirection.Opening };
}
