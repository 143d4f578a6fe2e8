namespace CaseExtract.Lexicons;

/// <summary>A row of the tumour lexicon.</summary>
/// <param name="Term">Lower case, singular, American.</param>
/// <param name="Morphology">None for words that name no histology.</param>
/// <param name="Behaviour">Behaviour that the name implies; empty where it implies none.</param>
/// <param name="Site">Topography that the name tells; empty where it tells none.</param>
/// <param name="Display">Name for people.</param>
/// <param name="Kind"><c>tumour</c>, <c>generic</c> or <c>lesion</c>.</param>
internal sealed record Entry(string Term, Morphology? Morphology, string Behaviour, string Site, string Display, string Kind);
