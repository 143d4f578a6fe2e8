using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Tells a mass that the patient or the examiner felt from one that a picture, a scope, an operation or the pathologist showed: the word for either that stands
/// nearest before it decides, then one behind it. A "mass" or a "nodule" without any is none, and neither is one of an organ that no hand reaches.
/// </summary>
internal static class FeltMass
{
    /// <summary>Whether a concept of <c>lexicons/presentation.tsv</c> is a mass, by whatever word.</summary>
    public static bool IsMass(string term) => term == "palpable mass";

    private const PresentationWord Seen = PresentationWord.Picture | PresentationWord.Tissue;

    /// <summary>How far behind the mass "was palpable" or "on ultrasound" may stand, in tokens.</summary>
    private const int ReachBehind = 9;

    /// <summary>How far the picture may stand before "examination", in tokens.</summary>
    private const int ReachOfPicture = 4;

    /// <param name="course">The story.</param>
    /// <param name="mass">The mention.</param>
    /// <param name="words">The words.</param>
    /// <param name="known">The last of these words before the mass that was asked for last, and how far it was looked for: masses are asked for in text order.</param>
    public static bool Is(ClinicalCourse course, PlacedMention mass, WordRoles<PresentationWord> words, ref (int Last, int Read) known)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mass);
        var isFelt = false;
        for (var index = mass.FirstToken; index < mass.EndToken; index++)
        {
            isFelt |= words.Is(tokens[index].Word, PresentationWord.Felt);
        }

        for (known.Read = Math.Max(known.Read, sentence.FirstToken); known.Read < mass.FirstToken; known.Read++)
        {
            known.Last = words.Is(tokens[known.Read].Word, Seen | PresentationWord.Examination | PresentationWord.Felt) ? known.Read : known.Last;
        }

        if (known.Last >= sentence.FirstToken)
        {
            var word = tokens[known.Last].Word;
            return !words.Is(word, Seen)
                && (words.Is(word, PresentationWord.Examination)
                    ? !HasSeen(words, tokens, Math.Max(sentence.FirstToken, known.Last - ReachOfPicture), known.Last)
                    : isFelt || !IsOfInnerOrgan(course, mass));
        }

        for (var index = mass.EndToken; index < Math.Min(sentence.EndToken, mass.EndToken + ReachBehind); index++)
        {
            if (words.Is(tokens[index].Word, Seen))
            {
                return false;
            }

            isFelt |= words.Is(tokens[index].Word, PresentationWord.Felt);
        }

        return isFelt;
    }

    /// <summary>"a CT examination", "sonography for trauma examination".</summary>
    private static bool HasSeen(WordRoles<PresentationWord> words, ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (words.Is(tokens[index].Word, Seen))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"an adrenal mass", "a mass in the liver": named with an organ that lies deep, and not called palpable.</summary>
    private static bool IsOfInnerOrgan(ClinicalCourse course, PlacedMention mass)
    {
        foreach (ref readonly var place in course.MentionsNear(mass.Sentence, MentionKind.Site, mass.FirstToken - 1, mass.EndToken + 2))
        {
            if (place.Concept is SiteConcept { Topography: { Length: >= 3 } code } && place.EndToken >= mass.FirstToken && place.FirstToken <= mass.EndToken + 2)
            {
                return TopographyCode.NumberOf(code) is (>= 15 and <= 20) or (>= 22 and <= 25) or 34 or 37 or 38 or 48 or (>= 64 and <= 68) or (>= 70 and <= 72) or 74 or 75;
            }
        }

        return false;
    }
}
