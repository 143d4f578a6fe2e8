using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>
/// What the context makes of spans that annotators marked and gave a polarity: precision and recall of negation, apart from what the
/// lexicons know.
/// </summary>
/// <remarks>
/// <para>Counted is every event of the annotation, of every type. Positive is one with <c>POLARITY NEG</c>; negative is one without a polarity.
/// Events that the annotators were unsure of (<c>UNCERTAIN</c>, <c>MAYBE_NEG</c>, <c>MAYBE_POS</c>) are neither and left out, and so is the rare <c>POS</c>.
/// An event is answered as negated when the assertion of its words carries <see cref="Assertion.Negated"/>, whatever else it carries; the
/// pieces of a discontinuous one are asked one by one, and one suffices.</para>
/// <para>The annotation of MACCROBAT is taken as it is. It has habits that no reading of the text can follow: some items of a
/// denied list have no polarity; a drug that was stopped is mostly NEG and sometimes not; a test with the value "negative" is mostly not NEG, a finding with it mostly is; the negation may be part of the span
/// ("did not show pulmonary embolism", "unaffected"); a synonym of a denied finding in parentheses has it sometimes.</para>
/// </remarks>
internal sealed class NegationScore
{
    private const string Negative = "NEG";

    private readonly SortedDictionary<string, NegationCounts> _kinds = new(StringComparer.Ordinal);

    /// <summary>Counts for each type of event.</summary>
    public IReadOnlyDictionary<string, NegationCounts> Kinds => _kinds;

    /// <summary>The sum over all types.</summary>
    public NegationCounts All => _kinds.Values.Aggregate(default(NegationCounts), (sum, counts) => sum + counts);

    /// <summary>Asks the context about the events of one text.</summary>
    /// <returns>The events that it answered wrong.</returns>
    public IReadOnlyList<BratEvent> Add(CaseExtractor extractor, Narrative narrative, IReadOnlyList<BratEvent> events)
    {
        var counted = events.Where(found => found.Polarity is Negative or "").ToList();
        var assertions = extractor.AssertSpans(narrative, [.. counted.SelectMany(found => found.Spans.Select(span => new GivenSpan(span, KindOf(found.Kind))))]);
        var wrong = new List<BratEvent>();
        var next = 0;
        foreach (var found in counted)
        {
            var given = assertions.Skip(next).Take(found.Spans.Count).Any(assertion => (assertion & (Assertion.Negated | Assertion.Ended)) != 0);
            next += found.Spans.Count;
            var expected = found.Polarity == Negative;
            _kinds[found.Kind] = _kinds.GetValueOrDefault(found.Kind) + (expected, given) switch
            {
                (true, true) => new NegationCounts(1, 0, 0, 0),
                (false, true) => new NegationCounts(0, 1, 0, 0),
                (true, false) => new NegationCounts(0, 0, 1, 0),
                (false, false) => new NegationCounts(0, 0, 0, 1),
            };
            if (given != expected)
            {
                wrong.Add(found);
            }
        }

        return wrong;
    }

    /// <summary>The kind that a type of event is for the context, which takes a plan or a refusal to be of an act (and so of an activity, such as eating or smoking) and a normal value to be of a test.</summary>
    private static MentionKind? KindOf(string type) => type switch
    {
        "Diagnostic_procedure" or "Lab_value" => MentionKind.Test,
        "Therapeutic_procedure" or "Activity" => MentionKind.Procedure,
        "Medication" => MentionKind.Adjuvant,
        "Clinical_event" => MentionKind.Plot,
        "Date" or "Duration" or "Time" => MentionKind.Interval,
        "Sign_symptom" or "Disease_disorder" => MentionKind.Presentation,
        _ => null,
    };
}

/// <summary>Spans by what they are and what they were taken for.</summary>
internal readonly record struct NegationCounts(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    public double Precision => (double)TruePositives / Math.Max(1, TruePositives + FalsePositives);

    public double Recall => (double)TruePositives / Math.Max(1, TruePositives + FalseNegatives);

    public double F1 => 2.0 * TruePositives / Math.Max(1, (2 * TruePositives) + FalsePositives + FalseNegatives);

    public static NegationCounts operator +(NegationCounts left, NegationCounts right) => new(
        left.TruePositives + right.TruePositives,
        left.FalsePositives + right.FalsePositives,
        left.FalseNegatives + right.FalseNegatives,
        left.TrueNegatives + right.TrueNegatives);
}
