using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>Makes narratives of the rows of tables.</summary>
internal sealed class RowReader(ReadingOptions options)
{
    public ReadingOptions Options { get; } = options;

    /// <summary>Makes a narrative of a row.</summary>
    /// <param name="file">The table.</param>
    /// <param name="number">Number of the row, from 1: it makes the id of a row without one.</param>
    /// <param name="place">Where the row stands, for errors.</param>
    /// <param name="id">What the row has as id; <see langword="null"/> or empty for none.</param>
    /// <param name="text">What the row has as text; <see langword="null"/> when it has no such field.</param>
    /// <param name="mediaType">The media type of the table.</param>
    /// <param name="columns">The further columns.</param>
    public ReadResult Read(
        SourceFile file, long number, string place, string? id, string? text, string mediaType, IReadOnlyList<KeyValuePair<string, string>> columns)
    {
        if (text is null)
        {
            return new ReadResult(file.Error(ReportErrorKind.MissingField, $"has no '{Options.TextField}' (--text-field names the field that holds the report)", place));
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            return new ReadResult(file.Error(ReportErrorKind.Empty, $"its '{Options.TextField}' is empty", place));
        }

        var narrative = new Narrative(string.IsNullOrWhiteSpace(id) ? string.Create(CultureInfo.InvariantCulture, $"{file.Id}:{number}") : id, text)
        {
            Path = file.Path == ReportFinder.StandardInput ? null : file.Path,
            Sha256 = Hash(text),
            MediaType = mediaType,
            Columns = columns,
        };
        return new ReadResult(narrative, Encoding.UTF8.WebName);
    }

    /// <summary>A row has no bytes of its own: the same text has the same hash, whatever table it comes in.</summary>
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
