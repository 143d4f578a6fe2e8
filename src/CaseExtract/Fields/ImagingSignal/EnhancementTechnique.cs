using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// "Contrast-enhanced CT" names how the picture was taken and says nothing of the lesion; nor does "to enhance the penetration of a drug", or "enhanced uptake".
/// </summary>
internal sealed class EnhancementTechnique(WordRoles<ImagingWord> words)
{
    /// <summary>How far behind its participle the picture may stand: "gadolinium-enhanced, fat-saturated, axial MRI".</summary>
    private const int TechniqueReach = 8;

    private static readonly MentionKinds Pictures = MentionKinds.Of(MentionKind.Sequence) | MentionKind.Test;
    private static readonly MentionKinds Places = MentionKinds.Of(MentionKind.Site) | MentionKind.Region;
    private static readonly MentionKinds Lesions = MentionKinds.Of(MentionKind.Tumour) | MentionKind.OrganRemoved;

    /// <summary>Whether a word of enhancement names the technique.</summary>
    public bool Names(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Enhancement, mention.FirstToken, mention.EndToken))
        {
            if (other.Value == "technique" && other.Covers(mention))
            {
                return true;
            }
        }

        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        var before = mention.FirstToken - 1;
        if (IsGrowth(course, mention) || (IsOpacity(course, mention) && !course.Once(mention.Sentence, HasAgent)))
        {
            return true;
        }

        if (IsAgentOfPicture(course, mention.Sentence, before) && (mention.EndToken == sentence.EndToken || tokens[mention.EndToken].Kind == TokenKind.Punctuation))
        {
            // "T1-weighted image with contrast enhancement."
            return true;
        }

        if (before > sentence.FirstToken && words.Is(tokens[before].Word, ImagingWord.On | ImagingWord.Without) && IsPicture(course, mention.Sentence, before - 1))
        {
            // "CT with contrast enhancement"
            return true;
        }

        if (mention.EndToken < sentence.EndToken && course.Document.TextOf(tokens[mention.EndToken]) is "of" && IsPictureWithin(course, mention))
        {
            // "enhancement of the abdominal CT scan"
            return true;
        }

        if (!course.Document.TextOf(tokens[mention.EndToken - 1]).EndsWith("enhanced", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (before >= sentence.FirstToken && words.Is(tokens[before].Word, ImagingWord.Copula))
        {
            return false;
        }

        if (before >= sentence.FirstToken && IsPicture(course, mention.Sentence, before) && mention.EndToken < sentence.EndToken && words.Is(tokens[mention.EndToken].Word, ImagingWord.On))
        {
            // "CT enhanced with contrast"
            return true;
        }

        return IsPictureWithin(course, mention);
    }

    /// <summary>Whether a picture stands in reach behind the word, with nothing between that ends the phrase: "enhanced abdomen and pelvis CT".</summary>
    private bool IsPictureWithin(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(mention).EndToken;
        for (var index = mention.EndToken; index < Math.Min(end, mention.EndToken + TechniqueReach); index++)
        {
            if (IsPicture(course, mention.Sentence, index))
            {
                return true;
            }

            var isBetweenPlaces = words.Is(tokens[index].Word, ImagingWord.Joint) && index + 1 < end
                && IsOf(course, mention.Sentence, index - 1, Places) && IsOf(course, mention.Sentence, index + 1, Places);
            if ((words.Is(tokens[index].Word, ImagingWord.On | ImagingWord.Copula | ImagingWord.Link | ImagingWord.Break) && !isBetweenPlaces)
                || IsOf(course, mention.Sentence, index, Lesions))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Something has grown: "to enhance the penetration", "enhanced uptake", and "an enhanced signal in C2" where no contrast is told of.</summary>
    private bool IsGrowth(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        if (mention.EndToken >= sentence.EndToken)
        {
            return false;
        }

        if (words.Is(tokens[mention.EndToken].Word, ImagingWord.Quantity))
        {
            return !course.Once(mention.Sentence, HasAgent);
        }

        // a verb with an object; without one, "began to enhance after contrast", it is the lesion that does
        return course.Document.TextOf(tokens[mention.FirstToken]) is "enhance" && mention.FirstToken > sentence.FirstToken
            && course.Document.TextOf(tokens[mention.FirstToken - 1]) is "to"
            && tokens[mention.FirstToken + 1].Kind != TokenKind.Punctuation
            && !words.Is(tokens[mention.FirstToken + 1].Word, ImagingWord.On | ImagingWord.After | ImagingWord.Joint)
            && !course.Document.TextOf(tokens[mention.FirstToken + 1]).EndsWith("ly", StringComparison.Ordinal);
    }

    /// <summary>"opacification" alone is a shadow of the lung as well, and "impregnation" a stain.</summary>
    private static bool IsOpacity(ClinicalCourse course, PlacedMention mention) => mention.EndToken - mention.FirstToken == 1
        && (course.Document.TextOf(mention.FirstToken).StartsWith("opacif", StringComparison.OrdinalIgnoreCase)
            || course.Document.TextOf(mention.FirstToken).Equals("impregnation", StringComparison.OrdinalIgnoreCase));

    private static bool HasAgent(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var other in course.MentionsOf(sentence, MentionKind.Enhancement))
        {
            if (other.Value is "agent-gadolinium" or "agent-contrast")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token is the last of an agent that the name of a picture ends with: "T1-weighted image with contrast medium".</summary>
    private bool IsAgentOfPicture(ClinicalCourse course, int sentence, int token)
    {
        foreach (ref readonly var agent in course.MentionsNear(sentence, MentionKind.Enhancement, token, token + 1))
        {
            if (agent.Value is "agent-gadolinium" or "agent-contrast" && agent.EndToken == token + 1)
            {
                var on = agent.FirstToken - 1;
                return on > course.Document.SentenceArray[sentence].FirstToken && words.Is(course.Document.TokenArray[on].Word, ImagingWord.On) && IsPicture(course, sentence, on - 1);
            }
        }

        return false;
    }

    private bool IsPicture(ClinicalCourse course, int sentence, int token) => words.Is(course.Document.TokenArray[token].Word, ImagingWord.Modality) || IsOf(course, sentence, token, Pictures);

    /// <summary>Whether a token is of a mention of one of the kinds.</summary>
    private static bool IsOf(ClinicalCourse course, int sentence, int token, MentionKinds kinds)
    {
        foreach (ref readonly var mention in course.MentionsNear(sentence, token, token))
        {
            if (kinds.Has(mention.Kind) && mention.FirstToken <= token && mention.EndToken > token)
            {
                return true;
            }
        }

        return false;
    }
}
