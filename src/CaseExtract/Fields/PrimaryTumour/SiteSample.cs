using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A place that was sampled, and what the sample gave.</summary>
internal static class SiteSample
{
    /// <summary>How far a place may stand from the biopsy or the removal that it is the object of, in tokens.</summary>
    private const int Reach = 5;

    /// <summary>
    /// "a biopsy of an enlarged inguinal lymph node revealed a lymphoma", "biopsy of a cervical node was performed. Histology showed a lymphoma"; of an organ in the
    /// sentence itself. Hodgkin lymphoma is of nodes, and intravascular lymphoma of none of the organs that are sampled for it.
    /// </summary>
    public static bool Gave(ClinicalCourse course, IndexLesion lesion, PlacedMention place, TumourConcept tumour)
    {
        var isNode = place.Concept is SiteConcept { Kind: SiteKind.Node };
        if (place.Is(Assertion.NotFactual) || !(isNode || (place.Concept is SiteConcept { Kind: SiteKind.Organ or SiteKind.Neuraxis } && tumour.Morphology is not (['9', '6', '5' or '6', _] or "9712"))))
        {
            return false;
        }

        var isSampled = IsSampled(course, place);
        return ((isSampled || (course.Has(place.Sentence, MentionKind.Plot, "pathology") && !IsOtherSampled(course, lesion, place))) && Names(course, lesion, place.Sentence, place.EndToken))
            || (isSampled && IsGivenBy(course, lesion, place)) || (isNode && (IsMeant(course, lesion, place) || IsTakenUp(course, lesion, place)))
            || (isNode && isSampled && place.Sentence + 1 < course.Document.SentenceArray.Length && course.Has(place.Sentence + 1, MentionKind.Plot, "pathology")
                && Names(course, lesion, place.Sentence + 1, place.EndToken));
    }

    /// <summary>"enlarged mediastinal nodes; biopsy of the tonsil showed a lymphoma".</summary>
    private static bool IsOtherSampled(ClinicalCourse course, IndexLesion lesion, PlacedMention place)
    {
        foreach (ref readonly var procedure in course.MentionsOf(place.Sentence, MentionKind.Procedure))
        {
            if (procedure.FirstToken >= place.EndToken && procedure.Concept is ProcedureConcept { Term: "biopsy" })
            {
                return Names(course, lesion, place.Sentence, procedure.EndToken);
            }
        }

        return false;
    }

    /// <summary>"lymphoma was confirmed by biopsy of the prostate": the name stands first.</summary>
    private static bool IsGivenBy(ClinicalCourse course, IndexLesion lesion, PlacedMention place)
    {
        foreach (ref readonly var tumour in course.MentionsOf(place.Sentence, MentionKind.Tumour))
        {
            if (tumour.EndToken > place.FirstToken)
            {
                return false;
            }

            if (!tumour.Is(Assertion.NotFactual & ~Assertion.Uncertain) && lesion.Has(tumour) && !SiteWords.HasStop(course, tumour.EndToken, place.FirstToken))
            {
                foreach (ref readonly var plot in course.MentionsNear(place.Sentence, MentionKind.Plot, tumour.EndToken, place.FirstToken))
                {
                    if (plot is { Value: "diagnose" or "treated" or "final" } && plot.FirstToken >= tumour.EndToken && plot.EndToken <= place.FirstToken)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>"An inguinal node was enlarged; excision biopsy gave a lymphoma": the sample has no place of its own, and this one stands last before it.</summary>
    private static bool IsMeant(ClinicalCourse course, IndexLesion lesion, PlacedMention place)
    {
        foreach (ref readonly var procedure in course.MentionsOf(place.Sentence, MentionKind.Procedure))
        {
            if (procedure.FirstToken < place.EndToken || procedure.Concept is not ProcedureConcept { Term: "biopsy" } || procedure.Is(Assertion.Negated))
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsOf(place.Sentence, MentionKind.Site))
            {
                if (other.FirstToken >= place.EndToken && other.FirstToken <= procedure.EndToken + Reach)
                {
                    return false;
                }
            }

            return Names(course, lesion, place.Sentence, procedure.EndToken);
        }

        return false;
    }

    /// <summary>"Cervical lymphadenopathy was found. Excision of a node gave a lymphoma": the sample speaks of a node and names no place.</summary>
    private static bool IsTakenUp(ClinicalCourse course, IndexLesion lesion, PlacedMention place)
    {
        var next = place.Sentence + 1;
        if (next >= course.Document.SentenceArray.Length || course.KindsOf(next).Has(MentionKind.Site) || course.KindsOf(next).Has(MentionKind.Region))
        {
            return false;
        }

        foreach (ref readonly var node in course.MentionsOf(next, MentionKind.OrganRemoved))
        {
            if (node.Value == "lymphadenectomy" && IsSampled(course, node))
            {
                return Names(course, lesion, next, course.Document.SentenceArray[next].FirstToken);
            }
        }

        return false;
    }

    /// <summary>"a biopsy of the liver shows metastatic carcinoma": what was sampled is where the metastasis lies.</summary>
    public static bool GaveMetastasis(ClinicalCourse course, PlacedMention place)
    {
        foreach (ref readonly var spread in course.MentionsOf(place.Sentence, MentionKind.Spread))
        {
            if (spread.Value == "metastasis" && spread.FirstToken >= place.EndToken && !spread.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                return IsSampled(course, place, isBiopsy: true) && !course.Has(place.Sentence, place.EndToken, spread.FirstToken, MentionKind.Tumour)
                    && !(spread.EndToken < course.SentenceOf(spread).EndToken && course.Document.TextOf(course.Document.TokenArray[spread.EndToken]) is "to" or "in" or "into" or "with");
            }
        }

        return false;
    }

    private static bool Names(ClinicalCourse course, IndexLesion lesion, int sentence, int from)
    {
        foreach (ref readonly var tumour in course.MentionsOf(sentence, MentionKind.Tumour))
        {
            if (tumour.FirstToken >= from && !tumour.Is(Assertion.NotFactual & ~Assertion.Uncertain) && lesion.Has(tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"biopsy of an axillary node", "a cervical lymph node was excised".</summary>
    public static bool IsSampled(ClinicalCourse course, PlacedMention place, bool isBiopsy = false)
    {
        foreach (ref readonly var procedure in course.MentionsNear(place.Sentence, MentionKind.Procedure, place.FirstToken - Reach, place.EndToken + Reach))
        {
            if (procedure.Concept is ProcedureConcept { Term: "biopsy" or "resection" or "lymphadenectomy" } act && (act.Term == "biopsy" || !isBiopsy) && !procedure.Is(Assertion.Negated) && procedure.DistanceTo(place) <= Reach
                && !SiteWords.HasStop(course, Math.Min(procedure.EndToken, place.EndToken), Math.Max(procedure.FirstToken, place.FirstToken)))
            {
                return true;
            }
        }

        return false;
    }
}
