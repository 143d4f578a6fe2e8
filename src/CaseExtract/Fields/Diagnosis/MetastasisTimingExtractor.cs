using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>
/// Synchronous or metachronous: as the report calls the metastasis that it is told for; else from the time since the primary was diagnosed or removed, with six
/// months as the border; nothing where that time is not told.
/// </summary>
internal sealed class MetastasisTimingExtractor
{
    private const double Border = 6;

    /// <summary>How far the word may stand from that for the metastasis, in tokens.</summary>
    private const int Reach = 6;

    public MetastasisTiming? Extract(
        ClinicalCourse course, IndexLesion lesion, LesionOrigin? origin, ResolvedSite? site, PrimaryPast? past, List<Operation> operations,
        IReadOnlyList<RecurrenceStatement> recurrences, EvidenceFactory evidence)
    {
        if (origin is not { Value: "metastatic" })
        {
            return null;
        }

        var months = past?.Months is { } told ? Math.Round(told, 1, MidpointRounding.AwayFromZero) : (double?)null;
        if (Stated(course) is { } stated)
        {
            return new MetastasisTiming
            {
                Value = stated.Value,
                MonthsAfterPrimary = stated.Value == "metachronous" ? months : null,
                Basis = "stated",
                Confidence = 0.9,
                Evidence = stated.Value == "metachronous" && past is { } earlier ? EvidenceFactory.Join(earlier.Quote(course, evidence), evidence.Of(stated)) : evidence.Of(stated),
            };
        }

        if (past is not { } primary)
        {
            return site is not null && !HasComeBack(recurrences) && !KnownTumour.Holds(course, lesion) && FoundPrimary.Find(course, site, operations) is { } found ? Derived(course, found, evidence) : null;
        }

        return new MetastasisTiming
        {
            Value = months < Border ? "synchronous" : "metachronous",
            MonthsAfterPrimary = months,
            Basis = "derived",
            Confidence = months is null ? 0.7 : 0.85,
            Evidence = EvidenceFactory.Join(primary.Quote(course, evidence), origin.Evidence),
        };
    }

    /// <summary>Synchronous, where the present course finds the primary as well, and lets no time pass between it and the first metastasis.</summary>
    private static MetastasisTiming? Derived(ClinicalCourse course, PlacedMention primary, EvidenceFactory evidence)
    {
        PlacedMention? metastasis = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "metastasis" && !mention.Is(Assertion.NotFactual) && mention.Episode != Episode.General)
            {
                metastasis = mention;
                break;
            }
        }

        if (metastasis is not { } spread)
        {
            return null;
        }

        return spread.Episode == Episode.FollowUp || LetsTimePass(course, primary, spread)
            ? null
            : new MetastasisTiming { Value = "synchronous", MonthsAfterPrimary = null, Basis = "derived", Confidence = 0.75, Evidence = evidence.Of(primary, spread) };
    }

    /// <summary>Whether half a year or more, or a follow-up, is told between two events or beside one of them.</summary>
    private static bool LetsTimePass(ClinicalCourse course, PlacedMention left, PlacedMention right)
    {
        var (from, to) = (Math.Min(left.FirstToken, right.FirstToken), Math.Max(left.EndToken, right.EndToken));
        foreach (ref readonly var mention in course.Mentions)
        {
            if (mention.FirstToken >= to && mention.Sentence > Math.Max(left.Sentence, right.Sentence))
            {
                break;
            }

            var isBetween = (mention.FirstToken >= from && mention.FirstToken < to) || mention.Sentence == left.Sentence || mention.Sentence == right.Sentence;
            if (isBetween && mention is
            { Kind: MentionKind.Interval, Concept: IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.FollowUp, Months: >= Border } }
                    or { Kind: MentionKind.Phase, Value: "follow-up" } or { Kind: MentionKind.Plot, Value: "follow" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasComeBack(IReadOnlyList<RecurrenceStatement> recurrences)
    {
        foreach (var statement in recurrences)
        {
            if (!statement.IsAbsent)
            {
                return true;
            }
        }

        return false;
    }

    private static PlacedMention? Stated(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Outcome))
        {
            if (mention.Value is "synchronous" or "metachronous" && mention.Episode != Episode.General && !mention.Is(Assertion.NotFactual) && IsOfMetastasis(course, mention))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"synchronous liver metastases"; two synchronous cancers are something else.</summary>
    private static bool IsOfMetastasis(ClinicalCourse course, PlacedMention word)
    {
        foreach (ref readonly var mention in course.MentionsNear(word.Sentence, MentionKind.Spread, word.FirstToken - Reach, word.EndToken + Reach))
        {
            if (mention.Value is "metastasis" && !mention.Is(Assertion.Negated)
                && mention.FirstToken - word.EndToken <= Reach && word.FirstToken - mention.EndToken <= Reach)
            {
                return true;
            }
        }

        return false;
    }
}
