using CaseExtract.Annotation.Context;
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

    public MetastasisTiming? Extract(ClinicalCourse course, LesionOrigin? origin, PrimaryPast? past, EvidenceFactory evidence)
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
            return null;
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

    private static PlacedMention? Stated(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Outcome))
        {
            if (mention is { Value: "synchronous" or "metachronous" } && mention.Episode != Episode.General && !mention.Is(Assertion.NotFactual) && IsOfMetastasis(course, mention))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"synchronous liver metastases"; two synchronous cancers are something else.</summary>
    private static bool IsOfMetastasis(ClinicalCourse course, PlacedMention word)
    {
        foreach (ref readonly var mention in course.MentionsOf(word.Sentence))
        {
            if (mention is { Kind: MentionKind.Spread, Value: "metastasis" } && !mention.Is(Assertion.Negated)
                && mention.FirstToken - word.EndToken <= Reach && word.FirstToken - mention.EndToken <= Reach)
            {
                return true;
            }
        }

        return false;
    }
}
