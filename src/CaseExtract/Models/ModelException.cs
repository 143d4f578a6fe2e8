namespace CaseExtract;

/// <summary>A model file is missing or malformed; the message names the file and the line.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ModelException() { }

    /// <summary>Creates the exception.</summary>
    public ModelException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public ModelException(string message, Exception innerException) : base(message, innerException) { }
}
