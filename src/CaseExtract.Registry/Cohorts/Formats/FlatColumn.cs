using System.Globalization;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>A column of a flat table that goes out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Path">Where the value stands in the record; empty for none.</param>
/// <param name="Description">What it means.</param>
/// <param name="Cell">Its cell of a case.</param>
internal sealed record FlatColumn(string Name, ColumnType Type, string Path, string Description, Func<CohortRow, Cell> Cell)
{
    /// <summary>The columns of a table of cases.</summary>
    /// <param name="isDeidentified">Leaves out paths and words of reports.</param>
    public static IReadOnlyList<FlatColumn> OfCases(bool isDeidentified)
    {
        var columns = new List<FlatColumn> { new("case_id", ColumnType.Text, "caseId", "The case", row => row.CaseId) };
        if (!isDeidentified)
        {
            columns.Add(new FlatColumn("document_id", ColumnType.Text, "document.id", "The report", row => row.Flat.Value.Document.Id));
            columns.Add(new FlatColumn("path", ColumnType.Text, "document.path", "Where the report was", row => row.Flat.Value.Document.Path));
        }

        columns.Add(new FlatColumn("is_corrected", ColumnType.Truth, "", "Whether a person corrected something of the case", row => row.IsCorrected));
        foreach (var column in CaseColumn.All.Where(column => !(isDeidentified && column.IsFreeText)))
        {
            columns.Add(new FlatColumn(column.Name, column.Type, column.Path, column.Description, row => Shown(column, row.Flat.Value.Cells[column.Index])));
        }

        return columns;
    }

    /// <summary>Text, number … with what a list is.</summary>
    public string TypeName => Type switch
    {
        ColumnType.Text => CaseColumn.All.Any(column => column.Name == Name && column.IsList) ? "text, members joined by \"; \"" : "text",
        ColumnType.Truth => "true or false",
        ColumnType.Number => "number",
        _ => "whole number",
    };

    /// <summary>The words or the form that the record's contract allows.</summary>
    public string Vocabulary => Path.Length == 0 ? "" : RecordVocabulary.Words(Path) is { Count: > 0 } words ? string.Join(", ", words) : RecordVocabulary.Form(Path) ?? "";

    /// <summary>A cell as text, the same on every machine.</summary>
    public static string? Text(Cell cell) => cell.Kind switch
    {
        CellKind.Null => null,
        CellKind.Text => cell.Text,
        CellKind.Truth => cell.Truth ? "true" : "false",
        CellKind.Whole => cell.Whole.ToString(CultureInfo.InvariantCulture),
        _ => cell.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static Cell Shown(CaseColumn column, Cell cell) =>
        column.IsList && cell.Text is { } members ? members.Trim(';').Replace(";", "; ", StringComparison.Ordinal) : cell;
}
