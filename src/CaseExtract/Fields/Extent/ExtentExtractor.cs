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
    /// <summary>How far behind the margins it may be said that they are free: they may be listed between.</summary>
    private const int MarginReach = 16;

    public Extent? Extract(ClinicalCourse course, List<Operation> operations, EvidenceFactory evidence)
    {
        var hasRemoval = operations.Any(static operation => operation.Term is not ("biopsy" or "laparotomy" or "thoracotomy" or "craniotomy" or "laminectomy" or "decompression"));
        var hasResection = operations.Any(static operation => operation.Term == "resection");
        var lastRemoval = Residue.LastRemoval(operations);
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
                case "gross-total" when IsStatement(course, mention) ? hasRemoval : !mention.Is(Assertion.Negated) && !IsDeclined(course, mention):
                    total = mention;
                    break;
                case "en-bloc" when !mention.Is(Assertion.Negated) && !IsOfNodes(course, mention) && !IsDeclined(course, mention):
                    enBloc ??= mention;
                    break;
                // "debulking was rejected", "cytoreduction will be decided upon"
                case "subtotal" when !mention.Is(Assertion.Negated | Assertion.Hypothetical) && !IsDeclined(course, mention) && !Residue.IsOfDevice(course, mention):
                    subtotal = mention;
                    break;
                case "leaving" when hasRemoval && Residue.IsLeaving(course, mention):
                    subtotal = mention;
                    break;
                // "about 70% of the tumor was removed"
                case "act" when !mention.Is(Assertion.Negated) && RemovedShare.Of(course, mention) is { } share:
                    total = share == 100 ? mention : total;
                    subtotal = share == 100 ? subtotal : mention;
                    break;
                // "was excised except for a thin film on the cord"
                case "act" when !mention.Is(Assertion.Negated) && hasRemoval && RemovalAct.LeavesSome(course, mention, mention):
                    subtotal = mention;
                    break;
                // "no residual tumor after resection", not "after chemotherapy"
                case "residue" when mention.Is(Assertion.Negated):
                    total = hasRemoval && Residue.IsToldOfRemoval(course, mention) ? mention : total;
                    break;
                case "residue" when lastRemoval >= 0 && lastRemoval <= mention.FirstToken:
                    subtotal = mention;
                    break;
                case "total" when RemovalAct.ActBeside(course, mention) is { } act:
                    if (mention.Is(Assertion.Negated) || (hasResection && RemovalAct.IsDeclined(course, act)))
                    {
                        subtotal = mention;
                    }
                    else if (RemovalAct.LeavesSome(course, mention, act))
                    {
                        subtotal = mention;
                    }
                    else if (!RemovalAct.IsDeclined(course, act))
                    {
                        total = mention;
                    }

                    break;
                case "partial" when RemovalAct.ActBeside(course, mention) is not null && !mention.Is(Assertion.Negated) && !RemovalAct.IsOfOrgan(course, mention):
                    subtotal = mention;
                    break;
                case "margin" when (hasRemoval || course.Has(mention.Sentence, MentionKind.Extent, "act")) && MarginState(course, mention) is { } state:
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

    /// <summary>"invasion was absent and the margins were free": a whole statement, with a verb of its own, which is not denied with what stands beside it.</summary>
    private static bool IsStatement(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.FirstToken + 1; index < mention.EndToken - 1; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "was" or "were" or "is" or "are")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"an en bloc resection was judged to be impossible": what is said of the removal is said of its degree.</summary>
    private static bool IsDeclined(ClinicalCourse course, PlacedMention degree)
    {
        foreach (ref readonly var operation in course.MentionsNear(degree.Sentence, MentionKind.Procedure, degree.FirstToken, degree.EndToken))
        {
            if (operation.FirstToken <= degree.FirstToken && operation.EndToken >= degree.EndToken)
            {
                return operation.Is(Assertion.Negated);
            }
        }

        // "resection en bloc was not possible"
        return degree.Value == "en-bloc" && RemovalAct.ActBeside(course, degree) is { } act && RemovalAct.IsDeclined(course, act);
    }

    /// <summary>"en bloc lymph node dissection": how the nodes were cleared says nothing of the lesion.</summary>
    private static bool IsOfNodes(ClinicalCourse course, PlacedMention degree)
    {
        foreach (ref readonly var mention in course.MentionsNear(degree.Sentence, degree.EndToken, degree.EndToken + 2))
        {
            if (mention.FirstToken - degree.EndToken is >= 0 and <= 2
                && ((mention.Kind == MentionKind.OrganRemoved && mention.Value == "lymphadenectomy") || (mention.Concept is Annotation.Lexicons.ProcedureConcept operation && mention.FirstToken - degree.EndToken <= 1 && (operation.Term == "lymphadenectomy" || (operation.Organ is not null && IsAddition(course, degree))))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"pancreatectomy [with] en bloc splenectomy": said of what went along.</summary>
    private static bool IsAddition(ClinicalCourse course, PlacedMention degree) =>
        degree.FirstToken > course.SentenceOf(degree).FirstToken && course.Document.TextOf(course.Document.TokenArray[degree.FirstToken - 1]) is "with" or "plus";

    /// <summary>What the sentence says of a resection margin, close by or behind a list of them.</summary>
    private static PlacedMention? MarginState(ClinicalCourse course, PlacedMention margin)
    {
        foreach (ref readonly var mention in course.MentionsNear(margin.Sentence, MentionKind.Extent, margin.FirstToken - 4, margin.EndToken + MarginReach))
        {
            if (mention.Value is "free" or "involved"
                && (mention.FirstToken - margin.EndToken is >= 0 and <= MarginReach || margin.FirstToken - mention.EndToken is >= 0 and <= 4))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"piecemeal", "in small pieces", "in fragments": how it was taken, be it all.</summary>
    private static bool IsPiecemeal(ClinicalCourse course, PlacedMention mention)
    {
        var words = course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken));
        return words.Contains("piece", StringComparison.OrdinalIgnoreCase) || words.Contains("fragment", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The biopsy, when every operation is one.</summary>
    private static PlacedMention? BiopsyOnly(List<Operation> operations)
    {
        PlacedMention? biopsy = null;
        foreach (var operation in operations)
        {
            if (operation.Term != "biopsy")
            {
                if (operation.Use == Annotation.Lexicons.ProcedureUse.Benign || operation.Term is "laminectomy" or "hemilaminectomy" or "laminotomy" or "laminoplasty" or "foraminotomy" or "facetectomy" or "instrumentation" or "fusion" or "decompression" or "osteosynthesis" or "laparotomy" or "thoracotomy" or "craniotomy" or "vertebroplasty" or "kyphoplasty")
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
