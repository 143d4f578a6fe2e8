using System.Globalization;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What stands beside a word of stability and says how it is meant: a side, a percentage, what is spared.</summary>
internal static class StabilityNeighbours
{
    private const int Reach = 8;

    /// <summary>"worse on walking" speaks of pain only where a pain is named.</summary>
    public static bool IsPain(this StabilityWords words, PlacedMention word) =>
        TextOf(words, word).Contains("pain", StringComparison.OrdinalIgnoreCase) || words.Course.Once(word.Sentence, NamesPain);

    private static bool NamesPain(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Presentation))
        {
            if (mention.Concept is Annotation.Lexicons.PresentationConcept { Term: var term } && term.EndsWith("pain", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"mixed lytic and sclerotic" is a bone; mixed attenuation of a soft mass is not.</summary>
    public static bool IsBoneMixture(this StabilityWords words, PlacedMention word) =>
        TextOf(words, word).Contains("lytic", StringComparison.OrdinalIgnoreCase) || TextOf(words, word).Contains("blastic", StringComparison.OrdinalIgnoreCase);

    /// <summary>A deformity that is old is none of the tumour's.</summary>
    public static bool IsNew(this StabilityWords words, PlacedMention word)
    {
        var document = words.Course.Document;
        var first = words.Course.SentenceOf(word).FirstToken;
        return !words.Roles.Stand(document.TokenArray, Math.Max(first, word.FirstToken - 3), word.FirstToken, StabilityWord.Old);
    }

    /// <summary>The percentage within a few words: "60 % loss of height", "collapse of more than 50%"; not a number where none or only its border is told.</summary>
    public static double PercentBeside(this StabilityWords words, PlacedMention word)
    {
        var document = words.Course.Document;
        var sentence = words.Course.SentenceOf(word);
        for (var index = Math.Max(sentence.FirstToken + 1, word.FirstToken - Reach); index < Math.Min(sentence.EndToken, word.EndToken + Reach); index++)
        {
            if (document.FirstCharacterOf(index) != '%'
                || !double.TryParse(document.TextOf(index - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
            {
                continue;
            }

            var before = index - 2 >= sentence.FirstToken ? document.TextOf(index - 2) : default;
            return before switch
            {
                "than" when index - 3 >= sentence.FirstToken && document.TextOf(index - 3) is "less" => Math.Min(percent, 50) - 1,
                "than" or "over" or ">" when percent >= 50 => 51,
                "than" or "over" or ">" => double.NaN,
                "<" or "under" or "below" when percent <= 50 => 49,
                "<" or "under" or "below" => double.NaN,
                _ => percent,
            };
        }

        return double.NaN;
    }

    /// <summary>"the pedicles were spared", "sparing the facet joints", "the facets were not involved".</summary>
    public static bool IsSpared(this StabilityWords words, PlacedMention word) => Beside(words, word, StabilityWord.Spared, isDenied: false) || Beside(words, word, StabilityWord.Involves, isDenied: true);

    /// <summary>"the left pedicle was destroyed", "extended into the facet joint".</summary>
    public static bool IsInvolved(this StabilityWords words, PlacedMention word) =>
        !words.Course.Has(word.Sentence, MentionKind.Procedure) && (Beside(words, word, StabilityWord.Involves, isDenied: false) || HasTumour(words, word));

    /// <summary>The side written with it.</summary>
    public static string? SideOf(this StabilityWords words, PlacedMention word)
    {
        foreach (ref readonly var mention in words.Course.MentionsNear(word.Sentence, MentionKind.Laterality, word.FirstToken - 2, word.FirstToken))
        {
            if (word.FirstToken - mention.EndToken is >= 0 and <= 2)
            {
                return mention.Value;
            }
        }

        var document = words.Course.Document;
        return word.FirstToken > words.Course.SentenceOf(word).FirstToken && document.TextOf(word.FirstToken - 1) is "both" ? "bilateral" : null;
    }

    private static bool Beside(StabilityWords words, PlacedMention word, StabilityWord role, bool isDenied)
    {
        var document = words.Course.Document;
        var sentence = words.Course.SentenceOf(word);
        for (var index = Math.Max(sentence.FirstToken, word.FirstToken - Reach); index < Math.Min(sentence.EndToken, word.EndToken + Reach); index++)
        {
            if (words.Roles.Is(document.TokenArray[index].Word, role) && IsDenied(words, sentence.FirstToken, index) == isDenied)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(StabilityWords words, int first, int index) =>
        index > first && words.Course.Document.TextOf(words.Course.Document.TokenArray[index - 1]) is "not" or "no" or "without" or "never";

    private static bool HasTumour(StabilityWords words, PlacedMention word)
    {
        foreach (var mention in words.Course.MentionsOf(word.Sentence))
        {
            if (mention.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Density && mention.FirstToken < word.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> TextOf(StabilityWords words, PlacedMention word) => words.Course.Document.TextOf(words.Course.Document.SpanOf(word.FirstToken, word.EndToken));
}
