namespace CaseExtract.Registry;

/// <summary>The registry cannot do what it was asked for. The message is for a person: it holds no secret and quotes no narrative.</summary>
public sealed class RegistryException : Exception
{
    /// <param name="message">What is wrong, and what can be done.</param>
    /// <param name="innerException">What it was found by.</param>
    public RegistryException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
