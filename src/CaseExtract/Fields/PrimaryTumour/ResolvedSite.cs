using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Where the primary tumour arose, and the words that say so.</summary>
/// <param name="Topography">ICD-O-3 topography of four characters, with its point.</param>
/// <param name="Display">Name of the place for people.</param>
/// <param name="Mention">The words that tell it.</param>
/// <param name="Score">How well supported it is.</param>
internal sealed record ResolvedSite(string Topography, string Display, PlacedMention Mention, double Score);
