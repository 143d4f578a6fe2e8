using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Reads the texture of a lesion on a sequence: what is heterogeneous has a mixed signal.</summary>
internal sealed class TextureReader(WordRoles<ImagingWord> words)
{
    /// <summary>"a heterogeneous mass on T2": the texture of a lesion whose signal is not told, with each sequence; none where it may be that of the enhancement.</summary>
    public IEnumerable<(PlacedMention Texture, PlacedMention Sequence)> Of(ClinicalCourse course, int sentence, List<PlacedMention> sequences)
    {
        PlacedMention? texture = null;
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Enhancement))
        {
            if (mention.Value is "word" or "absent")
            {
                return [];
            }

            texture ??= IsTexture(mention) ? mention : null;
        }

        return texture is { } told ? sequences.Select(sequence => (told, sequence)) : [];
    }

    /// <summary>The texture that is led to a sequence, "heterogeneous on T2", or that stands alone behind it, "T1 hypointense, T2 heterogeneous, avid enhancement".</summary>
    public PlacedMention? Beside(ClinicalCourse course, PlacedMention sequence)
    {
        foreach (ref readonly var mention in course.MentionsNear(sequence.Sentence, MentionKind.Enhancement, sequence.EndToken, sequence.EndToken + 2))
        {
            if (IsTexture(mention) && mention.FirstToken - sequence.EndToken is 0 or 1 && IsAlone(course, sequence, mention))
            {
                return mention;
            }
        }

        foreach (ref readonly var mention in course.MentionsNear(sequence.Sentence, MentionKind.Enhancement, sequence.FirstToken - 1, sequence.FirstToken))
        {
            if (IsTexture(mention) && mention.EndToken == sequence.FirstToken - 1 && words.Is(course.Document.TokenArray[mention.EndToken].Word, ImagingWord.On))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>Whether a texture right behind a sequence, or behind a colon, ends what is told of the sequence.</summary>
    private static bool IsAlone(ClinicalCourse course, PlacedMention sequence, PlacedMention texture)
    {
        var document = course.Document;
        return (texture.FirstToken == sequence.EndToken || document.TextOf(sequence.EndToken) is ":" or "-" or "=")
            && (texture.EndToken >= course.SentenceOf(texture).EndToken || document.TextOf(texture.EndToken) is "," or ";" or "." or ")" or "and" or "with" or "on" or "compared" or "relative");
    }

    /// <summary>"heterogeneous hyperintensity", "hyperintense and heterogeneous".</summary>
    public static bool IsHeterogeneous(ClinicalCourse course, PlacedMention signal)
    {
        foreach (ref readonly var mention in course.MentionsNear(signal.Sentence, MentionKind.Enhancement, signal.FirstToken - 1, signal.EndToken + 1))
        {
            if (mention.Value == "heterogeneous"
                && (signal.FirstToken - mention.EndToken is 0 or 1 || mention.FirstToken - signal.EndToken == 1))
            {
                return !course.Has(signal.Sentence, mention.EndToken, mention.EndToken + 3, MentionKind.Enhancement, "word");
            }
        }

        return false;
    }

    private static bool IsTexture(PlacedMention mention) =>
        mention is { Kind: MentionKind.Enhancement, Value: "heterogeneous" } && !mention.Is(Assertion.NotPatient | Assertion.Negated) && mention.Episode != Episode.General;
}
