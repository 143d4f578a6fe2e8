using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A value of a clinical scale as written.</summary>
/// <param name="Scale">The scale, as <c>lexicons/scale.tsv</c> names it.</param>
/// <param name="Value">The value in its one spelling.</param>
/// <param name="ValueToken">The token that holds the value; the mention spans the scale's name too.</param>
/// <param name="Change">Which end of a change it is: "from C to D".</param>
internal sealed record ScaleConcept(string Scale, string Value, int ValueToken, ScaleChange Change = ScaleChange.None) : Concept;

internal enum ScaleChange : byte
{
    None,
    Before,
    After,
}
