using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>
/// Of all operations of a patient, those of the present course on the index lesion. Left out are operations on another lesion of the same
/// disease: on the organ of the primary when the report is told for a metastasis, and on a metastasis when it is told for the primary.
/// </summary>
internal static class IndexOperations
{
    /// <summary>How far behind an operation its object may stand, in tokens.</summary>
    private const int Reach = 6;

    /// <summary>Below this the origin says nothing of what was operated on.</summary>
    private const double SureOrigin = 0.85;

    public static IReadOnlyList<Operation> Select(ClinicalCourse course, IReadOnlyList<Operation> operations, Schema.LesionOrigin? origin, ResolvedSite? primary)
    {
        if (operations.Count == 0)
        {
            return [];
        }

        var selected = new List<Operation>(operations.Count);
        var sureOrigin = origin?.Confidence >= SureOrigin ? origin.Value : null;
        var leftOut = -1;
        var hasRemoval = false;
        foreach (var operation in operations)
        {
            if (operation.IsEarlier || operation.Use == ProcedureUse.Unrelated || operation.Mention.Is(Assertion.Uncertain) || (hasRemoval && IsOfComplication(operation)))
            {
                continue;
            }

            // the nodes belong to the operation that they are told with
            if (IsOnOtherLesion(course, operation, sureOrigin, primary) || (operation.Term == "lymphadenectomy" && operation.Mention.Sentence == leftOut))
            {
                leftOut = operation.Organ is not null ? operation.Mention.Sentence : leftOut;
                continue;
            }

            selected.Add(Named(course, operation, selected, primary));
            hasRemoval |= selected[^1].Term == "resection" || selected[^1].Organ is not null;
        }

        var kept = new List<Operation>(selected.Count);
        for (var index = 0; index < selected.Count; index++)
        {
            if (!IsPartOfNext(course, selected, index))
            {
                kept.Add(selected[index]);
            }
        }

        return kept;
    }

    /// <summary>A hematoma evacuated or a wound cleaned after a removal treats what the removal did.</summary>
    private static bool IsOfComplication(Operation operation) => operation.Term is "evacuation" or "debridement";

    /// <summary>A lobectomy is the lung's unless the words, the operation before it or the tumour are the liver's or the thyroid's.</summary>
    private static Operation Named(ClinicalCourse course, Operation operation, List<Operation> before, ResolvedSite? primary)
    {
        if (operation.Term != "lobectomy")
        {
            return operation;
        }

        var organ = OrganBeside(course, operation.Mention) ?? (before.Count > 0 && before[^1].Term is "thyroidectomy" or "hepatectomy" ? before[^1].Organ : null) ?? primary?.Topography;
        return organ switch
        {
            ['C', '2', '2', ..] => operation with { Term = "hepatectomy", Organ = "C22.0" },
            ['C', '7', '3', ..] => operation with { Term = "thyroidectomy", Organ = "C73.9" },
            _ => operation,
        };
    }

    private static bool IsOnOtherLesion(ClinicalCourse course, Operation operation, string? origin, ResolvedSite? primary) => origin switch
    {
        "metastatic" when primary is not null => OrganGroup.IsSame(operation.Organ, primary.Topography)
            || (operation.Term == "biopsy" && OrganGroup.IsSame(OrganBeside(course, operation.Mention), primary.Topography)),
        "primary" => IsOfMetastasis(course, operation.Mention) || (primary is not null && IsInOtherOrgan(course, operation, primary.Topography)),
        _ => false,
    };

    /// <summary>
    /// An operation on an organ to which the disease is said to have spread, or a biopsy of an organ in which the lesion is not. Only organs are compared: a node or a bone
    /// may hold any disease, and the marrow that of blood and nodes.
    /// </summary>
    private static bool IsInOtherOrgan(ClinicalCourse course, Operation operation, string primary)
    {
        if (operation.Term == "biopsy" && OrganGroup.IsOrgan(primary) && IsOfMarrow(course, operation.Mention))
        {
            return true;
        }

        var organ = operation.Term == "biopsy" ? OrganBeside(course, operation.Mention) : operation.Organ;
        return organ is not null && OrganGroup.IsOrgan(organ) && OrganGroup.IsOrgan(primary) && !OrganGroup.IsSame(organ, primary)
            && (operation.Term == "biopsy" || HasMetastasisIn(course, organ));
    }

