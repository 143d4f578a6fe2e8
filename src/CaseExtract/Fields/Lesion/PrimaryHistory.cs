using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Where the primary stands in the story.</summary>
internal static class PrimaryHistory
{
    /// <summary>How far behind a mass the word may stand that calls it a metastasis.</summary>
    private const int SaidReach = 6;

    /// <summary>Whether the tumour, or an organ's cancer that it may have come from, is told of an earlier course.</summary>
    public static bool IsEarlier(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Episode != Episode.Earlier || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            if (mention.Concept is TumourConcept tumour && tumour.Kind != TumourKind.Lesion
                && ((tumour.Morphology is not null && tumour.Morphology == lesion.Tumour!.Morphology)
                    || (tumour is { Site: not null, Behaviour: '3' } && !OtherTumour.AreDifferent(tumour, lesion.Tumour!))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence of the first operation of the present course that takes something out, or -1.</summary>
    public static int FirstOperation(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Present, Concept: ProcedureConcept { Term: not "biopsy" } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section != SectionKind.Title)
            {
                return mention.Sentence;
            }
        }

        return -1;
    }

    /// <summary>The last sentence that tells what a pathologist found, or -1.</summary>
    public static int LastPathology(ClinicalCourse course)
    {
        var last = -1;
        foreach (ref readonly var mention in course.Of(MentionKind.Plot))
        {
            last = mention.Value == "pathology" && mention.Episode == Episode.Present ? mention.Sentence : last;
        }

        return last;
    }

    /// <summary>Whether the tumour is named of an earlier course and of no other.</summary>
    public static bool IsOnlyEarlier(IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Episode != Episode.Earlier && !mention.Is(Assertion.NotFactual))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSaidToBeSpread(ClinicalCourse course, PlacedMention mass)
    {
        foreach (ref readonly var spread in course.MentionsNear(mass.Sentence, MentionKind.Spread, mass.EndToken, mass.EndToken + SaidReach))
        {
            if (spread.Value == "metastasis" && spread.FirstToken >= mass.EndToken && spread.FirstToken - mass.EndToken <= SaidReach && !spread.Is(Assertion.NotFactual))
            {
                foreach (ref readonly var plot in course.MentionsNear(mass.Sentence, MentionKind.Plot, mass.EndToken, spread.FirstToken))
                {
                    if (plot.Value is "diagnose" or "final" && plot.FirstToken >= mass.EndToken && plot.EndToken <= spread.FirstToken)
                    {
                        return !MetastasisPlace.IsOfNodes(course, spread);
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The first token of words for spread that name no metastasis ("leptomeningeal spread", "seeding"), in fact of the present course; else the last token of all.</summary>
    private static int FirstSpread(ClinicalCourse course)
    {
        foreach (ref readonly var spread in course.Of(MentionKind.Spread))
        {
            if (spread is { Value: "metastasis", Episode: Episode.Present } && !spread.Is(Assertion.NotFactual) && course.SentenceOf(spread).Section != SectionKind.Title
                && !SpreadSource.IsVerb(course, spread) && !course.Document.TextOf(course.Document.SpanOf(spread.FirstToken, spread.EndToken)).Contains("metasta", StringComparison.OrdinalIgnoreCase))
            {
                return spread.FirstToken;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether the first tumour or mass told in fact of the present course is a metastasis, and not one of nodes.</summary>
    public static bool OpensWithSpread(ClinicalCourse course)
    {
        var first = FirstSpread(course);
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Episode != Episode.Present || mention.Is(Assertion.NotFactual) || course.SentenceOf(mention).Section == SectionKind.Title)
            {
                continue;
            }

            if (first < mention.FirstToken)
            {
                return true;   // "leptomeningeal spread" is no word for a tumour
            }

            foreach (ref readonly var spread in course.MentionsNear(mention.Sentence, MentionKind.Spread, mention.FirstToken, mention.EndToken))
            {
                if (spread.Value is "metastasis" && spread.Overlaps(mention))
                {
                    return !MetastasisPlace.IsOfNodes(course, spread);
                }
            }

            // "choroidal tumors, compatible with secondary lesions"
            return mention.Concept is TumourConcept { Kind: TumourKind.Generic, Site: null, Behaviour: '\0' } && IsSaidToBeSpread(course, mention);
        }

        return first < int.MaxValue;
    }

    /// <summary>"Histology of the vaginal mass revealed a metastatic renal cell carcinoma": the first tumour that is named at all, or whose organ is, is called metastatic by the pathologist, and the diagnosis stands.</summary>
    public static bool IsFirstNamedAsSpread(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Concept is not (TumourConcept { Morphology: not null } or TumourConcept { Site: not null }) || mention.Is(Assertion.NotPatient | Assertion.Negated) || course.SentenceOf(mention).Section == SectionKind.Title)
            {
                continue;
            }

            foreach (ref readonly var spread in course.MentionsNear(mention.Sentence, MentionKind.Spread, mention.FirstToken - 2, mention.EndToken))
            {
                if (spread is { Value: "metastasis", Episode: Episode.Present } && !spread.Is(Assertion.NotFactual))
                {
                    return course.Has(mention.Sentence, MentionKind.Plot, "pathology") && lesion.Has(mention);
                }
            }

            return false;
        }

        return false;
    }
}
