namespace CaseExtract.Registry.Loading;

/// <summary>
/// The keys of values: that of their case, then a number within it. The values of a case thus lie together, in either store, and are found by the key
/// of the table itself; a load, which gives cases rising keys, only ever writes at its end.
/// </summary>
internal static class ValueKeys
{
    private const int Shift = 20;

    /// <summary>The key of the first value of a case.</summary>
    public static long First(long caseKey) => caseKey << Shift;

    /// <summary>The condition, in SQL, that a row of <c>field_value</c> belongs to a case.</summary>
    /// <param name="valueKey">Its key, such as <c>v.value_key</c>.</param>
    /// <param name="caseKey">That of the case, such as <c>c.case_key</c>.</param>
    public static string AreOf(string valueKey, string caseKey) => $"{valueKey} >= ({caseKey} << {Shift}) and {valueKey} < (({caseKey} + 1) << {Shift})";
}
