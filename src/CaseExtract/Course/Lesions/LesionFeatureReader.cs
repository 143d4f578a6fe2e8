using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>What a mention of a tumour or lesion is weighed by: its section, assertion and episode, and what its sentence tells of pathology and diagnosis.</summary>
internal sealed class LesionFeatureReader
{
    /// <summary>How far behind a name the pathologist may be spoken of.</summary>
    private const int PathologyReach = 12;

    /// <summary>How far before a name "the final diagnosis of" may end.</summary>
    private const int FinalReach = 6;

    private readonly DiagnosisPhrases _diagnosis;
    private readonly TumourCompany _company;
    private readonly ReportedCase _case;
    private readonly int _diagnosed;
    private readonly Func<ClinicalCourse, int, int> _endOfDiagnosed;

    public LesionFeatureReader(WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
    {
        _diagnosis = new DiagnosisPhrases(words, vocabulary);
        _company = new TumourCompany(words, vocabulary);
        _case = new ReportedCase(words, vocabulary);
        _diagnosed = vocabulary.Add("diagnosed");
        _endOfDiagnosed = EndOfDiagnosed;
    }

    /// <summary>Fills in the features of one mention.</summary>
    public void Describe(ClinicalCourse course, PlacedMention mention, TumourConcept concept, Span<double> values)
    {
        var section = course.SentenceOf(mention).Section;
        var inTitle = section == SectionKind.Title;
        Set(values, LesionFeature.InTitle, inTitle);
        Set(values, LesionFeature.InPathology, section == SectionKind.Pathology);
        Set(values, LesionFeature.InDiscussion, section == SectionKind.Discussion);
        if (!inTitle)
        {
            Set(values, LesionFeature.Negated, mention.Is(Assertion.Negated));
            Set(values, LesionFeature.Uncertain, mention.Is(Assertion.Uncertain));
            Set(values, LesionFeature.Hypothetical, mention.Is(Assertion.Hypothetical));
            Set(values, LesionFeature.Literature, mention.Is(Assertion.Literature) && !_case.IsFirstCase(course, mention));
            Set(values, LesionFeature.OtherPerson, mention.Is(Assertion.Relative | Assertion.OtherPatient));
            Set(values, LesionFeature.Earlier, mention.Episode == Episode.Earlier);
            Set(values, LesionFeature.FollowUp, mention.Episode == Episode.FollowUp);
            DescribePlot(course, mention, concept, values);
        }

        Set(values, LesionFeature.NamedAsCase, !inTitle && _case.IsNamedAsCase(course, mention));
        values[(int)LesionFeature.NameLength] = Math.Min(4, mention.EndToken - mention.FirstToken);
        values[(int)LesionFeature.Position] = (double)mention.FirstToken / Math.Max(1, course.Document.TokenArray.Length);
        Set(values, LesionFeature.Unspecific, concept.Kind == TumourKind.Tumour && concept.Morphology is "8000" or "8001" or "8010" or "8800" or "9590");
    }

    private void DescribePlot(ClinicalCourse course, PlacedMention mention, TumourConcept concept, Span<double> values)
    {
        var pathology = course.FirstOf(mention.Sentence, MentionKind.Plot, "pathology");
        var hasPathology = pathology >= 0 && pathology < mention.EndToken + PathologyReach;
        var isBehindPathology = pathology >= 0 && pathology < mention.FirstToken;
        var hasDiagnosis = IsBehind("diagnose") || IsBehind("final") || course.Once(mention.Sentence, _endOfDiagnosed) <= mention.FirstToken;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Plot, mention.FirstToken - FinalReach, mention.FirstToken))
        {
            if (other.Value == "final" && mention.FirstToken - other.EndToken is >= 0 and <= FinalReach && !other.Is(Assertion.Uncertain))   // not "a preliminary diagnosis of"
            {
                Set(values, LesionFeature.FinalDiagnosis, true);
                Set(values, LesionFeature.SaidToBeFinal, values[(int)LesionFeature.SaidToBeFinal] > 0 || _diagnosis.IsSaidToBeFinal(course, other));
            }
        }

        // "osteosarcoma was suspected and a biopsy was done": what comes of it is told later
        hasPathology &= isBehindPathology || !mention.Is(Assertion.Uncertain);
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Spread, mention.FirstToken - 3, mention.FirstToken))
        {
            if (other.Value == "metastasis" && mention.FirstToken - other.EndToken is >= 0 and <= 3)
            {
                Set(values, LesionFeature.BesideMetastasis, true);
            }
        }

        Set(values, LesionFeature.NamesSpread, concept.Morphology == "8010" && course.Has(mention.Sentence, mention.FirstToken, mention.EndToken, MentionKind.Spread, "metastasis"));
        Set(values, LesionFeature.DiagnosedBehind, _diagnosis.IsDiagnosedBehind(course, mention));
        Set(values, LesionFeature.Likeness, _company.IsLikeness(course, mention));
        Set(values, LesionFeature.UncertainInPathology, isBehindPathology && mention.Is(Assertion.Uncertain) && !_diagnosis.IsSuspected(course, mention));
        Set(values, LesionFeature.BesidePathology, hasPathology && !(mention.Is(Assertion.Uncertain) && _diagnosis.IsSuspected(course, mention)));
        Set(values, LesionFeature.Diagnosed, hasDiagnosis);
        Set(values, LesionFeature.DiagnosedByPathology, hasPathology && hasDiagnosis);
        Set(values, LesionFeature.Component, _company.IsPart(course, mention));
        Set(values, LesionFeature.Subordinate, _company.IsSubordinate(course, mention));
        Set(values, LesionFeature.Accompanying, concept.Morphology is not null && _company.IsAccompanying(course, mention, concept));
        Set(values, LesionFeature.WorseWithin, _company.IsWorseWithin(course, mention));
        Set(values, LesionFeature.SaidOfLesion, _diagnosis.IsSaidOfLesion(course, mention));

        bool IsBehind(string plot) => course.FirstOf(mention.Sentence, MentionKind.Plot, plot) is >= 0 and var first && first < mention.FirstToken;
    }

    /// <summary>Where the first "was diagnosed with" of a sentence ends.</summary>
    private int EndOfDiagnosed(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var plot in course.MentionsOf(sentence, MentionKind.Plot))
        {
            if (plot.Value == "treated" && HasWord(course, plot, _diagnosed))
            {
                return plot.EndToken;
            }
        }

        return int.MaxValue;
    }

    private static bool HasWord(ClinicalCourse course, PlacedMention mention, int word)
    {
        for (var index = mention.FirstToken; index < mention.EndToken; index++)
        {
            if (course.Document.TokenArray[index].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    private static void Set(Span<double> values, LesionFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
