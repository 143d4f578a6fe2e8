using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>
/// Compression of cord, cauda equina or thecal sac: a word of compression within a few words of one of these, or an operation to decompress
/// the cord, or a grade of Bilsky's scale. A syndrome of the cord or the cauda equina alone says nothing.
/// </summary>
internal sealed class CordCompressionExtractor
{
    private const int Window = 7;

    /// <summary>How far before a participle the cord may stand that it is said of: "the [cord] at the level of the lesion was severely [compressed]".</summary>
    private const int SubjectWindow = 12;

    /// <summary>So near before the word it is meant, whatever stands between: "cord was compressed", "cord and root compression".</summary>
    private const int BeforeWindow = 5;

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

        if (present is null && Graded(course) is { } grade)
        {
            present = IsOfCompression((ScaleConcept)grade.Concept) ? grade : null;
            absent ??= grade;
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

    /// <summary>"the worst [compression] at T4": at the levels of the cord, of what lies in the canal.</summary>
    private static bool IsAtCordLevel(ClinicalCourse course, PlacedMention compress)
    {
        if (compress.EndToken >= course.SentenceOf(compress).EndToken || course.Document.TextOf(compress.EndToken) is not "at")
        {
            return false;
        }

        foreach (ref readonly var level in course.MentionsNear(compress.Sentence, MentionKind.Level, compress.EndToken + 1, compress.EndToken + 2))
        {
            if (level.FirstToken == compress.EndToken + 1 && ((LevelConcept)level.Concept).Levels is { IsEmpty: false } levels && levels.Highest.Order <= VertebralLevel.BoundsOf('T').Last.Order)
            {
                return course.Document.TextOf(compress.EndToken - 1).EndsWith("ion", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool NearNeural(ClinicalCourse course, PlacedMention compress)
    {
        if (IsAtCordLevel(course, compress))
        {
            return true;
        }

        var hasOtherObject = HasOtherObject(course, compress);
        foreach (ref readonly var mention in course.MentionsNear(compress.Sentence, MentionKind.Compression, compress.FirstToken - SubjectWindow, compress.EndToken + Window))
        {
            if (mention.Value is not "neural")
            {
                continue;
            }

            var before = compress.FirstToken - mention.EndToken;
            var isObject = mention.FirstToken - compress.EndToken is >= 0 and <= Window;
            var isRightBefore = before is >= 0 and <= BeforeWindow && !hasOtherObject;
            if (isObject || isRightBefore || (before is > BeforeWindow and <= SubjectWindow && IsSubject(course, mention.EndToken, compress)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"filling the thecal sac and [displacing] the nerve roots": what an active verb presses on is named behind it.</summary>
    private static bool HasOtherObject(ClinicalCourse course, PlacedMention compress)
    {
        var document = course.Document;
        return document.TextOf(compress.EndToken - 1).EndsWith("ing", StringComparison.Ordinal) && compress.EndToken + 1 < course.SentenceOf(compress).EndToken
            && document.TextOf(compress.EndToken) is "the" or "both" or "several" or "adjacent" or "exiting" or "traversing" or "left" or "right" or "nerve" or "roots";
    }

    /// <summary>"the cord at this level [was] severely compressed": one passive clause, which no comma and no other verb parts.</summary>
    private static bool IsSubject(ClinicalCourse course, int from, PlacedMention participle)
    {
        var document = course.Document;
        if (!document.TextOf(participle.EndToken - 1).EndsWith("ed", StringComparison.Ordinal))
        {
            return false;
        }

        var isPassive = false;
        for (var index = from; index < participle.FirstToken; index++)
        {
            switch (document.TextOf(index))
            {
                case "was" or "is" or "were" or "are" or "been" or "being" or "appeared" or "seemed":
                    isPassive = true;
                    break;
                case "," or ";" or ":" or "but" or "which" or "that" or "while" or "with":
                    return false;
            }
        }

        return isPassive;
    }

    /// <summary>The grade of epidural compression that the scale of Bilsky gives, where it settles the question: "Bilsky grade 3".</summary>
    private static PlacedMention? Graded(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Scale))
        {
            if (mention.Concept is ScaleConcept { Scale: "escc" } scale && (IsOfCompression(scale) || scale.Value is "0" or "1a")
                && !mention.Is(Assertion.NotFactual) && mention.Episode is not (Episode.General or Episode.Earlier or Episode.FollowUp))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>Grades 2 and 3 are compression of the cord; grades 1b and 1c touch the sac or the cord and settle nothing.</summary>
    private static bool IsOfCompression(ScaleConcept scale) => scale.Value is ['2' or '3', ..];

    /// <summary>"Cord compression was suspected, but MRI ruled it out."</summary>
    private static bool IsTakenBack(ClinicalCourse course, PlacedMention statement) =>
        course.HasFrom(statement.Sentence, statement.EndToken, MentionKind.Compression, "taken-back");

    /// <summary>"compresses neither the cord nor the roots": the first thing behind the verb is denied, the verb is not.</summary>
    private static bool IsOfDeniedObject(ClinicalCourse course, PlacedMention compress)
    {
        foreach (ref readonly var mention in course.MentionsNear(compress.Sentence, MentionKind.Compression, compress.EndToken, compress.EndToken + Window))
        {
            if (mention.Value is "neural" && mention.FirstToken - compress.EndToken is >= 0 and <= Window)
            {
                return mention.Is(Assertion.Negated);
            }
        }

        return false;
    }

    private static string? SeverityOf(ClinicalCourse course, PlacedMention compress)
    {
        foreach (ref readonly var mention in course.MentionsNear(compress.Sentence, MentionKind.Compression, compress.FirstToken - 3, compress.EndToken + 2))
        {
            if (mention.Value is "severe" or "moderate" or "mild"
                && (compress.FirstToken - mention.EndToken is >= 0 and <= 3 || mention.FirstToken - compress.EndToken is >= 0 and <= 2))
            {
                return mention.Value;
            }
        }

        return null;
    }
}