    /// <summary>The organ written with a biopsy: "biopsy of the liver nodules", "lung biopsy".</summary>
    private static string? OrganBeside(ClinicalCourse course, PlacedMention biopsy)
    {
        foreach (ref readonly var mention in course.MentionsOf(biopsy.Sentence))
        {
            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ } site }
                && (biopsy.FirstToken - mention.EndToken is >= 0 and <= 1 || mention.FirstToken - biopsy.EndToken is >= 1 and <= 4 || (mention.FirstToken >= biopsy.FirstToken && mention.EndToken <= biopsy.EndToken))
                && !IsFinding(course, biopsy, mention))
            {
                return site.Topography;
            }
        }

        return null;
    }

    /// <summary>"bone marrow biopsy", "bone marrow aspirates and biopsy", in which no tumour was found.</summary>
    private static bool IsOfMarrow(ClinicalCourse course, PlacedMention biopsy)
    {
        var isOfMarrow = false;
        foreach (ref readonly var mention in course.MentionsOf(biopsy.Sentence))
        {
            isOfMarrow |= mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Marrow } } && biopsy.EndToken > mention.FirstToken && biopsy.FirstToken - mention.EndToken <= 3;
            if (mention is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Tumour } } && mention.FirstToken > biopsy.EndToken && !mention.Is(Assertion.NotFactual))
            {
                return false;
            }
        }

        return isOfMarrow;
    }

    /// <summary>"a biopsy had shown lung cancer": a place named behind the verb is no place of the biopsy.</summary>
    private static bool IsFinding(ClinicalCourse course, PlacedMention biopsy, PlacedMention site)
    {
        for (var index = biopsy.EndToken; index < site.FirstToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "showed" or "shown" or "showing" or "shows" or "revealed" or "revealing" or "confirmed" or "confirming" or "demonstrated" or "indicated" or "gave" or "yielded" or "was" or "were"
                or "proved" or "suggested" or "found" or "disclosed")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"radiofrequency ablation of the liver metastasis".</summary>
    private static bool IsOfMetastasis(ClinicalCourse course, PlacedMention operation)
    {
        foreach (ref readonly var mention in course.MentionsOf(operation.Sentence))
        {
            if (mention.Kind == MentionKind.Spread && mention.Value == "metastasis" && mention.FirstToken - operation.EndToken is >= 1 and <= Reach
                && course.Document.TextOf(course.Document.TokenArray[operation.EndToken]) is "of" or "for")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a splenic metastasis", "metastatic disease to the liver": the organ stands within a few words of the spread.</summary>
    private static bool HasMetastasisIn(ClinicalCourse course, string organ)
    {
        foreach (ref readonly var spread in course.Of(MentionKind.Spread))
        {
            if (spread.Value != "metastasis" || spread.Is(Assertion.NotFactual))
            {
                continue;
            }

            foreach (ref readonly var mention in course.MentionsOf(spread.Sentence))
            {
                if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ } site } && OrganGroup.IsSame(site.Topography, organ)
                    && (spread.FirstToken - mention.EndToken is >= -1 and <= 1 || mention.FirstToken - spread.EndToken is >= 0 and <= 4))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"radical resection with an extended hepatic lobectomy": the general word is the specific operation.</summary>
    private static bool IsPartOfNext(ClinicalCourse course, List<Operation> operations, int index)
    {
        var operation = operations[index].Mention;
        // "resection of the tumor with ethmoidectomy" tells two
        if (operations[index].Term != "resection" || course.Has(operation.Sentence, operation.FirstToken, operation.EndToken, MentionKind.Tumour))
        {
            return false;
        }

        for (var next = index + 1; next < operations.Count && operations[next].Mention.FirstToken - operation.EndToken <= Reach; next++)
        {
            if (operations[next].Organ is not null && operations[next].Mention.Sentence == operation.Sentence && operations[next].Mention.FirstToken > operation.EndToken
                && course.Document.TextOf(course.Document.TokenArray[operation.EndToken]) is "with" or "including" or "by")
            {
                return true;
            }
        }

        return false;
    }
}
