using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>An abbreviation as its lexicon lists it: case matters, and some count only beside certain words.</summary>
internal sealed record AbbreviationConcept(string Surface, Concept Concept, IReadOnlyList<int> ContextWords) : Concept;
