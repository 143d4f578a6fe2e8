namespace CaseExtract.Registry.Loading;

/// <summary>A text is no case record, or none that a registry can hold.</summary>
/// <param name="reason">What is wrong and where; never quotes the record.</param>
internal sealed class RecordFaultException(string reason) : Exception(reason);
