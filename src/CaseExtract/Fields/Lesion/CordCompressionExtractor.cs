using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>
/// Compression of cord, cauda equina or thecal sac: a word of compression within a few words of one of these, or an operation to decompress
/// the cord. A syndrome of the cord or the cauda equina alone says nothing.
/// </summary>
internal sealed class CordCompressionExtractor
{
    private const int Window = 7;

    public CordCompression? Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        PlacedMention? present = null, absent = null;
        string? severity = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Compression))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Hypothetical) || mention.Episode is Episode.General or Episode.Earlier)
            {
                continue;
            }

            var isStatement = mention.Value == "whole" || (mention.Value == "compress" && NearNeural(course, mention));
            if (!isStatement)
            {
                continue;
            }

            if (mention.Is(Assertion.Negated) || IsTakenBack(course, mention) || (mention.Value == "compress" && IsOfDeniedObject(course, mention)))
            {
                absent ??= mention;
                continue;
            }

            present ??= mention;
            severity ??= SeverityOf(course, mention);
        }

        return present is { } found ? Make("present", found) : absent is { } none ? Make("absent", none) : null;

        CordCompression Make(string value, PlacedMention mention) => new()
        {
            Value = value,
            Severity = value == "present" ? severity : null,
            Confidence = 0.88,
            Evidence = evidence.Of(mention),
        };
    }

    private static bool NearNeural(ClinicalCourse course, PlacedMention compress)
    {
        foreach (ref readonly var mention in course.MentionsOf(compress.Sentence))
        {
            if (mention.Kind == MentionKind.Compression && mention.Value is "neural"
                && (mention.FirstToken - compress.EndToken is >= 0 and <= Window || compress.FirstToken - mention.EndToken is >= 0 and <= 5))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Cord compression was suspected, but MRI ruled it out."</summary>
    private static bool IsTakenBack(ClinicalCourse course, PlacedMention statement) =>
        course.Has(statement.Sentence, statement.EndToken, int.MaxValue, MentionKind.Compression, "taken-back");

    /// <summary>"compresses neither the cord nor the roots": the first thing behind the verb is denied, the verb is not.</summary>
    private static bool IsOfDeniedObject(ClinicalCourse course, PlacedMention compress)
    {
        foreach (ref readonly var mention in course.MentionsOf(compress.Sentence))
        {
            if (mention.Kind == MentionKind.Compression && mention.Value is "neural" && mention.FirstToken - compress.EndToken is >= 0 and <= Window)
            {
                return mention.Is(Assertion.Negated);
            }
        }

        return false;
    }

    private static string? SeverityOf(ClinicalCourse course, PlacedMention compress)
    {
        foreach (ref readonly var mention in course.MentionsOf(compress.Sentence))
        {
            if (mention.Kind == MentionKind.Compression && mention.Value is "severe" or "moderate" or "mild"
                && (compress.FirstToken - mention.EndToken is >= 0 and <= 3 || mention.FirstToken - compress.EndToken is >= 0 and <= 2))
            {
                return mention.Value;
            }
        }

        return null;
    }
}
