using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Tells the patients of a series apart: numbered headings ("Case 2"), ordinals ("the second patient"), or introductions of differing age
/// ("A 62-year-old man presented …") that follow one another.
/// </summary>
internal sealed class PatientSplitter
{
    /// <summary>No report tells of more patients one by one. Every patient's course is as long as the document, so their number is bounded.</summary>
    private const int MostPatients = 100;

    private readonly int _case, _patient, _first, _second, _third, _other, _the, _our, _a, _an, _one, _two, _three, _no;

    public PatientSplitter(Vocabulary.Builder vocabulary)
    {
        _case = vocabulary.Add("case");
        _patient = vocabulary.Add("patient");
        _first = vocabulary.Add("first");
        _second = vocabulary.Add("second");
        _third = vocabulary.Add("third");
        _other = vocabulary.Add("other");
        _the = vocabulary.Add("the");
        _our = vocabulary.Add("our");
        _a = vocabulary.Add("a");
        _an = vocabulary.Add("an");
        _one = vocabulary.Add("one");
        _two = vocabulary.Add("two");
        _three = vocabulary.Add("three");
        _no = vocabulary.Add("no");
    }

    /// <summary>The sentences of each patient, ascending; sentences before the first patient of a series belong to all.</summary>
    public List<int[]> Split(AnnotatedDocument annotated, out PatientRule rule)
    {
        var document = annotated.Document;
        var starts = new List<int>();
        var expected = 1;
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            if (document.SentenceArray[sentence].Section.IsExcluded())
            {
                continue;
            }

            var number = NumberOf(document, sentence);
            if (number == expected || (number > expected && starts.Count > 0 && number <= expected + 1))
            {
                starts.Add(sentence);
                expected = number + 1;
            }
        }

        rule = PatientRule.Numbered;
        if (starts.Count < 2)
        {
            rule = PatientRule.Introduced;
            starts = Introductions(annotated);
        }

        if (starts.Count < 2)
        {
            rule = PatientRule.One;
            return [[.. Enumerable.Range(0, document.SentenceArray.Length)]];
        }

        var patients = new List<int[]>(starts.Count);
        for (var index = 0; index < starts.Count; index++)
        {
            var end = index + 1 < starts.Count ? starts[index + 1] : document.SentenceArray.Length;
            patients.Add([.. Enumerable.Range(0, starts[0]).Concat(Enumerable.Range(starts[index], end - starts[index]))]);
        }

        return patients;
    }

    /// <summary>The number of the patient whose part a sentence opens, or 0.</summary>
    private int NumberOf(Document document, int sentence)
    {
        var bounds = document.SentenceArray[sentence];
        var tokens = document.TokenArray;
        var index = bounds.FirstToken;
        while (index < bounds.EndToken && (tokens[index].Word == _the || tokens[index].Word == _our || tokens[index].Kind is TokenKind.Number or TokenKind.Punctuation) && index < bounds.FirstToken + 3)
        {
            index++;
        }

        if (index + 1 >= bounds.EndToken)
        {
            return 0;
        }

        var word = tokens[index].Word;
        var next = tokens[index + 1];
        if (word == _case || word == _patient)
        {
            if (next.Word == _no && index + 2 < bounds.EndToken)
            {
                next = tokens[index + 2];
            }

            var text = document.TextOf(next);
            if (next.Kind == TokenKind.Number && int.TryParse(text, out var number) && number < 30)
            {
                return bounds.IsHeading || index + 2 >= bounds.EndToken || !document.Narrative.Text[tokens[Math.Min(index + 2, bounds.EndToken - 1)].Start].Equals(',') ? number : 0;
            }

            return bounds.IsHeading || index + 2 >= bounds.EndToken
                ? next.Word == _one || text is "I" or "A" ? 1 : next.Word == _two || text is "II" or "B" ? 2 : next.Word == _three || text is "III" or "C" ? 3 : 0
                : 0;
        }

        if (next.Word == _case || next.Word == _patient)
        {
            return word == _first ? 1 : word == _second || word == _other ? 2 : word == _third ? 3 : 0;
        }

        return 0;
    }

    /// <summary>Sentences that introduce a patient by an age of their own, if at least two ages differ.</summary>
    private List<int> Introductions(AnnotatedDocument annotated)
    {
        var document = annotated.Document;
        var starts = new List<int>();
        double? last = null;
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section is SectionKind.Caption or SectionKind.Title or SectionKind.Discussion || bounds.Section.IsExcluded())
            {
                continue;
            }

            AgeConcept? age = null;
            var hasNoun = false;
            var isPresented = false;
            foreach (var mention in annotated.MentionsOf(sentence))
            {
                if ((mention.Assertion & Assertion.NotPatient) != 0)
                {
                    continue;
                }

                if (mention.Kind == MentionKind.Age && age is null)
                {
                    // the first patient may be announced ("We present …"), the next opens a sentence
                    var opener = document.TokenArray[bounds.FirstToken].Word;
                    if (starts.Count > 0 && (mention.FirstToken > bounds.FirstToken + 2 || (mention.FirstToken > bounds.FirstToken && opener != _a && opener != _an && opener != _the)))
                    {
                        break;
                    }

                    age = (AgeConcept)mention.Concept;
                }
                else if (age is not null && mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "female-noun" or "male-noun" or "patient" } })
                {
                    hasNoun = true;
                }
                else if (age is not null && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } })
                {
                    isPresented = true;
                }
            }

            if (age is not null && hasNoun && (isPresented || starts.Count == 0) && (last is null || Math.Abs(last.Value - age.Years) > 0.01))
            {
                starts.Add(sentence);
                last = age.Years;
                if (starts.Count == MostPatients)
                {
                    break;
                }
            }
        }

        return starts;
    }
}
