using CsvHelper;

namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>Says what each column of the flat tables holds.</summary>
internal static class DataDictionary
{
    public static void Write(Stream stream, bool isDeidentified)
    {
        using var csv = CsvWriter.Create(stream, CsvFormat.Options, leaveOpen: true);
        csv.WriteHeader(["table", "column", "type", "record_path", "vocabulary", "description"]);
        var cases = FlatColumn.OfCases(isDeidentified).Select(column => (string[])["cases", column.Name, column.TypeName, column.Path, column.Vocabulary, column.Description]);
        foreach (var row in cases.Concat(ValueTable.Describe(isDeidentified)))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
        }
    }
}
