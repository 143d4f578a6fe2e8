using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>What a word of recurrence says came back: the tumour, or a pain, an effusion, a nerve by that name.</summary>
internal static class RecurredThing
{
    /// <summary>How far what came back may stand behind the word, in tokens.</summary>
    private const int NameReach = 6;

    /// <summary>"no recurrence of the pneumothorax", "joint pain recurrence": what came back, or did not, is named and is no tumour.</summary>
    public static bool IsOther(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var end = course.SentenceOf(mention).EndToken;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Presentation, mention.FirstToken - 1, mention.FirstToken))
        {
            if (mention.Kind == MentionKind.Spread && other.EndToken == mention.FirstToken && other.Concept is PresentationConcept { IsModifier: false } sign && !IsTumourSign(sign))
            {
                return true;
            }
        }

        if (mention.EndToken >= end || document.TextOf(mention.EndToken) is not "of")
        {
            return false;
        }

        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.EndToken, mention.EndToken + NameReach))
        {
            if (other.FirstToken > mention.EndToken && (other.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread or MentionKind.Abbreviation))
            {
                return false;
            }
        }

        for (var index = mention.EndToken + 1; index < Math.Min(end, mention.EndToken + NameReach); index++)
        {
            if (IsDiseaseWord(document.TextOf(index)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"recurrence of the pain", "recurrent laryngeal nerve", "recurrence rate" are none of the tumour; "no recurrence" is told by its own term.</summary>
    public static bool IsTumour(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Outcome, mention.FirstToken, mention.EndToken))
        {
            if (other.Value is "disease-free" or "not" && other.Covers(mention))
            {
                return false;
            }
        }

        var isAdjective = document.TextOf(mention.EndToken - 1) is "recurrent" or "Recurrent" or "recurring" or "relapsing";
        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + 4); index++)
        {
            if (document.TextOf(index) is "rate" or "risk" or "laryngeal" or "nerve" or "score" or "rates" or "interval" or "artery")
            {
                return false;
            }
        }

        // "recurrence of …" says itself what came back
        if (IsOther(course, mention))
        {
            return false;
        }

        var isNamed = mention.EndToken < sentence.EndToken && document.TextOf(mention.EndToken) is "of";
        var isOfTumour = !isAdjective && !isNamed;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.EndToken, mention.EndToken + NameReach))
        {
            var distance = other.FirstToken - mention.EndToken;
            if (distance is < 0 or > NameReach || (distance > 4 && !isAdjective) || HasMark(course, mention.EndToken, other.FirstToken, isAdjective))
            {
                continue;
            }

            if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread || other.Kind == MentionKind.Abbreviation)
            {
                return true;
            }

            if (other is { Kind: MentionKind.Presentation, Concept: PresentationConcept { IsModifier: false } sign } && !IsTumourSign(sign))
            {
                isOfTumour = false;
            }
        }

        if (isOfTumour || (!isAdjective && !isNamed))
        {
            return isOfTumour;
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + 4); index++)
        {
            if (IsDiseaseWord(document.TextOf(index)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDiseaseWord(ReadOnlySpan<char> word) => word is "disease" or "primary" or "tumor" or "tumour" or "cancer" or "malignancy" or "lesion" or "mass";

    /// <summary>A node or a mass is what a tumour comes back as.</summary>
    private static bool IsTumourSign(PresentationConcept sign) => sign.Term is "lymphadenopathy" || FeltMass.IsMass(sign.Term);

    /// <summary>A mark ends what a word can speak of, except the comma between adjectives: "recurrent, now malignant, teratoma".</summary>
    private static bool HasMark(ClinicalCourse course, int from, int to, bool mayEnumerate)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TokenArray[index].Kind == TokenKind.Punctuation && !(mayEnumerate && course.Document.TextOf(index) is ","))
            {
                return true;
            }
        }

        return false;
    }
}
