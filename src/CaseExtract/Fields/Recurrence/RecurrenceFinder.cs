using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>Finds what a report says of recurrence: of the tumour, not of a pain, an effusion or a nerve.</summary>
internal static class RecurrenceFinder
{
    /// <summary>How far the word for the place may stand from the word of recurrence, in tokens.</summary>
    private const int Reach = 6;

    /// <summary>How far what came back may stand behind "recurrence of", in tokens.</summary>
    private const int NameReach = 6;

    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient;

    public static IReadOnlyList<RecurrenceStatement> Find(ClinicalCourse course, IndexLesion lesion, Schema.LesionOrigin? origin, Aftermath aftermath)
    {
        if (!lesion.IsTumour)
        {
            return [];
        }

        List<RecurrenceStatement>? found = null;
        var mayBeNew = origin is not { Value: "metastatic" };
        foreach (ref readonly var mention in course.Mentions)
        {
            if (mention.Episode == Episode.General || mention.Is(NoFact))
            {
                continue;
            }

            if (mention is { Kind: MentionKind.Spread, Value: "metastasis" } && !mention.Is(Assertion.Negated) && mayBeNew)
            {
                // the first metastasis that the story tells of, and only after the treatment
                mayBeNew = false;
                if (aftermath.IsBehind(mention) && IsDated(course, mention))
                {
                    (found ??= []).Add(new RecurrenceStatement(mention, IsAbsent: false, IsLocal: false, IsDistant: true, aftermath.Holds(mention)));
                }

                continue;
            }

            if (!IsWord(course, mention))
            {
                continue;
            }

            var isAbsent = mention.Is(Assertion.Negated) || mention.Value == "disease-free";
            var words = course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken));
            var isLocal = words.Contains("local", StringComparison.OrdinalIgnoreCase) || words.StartsWith("regr", StringComparison.OrdinalIgnoreCase) || IsBeside(course, mention, "local");
            var isDistant = words.Contains("distant", StringComparison.OrdinalIgnoreCase) || words.Contains("metasta", StringComparison.OrdinalIgnoreCase) || IsBeside(course, mention, "distant");
            (found ??= []).Add(new RecurrenceStatement(mention, isAbsent, isLocal, isDistant && !isAbsent, aftermath.Holds(mention)));
        }

        return found ?? (IReadOnlyList<RecurrenceStatement>)[];
    }

    private static bool IsWord(ClinicalCourse course, PlacedMention mention) => mention switch
    {
        { Kind: MentionKind.Spread, Value: "recurrence" } => IsOfTumour(course, mention),
        { Kind: MentionKind.Plot, Value: "recur" } => IsOnlyPlot(course, mention),
        { Kind: MentionKind.Outcome, Value: "disease-free" } => SpeaksOfRecurrence(course, mention) && !IsOfOther(course, mention),
        _ => false,
    };

    /// <summary>Whether the sentence lets time pass: "six months later", "one year after the operation".</summary>
    private static bool IsDated(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other is { Kind: MentionKind.Interval, Concept: IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.FollowUp } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"regrowth", "reappeared"; what is a word of spread as well is counted there, and progress is none.</summary>
    private static bool IsOnlyPlot(ClinicalCourse course, PlacedMention mention) =>
        course.Document.TextOf(course.Document.TokenArray[mention.FirstToken]) is var word && (word.StartsWith("regr", StringComparison.OrdinalIgnoreCase) || word is "reappeared");

    /// <summary>"no recurrence of the pneumothorax", "joint pain recurrence": what came back, or did not, is named and is no tumour.</summary>
    public static bool IsOfOther(ClinicalCourse course, PlacedMention mention)
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

        if (mention.EndToken >= end || document.TextOf(document.TokenArray[mention.EndToken]) is not "of")
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
            if (IsDiseaseWord(document.TextOf(document.TokenArray[index])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDiseaseWord(ReadOnlySpan<char> word) => word is "disease" or "primary" or "tumor" or "tumour" or "cancer" or "malignancy" or "lesion" or "mass";

    /// <summary>A node or a mass is what a tumour comes back as.</summary>
    private static bool IsTumourSign(PresentationConcept sign) => sign.Term is "lymphadenopathy" or "palpable mass";

    /// <summary>"no evidence of recurrence" is one term, whose inner word is denied by it, not by a cue.</summary>
    private static bool SpeaksOfRecurrence(ClinicalCourse course, PlacedMention mention)
    {
        var words = course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken));
        return words.Contains("recurren", StringComparison.OrdinalIgnoreCase) || words.Contains("relapse", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"recurrence of the pain", "recurrent laryngeal nerve", "recurrence rate" are none of the tumour; "no recurrence" is told by its own term.</summary>
    private static bool IsOfTumour(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other is { Kind: MentionKind.Outcome, Value: "disease-free" or "not" } && other.FirstToken <= mention.FirstToken && mention.EndToken <= other.EndToken)
            {
                return false;
            }
        }

        var isAdjective = document.TextOf(document.TokenArray[mention.EndToken - 1]) is "recurrent" or "Recurrent" or "recurring" or "relapsing";
        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + 4); index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "rate" or "risk" or "laryngeal" or "nerve" or "score" or "rates" or "interval" or "artery")
            {
                return false;
            }
        }

        // "recurrence of …" says itself what came back
        if (IsOfOther(course, mention))
        {
            return false;
        }

        var isNamed = mention.EndToken < sentence.EndToken && document.TextOf(document.TokenArray[mention.EndToken]) is "of";
        var isOfTumour = !isAdjective && !isNamed;
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
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
            if (IsDiseaseWord(document.TextOf(document.TokenArray[index])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBeside(ClinicalCourse course, PlacedMention mention, string place)
    {
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Outcome && other.Value == place && other.FirstToken - mention.EndToken <= Reach && mention.FirstToken - other.EndToken <= 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mark ends what a word can speak of, except the comma between adjectives: "recurrent, now malignant, teratoma".</summary>
    private static bool HasMark(ClinicalCourse course, int from, int to, bool mayEnumerate)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TokenArray[index].Kind == TokenKind.Punctuation && !(mayEnumerate && course.Document.TextOf(course.Document.TokenArray[index]) is ","))
            {
                return true;
            }
        }

        return false;
    }
}
