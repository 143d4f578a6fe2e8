using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>An event of a brat annotation: words of the text, what kind of thing they name, and the polarity that the annotator gave it.</summary>
/// <param name="Kind">The event's type, such as <c>Sign_symptom</c>.</param>
/// <param name="Spans">The stretches of text that its trigger covers: one, or several when the trigger is discontinuous. UTF-16 code units.</param>
/// <param name="Polarity">The value of its POLARITY attribute, such as <c>NEG</c>; empty when it has none.</param>
internal sealed record BratEvent(string Kind, IReadOnlyList<TextSpan> Spans, string Polarity);
