using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace CaseExtract.Documents;

/// <summary>A column of a row group as text.</summary>
internal static class ParquetColumn
{
    /// <summary>Whether the column holds strings.</summary>
    public static bool IsText(DataField field) => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>);

    /// <returns>A value a row; <see langword="null"/> for none, and for values of kinds that have no plain text.</returns>
    public static string?[] Read(ParquetRowGroupReader reader, DataField field)
    {
        var type = Nullable.GetUnderlyingType(field.ClrType) ?? field.ClrType;
        if (IsText(field))
        {
            var values = new string?[reader.RowCount];
            reader.ReadAsync(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
            return values;
        }

        return type == typeof(int) ? Numbers<int>(reader, field)
            : type == typeof(long) ? Numbers<long>(reader, field)
            : type == typeof(short) ? Numbers<short>(reader, field)
            : type == typeof(byte) ? Numbers<byte>(reader, field)
            : type == typeof(double) ? Numbers<double>(reader, field)
            : type == typeof(float) ? Numbers<float>(reader, field)
            : type == typeof(decimal) ? Numbers<decimal>(reader, field)
            : type == typeof(bool) ? Read<bool>(reader, field, value => value ? "true" : "false")
            : type == typeof(DateTime) ? Read<DateTime>(reader, field, value => value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "O", CultureInfo.InvariantCulture))
            : new string?[reader.RowCount];
    }

    private static string?[] Numbers<T>(ParquetRowGroupReader reader, DataField field)
        where T : struct, IFormattable => Read<T>(reader, field, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static string?[] Read<T>(ParquetRowGroupReader reader, DataField field, Func<T, string> text)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[reader.RowCount];
            reader.ReadAsync(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
            return [.. values.Select(text)];
        }

        var nullable = new T?[reader.RowCount];
        reader.ReadAsync(field, nullable.AsMemory()).AsTask().GetAwaiter().GetResult();
        return [.. nullable.Select(value => value is { } known ? text(known) : null)];
    }
}
