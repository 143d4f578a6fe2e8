using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Turns of phrase that make the name of a tumour the diagnosis, or say how sure it is: "the mass was a schwannoma", "a chordoma was confirmed", "the final diagnosis", "the suspicion of adenocarcinoma".</summary>
internal sealed class DiagnosisPhrases(WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before a tumour "was" may stand.</summary>
    private const int CopulaReach = 4;

    /// <summary>How far before a tumour "initially" may stand.</summary>
    private const int ImpressionReach = 9;

    /// <summary>How far before a tumour "suspicion of" may stand.</summary>
    private const int SuspicionReach = 4;

    private readonly int _and = vocabulary.Add("and");

    /// <summary>"The mass was a schwannoma", "the tumour proved to be a chordoma": a word for the lesion, a form of "be" right before the name.</summary>
    public bool IsSaidOfLesion(ClinicalCourse course, PlacedMention mention)
    {
        var start = course.SentenceOf(mention).FirstToken;
        var link = mention.FirstToken - 1;
        var least = Math.Max(start, mention.FirstToken - CopulaReach);
        while (link >= least && !words.Is(course.Document.TokenArray[link].Word, DiagnosisWord.Copula))
        {
            if (course.Document.TokenArray[link].Word == _and)
            {
                return false;   // "was removed, and X was diagnosed"
            }

            link--;
        }

        if (link < least)
        {
            return false;
        }

        return course.Once(mention.Sentence, EndOfGeneric) <= link
            || (!mention.Is(Assertion.NotFactual) && course.MentionsOf(mention.Sentence, MentionKind.LesionWord) is [var word, ..] && word.EndToken <= link);
    }

    /// <summary>Where the first words of a sentence end that call a tumour by no name, or the last token of all.</summary>
    private static int EndOfGeneric(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var tumour in course.MentionsOf(sentence, MentionKind.Tumour))
        {
            if (tumour.Concept is TumourConcept { Kind: TumourKind.Generic })
            {
                return tumour.EndToken;
            }
        }

        return int.MaxValue;
    }

    /// <summary>"a chordoma was diagnosed", "X was confirmed": the verb, in the passive, behind the name.</summary>
    public bool IsDiagnosedBehind(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(mention).EndToken;
        var next = mention.EndToken;
        while (next < end && next <= mention.EndToken + 1 && !words.Is(tokens[next].Word, DiagnosisWord.Passive))
        {
            next++;
        }

        return next + 1 < end && words.Is(tokens[next].Word, DiagnosisWord.Passive)
            && (words.Is(tokens[next + 1].Word, DiagnosisWord.MadeOut) || (next + 2 < end && words.Is(tokens[next + 2].Word, DiagnosisWord.MadeOut)));
    }

    /// <summary>"atypical cells raised the suspicion of adenocarcinoma", "initially the tumor appeared to be a sarcoma", "mimicking an angiosarcoma": less than the pathologist's "suggestive of".</summary>
    public bool IsSuspected(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(mention).FirstToken;
        return words.Stand(tokens, Math.Max(start, mention.FirstToken - ImpressionReach), mention.FirstToken, DiagnosisWord.FirstSight)
            || words.Stand(tokens, Math.Max(start, mention.FirstToken - SuspicionReach), mention.FirstToken, DiagnosisWord.Suspicion);
    }

    /// <summary>Whether the words of diagnosis themselves say that the diagnosis is the last.</summary>
    public bool IsSaidToBeFinal(ClinicalCourse course, PlacedMention diagnosis) => words.Stand(course.Document.TokenArray, diagnosis.FirstToken, diagnosis.EndToken, DiagnosisWord.Final);
}
