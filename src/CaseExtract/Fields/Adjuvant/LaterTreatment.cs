using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Treatment that is named before the removal and was given after it, or again: "radioiodine was given after the thyroidectomy", "postoperative radiotherapy", "imatinib was resumed".</summary>
internal sealed class LaterTreatment(WordRoles<TreatmentWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind a drug it may be told that it was taken up again.</summary>
    private const int ResumptionReach = 16;

    /// <summary>How far before a treatment "adjuvant" may stand.</summary>
    private const int CalledReach = 4;

    private readonly int _followed = vocabulary.Add("followed");
    private readonly int _by = vocabulary.Add("by");

    /// <summary>"imatinib was stopped preoperatively and resumed two weeks later".</summary>
    public bool IsResumed(ClinicalCourse course, PlacedMention mention) =>
        words.Stand(course.Document.TokenArray, mention.EndToken, Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + ResumptionReach), TreatmentWord.Resumed);

    /// <summary>"radioiodine was given after the thyroidectomy", "… before the resection and four cycles after it": named first, given later.</summary>
    public bool IsToldAfter(ClinicalCourse course, PlacedMention mention, int removal)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        if (removal >= sentence.EndToken)
        {
            return false;
        }

        for (var index = mention.EndToken; index < removal; index++)
        {
            if (words.Is(tokens[index].Word, TreatmentWord.After) && !(tokens[index].Word == _followed && tokens[index + 1].Word == _by))
            {
                return true;
            }
        }

        var isBoth = false;
        for (var index = mention.EndToken; index < sentence.EndToken; index++)
        {
            isBoth |= index < removal && words.Is(tokens[index].Word, TreatmentWord.Before);
            if (index > removal && words.Is(tokens[index].Word, TreatmentWord.None))
            {
                return false;
            }

            if (isBoth && index > removal && words.Is(tokens[index].Word, TreatmentWord.After))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"adjuvant chemotherapy", "postoperative irradiation".</summary>
    public static bool IsCalledAdjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - CalledReach); index < mention.EndToken; index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.Equals("adjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("postop", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
