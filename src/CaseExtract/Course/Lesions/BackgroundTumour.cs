using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>
/// A tumour of the patient's past that the report is not told for: "a man with a history of Hodgkin lymphoma in remission presented with stiffness; … was diagnosed",
/// "hepatectomy had been performed three years ago for a hilar cholangiocarcinoma … varices were found". All of it is called history or dated back, nothing of the present course is a tumour, spread or its
/// treatment, and something else is found.
/// </summary>
internal sealed class BackgroundTumour
{
    /// <summary>How far behind "recurrence of" the tumour may be named that recurs.</summary>
    private const int RecurrenceReach = 5;

    /// <summary>How far before its verb the patient may stand who is its subject.</summary>
    private const int SubjectReach = 3;

    /// <summary>Soft tissue, which vessels belong to.</summary>
    private const string SoftTissue = "C49";

    private readonly WordSet _restoration;
    private readonly int _of;

    public BackgroundTumour(Vocabulary.Builder vocabulary)
    {
        _restoration = vocabulary.AddAll("reconstruction", "prosthesis", "rehabilitation");
        _of = vocabulary.Add("of");
    }

    /// <param name="course">The course.</param>
    /// <param name="tumour">The best supported of its tumours.</param>
    public bool Is(ClinicalCourse course, LesionCandidate tumour)
    {
        if (tumour.Best.Is(Assertion.NotFactual) || IsTreated(course) || IsTested(course, tumour.Best))
        {
            return false;
        }

        return IsPast(tumour.Best.Placement)
            ? LastPast(course) is var last and >= 0 && !HasSpread(course) && FindsElse(course, last)
            : ComorbidTumour.Is(course, tumour.Best);
    }

    /// <summary>"sequencing of the lung adenocarcinoma, which had been diagnosed two years ago, revealed": it is in question now.</summary>
    private bool IsTested(ClinicalCourse course, PlacedMention tumour)
    {
        var of = tumour.FirstToken - 1;
        of -= of > course.SentenceOf(tumour).FirstToken && course.Document.TextOf(of) is "the" or "this" or "his" or "her" ? 1 : 0;
        if (of <= course.SentenceOf(tumour).FirstToken || course.Document.TokenArray[of].Word != _of)
        {
            return false;
        }

        foreach (ref readonly var test in course.MentionsNear(tumour.Sentence, MentionKind.Test, of, of))
        {
            if (test.EndToken == of && test.Episode != Episode.Earlier)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPast(Placement placement) => placement is Placement.Dated or Placement.CalledHistory or Placement.PastPerfect or Placement.Opening;

    /// <summary>The token of the last tumour told in fact, where all are of the past; else -1. A suspicion counts unless a tumour is denied behind it.</summary>
    private static int LastPast(ClinicalCourse course)
    {
        var last = -1;
        var isSuspected = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (((TumourConcept)mention.Concept).Kind == TumourKind.Lesion || mention.Is(Assertion.NotPatient | Assertion.Hypothetical))
            {
                continue;
            }

            if (mention.Is(Assertion.Negated))
            {
                isSuspected = false;
            }
            else if (mention.Is(Assertion.Uncertain) && mention.Episode != Episode.Earlier)
            {
                isSuspected = true;
            }
            else if (mention.Episode != Episode.Earlier || !IsPast(mention.Placement))
            {
                return -1;
            }
            else
            {
                last = mention.FirstToken;
            }
        }

        return isSuspected ? -1 : last;
    }

    /// <summary>A metastasis of any time, or a recurrence now: the disease goes on.</summary>
    private bool HasSpread(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            var isBack = mention.Value == "recurrence" && mention.Episode != Episode.Earlier && !IsOfElse(course, mention);
            if ((isBack || mention.Value == "metastasis") && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"recurrence of the stenosis".</summary>
    private bool IsOfElse(ClinicalCourse course, PlacedMention recurrence) =>
        recurrence.EndToken < course.SentenceOf(recurrence).EndToken && course.Document.TokenArray[recurrence.EndToken].Word == _of
        && !course.Has(recurrence.Sentence, recurrence.EndToken, recurrence.EndToken + RecurrenceReach, MentionKind.Tumour);

    /// <summary>A treatment of tumours now, or the restoration of what an operation had taken.</summary>
    private bool IsTreated(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            if (mention is { Episode: not Episode.Earlier, Concept: AdjuvantConcept { Kinds.Count: > 0 } } && !mention.Is(Assertion.NotFactual) && !IsOfPlace(course, mention))
            {
                return true;
            }
        }

        // "a maxillary reconstruction was planned", but not of a vessel
        foreach (ref readonly var mention in course.Of(MentionKind.Site))
        {
            if (mention is { Episode: not Episode.Earlier, Concept: SiteConcept site } && mention.EndToken < course.SentenceOf(mention).EndToken
                && _restoration.Contains(course.Document.TokenArray[mention.EndToken].Word) && !site.Topography.StartsWith(SoftTissue, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Something is diagnosed or found in the present course, behind the last word of the tumour, or before the patient who had it. A complaint alone may be the tumour's.</summary>
    private static bool FindsElse(ClinicalCourse course, int last)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Plot))
        {
            var isNow = mention.Episode != Episode.Earlier && !mention.Is(Assertion.NotPatient | Assertion.Hypothetical);
            if (isNow && IsFinding(course, mention, last) && (mention.FirstToken > last || IsFoundIn(course, mention, last)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was diagnosed", "varices were seen"; "was treated for thrombosis", but not "a glioblastoma was diagnosed and operated on".</summary>
    private static bool IsFinding(ClinicalCourse course, PlacedMention plot, int lastTumour) => plot.Value switch
    {
        "diagnose" or "final" or "pathology" => true,
        "treated" => plot.FirstToken < lastTumour || !course.Has(plot.Sentence, MentionKind.Tumour),
        _ => IsSeen(course, plot),
    };

    /// <summary>"varices were seen", but not "he was seen".</summary>
    private static bool IsSeen(ClinicalCourse course, PlacedMention plot)
    {
        if (plot.Value != "present" || course.Document.TextOf(plot.EndToken - 1) is not ("seen" or "found" or "noted" or "detected" or "identified" or "observed"))
        {
            return false;
        }

        foreach (ref readonly var person in course.MentionsNear(plot.Sentence, MentionKind.Person, plot.FirstToken - SubjectReach, plot.FirstToken))
        {
            if (person.EndToken <= plot.FirstToken && plot.FirstToken - person.EndToken <= SubjectReach)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"a perforation of the irradiated ileum": what was treated once.</summary>
    private static bool IsOfPlace(ClinicalCourse course, PlacedMention treatment)
    {
        foreach (ref readonly var site in course.MentionsNear(treatment.Sentence, MentionKind.Site, treatment.EndToken, treatment.EndToken))
        {
            if (site.FirstToken == treatment.EndToken)
            {
                return course.Document.TextOf(treatment.EndToken - 1).EndsWith("ed", StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>"Encephalitis was diagnosed in a woman who had been operated on for [thymoma]".</summary>
    private static bool IsFoundIn(ClinicalCourse course, PlacedMention finding, int tumour)
    {
        if (tumour >= course.SentenceOf(finding).EndToken)
        {
            return false;
        }

        return IsBetween("male-noun") || IsBetween("female-noun") || IsBetween("patient");

        bool IsBetween(string person) => course.Has(finding.Sentence, finding.EndToken, tumour - 1, MentionKind.Person, person);
    }
}
