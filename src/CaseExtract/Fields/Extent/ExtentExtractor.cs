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

    public Extent? Extract(ClinicalCourse course, IReadOnlyList<Operation> operations, EvidenceFactory evidence)
    {
        PlacedMention? enBloc = null, total = null, subtotal = null;
        foreach (var mention in course.Of(MentionKind.Extent))
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
                case "en-bloc" when !mention.Is(Assertion.Negated):
                    enBloc ??= mention;
                    break;
                case "subtotal" when !mention.Is(Assertion.Negated):
                    subtotal = mention;
                    break;
                case "total" when IsBesideAct(course, mention):
                    if (mention.Is(Assertion.Negated))
                    {
                        subtotal = mention;
                    }
                    else
                    {
                        total = mention;
                    }

                    break;
                case "partial" when IsBesideAct(course, mention) && !mention.Is(Assertion.Negated) && !IsOfOrgan(course, mention):
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

    /// <summary>"partial resection of the bladder" takes a part of an organ; of the lesion it says nothing.</summary>
    private static bool IsOfOrgan(ClinicalCourse course, PlacedMention degree)
    {
        var hasOrgan = false;
        foreach (var mention in course.MentionsOf(degree.Sentence))
        {
            var distance = mention.FirstToken - degree.EndToken;
            if (distance is < 1 or > 5)
            {
                continue;
            }

            if (mention.Kind == MentionKind.Tumour)
            {
                return false;
            }

            hasOrgan |= mention is { Kind: MentionKind.Site, Concept: Annotation.Lexicons.SiteConcept { Kind: Annotation.Lexicons.SiteKind.Organ } };
        }

        return hasOrgan;
    }

    /// <summary>What the sentence says of a resection margin, within a dozen words.</summary>
    private static PlacedMention? MarginState(ClinicalCourse course, PlacedMention margin)
    {
        foreach (var mention in course.MentionsOf(margin.Sentence))
        {
            if (mention.Kind == MentionKind.Extent && mention.Value is "free" or "involved"
                && (mention.FirstToken - margin.EndToken is >= 0 and <= 12 || margin.FirstToken - mention.EndToken is >= 0 and <= 3))
            {
                return mention;
            }
        }

        return null;
    }

    private static bool IsPiecemeal(ClinicalCourse course, PlacedMention mention) =>
        course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).StartsWith("piece", StringComparison.OrdinalIgnoreCase);

    private static bool IsBesideAct(ClinicalCourse course, PlacedMention degree)
    {
        foreach (var mention in course.MentionsOf(degree.Sentence))
        {
            if (mention.Kind == MentionKind.Extent && mention.Value == "act" && !mention.Is(Assertion.Hypothetical)
                && (mention.FirstToken - degree.EndToken is >= 0 and <= Window || degree.FirstToken - mention.EndToken is >= 0 and <= Window))
            {
                return true;
            }
        }

        return false;
    }

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
