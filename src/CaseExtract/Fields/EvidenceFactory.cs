using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Makes evidence of mentions: the quotation, with its place counted in code points.</summary>
internal sealed class EvidenceFactory(Document document)
{
    private readonly int[]? _codePoints = CountCodePoints(document.Narrative.Text);

    /// <summary>A value that a report repeats a hundred times rests on its first dozen quotations.</summary>
    public const int MostQuotations = 12;

    public IReadOnlyList<Evidence> Of(params ReadOnlySpan<PlacedMention> mentions)
    {
        if (mentions.Length == 1)
        {
            return [QuotationOf(mentions[0])];
        }

        var evidence = new List<Evidence>(Math.Min(mentions.Length, MostQuotations));
        foreach (var mention in mentions[..Math.Min(mentions.Length, MostQuotations)])
        {
            var one = QuotationOf(mention);
            if (!evidence.Contains(one))
            {
                evidence.Add(one);
            }
        }

        evidence.Sort(Compare);
        return evidence;
    }

    private Evidence QuotationOf(PlacedMention mention) => Of(document.SpanOf(mention.FirstToken, mention.EndToken), document.SentenceArray[mention.Sentence].Section);

    /// <summary>The quotations of one value told twice, in text order, up to the same number.</summary>
    public static IReadOnlyList<Evidence> Join(IReadOnlyList<Evidence> known, IReadOnlyList<Evidence> more)
    {
        if (known.Count >= MostQuotations || more.Count == 0)
        {
            return known;
        }

        if (known.Count == 0)
        {
            return more;
        }

        var joined = new List<Evidence>(Math.Min(known.Count + more.Count, MostQuotations));
        int left = 0, right = 0;
        while (joined.Count < MostQuotations && (left < known.Count || right < more.Count))
        {
            var next = right == more.Count || (left < known.Count && Compare(known[left], more[right]) <= 0) ? known[left++] : more[right++];
            if (joined.Count == 0 || joined[^1] != next)
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    private static int Compare(Evidence left, Evidence right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End);

    public Evidence Of(TextSpan span, SectionKind section) =>
        new(CodePoint(span.Start), CodePoint(span.End), document.Quote(span), NameOf(section));

    /// <summary>Length of the text in code points.</summary>
    public int Length => CodePoint(document.Narrative.Text.Length);

    private int CodePoint(int index) => _codePoints is null ? index : _codePoints[index];

    private static string NameOf(SectionKind section) => section switch
    {
        SectionKind.Title => "title",
        SectionKind.Case => "case",
        SectionKind.History => "history",
        SectionKind.Imaging => "imaging",
        SectionKind.Operation => "operation",
        SectionKind.Pathology => "pathology",
        SectionKind.FollowUp => "course",
        SectionKind.Abstract => "abstract",
        SectionKind.Caption => "caption",
        SectionKind.Background => "background",
        SectionKind.Discussion => "discussion",
        _ => "body",
    };

    /// <summary>Most texts hold no surrogate pair: then code units are code points and no table is needed.</summary>
    private static int[]? CountCodePoints(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF'))
        {
            return null;
        }

        var counts = new int[text.Length + 1];
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            counts[index] = count;
            if (!(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])))
            {
                count++;
            }
        }

        counts[text.Length] = count;
        return counts;
    }
}
