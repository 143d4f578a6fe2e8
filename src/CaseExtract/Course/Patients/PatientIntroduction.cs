using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Words that introduce a patient: an age with a noun for a person, "a 62-year-old man".</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="FirstToken">The article before, else the first word of the age.</param>
/// <param name="EndToken">One past the noun.</param>
/// <param name="Years">The age.</param>
/// <param name="Noun">The kind of noun: of a woman, of a man, or neither.</param>
/// <param name="IsPresented">Whether the sentence goes on to how the patient came.</param>
/// <param name="IsIndefinite">Whether "a", "an", "one" or "another" stands before: somebody new.</param>
internal readonly record struct PatientIntroduction(int Sentence, int FirstToken, int EndToken, double Years, string Noun, bool IsPresented, bool IsIndefinite)
{
    /// <summary>How many words may stand between age and noun: "a 62-year-old previously healthy Japanese man".</summary>
    private const int Reach = 5;

    /// <summary>How far before the age the article may stand: "a previously healthy 62-year-old man".</summary>
    private const int MostBefore = 3;

    public bool IsOfAnother(PatientIntroduction other) =>
        Math.Abs(Years - other.Years) > 0.01 || (Noun != other.Noun && Noun != "patient" && other.Noun != "patient");

    /// <summary>The introductions of a sentence, in text order.</summary>
    public static List<PatientIntroduction> Of(AnnotatedDocument annotated, int sentence, WordSet articles)
    {
        var introductions = new List<PatientIntroduction>();
        for (var next = 0; Next(annotated, sentence, articles, ref next) is { } introduction;)
        {
            introductions.Add(introduction);
        }

        return introductions;
    }

    /// <summary>The first introduction of a sentence, or <see langword="null"/>: most sentences introduce nobody.</summary>
    public static PatientIntroduction? First(AnnotatedDocument annotated, int sentence, WordSet articles)
    {
        var next = 0;
        return Next(annotated, sentence, articles, ref next);
    }

    /// <summary>Whether a sentence introduces more than one.</summary>
    public static bool AreSeveral(AnnotatedDocument annotated, int sentence, WordSet articles)
    {
        var next = 0;
        return Next(annotated, sentence, articles, ref next) is not null && Next(annotated, sentence, articles, ref next) is not null;
    }

    private static PatientIntroduction? Next(AnnotatedDocument annotated, int sentence, WordSet articles, ref int index)
    {
        var mentions = annotated.MentionsOf(sentence);
        var tokens = annotated.Document.TokenArray;
        var bounds = annotated.Document.SentenceArray[sentence];
        while (index < mentions.Length)
        {
            var age = index++;
            var mention = mentions[age];
            if (mention is not { Kind: MentionKind.Age, Concept: AgeConcept concept } || (mention.Assertion & Assertion.NotPatient) != 0
                || NounBehind(mentions, age) is not { } noun)
            {
                continue;
            }

            var article = mention.FirstToken - 1;
            while (article > bounds.FirstToken && article > mention.FirstToken - MostBefore && !articles.Contains(tokens[article].Word))
            {
                article--;
            }

            var isIndefinite = article >= bounds.FirstToken && articles.Contains(tokens[article].Word);
            var isPresented = false;
            for (var next = age + 1; next < mentions.Length; next++)
            {
                isPresented |= mentions[next] is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } };
            }

            return new PatientIntroduction(
                sentence, isIndefinite ? article : mention.FirstToken, noun.EndToken, concept.Years, ((ValueConcept)noun.Concept).Value, isPresented, isIndefinite);
        }

        return null;
    }

    private static Mention? NounBehind(ReadOnlySpan<Mention> mentions, int age)
    {
        for (var index = age + 1; index < mentions.Length; index++)
        {
            if (mentions[index].Kind == MentionKind.Age)
            {
                return null;
            }

            if (mentions[index] is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "female-noun" or "male-noun" or "patient" } } noun)
            {
                return noun.FirstToken - mentions[age].EndToken <= Reach ? noun : null;
            }
        }

        return null;
    }
}
