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
    internal const double SureOrigin = 0.85;

    public static List<Operation> Select(ClinicalCourse course, List<Operation> operations, IndexLesion lesion, Schema.LesionOrigin? origin, ResolvedSite? primary)
    {
        if (operations.Count == 0)
        {
            return [];
        }

        var selected = new List<Operation>(operations.Count);
        var sureOrigin = origin?.Confidence >= SureOrigin ? origin.Value : null;
        var leftOut = -1;
        var hasRemoval = false;
        Dictionary<string, bool>? spread = null; // organs that were asked for
        for (var index = 0; index < operations.Count; index++)
        {
            var operation = operations[index];
            if (operation.IsEarlier || operation.Use == ProcedureUse.Unrelated || (operation.Use == ProcedureUse.Benign && lesion.IsTumour) || operation.Mention.Is(Assertion.Uncertain) || (hasRemoval && IsOfComplication(operation)) || (primary is not null && operation.Term == "debridement"))
            {
                continue;
            }

            if (operation.Term == "biopsy" && (BiopsyPlace.IsNormal(course, operation.Mention) || BiopsyPlace.IsStaging(course, operation.Mention)
                || (primary is not null && primary.Topography.AsSpan(0, 3) is not ("C42" or "C77") && BiopsyPlace.IsOfMarrow(course, operation.Mention))))
            {
                continue;
            }

            // the nodes belong to the operation that they are told with
            if (IsOnOtherLesion(course, operations, index, sureOrigin, primary, ref spread) || (primary is not null && IsForOtherTumour(course, operation, primary.Topography)) || (operation.Term == "lymphadenectomy" && operation.Mention.Sentence == leftOut))
            {
                leftOut = operation.Organ is not null ? operation.Mention.Sentence : leftOut;
                continue;
            }

            selected.Add(Named(course, operation, selected, primary));
            hasRemoval |= selected[^1].Term == "resection" || selected[^1].Organ is not null;
        }

        if (primary is not null && !IsBesideGallbladder(primary.Topography) && HasOrgan(selected, primary.Topography))
        {
            selected.RemoveAll(static operation => operation.Term == "cholecystectomy");
        }

        return selected;
    }

    private static bool HasOrgan(List<Operation> operations, string topography)
    {
        foreach (var operation in operations)
        {
            if (OrganGroup.IsSame(operation.Organ, topography))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A gallbladder is taken with the stomach, the liver, the bile ducts or the pancreas; with other organs it is taken for stones.</summary>
    private static bool IsBesideGallbladder(string primary) => primary.AsSpan(0, 3) is "C16" or "C17" or "C22" or "C23" or "C24" or "C25" || !OrganGroup.IsOrgan(primary);

    /// <summary>"lobectomy was performed [for lung cancer]" of a patient whose report is told for another cancer.</summary>
    private static bool IsForOtherTumour(ClinicalCourse course, Operation operation, string primary)
    {
        foreach (ref readonly var mention in course.MentionsNear(operation.Mention.Sentence, MentionKind.Tumour, operation.Mention.EndToken, operation.Mention.EndToken + (2 * Reach)))
        {
            if (mention.FirstToken <= operation.Mention.EndToken || mention.Concept is not TumourConcept { Site: { } site, Behaviour: '3' } || OrganGroup.IsSame(site, primary) || !OrganGroup.IsOrgan(primary) || !OrganGroup.IsOrgan(site) || (operation.Organ is not null && !OrganGroup.IsSame(operation.Organ, site)))
            {
                continue;
            }

            var tokens = course.Document.TokenArray;
            for (var index = mention.FirstToken - 1; index >= Math.Max(operation.Mention.EndToken, mention.FirstToken - 3); index--)
            {
                if (course.Document.TextOf(tokens[index]) is "for")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A hematoma evacuated, a wound cleaned or a chest opened to drain after a removal treats what the removal did.</summary>
    private static bool IsOfComplication(Operation operation) => operation.Term is "evacuation" or "debridement" or "fenestration";

    /// <summary>A lobectomy is the lung's unless the words, the operation before it or the tumour are the liver's or the thyroid's.</summary>
    private static Operation Named(ClinicalCourse course, Operation operation, List<Operation> before, ResolvedSite? primary)
    {
        if (operation.Term != "lobectomy")
        {
            // "wide local excision" of a breast cancer leaves the breast
            return operation.Term == "resection" && primary?.Topography is ['C', '5', '0', ..] && course.Document.TextOf(course.Document.SpanOf(operation.Mention.FirstToken, operation.Mention.EndToken)).Contains("local excision", StringComparison.OrdinalIgnoreCase)
                ? operation with { Term = "lumpectomy" }
                : operation;
        }

        var organ = BiopsyPlace.OrganBeside(course, operation.Mention) ?? (before.Count > 0 && before[^1].Term is "thyroidectomy" or "hepatectomy" ? before[^1].Organ : null) ?? primary?.Topography;
        return organ switch
        {
            ['C', '2', '2', ..] => operation with { Term = "hepatectomy", Organ = "C22.0" },
            ['C', '7', '3', ..] => operation with { Term = "thyroidectomy", Organ = "C73.9" },
            _ => operation,
        };
    }

    private static bool IsOnOtherLesion(ClinicalCourse course, List<Operation> operations, int index, string? origin, ResolvedSite? primary, ref Dictionary<string, bool>? spread)
    {
        var operation = operations[index];
        return origin switch
        {
            "metastatic" when primary is not null => OrganGroup.IsSame(operation.Organ, primary.Topography)
                || (operation.Term == "biopsy" && OrganGroup.IsSame(BiopsyPlace.OrganBeside(course, operation.Mention), primary.Topography))
                || IsOfLesionIn(course, operation.Mention, primary.Topography),
            not "metastatic" when primary is not null && operation.Term == "biopsy" && BiopsyPlace.IsBarren(course, operation.Mention, primary.Topography) => true,
            "primary" => IsOfMetastasis(course, operation.Mention) || (primary is not null && IsInOtherOrgan(course, operation, primary.Topography, ref spread) && !IsToldWith(operations, index, primary.Topography)),
            _ => false,
        };
    }

    /// <summary>"hysterectomy, salpingo-oophorectomy and lymph node dissection": told in one breath with the operation on the organ of the tumour.</summary>
    private static bool IsToldWith(List<Operation> operations, int index, string primary)
    {
        var operation = operations[index];
        if (operation.Term == "biopsy")
        {
            return false;
        }

        var first = index;
        while (first > 0 && operation.Mention.FirstToken - operations[first - 1].Mention.FirstToken <= 2 * Reach)
        {
            first--;
        }

        for (var beside = first; beside < operations.Count && operations[beside].Mention.FirstToken - operation.Mention.FirstToken <= 2 * Reach; beside++)
        {
            var other = operations[beside];
            if (other.Term != "biopsy" && other.Mention.Sentence == operation.Mention.Sentence && !other.IsEarlier && OrganGroup.IsSame(other.Organ, primary))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An operation on an organ to which the disease is said to have spread, or a biopsy of an organ in which the lesion is not. Only organs are compared: a node or a bone
    /// may hold any disease, and the marrow that of blood and nodes.
    /// </summary>
    private static bool IsInOtherOrgan(ClinicalCourse course, Operation operation, string primary, ref Dictionary<string, bool>? spread)
    {
        var organ = operation.Term == "biopsy" ? BiopsyPlace.OrganBeside(course, operation.Mention) : operation.Organ;
        return organ is not null && OrganGroup.IsOrgan(organ) && OrganGroup.IsOrgan(primary) && !OrganGroup.IsSame(organ, primary)
            && (operation.Term == "biopsy" || IsSpreadTo(course, organ, ref spread));
    }

    private static bool IsSpreadTo(ClinicalCourse course, string organ, ref Dictionary<string, bool>? known)
    {
        known ??= new Dictionary<string, bool>(StringComparer.Ordinal);
        if (!known.TryGetValue(organ, out var isSpread))
        {
            known[organ] = isSpread = HasMetastasisIn(course, organ);
        }

        return isSpread;
    }

    /// <summary>"the [liver lesion] was treated by embolization", told for a metastasis of it elsewhere.</summary>
    private static bool IsOfLesionIn(ClinicalCourse course, PlacedMention operation, string primary)
    {
        var isOfLesion = false;
        foreach (ref readonly var mention in course.MentionsNear(operation.Sentence, MentionKind.Site, operation.FirstToken - Reach, operation.FirstToken))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Organ } site && operation.FirstToken - mention.EndToken is >= 0 and <= Reach
                && course.Document.TextOf(course.Document.TokenArray[mention.EndToken]) is "lesion" or "lesions" or "tumor" or "tumour" or "mass" or "primary")
            {
                isOfLesion = OrganGroup.IsSame(site.Topography, primary);
            }
        }

        return isOfLesion;
    }

    /// <summary>"radiofrequency ablation of the liver metastasis".</summary>
    private static bool IsOfMetastasis(ClinicalCourse course, PlacedMention operation)
    {
        foreach (ref readonly var mention in course.MentionsNear(operation.Sentence, MentionKind.Spread, operation.EndToken, operation.EndToken + Reach))
        {
            if (mention.Value == "metastasis" && mention.FirstToken - operation.EndToken is >= 1 and <= Reach && !BiopsyPlace.HasFinding(course, operation.EndToken, mention.FirstToken)
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

            foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Site, spread.FirstToken - 1, spread.EndToken + 4))
            {
                if (mention.Concept is SiteConcept { Kind: SiteKind.Organ } site && OrganGroup.IsSame(site.Topography, organ)
                    && (spread.FirstToken - mention.EndToken is >= -1 and <= 1 || mention.FirstToken - spread.EndToken is >= 0 and <= 4))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
