namespace CaseExtract.Text;

/// <summary>
/// What a message about a patient says beside the text that it carries. It never fills a field of the record, which is read from the text alone; where
/// the two disagree the record says so in its warnings.
/// </summary>
/// <param name="BirthDate">The patient's date of birth (HL7 PID-7).</param>
/// <param name="Sex"><c>female</c> or <c>male</c> (HL7 PID-8); <see langword="null"/> for others and none.</param>
/// <param name="ReportDate">When the observation was made (HL7 OBR-7), else when the message was sent (MSH-7).</param>
public sealed record PatientHeader(DateOnly? BirthDate, string? Sex, DateOnly? ReportDate);
