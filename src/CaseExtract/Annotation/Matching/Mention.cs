using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>A concept named in a document.</summary>
/// <param name="Kind">What kind of thing it names.</param>
/// <param name="Concept">What exactly.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
internal readonly record struct Mention(MentionKind Kind, Concept Concept, int FirstToken, int EndToken)
{
    /// <summary>Index of the sentence it stands in.</summary>
    public int Sentence { get; init; }

    /// <summary>Whether it is so, and whose.</summary>
    public Assertion Assertion { get; init; }
}
