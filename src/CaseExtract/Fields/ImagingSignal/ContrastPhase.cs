using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Tells pictures taken after contrast, whose bright signal is enhancement, from those taken before it.</summary>
internal sealed class ContrastPhase(WordRoles<ImagingWord> words)
{
    /// <summary>How many words may stand between a sequence and the contrast behind it.</summary>
    private const int Reach = 6;

    /// <summary>T1 after contrast, whose signal is enhancement.</summary>
    public bool IsAfterContrast(ClinicalCourse course, PlacedMention sequence)
    {
        if (sequence.Value == "T1C")
        {
            return true;
        }

        if (sequence.Value != "T1")
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsNear(sequence.Sentence, MentionKind.Enhancement, sequence.FirstToken - 3, sequence.EndToken + Reach))
        {
            if (mention.Value is "agent-gadolinium" or "agent-contrast" or "technique"
                && (sequence.FirstToken - mention.EndToken is >= -2 and <= 3 || IsRightBehind(course, sequence.EndToken, mention.FirstToken))
                && !IsWithout(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"T1-weighted scan with fat saturation and gadolinium": what is bright in the next sentence may be so from contrast.</summary>
    public bool NamesContrast(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Enhancement))
        {
            if (mention.Value is "agent-gadolinium" or "agent-contrast" or "technique" or "word" && !IsWithout(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"T1-weighted fat-saturated sequence after intravenous gadolinium", but not "hypointense on T1, which enhanced after gadolinium".</summary>
    private bool IsRightBehind(ClinicalCourse course, int from, int to)
    {
        if (to - from is < 0 or > Reach)
        {
            return false;
        }

        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            if (words.Is(token.Word, ImagingWord.Link | ImagingWord.Break | ImagingWord.Copula) || (course.Document.Text[token.Start] is ',' or ';' or ':' && to - from > 3))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"non-contrast", "before contrast", "without and with contrast".</summary>
    private bool IsWithout(ClinicalCourse course, PlacedMention contrast) =>
        words.Stand(course.Document.TokenArray, Math.Max(course.SentenceOf(contrast).FirstToken, contrast.FirstToken - 3), contrast.FirstToken, ImagingWord.Without);
}
