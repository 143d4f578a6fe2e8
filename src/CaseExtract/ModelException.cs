namespace CaseExtract;

/// <summary>A model file cannot be used.</summary>
public sealed class ModelException(string message) : Exception(message);
