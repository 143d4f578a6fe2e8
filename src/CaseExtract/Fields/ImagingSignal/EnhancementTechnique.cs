using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>"Contrast-enhanced CT" names how the picture was taken and says nothing of the lesion.</summary>
internal sealed class EnhancementTechnique(WordRoles<ImagingWord> words)
{
    /// <summary>How far behind its participle the picture may stand: "gadolinium-enhanced, fat-saturated, axial MRI".</summary>
    private const int TechniqueReach = 8;

    /// <summary>Whether a word of enhancement names the technique.</summary>
    public bool Names(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Enhancement && other.Value == "technique" && other.FirstToken <= mention.FirstToken && other.EndToken >= mention.EndToken)
            {
                return true;
            }
        }

        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        var before = mention.FirstToken - 1;
        if (IsShadow(course, mention))
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

        if (IsOfPicture(course, mention) || IsPurpose(course, mention))
        {
            return true;
        }

        if (course.Document.TextOf(tokens[mention.EndToken - 1]) is not "enhanced")
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

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + TechniqueReach); index++)
        {
            if (IsPicture(course, mention.Sentence, index))
            {
                return true;
            }

            // "non-enhanced abdomen and pelvis CT"
            if ((words.Is(tokens[index].Word, ImagingWord.On | ImagingWord.Copula | ImagingWord.Link | ImagingWord.Break) && !JoinsPlaces(course, mention.Sentence, index)) || IsLesion(course, mention.Sentence, index))
            {
                return false;
            }
        }

        return false;
    }

    private static bool JoinsPlaces(ClinicalCourse course, int sentence, int token)
    {
        bool isBefore = false, isBehind = false;
        foreach (ref readonly var mention in course.MentionsNear(sentence, token, token + 1))
        {
            var isPlace = mention.Kind is MentionKind.Site or MentionKind.Region;
            isBefore |= isPlace && mention.EndToken == token;
            isBehind |= isPlace && mention.FirstToken == token + 1;
            if (isPlace && mention.FirstToken < token && mention.EndToken > token)
            {
                return true; // "abdomen and pelvis"
            }
        }

        return isBefore && isBehind;
    }

    /// <summary>"enhancement of the abdominal CT scan showed …".</summary>
    private bool IsOfPicture(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(mention).EndToken;
        if (mention.EndToken >= end || course.Document.TextOf(tokens[mention.EndToken]) is not "of")
        {
            return false;
        }

        for (var index = mention.EndToken + 1; index < Math.Min(end, mention.EndToken + TechniqueReach); index++)
        {
            if (words.Is(tokens[index].Word, ImagingWord.Modality))
            {
                return true;
            }

            if (words.Is(tokens[index].Word, ImagingWord.On | ImagingWord.Copula | ImagingWord.Link | ImagingWord.Break) || IsLesion(course, mention.Sentence, index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"the dose was raised to enhance penetration", where what "failed to enhance" or "was seen to enhance" is a lesion.</summary>
    private static bool IsPurpose(ClinicalCourse course, PlacedMention mention)
    {
        var before = mention.FirstToken - 1;
        return mention.EndToken - mention.FirstToken == 1 && before > course.SentenceOf(mention).FirstToken && course.Document.TextOf(course.Document.TokenArray[mention.FirstToken]) is "enhance"
            && course.Document.TextOf(course.Document.TokenArray[before]) is "to"
            && course.Document.TextOf(course.Document.TokenArray[before - 1]) is not ("fail" or "failed" or "fails" or "failing" or "seen" or "shown" or "noted" or "found" or "appeared" or "tended" or "tends" or "continued" or "began" or "started" or "not");
    }

    /// <summary>"an enhanced signal in C2": a bright one, where no contrast is told of.</summary>
    private static bool IsShadow(ClinicalCourse course, PlacedMention mention)
    {
        if (mention.EndToken >= course.SentenceOf(mention).EndToken || course.Document.TextOf(course.Document.TokenArray[mention.EndToken]) is not "signal")
        {
            return false;
        }

        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other is { Kind: MentionKind.Enhancement, Value: "agent-gadolinium" or "agent-contrast" })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a token is the last of an agent that the name of a picture ends with: "T1-weighted image with contrast medium".</summary>
    private bool IsAgentOfPicture(ClinicalCourse course, int sentence, int token)
    {
        foreach (ref readonly var agent in course.MentionsOf(sentence))
        {
            if (agent is { Kind: MentionKind.Enhancement, Value: "agent-gadolinium" or "agent-contrast" } && agent.EndToken == token + 1)
            {
                var on = agent.FirstToken - 1;
                return on > course.Document.SentenceArray[sentence].FirstToken && words.Is(course.Document.TokenArray[on].Word, ImagingWord.On) && IsPicture(course, sentence, on - 1);
            }
        }

        return false;
    }

    private bool IsPicture(ClinicalCourse course, int sentence, int token)
    {
        if (words.Is(course.Document.TokenArray[token].Word, ImagingWord.Modality))
        {
            return true;
        }

        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Sequence && mention.FirstToken <= token && mention.EndToken > token)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLesion(ClinicalCourse course, int sentence, int token)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind is MentionKind.Tumour or MentionKind.OrganRemoved && mention.FirstToken <= token && mention.EndToken > token)
            {
                return true;
            }
        }

        return false;
    }
}
