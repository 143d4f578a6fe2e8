using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>What is told of a metastasis as a lesion of its own: that it was confirmed, treated, reported.</summary>
internal sealed class MetastasisFinding(WordRoles<SpreadWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far into a sentence a word of reporting may stand.</summary>
    private const int ReportReach = 8;

    /// <summary>How far before a metastasis the examination may stand that confirmed it.</summary>
    private const int PathologyReach = 14;

    /// <summary>How far behind "diagnosed" the metastasis may stand.</summary>
    private const int DiagnosedReach = 4;

    /// <summary>How far before the word of spread a mass may stand that is said to be spread, and how far the word that says so.</summary>
    private const int MassReach = 8;
    private const int SaidReach = 4;

    /// <summary>How far before and behind a metastasis its treatment may stand.</summary>
    private const int TreatedBefore = 5;
    private const int TreatedBehind = 6;

    private static readonly MentionKinds Acts = MentionKinds.Of(MentionKind.Procedure) | MentionKind.Adjuvant;

    private readonly int _diagnosed = vocabulary.Add("diagnosed");

    /// <summary>"We report a case of solitary splenic metastasis": a word of reporting opens the sentence, and no tumour stands before the metastasis.</summary>
    public bool IsReported(ClinicalCourse course, PlacedMention spread)
    {
        var start = course.SentenceOf(spread).FirstToken;
        if (!words.Stand(course.Document.TokenArray, start, Math.Min(spread.FirstToken, start + ReportReach), SpreadWord.Report))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsOf(spread.Sentence, MentionKind.Tumour))
        {
            if (mention is { Concept: TumourConcept { Kind: not TumourKind.Lesion } } && mention.EndToken <= spread.FirstToken)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"histology confirmed a metastasis", "was diagnosed as having leptomeningeal carcinomatosis".</summary>
    public bool IsConfirmed(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.FirstToken - PathologyReach, spread.FirstToken))
        {
            var between = spread.FirstToken - mention.EndToken;
            if (between is >= 0 and <= PathologyReach
                && (mention.Value is "pathology" or "final" || (mention.Value == "diagnose" && course.Has(spread.Sentence, MentionKind.Plot, "pathology"))
                    || (between <= DiagnosedReach && IsDiagnosed(course, mention))))
            {
                return true;
            }
        }

        return IsConfirmedBehind(course, spread);
    }

    /// <summary>"the metastatic nature was confirmed by biopsy".</summary>
    private static bool IsConfirmedBehind(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.EndToken, spread.EndToken + DiagnosedReach))
        {
            if (mention.Value == "diagnose" && mention.FirstToken - spread.EndToken is 1 or 2 && ClauseVerbs.FirstVerb(course.Document, spread.EndToken, mention.FirstToken) >= 0
                && course.Document.TextOf(mention.EndToken - 1) is "confirmed" or "proven" or "proved" or "verified" or "established")
            {
                return course.Has(mention.Sentence, mention.EndToken, course.SentenceOf(mention).EndToken, MentionKind.Plot, "pathology");
            }
        }

        return false;
    }

    private bool IsDiagnosed(ClinicalCourse course, PlacedMention plot)
    {
        for (var index = plot.FirstToken; index < plot.EndToken; index++)
        {
            if (course.Document.TokenArray[index].Word == _diagnosed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"skin tumors that were confirmed to be metastatic disease": a mass before it, and a word of diagnosis between the two; "consistent with" says less.</summary>
    public bool IsSaidOfMass(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var plot in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.FirstToken - SaidReach, spread.FirstToken))
        {
            if (plot.Value is not ("diagnose" or "final") || course.Document.TextOf(plot.EndToken - 1) is "with" || spread.FirstToken - plot.EndToken is < 1 or > SaidReach || words.Stand(course.Document.TokenArray, plot.EndToken, spread.FirstToken, SpreadWord.With))
            {
                continue;
            }

            foreach (ref readonly var mass in course.MentionsNear(spread.Sentence, plot.FirstToken - MassReach, plot.FirstToken))
            {
                if ((mass.Kind == MentionKind.LesionWord || mass.Concept is TumourConcept { Kind: TumourKind.Generic }) && plot.FirstToken - mass.EndToken is >= 1 and <= MassReach && !mass.Is(Assertion.NotFactual & ~Assertion.Uncertain))
                {
                    return !MetastasisPlace.IsOfNodes(course, spread);
                }
            }
        }

        return false;
    }

    /// <summary>"laminectomy for metastasis", "the metastasis was irradiated".</summary>
    public static bool IsTreated(ClinicalCourse course, PlacedMention spread)
    {
        if (!course.KindsOf(spread.Sentence).HasAny(Acts))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.FirstToken - TreatedBefore, spread.EndToken + TreatedBehind))
        {
            if (mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant && !mention.Is(Assertion.NotFactual & ~Assertion.Uncertain)
                && (mention.FirstToken - spread.EndToken is >= 0 and <= TreatedBehind || spread.FirstToken - mention.EndToken is >= 0 and <= TreatedBefore))
            {
                return true;
            }
        }

        return false;
    }
}
