using System.Security.Cryptography;
using CaseExtract.Schema;

namespace CaseExtract.Registry.Loading;

/// <summary>A case record on its way into a registry: read, checked and made into rows, on whatever thread.</summary>
/// <remarks>Thousands wait at once for their turn to be written, so each is a few arrays of bytes rather than hundreds of objects.</remarks>
public sealed class LoadRecord
{
    private static readonly ParsedDocument NoDocument = new();

    private LoadRecord(byte[] json) => Json = json;

    /// <summary>What is wrong with it; <see langword="null"/> for a sound record. Never quotes it.</summary>
    public string? Fault { get; private init; }

    /// <summary>Where it came from, for messages, such as a file and a line.</summary>
    public required string Place { get; init; }

    /// <summary>Line of its file; 0 where it came from none.</summary>
    public int Line { get; init; }

    /// <summary>The record as it came, one JSON object on one line.</summary>
    internal byte[] Json { get; }

    internal string CaseId { get; private init; } = "";

    internal ParsedDocument Document { get; private init; } = NoDocument;

    /// <summary>Its rows, where nothing is corrected.</summary>
    internal CaseRows Rows { get; private init; }

    internal byte[] Hash { get; private init; } = [];

    /// <summary>The record laid out flat, read anew: few are asked for it.</summary>
    internal FlatCase Flat() => new RecordScanner().Scan(Json);

    /// <summary>Reads records; one for each thread.</summary>
    public sealed class Reader
    {
        private readonly RecordScanner _scanner = new();
        private readonly CaseRows.Maker _rows = new();

        /// <summary>Reads a record from its JSON, which is kept as it is.</summary>
        /// <param name="json">One JSON object in UTF-8, on one line.</param>
        /// <param name="place">Where it came from.</param>
        /// <param name="line">Line of its file.</param>
        public LoadRecord Read(byte[] json, string place, int line = 0)
        {
            try
            {
                var flat = _scanner.Scan(json);
                return new LoadRecord(json)
                {
                    Place = place,
                    Line = line,
                    CaseId = flat.CaseId!,
                    Document = flat.Document,
                    Rows = _rows.Make(flat),
                    Hash = SHA256.HashData(json),
                };
            }
            catch (RecordFaultException fault)
            {
                return new LoadRecord(json) { Fault = fault.Message, Place = place, Line = line };
            }
        }

        /// <summary>Takes a record that was just made.</summary>
        public LoadRecord Read(CaseRecord record, string place) => Read(CaseRecordWriter.ToUtf8(record), place);
    }
}
