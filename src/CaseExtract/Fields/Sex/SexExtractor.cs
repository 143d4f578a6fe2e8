using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text;

namespace CaseExtract.Fields;

/// <summary>Reads the sex from the noun beside the age, else from the first noun that the pronouns do not gainsay, else from the pronouns.</summary>
internal sealed class SexExtractor
{
    /// <summary>So many pronouns of one sex, and none of the other, tell more than a noun that stands alone.</summary>
    private const int ClearPronouns = 4;

    /// <summary>How far behind the age the letter of the sex may stand, and the label before it ("Sex: F"), in tokens.</summary>
    private const int LetterReach = 3;
    private const int LabelReach = 8;

    public Schema.Sex? Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        PlacedMention? noun = null;
        PlacedMention? pronoun = null;
        PlacedMention? sign = null;
        int female = 0, male = 0;
        foreach (ref readonly var mention in course.Of(MentionKind.Person))
        {
            if (mention.Is(Assertion.NotPatient & ~Assertion.Literature))
            {
                continue;
            }

            // MR is magnetic resonance, MS multiple sclerosis
            if (mention.EndToken - mention.FirstToken == 1 && course.Document.TextOf(mention.FirstToken) is "MR" or "MS")
            {
                continue;
            }

            var isGeneral = mention.Is(Assertion.Literature);
            switch (mention.Value)
            {
                case "female-noun" or "male-noun" when !isGeneral && !IsOfRelative(course, mention):
                    if (noun is null || (!IsBesideAge(course, noun.Value) && IsBesideAge(course, mention)))
                    {
                        noun = mention;
                    }

                    break;
                case "female-pronoun" or "male-pronoun" when !course.Has(mention.Sentence, MentionKind.Person, "relative") || course.Has(mention.Sentence, mention.EndToken, mention.EndToken + 2, MentionKind.Person, "relative"):
                    pronoun ??= mention;
                    female += mention.Value[0] == 'f' ? 1 : 0;
                    male += mention.Value[0] == 'm' ? 1 : 0;
                    break;
                case "female-sign" when !isGeneral:
                    sign ??= mention;
                    break;
            }
        }

        var letter = LetterBesideAge(course);
        if (noun is { } chosen && !IsSomeoneElse(course, chosen, female, male))
        {
            return Make(chosen.Value[0] == 'f', IsBesideAge(course, chosen) ? 0.99 : 0.95, chosen);
        }

        if (letter is { } written)
        {
            return Make(written.IsFemale, 0.97, written.Words);
        }

        if (pronoun is { } first && female != male)
        {
            foreach (ref readonly var mention in course.Of(MentionKind.Person))
            {
                if (mention.Value == (female > male ? "female-pronoun" : "male-pronoun"))
                {
                    first = mention;
                    break;
                }
            }

            return Make(female > male, Math.Min(female, male) == 0 ? 0.97 : 0.85, first);
        }

        return sign is { } one ? Make(true, 0.9, one) : null;

        Schema.Sex Make(bool isFemale, double confidence, PlacedMention mention) => new()
        {
            Value = isFemale ? "female" : "male",
            Confidence = confidence,
            Evidence = evidence.Of(mention),
        };
    }

    /// <summary>Whether an age of the patient stands near a noun.</summary>
    public static bool IsBesideAge(ClinicalCourse course, PlacedMention noun)
    {
        foreach (ref readonly var other in course.MentionsNear(noun.Sentence, MentionKind.Age, noun.FirstToken - 6, noun.EndToken + 4))
        {
            if (!other.Is(Assertion.NotPatient)
                && (other.FirstToken - noun.EndToken is >= 0 and <= 4 || noun.FirstToken - other.EndToken is >= 0 and <= 6))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Mr A. Llewellyn" below a letter that says "she" throughout: who wrote it, or to whom.</summary>
    private static bool IsSomeoneElse(ClinicalCourse course, PlacedMention noun, int female, int male)
    {
        var (same, other) = noun.Value[0] == 'f' ? (female, male) : (male, female);
        return same == 0 && other >= ClearPronouns && !IsBesideAge(course, noun);
    }

    private static bool IsOfRelative(ClinicalCourse course, PlacedMention noun) =>
        course.Has(noun.Sentence, noun.FirstToken - 4, noun.EndToken + 1, MentionKind.Person, "relative");

    private static (bool IsFemale, PlacedMention Words)? LetterBesideAge(ClinicalCourse course)
    {
        foreach (ref readonly var age in course.Of(MentionKind.Age))
        {
            if (!age.Is(Assertion.NotPatient) && LetterBeside(course.Document, age) is { } letter)
            {
                return letter;
            }
        }

        return null;
    }

    /// <summary>63M, 45/F, M/45, 48yoF, "Age: 58. Sex: F": the letter beside an age, with the words that tell it.</summary>
    private static (bool IsFemale, PlacedMention Words)? LetterBeside(Document document, PlacedMention age)
    {
        // 48yoF
        if (document.TextOf(age.EndToken - 1) is ['y' or 'Y', _, 'F' or 'M' or 'f' or 'm'] glued)
        {
            return (glued[^1] is 'F' or 'f', age);
        }

        var count = document.TokenArray.Length;
        for (var index = age.EndToken; index < Math.Min(count, age.EndToken + LetterReach); index++)
        {
            if (document.TextOf(index) is ['F' or 'M' or 'f' or 'm'] behind)
            {
                return (behind[0] is 'F' or 'f', age with { EndToken = index + 1 });
            }
        }

        for (var index = age.EndToken; index < Math.Min(count - 2, age.EndToken + LabelReach); index++)
        {
            if (document.TextOf(index).Equals("sex", StringComparison.OrdinalIgnoreCase) && document.FirstCharacterOf(index + 1) is ':' or '=' && document.TextOf(index + 2) is ['F' or 'M'] labelled)
            {
                return (labelled[0] == 'F', age with { FirstToken = index, EndToken = index + 3 });
            }
        }

        // "F 34", "F/34", "F, 34"
        for (var index = age.FirstToken - 1; index >= Math.Max(0, age.FirstToken - 2); index--)
        {
            if (document.TextOf(index) is ['F' or 'M'] before)
            {
                return (before[0] == 'F', age with { FirstToken = index });
            }
        }

        return null;
    }
}
