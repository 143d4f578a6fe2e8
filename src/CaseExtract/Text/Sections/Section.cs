namespace CaseExtract.Text.Sections;

/// <summary>A part of a page, in text order; none overlaps its neighbour.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Span">Its text, heading included.</param>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="EndSentence">One past its last sentence.</param>
public readonly record struct Section(SectionKind Kind, TextSpan Span, int FirstSentence, int EndSentence);
