using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Extent of the index lesion's removal: a word of degree beside a word of removal ("total removal", "was removed completely"), a statement on
/// margins or remnants, or a biopsy when nothing was removed. The last statement of the present course decides; en bloc outranks total.
/// </summary>
internal sealed class ExtentExtractor
{
    private const int Window = 5;

    /// <summary>How far behind a degree the organ may stand that it is of: "partial resection of segment 6 of the liver".</summary>
    private const int OrganReach = 6;

    /// <summary>How far behind the margins it may be said that they are free: they may be listed between.</summary>
    private const int MarginReach = 16;

    public Extent? Extract(ClinicalCourse course, IReadOnlyList<Operation> operations, EvidenceFactory evidence)
    {
        PlacedMention? enBloc = null, total = null, subtotal = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Extent))
        {
            if (mention.Is(Assertion.NotFactual & ~Assertion.Negated) || mention.Episode is Episode.General or Episode.Earlier)
            {
                continue;
            }

            if (course.SentenceOf(mention).Section == SectionKind.Title)
            {
                continue;
            }

            switch (mention.Value)
            {
                case "gross-total" when !mention.Is(Assertion.Negated):
                    total = mention;
                    break;
                case "en-bloc" when !mention.Is(Assertion.Negated) && !IsOfNodes(course, mention):
                    enBloc ??= mention;
                    break;
                case "subtotal" when !mention.Is(Assertion.Negated):
                    subtotal = mention;
                    break;
                case "total" when ActBeside(course, mention) is { } act:
                    if (mention.Is(Assertion.Negated) || (IsDeclined(course, act) && operations.Any(operation => operation.Term == "resection")))
                    {
                        subtotal = mention;
                    }
                    else if (LeavesSome(course, mention, act))
                    {
                        subtotal = mention;
                    }
                    else if (!IsDeclined(course, act))
                    {
                        total = mention;
                    }

                    break;
                case "partial" when ActBeside(course, mention) is not null && !mention.Is(Assertion.Negated) && !IsOfOrgan(course, mention):
                    subtotal = mention;
                    break;
                case "margin" when MarginState(course, mention) is { } state:
                    if (state.Value == "free" && !state.Is(Assertion.Negated))
                    {
                        total = mention;
                    }
                    else
                    {
                        subtotal = mention;
                    }

                    break;
            }
        }

        if (enBloc is { } block)
        {
            return Make("en-bloc", 0.88, block);
        }

        if (total is { } whole && (subtotal is not { } rest || rest.FirstToken < whole.FirstToken || IsPiecemeal(course, rest)))
        {
            return Make("gross-total", 0.87, whole);
        }

        if (subtotal is { } part)
        {
            return Make("subtotal", 0.83, part);
        }

        return BiopsyOnly(operations) is { } biopsy ? Make("biopsy", 0.8, biopsy) : null;

        Extent Make(string value, double confidence, PlacedMention mention) => new()
        {
            Value = value,
            Confidence = confidence,
            Evidence = evidence.Of(mention),
        };
    }

    /// <summary>
    /// "partial resection of the bladder", "lung partial resection for a metastasis" take a part of an organ; of the lesion they say nothing. What is named first is the object; of "the
    /// liver tumor" it is the tumor.
    /// </summary>
    private static bool IsOfOrgan(ClinicalCourse course, PlacedMention degree)
    {
        var organEnd = -1;
        foreach (ref readonly var mention in course.MentionsOf(degree.Sentence))
        {
            var behind = mention.FirstToken - degree.EndToken;
            if (behind > OrganReach)
            {
                break;
            }

            if (mention.Kind is MentionKind.Tumour && behind >= 0)
            {
                return organEnd >= 0 && mention.FirstToken > organEnd;
            }

            if (mention is { Kind: MentionKind.Site, Concept: Annotation.Lexicons.SiteConcept { Kind: Annotation.Lexicons.SiteKind.Organ } } && (behind >= 0 || degree.FirstToken == mention.EndToken))
            {
                organEnd = mention.EndToken;
            }
        }

        return organEnd >= 0;
    }

    /// <summary>"en bloc lymph node dissection": how the nodes were cleared says nothing of the lesion.</summary>
    private static bool IsOfNodes(ClinicalCourse course, PlacedMention degree)
    {
        foreach (ref readonly var mention in course.MentionsOf(degree.Sentence))
        {
            if (mention.Kind == MentionKind.OrganRemoved && mention.Value == "lymphadenectomy" && mention.FirstToken - degree.EndToken is >= 0 and <= 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the sentence says of a resection margin, close by or behind a list of them.</summary>
    private static PlacedMention? MarginState(ClinicalCourse course, PlacedMention margin)
    {
        foreach (ref readonly var mention in course.MentionsOf(margin.Sentence))
        {
            if (mention.Kind == MentionKind.Extent && mention.Value is "free" or "involved"
                && (mention.FirstToken - margin.EndToken is >= 0 and <= MarginReach || margin.FirstToken - mention.EndToken is >= 0 and <= 3))
            {
                return mention;
            }
        }

        return null;
    }

    private static bool IsPiecemeal(ClinicalCourse course, PlacedMention mention) =>
        course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).StartsWith("piece", StringComparison.OrdinalIgnoreCase);

    /// <summary>The word of removal nearest to a degree, unless the removal is only planned or the word is that for a specimen.</summary>
    private static PlacedMention? ActBeside(ClinicalCourse course, PlacedMention degree)
    {
        if (IsOfOrganOperation(course, degree))
        {
            return null;
        }

        PlacedMention? nearest = null;
        var nearestDistance = Window + 1;
        foreach (ref readonly var mention in course.MentionsOf(degree.Sentence))
        {
            var distance = mention.FirstToken >= degree.EndToken ? mention.FirstToken - degree.EndToken : degree.FirstToken - mention.EndToken;
            if (mention.Kind == MentionKind.Extent && mention.Value == "act" && !mention.Is(Assertion.Hypothetical) && distance >= 0 && distance < nearestDistance
                && OperationAt(course, mention)?.Is(Assertion.Hypothetical) != true && !IsOfSpecimen(course, mention))
            {
                (nearest, nearestDistance) = (mention, distance);
            }
        }

        return nearest;
    }

    /// <summary>"was removed entirely, apart from a small portion around the foramen".</summary>
    private static bool LeavesSome(ClinicalCourse course, PlacedMention degree, PlacedMention act)
    {
        var document = course.Document;
        var from = Math.Max(degree.EndToken, act.EndToken);
        for (var index = from; index < Math.Min(course.SentenceOf(degree).EndToken - 1, from + Window); index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "apart" or "except" or "save" && document.TextOf(document.TokenArray[index + 1]) is "from" or "for" or "a")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"total thymectomy and node dissection", "radical vulvectomy": the degree is part of the operation's name.</summary>
    private static bool IsOfOrganOperation(ClinicalCourse course, PlacedMention degree)
    {
        foreach (ref readonly var mention in course.MentionsOf(degree.Sentence))
        {
            if (mention is { Kind: MentionKind.Procedure, Concept: Annotation.Lexicons.ProcedureConcept { Organ: not null } }
                && mention.FirstToken <= degree.EndToken && mention.EndToken > degree.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"complete resection was not possible": refused or not done.</summary>
    private static bool IsDeclined(ClinicalCourse course, PlacedMention act) => OperationAt(course, act)?.Is(Assertion.Negated) == true;

    /// <summary>The operation that a word of removal names: plans and refusals are said of it.</summary>
    private static PlacedMention? OperationAt(ClinicalCourse course, PlacedMention act)
    {
        foreach (ref readonly var mention in course.MentionsOf(act.Sentence))
        {
            if (mention.Kind == MentionKind.Procedure && mention.FirstToken < act.EndToken && mention.EndToken > act.FirstToken)
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"the resected specimen harboring the whole tumor".</summary>
    private static bool IsOfSpecimen(ClinicalCourse course, PlacedMention act) =>
        act.EndToken < course.SentenceOf(act).EndToken && course.Document.TextOf(course.Document.TokenArray[act.EndToken]) is "specimen" or "specimens" or "material" or "sample" or "tissue" or "site" or "bed" or "cavity" or "area";

    /// <summary>The biopsy, when every operation is one.</summary>
    private static PlacedMention? BiopsyOnly(IReadOnlyList<Operation> operations)
    {
        PlacedMention? biopsy = null;
        foreach (var operation in operations)
        {
            if (operation.Term != "biopsy")
            {
                if (operation.Term is "laminectomy" or "instrumentation" or "fusion" or "decompression" or "osteosynthesis" or "laparotomy" or "thoracotomy" or "craniotomy" or "vertebroplasty" or "kyphoplasty")
                {
                    continue;
                }

                return null;
            }

            biopsy ??= operation.Mention;
        }

        return biopsy;
    }
}
