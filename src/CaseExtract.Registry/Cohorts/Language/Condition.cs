namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>A condition on a case, as parsed and checked.</summary>
internal abstract record Condition(int Position);

/// <summary>All of several conditions hold.</summary>
internal sealed record AllOf(IReadOnlyList<Condition> Parts, int Position) : Condition(Position);

/// <summary>One of several conditions holds.</summary>
internal sealed record AnyOf(IReadOnlyList<Condition> Parts, int Position) : Condition(Position);

/// <summary>A condition does not hold.</summary>
internal sealed record Not(Condition Part, int Position) : Condition(Position);

/// <summary>The field has a value.</summary>
internal sealed record IsKnown(CohortField Field, int Position) : Condition(Position);

/// <summary>The field has a value in one of several ranges.</summary>
internal sealed record IsIn(CohortField Field, IReadOnlyList<ValueRange> Ranges, int Position) : Condition(Position);

/// <summary>The values that the conditions beside it rest on have at least this confidence.</summary>
internal sealed record ConfidenceFloor(double Least, bool IsOpen, int Position) : Condition(Position);

/// <summary>The values from <paramref name="Low"/> to <paramref name="High"/>; an end that is <see langword="null"/> is open.</summary>
/// <param name="Low">The least value: a text or a number, as the field has.</param>
/// <param name="High">The greatest.</param>
/// <param name="LowIsOut">The least value itself does not count.</param>
/// <param name="HighIsOut">The greatest value itself does not count.</param>
/// <param name="Behaviour">Of a morphology such as <c>8890/3</c>; <see langword="null"/> for any.</param>
internal sealed record ValueRange(object? Low, object? High, bool LowIsOut = false, bool HighIsOut = false, string? Behaviour = null)
{
    /// <summary>Just one value.</summary>
    public static ValueRange Only(object value) => new(value, value);

    public bool IsSingle => Low is not null && Low.Equals(High) && !LowIsOut && !HighIsOut;

    /// <summary>Whether a value of the same kind lies in it.</summary>
    public bool Contains(object value) =>
        (Low is null || Compare(value, Low) is var above && (above > 0 || (above == 0 && !LowIsOut)))
        && (High is null || Compare(value, High) is var below && (below < 0 || (below == 0 && !HighIsOut)));

    private static int Compare(object a, object b) => a is double number ? number.CompareTo((double)b) : string.CompareOrdinal((string)a, (string)b);
}
