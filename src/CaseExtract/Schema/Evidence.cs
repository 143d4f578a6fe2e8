namespace CaseExtract.Schema;

/// <summary>A quotation of the source text that a value rests on.</summary>
/// <param name="Start">First character, counted in Unicode code points of the decoded text, from 0.</param>
/// <param name="End">One past the last character, in Unicode code points.</param>
/// <param name="Text">The quotation: equal to the source from <paramref name="Start"/> to <paramref name="End"/>.</param>
/// <param name="Section">The kind of section it stands in: <c>title</c>, <c>case</c>, <c>imaging</c>, <c>operation</c>,
/// <c>pathology</c>, <c>history</c>, <c>course</c>, <c>caption</c>, <c>abstract</c>, <c>background</c>, <c>discussion</c> or <c>body</c>.</param>
public sealed record Evidence(
    int Start,
    int End,
    string Text,
    [property: Vocabulary("title", "case", "imaging", "operation", "pathology", "history", "course", "caption", "abstract", "background", "discussion", "body")]
    string Section);
