using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Tells the patients of a series apart: numbered headings ("Case 2"), ordinals ("the second patient"), introductions of differing age or sex
/// ("A 62-year-old man presented …") that follow one another, or several of them in one sentence that says that there are several.
/// </summary>
internal sealed class PatientSplitter
{
    /// <summary>No report tells of more patients one by one. Every patient's course is as long as the document, so their number is bounded.</summary>
    private const int MostPatients = 100;

    /// <summary>No sentence introduces more patients.</summary>
    private const int MostInSentence = 6;

    private readonly PatientNumber _numbers;
    private readonly int _one;
    private readonly WordSet _articles;
    private readonly WordSet _several;
    private readonly WordSet _and;

    public PatientSplitter(Vocabulary.Builder vocabulary)
    {
        _numbers = new PatientNumber(vocabulary);
        _one = vocabulary.Add("one");
        _articles = vocabulary.AddAll("a", "an", "one", "another");
        _several = vocabulary.AddAll("two", "three", "four", "both", "respectively", "second", "another", "other", "2", "3", "cases", "patients");
        _and = vocabulary.AddAll("and", "one", "other", "second", "third", "another");
    }

    /// <summary>What the narrative tells of each patient; sentences before the first patient of a series belong to all.</summary>
    public IReadOnlyList<PatientPart> Split(AnnotatedDocument annotated, out PatientRule rule)
    {
        rule = PatientRule.Numbered;
        var starts = Numbered(annotated);
        if (starts.Count < 2)
        {
            rule = PatientRule.Introduced;
            starts = Introduced(annotated);
        }

        if (starts.Count >= 2)
        {
            return Between(annotated, starts);
        }

        if (InOneSentence(annotated) is { } parts)
        {
            return parts;
        }

        rule = PatientRule.One;
        return [new PatientPart(0, 0, annotated.Document.SentenceArray.Length, [])];
    }

    private static PatientPart[] Between(AnnotatedDocument annotated, List<int> starts)
    {
        var patients = new PatientPart[starts.Count];
        for (var index = 0; index < patients.Length; index++)
        {
            var end = index + 1 < starts.Count ? starts[index + 1] : annotated.Document.SentenceArray.Length;
            patients[index] = new PatientPart(starts[0], starts[index], end, []);
        }

        return patients;
    }

    /// <summary>Sentences that open with the number of the next patient.</summary>
    private List<int> Numbered(AnnotatedDocument annotated)
    {
        var starts = new List<int>();
        var expected = 1;
        for (var sentence = 0; sentence < annotated.Document.SentenceArray.Length && starts.Count < MostPatients; sentence++)
        {
            if (annotated.Document.SentenceArray[sentence].Section.IsExcluded())
            {
                continue;
            }

            var number = _numbers.Of(annotated, sentence);
            if (number == expected || (number > expected && starts.Count > 0 && number <= expected + 1))
            {
                starts.Add(sentence);
                expected = number + 1;
            }
        }

        return starts;
    }

    /// <summary>Sentences that introduce a patient who is another one than the last; the first may be announced ("We present …"), the next opens a sentence.</summary>
    private List<int> Introduced(AnnotatedDocument annotated)
    {
        var starts = new List<int>();
        PatientIntroduction? last = null;
        for (var sentence = 0; sentence < annotated.Document.SentenceArray.Length && starts.Count < MostPatients; sentence++)
        {
            var bounds = annotated.Document.SentenceArray[sentence];
            if (!annotated.KindsOf(sentence).Has(MentionKind.Age) || !IsTold(bounds.Section) || PatientIntroduction.First(annotated, sentence, _articles) is not { } introduction)
            {
                continue;
            }

            // "The 62-year-old man presented", "A previously healthy 45-year-old woman"
            var isOpener = introduction.FirstToken <= bounds.FirstToken + 1;
            if (last is null || (isOpener && (introduction.IsPresented || introduction.IsIndefinite) && introduction.IsOfAnother(last.Value)))
            {
                starts.Add(sentence);
                last = introduction;
            }
        }

        return starts;
    }

    /// <summary>
    /// "Our first case was a 37-year-old man with …, our second a 75-year-old man with …": each patient has the words from the own introduction to
    /// the next one's; introductions in one breath ("one 57-year-old woman and one 69-year-old man presented with …") share what follows.
    /// </summary>
    private List<PatientPart>? InOneSentence(AnnotatedDocument annotated)
    {
        var sentences = annotated.Document.SentenceArray;
        for (var sentence = 0; sentence < sentences.Length; sentence++)
        {
            if (!annotated.KindsOf(sentence).Has(MentionKind.Age) || !IsTold(sentences[sentence].Section))
            {
                continue;
            }

            if (PatientIntroduction.First(annotated, sentence, _articles) is null)
            {
                continue;
            }

            // the first introduction decides: later ones are of relatives and donors
            if (!PatientIntroduction.AreSeveral(annotated, sentence, _articles))
            {
                return null;
            }

            var introductions = PatientIntroduction.Of(annotated, sentence, _articles);
            return IsSeries(annotated, sentence, introductions) ? PartsOf(annotated, sentence, introductions) : null;
        }

        return null;
    }

    private bool IsSeries(AnnotatedDocument annotated, int sentence, List<PatientIntroduction> introductions) =>
        introductions.Count <= MostInSentence && introductions.All(one => one.IsIndefinite)
        && Enumerable.Range(1, introductions.Count - 1).All(index => introductions[index].IsOfAnother(introductions[index - 1]))
        && (introductions.All(one => annotated.Document.TokenArray[one.FirstToken].Word == _one) || SaysSeveral(annotated, sentence));

    private List<PatientPart> PartsOf(AnnotatedDocument annotated, int sentence, List<PatientIntroduction> introductions) =>
        [.. introductions.Select((_, index) => PartOf(annotated, sentence, introductions, index))];

    private PatientPart PartOf(AnnotatedDocument annotated, int sentence, List<PatientIntroduction> introductions, int own)
    {
        var others = new List<(int, int)>();
        for (var index = 0; index < introductions.Count; index++)
        {
            if (index != own)
            {
                var end = index + 1 < introductions.Count ? introductions[index + 1].FirstToken : annotated.Document.SentenceArray[sentence].EndToken;
                others.Add((introductions[index].FirstToken, AreInOneBreath(annotated, introductions) ? introductions[index].EndToken : end));
            }
        }

        return new PatientPart(0, 0, annotated.Document.SentenceArray.Length, others);
    }

    private bool AreInOneBreath(AnnotatedDocument annotated, List<PatientIntroduction> introductions)
    {
        for (var index = 1; index < introductions.Count; index++)
        {
            for (var token = introductions[index - 1].EndToken; token < introductions[index].FirstToken; token++)
            {
                if (annotated.Document.FirstCharacterOf(token) != ',' && !_and.Contains(annotated.Document.TokenArray[token].Word))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the sentence, or one before it, speaks of several patients.</summary>
    private bool SaysSeveral(AnnotatedDocument annotated, int sentence)
    {
        for (var index = 0; index <= sentence; index++)
        {
            var bounds = annotated.Document.SentenceArray[index];
            for (var token = bounds.FirstToken; token < bounds.EndToken && (index == sentence || IsTold(bounds.Section) || bounds.Section == SectionKind.Title); token++)
            {
                if (_several.Contains(annotated.Document.TokenArray[token].Word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTold(SectionKind section) => section is not (SectionKind.Caption or SectionKind.Title or SectionKind.Discussion) && !section.IsExcluded();
}
