using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Alive or dead as told; a death told once outlasts all else. The cause is read from the sentence of the death.</summary>
internal static class VitalStatusReader
{
    /// <summary>How far the cause may stand behind the death, in tokens.</summary>
    private const int Reach = 14;

    private const Assertion NoFact = Assertion.NotFactual | Assertion.Historical;

    /// <summary>Who was seen to be free of disease after treatment was alive then.</summary>
    public static VitalStatus? FromDisease(DiseaseStatus? disease) =>
        disease is not { Value: "absent" } ? null : new VitalStatus { Value = "alive", Basis = "derived", Confidence = Math.Min(disease.Confidence, 0.85), Evidence = disease.Evidence };

    public static VitalStatus? Read(ClinicalCourse course, Aftermath aftermath, EvidenceFactory evidence)
    {
        PlacedMention? alive = null;
        VitalStatus? dead = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Outcome))
        {
            if (mention.Is(NoFact) || mention.Episode == Episode.General || Aftermath.IsOfOthers(course, mention.Sentence))
            {
                continue;
            }

            switch (mention.Value)
            {
                case "dead" when !IsOfNewborn(course, mention):
                    // a death is told twice: "died of disease", and the autopsy
                    var told = Dead(course, mention, evidence);
                    dead = dead is null || (dead.Cause is null && told.Cause is not null) ? told : dead;
                    break;
                case "well" when aftermath.Holds(mention) && !IsAdverb(course, mention) && !LastedUntil(course, mention):
                case "alive" when !IsForAWhile(course, mention):
                case "with-disease" when StartsAlive(course, mention):
                    alive = mention;
                    break;
            }
        }

        return dead is not null ? dead : alive is { } living ? new VitalStatus { Value = "alive", Basis = "stated", Confidence = 0.93, Evidence = evidence.Of(living) } : null;
    }

    /// <summary>"was doing well until the fifth year, when she presented": no longer.</summary>
    public static bool LastedUntil(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + Reach); index++)
        {
            if (course.Document.TextOf(index) is "until" or "till")
            {
                return course.Has(mention.Sentence, index, course.SentenceOf(mention).EndToken, MentionKind.Plot, "present");
            }
        }

        return false;
    }

    /// <summary>"was well tolerated", "was well oriented": how well, and not the patient.</summary>
    private static bool IsAdverb(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        return course.Document.TextOf(tokens[mention.EndToken - 1]) is "well" && mention.EndToken < course.SentenceOf(mention).EndToken
            && course.Document.TextOf(tokens[mention.EndToken]) is var next && (next is "-" || next.EndsWith("ed", StringComparison.Ordinal) || next.EndsWith("ing", StringComparison.Ordinal) || next is "known" or "seen" or "above" or "below" or "within");
    }

    /// <summary>"alive with disease" is one term.</summary>
    private static bool StartsAlive(ClinicalCourse course, PlacedMention mention) =>
        course.Document.TextOf(mention.FirstToken).Equals("alive", StringComparison.OrdinalIgnoreCase);

    /// <summary>"survived for only five months" tells how long a life was.</summary>
    private static bool IsForAWhile(ClinicalCourse course, PlacedMention mention)
    {
        if (!course.Document.TextOf(mention.FirstToken).StartsWith("surviv", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (ref readonly var interval in course.MentionsNear(mention.Sentence, MentionKind.Interval, mention.EndToken, mention.EndToken + 4))
        {
            if (interval.FirstToken - mention.EndToken is >= 0 and <= 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"delivered a newborn who died": not the patient, who is grown or the child itself under another name.</summary>
    private static bool IsOfNewborn(ClinicalCourse course, PlacedMention death)
    {
        var first = course.SentenceOf(death).FirstToken;
        for (var index = death.FirstToken - 1; index >= Math.Max(first, death.FirstToken - 4); index--)
        {
            if (course.Document.TextOf(index) is "newborn" or "neonate" or "baby" or "fetus" or "foetus" or "twin")
            {
                return !course.Once(IsBaby);
            }
        }

        return false;
    }

    private static bool IsBaby(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention is { Concept: AgeConcept age } && !mention.Is(Assertion.NotPatient))
            {
                return age.Years < 2;
            }
        }

        return false;
    }

    private static VitalStatus Dead(ClinicalCourse course, PlacedMention death, EvidenceFactory evidence)
    {
        var (cause, words) = CauseOf(course, death);
        return new VitalStatus
        {
            Value = "dead",
            Basis = "stated",
            Cause = cause,
            Confidence = 0.93,
            Evidence = words is { } told ? evidence.Of(death, told) : evidence.Of(death),
        };
    }

    private static (string? Cause, PlacedMention? Words) CauseOf(ClinicalCourse course, PlacedMention death)
    {
        foreach (ref readonly var mention in course.MentionsOf(death.Sentence))
        {
            if (mention.FirstToken - death.EndToken > Reach || mention.Is(Assertion.Negated | Assertion.NotPatient))
            {
                continue;
            }

            var isBehind = mention.FirstToken >= death.EndToken;
            switch (mention)
            {
                case { Kind: MentionKind.Outcome, Value: "cause-disease" } when isBehind:
                case { Kind: MentionKind.Outcome, Value: "with-disease" }:
                    return ("disease", mention);
                case { Kind: MentionKind.Outcome, Value: "cause-other" } when isBehind:
                    return ("other", mention);
                case { Kind: MentionKind.Tumour } or { Kind: MentionKind.Spread, Value: "metastasis" or "recurrence" } when isBehind && IsBehindCauseWord(course, death.EndToken, mention.FirstToken):
                    return ("disease", mention);
            }
        }

        return (null, null);
    }

    /// <summary>"died of renal carcinoma", "died from the sarcoma": only small words stand between.</summary>
    private static bool IsBehindCauseWord(ClinicalCourse course, int from, int to)
    {
        var hasCause = false;
        for (var index = from; index < to; index++)
        {
            var word = course.Document.TextOf(index);
            if (word is "of" or "from" or "to")
            {
                hasCause = true;
            }
            else if (hasCause && word is not ("the" or "his" or "her" or "metastatic" or "advanced" or "progressive" or "recurrent" or "disseminated" or "widespread"))
            {
                return false;
            }
        }

        return hasCause;
    }
}
