using System.CommandLine;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary>The options that say how files are read, which all commands that read reports have.</summary>
internal sealed class ReadingOptionSet
{
    private static readonly string[] Formats = ["text", "html", "jats", "pdf", "docx", "rtf", "hl7", "csv", "tsv", "jsonl", "json", "parquet", "zip"];

    private readonly Option<int> _maximumSize = CommonOptions.MaximumSize();

    private readonly Option<int> _maximumDepth = CommonOptions.MaximumDepth();

    private readonly Option<string?> _format = new("--input-format")
    {
        Description = "Take every file for one of this format, whatever its name.",
        HelpName = "FORMAT",
    };

    private readonly Option<string> _idField = new("--id-field")
    {
        Description = "The column of a table, or key of a JSON object, that holds a report's id.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new ReadingOptions().IdField,
    };

    private readonly Option<string> _textField = new("--text-field")
    {
        Description = "The column of a table, or key of a JSON object, that holds the report.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new ReadingOptions().TextField,
    };

    public ReadingOptionSet(Command command)
    {
        _format.AcceptOnlyFromAmong(Formats);
        command.Add(_format);
        command.Add(_idField);
        command.Add(_textField);
        command.Add(_maximumSize);
        command.Add(_maximumDepth);
    }

    public ReadingOptions Of(ParseResult result) => new()
    {
        SizeLimit = (long)result.GetValue(_maximumSize) << 20,
        DepthLimit = result.GetValue(_maximumDepth),
        Format = result.GetValue(_format) is { } word ? FormatOf(word) : null,
        IdField = result.GetRequiredValue(_idField),
        TextField = result.GetRequiredValue(_textField),
    };

    public ReportReader Reader(ParseResult result) => new(Of(result));

    private static ReportFormat FormatOf(string word) => word switch
    {
        "text" => ReportFormat.Text,
        "html" => ReportFormat.Html,
        "jats" => ReportFormat.Jats,
        "pdf" => ReportFormat.Pdf,
        "docx" => ReportFormat.Word,
        "rtf" => ReportFormat.RichText,
        "hl7" => ReportFormat.Hl7,
        "csv" => ReportFormat.Csv,
        "tsv" => ReportFormat.Tsv,
        "jsonl" => ReportFormat.JsonLines,
        "json" => ReportFormat.Json,
        "parquet" => ReportFormat.Parquet,
        "zip" => ReportFormat.Zip,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
