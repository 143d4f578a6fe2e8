using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>A tumour that the patient has while the report is told for something else: a hematoma, a side effect of its drugs, a disease of another organ.</summary>
internal sealed class ComorbidTumour
{
    /// <summary>How far before a treatment the word may stand that blames it.</summary>
    private const int BlameReach = 4;

    private readonly WordSet _diagnosis;
    private readonly WordSet _blame;
    private readonly WordSet _blameLinks;

    public ComorbidTumour(Vocabulary.Builder vocabulary)
    {
        _diagnosis = [.. ((string[])["diagnosed", "diagnosis", "diagnosing"]).Select(vocabulary.Add)];
        _blame = [.. ((string[])["related", "attributed", "attributable", "ascribed", "secondary", "due", "caused", "induced", "associated", "provoked", "triggered"]).Select(vocabulary.Add)];
        _blameLinks = [.. ((string[])["to", "by", "with"]).Select(vocabulary.Add)];
    }

    /// <summary>
    /// "A man with prostate cancer presented with abdominal distension … CT showed a hematoma": named once, as what the patient has, before how he came; neither examined nor treated,
    /// and something else is found that is no tumour. Its drugs may go on where tissue was examined or a diagnosis made and no word of a tumour is told behind it: "a man with metastatic rectal cancer
    /// was treated with bevacizumab. He presented with proteinuria; renal biopsy revealed nephropathy".
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="tumour">The tumour, told in fact of the present course.</param>
    /// <param name="isTreated">Whether tumours are treated in the present course.</param>
    public bool Is(ClinicalCourse course, PlacedMention tumour, bool isTreated)
    {
        var came = CameBehind(course, tumour);
        if (came < 0 || !IsIntroduced(course, tumour))
        {
            return false;
        }

        var isElse = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Hypothetical))
            {
                continue;
            }

            if (((TumourConcept)mention.Concept).Kind == TumourKind.Lesion)
            {
                isElse |= mention.Sentence > tumour.Sentence && !mention.Is(Assertion.NotFactual);
            }
            else if (mention.Sentence != tumour.Sentence || mention.FirstToken > came)
            {
                return false;
            }
        }

        return (isElse && !isTreated) || IsElseDiagnosed(course, tumour);
    }

    /// <summary>The word for how the patient came, behind the tumour in its sentence or in the next; else -1.</summary>
    private static int CameBehind(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var plot in course.Of(MentionKind.Plot))
        {
            if (plot.Value == "present" && plot.FirstToken > tumour.FirstToken && plot.Sentence <= tumour.Sentence + 1)
            {
                return plot.FirstToken;
            }
        }

        return -1;
    }

    /// <summary>Pathology or a diagnosis is told behind the tumour's sentence, or its treatment is blamed, and neither spread nor an operation but biopsies.</summary>
    private bool IsElseDiagnosed(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var spread in course.Of(MentionKind.Spread))
        {
            if (spread.Sentence > tumour.Sentence && spread.Value is not ("none" or "solitary") && !spread.Is(Assertion.NotPatient | Assertion.Negated))
            {
                return false;
            }
        }

        foreach (ref readonly var act in course.Of(MentionKind.Procedure))
        {
            if (act.Concept is ProcedureConcept { Term: not "biopsy" } && act.Sentence >= tumour.Sentence && !act.Is(Assertion.NotFactual))
            {
                return false;
            }
        }

        foreach (ref readonly var plot in course.Of(MentionKind.Plot))
        {
            if (plot.Sentence > tumour.Sentence && (plot.Value is "pathology" or "final" || _diagnosis.Contains(course.Document.TokenArray[plot.EndToken - 1].Word)) && plot.Episode != Episode.Earlier && !plot.Is(Assertion.NotFactual | Assertion.PastPerfect))
            {
                return true;
            }
        }

        foreach (ref readonly var treatment in course.Of(MentionKind.Adjuvant))
        {
            if (treatment.Sentence >= tumour.Sentence && !treatment.Is(Assertion.NotFactual) && IsBlamed(course, treatment))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"encephalopathy related to fluorouracil", "hypokalemia due to abiraterone", "pembrolizumab-associated nephritis".</summary>
    private bool IsBlamed(ClinicalCourse course, PlacedMention treatment)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.SentenceOf(treatment);
        for (var index = Math.Max(bounds.FirstToken, treatment.FirstToken - BlameReach); index < treatment.FirstToken - 1; index++)
        {
            if (_blame.Contains(tokens[index].Word) && _blameLinks.Contains(tokens[index + 1].Word))
            {
                return true;
            }
        }

        return treatment.EndToken + 1 < bounds.EndToken && tokens[treatment.EndToken].Kind == TokenKind.Dash && _blame.Contains(tokens[treatment.EndToken + 1].Word);
    }

    /// <summary>"a man with", "a woman known to have", "a patient suffering from": the patient stands before the tumour.</summary>
    private static bool IsIntroduced(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var person in course.MentionsOf(tumour.Sentence))
        {
            if (person.FirstToken > tumour.FirstToken)
            {
                return false;
            }

            if (person.Kind == MentionKind.Age || (person.Kind == MentionKind.Person && person.Value is "male-noun" or "female-noun" or "patient"))
            {
                return true;
            }
        }

        return false;
    }
}
