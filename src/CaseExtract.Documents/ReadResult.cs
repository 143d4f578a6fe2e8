using System.Diagnostics.CodeAnalysis;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>A narrative, or why there is none.</summary>
public sealed record ReadResult
{
    /// <summary>The report was read.</summary>
    /// <param name="narrative">What it says.</param>
    /// <param name="encoding">The name of the encoding that its bytes were decoded from.</param>
    public ReadResult(Narrative narrative, string encoding) => (Narrative, Encoding) = (narrative, encoding);

    /// <summary>The report was not read.</summary>
    /// <param name="error">Why.</param>
    public ReadResult(ReportError error) => Error = error;

    /// <summary>What the report says; <see langword="null"/> when it was not read.</summary>
    public Narrative? Narrative { get; }

    /// <summary>The encoding its bytes were decoded from, by its registered name; <see langword="null"/> when it was not read.</summary>
    public string? Encoding { get; }

    /// <summary>Why the report was not read; <see langword="null"/> when it was.</summary>
    public ReportError? Error { get; }

    /// <summary>Whether there is a narrative.</summary>
    [MemberNotNullWhen(true, nameof(Narrative), nameof(Encoding))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Narrative is not null;
}
