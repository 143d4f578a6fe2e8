namespace CaseExtract.Schema;

/// <summary>The form of a string of the case record, or of every member of a list of strings, as a regular expression of ECMA-262.</summary>
/// <param name="expression">The expression, anchored at both ends.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PatternAttribute(string expression) : Attribute
{
    internal const string VertebralLevel = "^(C[1-7]|T([1-9]|1[0-2])|L[1-6]|S[1-5]|Co)$";
    internal const string Topography = "^C[0-9]{2}\\.[0-9]$";
    internal const string Morphology = "^[0-9]{4}$";
    internal const string Sha256 = "^[0-9a-f]{64}$";

    /// <summary>The expression, anchored at both ends.</summary>
    public string Expression { get; } = expression;

    /// <summary>The form holds only where the record's <c>kind</c> is this one; <see langword="null"/>: always.</summary>
    public string? WhenKind { get; init; }
}
