using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>
/// HL7 version 2 messages (ORU, MDM): the text of a message's OBX segments is its report. Birth date (PID-7) and administrative sex (PID-8) are kept apart
/// from it. A file may hold several messages, also in a batch (FHS, BHS).
/// </summary>
internal static class Hl7Messages
{
    private const string MediaType = "application/hl7-v2";

    /// <summary>The messages in their order.</summary>
    /// <exception cref="DocumentException">The file is no text or holds no message.</exception>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, ReadingOptions options)
    {
        var bytes = BoundedBytes.Read(stream, options);
        if (bytes.IsEmpty)
        {
            throw new DocumentException(ReportErrorKind.Empty, "the file is empty");
        }

        if (!TextDecoder.TryDecode(bytes.Span, out var text, out var encoding, out var reason))
        {
            throw new DocumentException(ReportErrorKind.Binary, reason);
        }

        var messages = Messages(text);
        if (messages.Count == 0)
        {
            throw new DocumentException(ReportErrorKind.Malformed, "the file holds no HL7 message (none of its lines begins with MSH)");
        }

        return messages.Select((message, index) => new PendingReport(
            file.Path, 0, () => Read(message, messages.Count == 1 ? file.Id : Number(file.Id, index + 1), Number("message ", index + 1), file, encoding)));
    }

    private static string Number(string before, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{before}{(before.EndsWith(' ') ? "" : ":")}{number}");

    private static List<List<string>> Messages(string text)
    {
        var messages = new List<List<string>>();
        foreach (var line in text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            // the frame of MLLP, in which messages travel
            var segment = line.Trim('\v', '\u001C', ' ');
            if (segment.StartsWith("MSH", StringComparison.Ordinal) && segment.Length > 8)
            {
                messages.Add([]);
            }

            if (messages.Count > 0)
            {
                messages[^1].Add(segment);
            }
        }

        return messages;
    }

    private static ReadResult Read(List<string> segments, string id, string place, SourceFile file, string encoding)
    {
        var syntax = new Hl7Syntax(segments[0]);
        var columns = new List<KeyValuePair<string, string>>();
        var page = new StringBuilder();
        PatientHeader? header = null;
        string? lastName = null;
        Add(columns, "MSH-10", syntax.Field(segments[0], 10));
        foreach (var segment in segments)
        {
            switch (segment.AsSpan()[..Math.Min(3, segment.Length)])
            {
                case "PID" when header is null:
                    Add(columns, "PID-7", syntax.Field(segment, 7));
                    Add(columns, "PID-8", syntax.Field(segment, 8));
                    header = new PatientHeader(Hl7Syntax.Date(syntax.Field(segment, 7)), Sex(syntax.Field(segment, 8)), Hl7Syntax.Date(syntax.Field(segments[0], 7)));
                    break;
                case "OBR" when header is not null && Hl7Syntax.Date(syntax.Field(segment, 7)) is { } observed:
                    header = header with { ReportDate = observed };
                    break;
                case "OBX" when syntax.Field(segment, 2) is "TX" or "FT" or "ST" or "CE" or "CWE" or "":
                    var name = syntax.Component(syntax.Field(segment, 3), 2);
                    if (lastName is not null && name != lastName && name.Length > 0)
                    {
                        page.Append('\n').Append(syntax.Text(name)).Append(":\n");
                    }

                    lastName = name;
                    foreach (var repetition in syntax.Repetitions(syntax.Field(segment, 5)))
                    {
                        page.Append(syntax.Text(repetition)).Append('\n');
                    }

                    break;
            }
        }

        var text = page.ToString();
        if (text.AsSpan().IsWhiteSpace())
        {
            return new ReadResult(file.Error(ReportErrorKind.Empty, "the message has no text in its OBX segments", place));
        }

        return new ReadResult(
            new Narrative(id, text)
            {
                Path = file.Path == ReportFinder.StandardInput ? null : file.Path,
                MediaType = MediaType,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\r', segments)))),
                Columns = columns,
                Header = header,
            },
            encoding);
    }

    private static void Add(List<KeyValuePair<string, string>> columns, string name, string value)
    {
        if (value.Length > 0)
        {
            columns.Add(new(name, value));
        }
    }

    /// <summary>HL7 table 0001; other values than these say nothing about the sex.</summary>
    private static string? Sex(string code) => code switch
    {
        "F" => "female",
        "M" => "male",
        _ => null,
    };
}
