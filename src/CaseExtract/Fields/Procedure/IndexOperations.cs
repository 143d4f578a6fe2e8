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
        var selected = new List<Operation>(operations.Count);
        foreach (var operation in operations)
        {
            if (!operation.IsEarlier && operation.Use != ProcedureUse.Unrelated && !operation.Mention.Is(Assertion.Uncertain)
                && !IsOnOtherLesion(course, operation, origin?.Confidence >= SureOrigin ? origin.Value : null, primary))
            {
                selected.Add(Named(operation, primary));
            }
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

    /// <summary>A lobectomy is the lung's unless the tumour is the liver's or the thyroid's.</summary>
    private static Operation Named(Operation operation, ResolvedSite? primary) => (operation.Term, primary?.Topography) switch
    {
        ("lobectomy", ['C', '2', '2', ..]) => operation with { Term = "hepatectomy", Organ = "C22.0" },
        ("lobectomy", ['C', '7', '3', ..]) => operation with { Term = "thyroidectomy", Organ = "C73.9" },
        _ => operation,
    };

    private static bool IsOnOtherLesion(ClinicalCourse course, Operation operation, string? origin, ResolvedSite? primary) => origin switch
    {
        "metastatic" when primary is not null => IsSameOrgan(operation.Organ, primary.Topography)
            || (operation.Term == "biopsy" && IsSameOrgan(OrganBeside(course, operation.Mention), primary.Topography)),
        "primary" => IsOnMetastasis(course, operation.Mention),
        _ => false,
    };

    private static bool IsSameOrgan(string? left, string right) => left is { Length: >= 3 } && left.AsSpan(0, 3).SequenceEqual(right.AsSpan(0, 3));

    /// <summary>The organ written with a biopsy: "biopsy of the liver nodules", "lung biopsy".</summary>
    private static string? OrganBeside(ClinicalCourse course, PlacedMention biopsy)
    {
        foreach (var mention in course.MentionsOf(biopsy.Sentence))
        {
            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ } site }
                && (biopsy.FirstToken - mention.EndToken is >= 0 and <= 1 || mention.FirstToken - biopsy.EndToken is >= 1 and <= 4 || (mention.FirstToken >= biopsy.FirstToken && mention.EndToken <= biopsy.EndToken)))
            {
                return site.Topography;
            }
        }

        return null;
    }

    /// <summary>"radiofrequency ablation of the liver metastasis".</summary>
    private static bool IsOnMetastasis(ClinicalCourse course, PlacedMention operation)
    {
        foreach (var mention in course.MentionsOf(operation.Sentence))
        {
            if (mention.Kind == MentionKind.Spread && mention.Value == "metastasis" && mention.FirstToken - operation.EndToken is >= 1 and <= Reach
                && course.Document.TextOf(course.Document.TokenArray[operation.EndToken]) is "of")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"radical resection with an extended hepatic lobectomy": the general word is the specific operation.</summary>
    private static bool IsPartOfNext(ClinicalCourse course, List<Operation> operations, int index)
    {
        var operation = operations[index].Mention;
        if (operations[index].Term != "resection")
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
