using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Course;

/// <summary>An operation that the patient underwent, placed in the story.</summary>
/// <param name="Term">Canonical term.</param>
/// <param name="Intent">What it was done for, if its name says so.</param>
/// <param name="Organ">Topography of the organ it removes.</param>
/// <param name="Mention">The words that tell it.</param>
/// <param name="IsEarlier">Before the present course.</param>
/// <param name="Use">How sure its words alone are.</param>
/// <param name="IsGeneral">Whether its words fit any removal.</param>
/// <param name="IsReference">Whether its words may only refer to what is told elsewhere.</param>
internal sealed record Operation(string Term, string? Intent, string? Organ, PlacedMention Mention, bool IsEarlier, ProcedureUse Use, bool IsGeneral, bool IsReference);
