namespace CaseExtract.Lexicons;

/// <summary>A name as a source writes it, with the morphologies the source gives and the NCI Thesaurus concepts it belongs to.</summary>
internal sealed record OpenName(string Name, IReadOnlyList<Morphology> Morphologies, IReadOnlyList<string> Concepts, string Origin);
