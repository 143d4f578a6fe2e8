using CaseExtract.Text.Sections;

namespace CaseExtract.Text.Sentences;

/// <summary>A sentence, a heading or a line of a list.</summary>
/// <param name="Span">From its first visible character to its last.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Section">The kind of the section it stands in.</param>
/// <param name="IsHeading">Whether it is the heading of that section.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, SectionKind Section, bool IsHeading);
