namespace CaseExtract.Fields;

/// <summary>A place as a mention tells it.</summary>
/// <param name="Topography"><see langword="null"/> where it tells none.</param>
/// <param name="Display">Its name.</param>
/// <param name="IsOfWomb">"cervical", where the womb is spoken of.</param>
/// <param name="IsPointedTo">Told by its distance from a landmark: "5 cm above the anal verge".</param>
internal readonly record struct NamedPlace(string? Topography, string Display, bool IsOfWomb = false, bool IsPointedTo = false);
