using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>Words that someone else marked in a text.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Kind">What kind of thing they name, or <see langword="null"/> where that is left to the lexicons.</param>
internal readonly record struct GivenSpan(TextSpan Span, MentionKind? Kind = null);
