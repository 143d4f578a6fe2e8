using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Tells an age at which something else happened from that of the present course: "at the age of 37", "a 47-year-old man underwent nephrectomy. Ten years later …".</summary>
internal sealed class AgeOfEvent
{
    /// <summary>How far behind the age its main verb may stand: "a 72-year-old woman with hepatitis, liver cirrhosis and diabetes underwent …".</summary>
    private const int MainVerbReach = 24;

    /// <summary>How far before an age the word may stand that makes it one of an event.</summary>
    private const int WordReach = 5;

    /// <summary>No word between the two is longer, except those that go with an age.</summary>
    private const int LongestBetween = 4;

    /// <summary>So many months lie behind an act that is of another course.</summary>
    private const double Long = 12;

    /// <summary>So many lie behind one that surely is, however it is told.</summary>
    private const double LongAgo = 36;

    /// <summary>How far behind an age the operation may stand that was done at it.</summary>
    private const int OperationReach = 10;

    private readonly int _at, _age, _the, _of, _since, _when, _was, _until, _underwent, _operated, _patient;

    public AgeOfEvent(Vocabulary.Builder vocabulary)
    {
        _at = vocabulary.Add("at");
        _age = vocabulary.Add("age");
        _the = vocabulary.Add("the");
        _of = vocabulary.Add("of");
        _since = vocabulary.Add("since");
        _when = vocabulary.Add("when");
        _was = vocabulary.Add("was");
        _until = vocabulary.Add("until");
        _underwent = vocabulary.Add("underwent");
        _operated = vocabulary.Add("operated");
        _patient = vocabulary.Add("patient");
    }

    /// <summary>"at the age of 37", "since she was 4 years old": the age of an event, mostly not this one.</summary>
    public bool IsCalled(ClinicalCourse course, PlacedMention age)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(age).FirstToken;
        for (var index = age.FirstToken; index >= start && index >= age.FirstToken - WordReach; index--)
        {
            var word = tokens[index].Word;
            if (word == _since || word == _when || word == _until || (word == _at && index < age.FirstToken))
            {
                return true;
            }

            if (index < age.FirstToken && word != _age && word != _the && word != _of && word != _was && word != _patient && tokens[index].End - tokens[index].Start > LongestBetween)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the age is that at an earlier event: told before the present course starts, or with an act of the past as its main verb ("a 47-year-old man
    /// underwent …"). It is not when its sentence dates the past back from it ("a 50-year-old woman who had a mastectomy two years ago").
    /// </summary>
    public bool IsEarlier(ClinicalCourse course, PlacedMention age, bool isMetastasis)
    {
        // "in 2011 this man, then 44, had …"
        if (age.FirstToken > course.SentenceOf(age).FirstToken && course.Document.TextOf(age.FirstToken - 1) is "then")
        {
            return true;
        }

        bool hasOperation = false, isPresented = false, isDiagnosed = false, isTreated = false;
        var isOfEvent = IsCalled(course, age);
        foreach (ref readonly var mention in course.MentionsOf(age.Sentence))
        {
            if (mention.FirstToken < age.FirstToken)
            {
                // "we report on a 41-year-old woman who underwent three operations": the age of the report
                if (mention is { Kind: MentionKind.Person, Value: "our-patient" })
                {
                    return false;
                }

                // "the tumor was first curetted when she was 24 years old"
                if (isOfEvent && mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant)
                {
                    return true;
                }

                continue;
            }

            if (mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Tumour && (mention.IsDated || mention.Is(Assertion.Historical | Assertion.PastPerfect)))
            {
                return false;
            }

            isPresented |= mention.Kind == MentionKind.Plot && mention.Value == "present";
            var isDiagnosis = mention.Kind == MentionKind.Plot && course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).Contains("diagnosed", StringComparison.OrdinalIgnoreCase);
            isDiagnosed |= isDiagnosis;
            isTreated |= !isDiagnosis && mention is { Kind: MentionKind.Plot, Value: "treated" } && IsMainVerbFor(course.Document, mention);
            isMetastasis &= mention.Kind != MentionKind.Spread || mention.Value != "metastasis"; // "was diagnosed with a lung metastasis" is the presentation
            hasOperation |= mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant;
        }

        var isBefore = age.Placement == Placement.BeforePresentation;
        if (isBefore && age.MonthsBefore >= Long)
        {
            // "a 40-year-old man was diagnosed with a liposarcoma … Two years after the surgery a metastasis was found in the heart"
            var isOfDiagnosis = isDiagnosed && !isPresented && isMetastasis;

            // "a 43-year-old woman was operated on for a melanoma. After two years …"
            var isOfTreatment = isTreated && !isPresented;
            if (isOfDiagnosis || isOfTreatment || isOfEvent)   // "X at the age of 36, and Y six years later"
            {
                return true;
            }
        }

        if (isBefore && age.MonthsBefore >= LongAgo && IsOfOperation(course, age))
        {
            return true;
        }

        return hasOperation && (isBefore || !isPresented) && HasAct(course, age);
    }

    /// <summary>"he was 47 when his kidney was removed", "a 47-year-old man underwent", "was operated on".</summary>
    private bool HasAct(ClinicalCourse course, PlacedMention age)
    {
        var tokens = course.Document.TokenArray;
        var end = Math.Min(course.SentenceOf(age).EndToken, age.EndToken + MainVerbReach);
        if (age.EndToken < end && (tokens[age.EndToken].Word == _when || tokens[age.EndToken].Word == _at))
        {
            return true;
        }

        for (var index = age.EndToken; index < end; index++)
        {
            if (tokens[index].Word == _underwent || (tokens[index].Word == _operated && tokens[index - 1].Word == _was))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"[was operated on] for a melanoma", "[underwent surgery] for …"; drugs that somebody "was treated with" are rather the present course.</summary>
    private static bool IsMainVerbFor(Document document, PlacedMention act) =>
        document.TextOf(act.FirstToken) is "was" or "underwent" && act.EndToken < document.TokenArray.Length && document.TextOf(act.EndToken) is "for";

    /// <summary>
    /// "a 60-year-old man had his kidney removed", "was treated by nephrectomy": the sentence tells an operation as what was done at that age; not one that it dates, or tells in passing ("a
    /// 68-year-old patient, operated …", "a woman who had …").
    /// </summary>
    private static bool IsOfOperation(ClinicalCourse course, PlacedMention age)
    {
        if (course.Has(age.Sentence, MentionKind.Interval))
        {
            return false;
        }

        foreach (ref readonly var operation in course.MentionsNear(age.Sentence, MentionKind.Procedure, age.EndToken, age.EndToken + OperationReach))
        {
            if (operation.FirstToken < age.EndToken || operation.Is(Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect) || operation.Concept is ProcedureConcept { Term: "biopsy" })
            {
                continue;
            }

            for (var index = age.EndToken; index < operation.FirstToken; index++)
            {
                if (WordAt(index) is "," or "who" or "whose" or "with" or "after" or "following" or "for" or "diagnosed")
                {
                    return WordAt(index) is "with" && index > age.EndToken + 2 && WordAt(index - 1) is "treated" or "managed" or "surgically" or "operated";
                }
            }

            return true;
        }

        return false;

        ReadOnlySpan<char> WordAt(int token) => course.Document.TextOf(token);
    }
}
