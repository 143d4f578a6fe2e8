namespace CaseExtract.Lexicons;

/// <summary>A term that the sources propose, with every current morphology that they give it.</summary>
internal sealed record Candidate(string Term, SortedSet<Morphology> Morphologies);
