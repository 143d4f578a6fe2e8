using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace CaseExtract.Schema;

/// <summary>What every value of a case record carries: how sure the extractor is and the words behind it.</summary>
public abstract record FieldValue
{
    /// <summary>Probability, from 0 to 1, that the value is right.</summary>
    [Range(0.0, 1.0)]
    public required double Confidence { get; init; }

    /// <summary>The quotations the value rests on, in text order; never empty.</summary>
    [MinLength(1)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Read where the JSON Schema is made, which no native program does.")]
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
