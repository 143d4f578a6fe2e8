using CaseExtract.Registry.Corrections;
using CsvHelper;

namespace CaseExtract.Cli.Registry;

/// <summary>Reads a CSV table of corrections: <c>case</c>, <c>field</c>, <c>value</c>, and where they differ <c>why</c> and <c>who</c>.</summary>
internal static class CorrectionFile
{
    private static readonly string[] Needed = ["case", "field", "value"];

    /// <summary>The rows with their lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">The reason for rows that give none.</param>
    /// <param name="who">Who corrects in rows that do not say it.</param>
    /// <param name="isWithdrawal">The rows take corrections back: their values do not count.</param>
    /// <exception cref="InputException">There is no such table.</exception>
    public static List<(int Line, CorrectionRequest Request)> Read(string path, string why, string who, bool isWithdrawal)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: no such file");
        }

        using var stream = File.OpenRead(path);
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default with { TrackLineNumbers = true, IncludeValuesInExceptions = false });
        try
        {
            string[] headers = [.. csv.Headers];
            foreach (var column in Needed.Where(column => !headers.Contains(column, StringComparer.OrdinalIgnoreCase) && !(isWithdrawal && column == "value")))
            {
                throw new InputException($"{path}: the table has no column '{column}'");
            }

            int Find(string column) => Array.FindIndex(headers, header => header.Equals(column, StringComparison.OrdinalIgnoreCase));
            var (caseColumn, fieldColumn, valueColumn, whyColumn, whoColumn) = (Find("case"), Find("field"), Find("value"), Find("why"), Find("who"));
            var rows = new List<(int, CorrectionRequest)>();
            while (csv.Read())
            {
                string Cell(int column, string otherwise) => column >= 0 && column < csv.FieldCount && csv.GetString(column) is { Length: > 0 } text ? text : otherwise;
                rows.Add(((int)csv.LineNumber, new CorrectionRequest(
                    Cell(caseColumn, ""), Cell(fieldColumn, ""), isWithdrawal ? null : Cell(valueColumn, ""), Cell(whyColumn, why), Cell(whoColumn, who))));
            }

            return rows;
        }
        catch (CsvFormatException)
        {
            throw new InputException($"{path}: the rows cannot be told apart (a quotation mark that is not closed)");
        }
    }
}
