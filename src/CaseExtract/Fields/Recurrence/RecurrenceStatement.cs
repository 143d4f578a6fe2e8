using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A place where the report says that disease came back, or did not.</summary>
/// <param name="Mention">The words.</param>
/// <param name="IsAbsent">It did not.</param>
/// <param name="IsLocal">Where it was.</param>
/// <param name="IsDistant">Elsewhere.</param>
/// <param name="IsAfterTreatment">After the treatment of the present course.</param>
internal sealed record RecurrenceStatement(PlacedMention Mention, bool IsAbsent, bool IsLocal, bool IsDistant, bool IsAfterTreatment);
