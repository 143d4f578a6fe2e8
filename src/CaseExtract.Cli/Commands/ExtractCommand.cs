using System.CommandLine;
using System.Diagnostics;
using System.Text;
using CaseExtract.Cli.Output;
using CaseExtract.Documents;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract extract</c>: reports in, case records out.</summary>
internal static class ExtractCommand
{
    private const string StandardOutput = "-";

    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var paths = CommonOptions.Paths();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write the records to this file, or - for standard output.",
            HelpName = "FILE",
            DefaultValueFactory = _ => StandardOutput,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: a record a line; json: an array; csv: a row a case; table: for people.",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "json", "csv", "table");
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "How many reports are worked on at once. The output is the same for any number.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        CommonOptions.RefuseOutside(jobs, 1024);
        var errors = new Option<string?>("--errors")
        {
            Description = "Write the inputs that failed to this file, one JSON object a line.",
            HelpName = "FILE",
        };
        var models = CommonOptions.Models();
        var maximumSize = CommonOptions.MaximumSize();
        var command = new Command("extract", "Read reports into case records.") { paths, output, format, jobs, errors, models, maximumSize };
        command.SetAction(result => Run(
            new Settings(
                result.GetRequiredValue(paths),
                result.GetRequiredValue(output) is "/dev/stdout" ? StandardOutput : result.GetRequiredValue(output),
                result.GetRequiredValue(format),
                result.GetValue(jobs),
                result.GetValue(errors)),
            CommonOptions.Reader(result, maximumSize),
            () => CommonOptions.Extractor(result, models),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(
        Settings settings, PlainTextReader reader, Func<CaseExtractor> load, Terminal terminal, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var found = ReportFinder.Find(settings.Paths);
        RefuseToOverwriteInput(found, settings.Output);
        RefuseToOverwriteInput(found, settings.Errors);
        var toTerminal = settings.Output == StandardOutput;
        using var file = toTerminal ? null : OutputFile.Create(settings.Output);
        using var errorsFile = settings.Errors is null ? null : OutputFile.Create(settings.Errors);
        var extractor = load();
        var stream = file?.Stream ?? new BufferedStream(terminal.Output, 1 << 16);
        var summary = new ExtractSummary();

        // Closed before the file is put in its place: what writers still hold goes out when they are disposed.
        using (var output = RecordOutput.Create(settings.Format, stream, terminal, toTerminal))
        {
            void Run(Action? advance) => OrderedPipeline.Run(
                found.Reports,
                settings.Jobs,
                report => Extract(report, reader, extractor, output, terminal),
                result =>
                {
                    if (result.Failure is { } failure)
                    {
                        summary.Add(failure);
                    }
                    else
                    {
                        summary.Add(result.Records);
                        for (var i = 0; i < result.Records.Count; i++)
                        {
                            output.Write(result.Records[i], result.Rendered[i]);
                        }
                    }

                    advance?.Invoke();
                },
                cancellation);

            // A bar between records that scroll by on the same screen would garble both.
            if (terminal.ErrorIsTerminal && !(toTerminal && terminal.OutputIsTerminal))
            {
                ProgressBar.Show(terminal, found.Reports.Count, Run);
            }
            else
            {
                Run(null);
            }

            output.Complete();
        }

        stream.Flush();
        errorsFile?.Stream.Write(Encoding.UTF8.GetBytes(string.Concat(summary.Failures.Select(failure => failure.ToJson() + "\n"))));
        errorsFile?.Commit();
        summary.WriteTo(terminal.Error, Stopwatch.GetElapsedTime(started), found.Skipped);
        if (summary.Documents == 0 && file is not null)
        {
            terminal.Error.WriteLine($"nothing was read: {Printable.Line(settings.Output)} is not written");
        }
        else
        {
            file?.Commit();
        }

        return summary.Failures.Count == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }

    private static Result Extract(
        FoundReport report, PlainTextReader reader, CaseExtractor extractor, RecordOutput output, Terminal terminal)
    {
        var read = reader.Read(report, terminal.Input);
        if (!read.Succeeded)
        {
            return new Result(Failure.Of(read.Error), [], []);
        }

        try
        {
            var records = extractor.Extract(read.Narrative);
            return new Result(null, records, [.. records.Select(output.Render)]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One report must not cost the batch.
            return new Result(Failure.Of(report.Path, exception), [], []);
        }
    }

    private static void RefuseToOverwriteInput(FoundReports found, string? output)
    {
        if (output is null or StandardOutput || !File.Exists(output))
        {
            return;
        }

        var place = Path.GetFullPath(output);
        if (found.Reports.Any(report => !report.IsStandardInput && report.Error is null && Path.GetFullPath(report.Path) == place))
        {
            throw new WrongUseException($"{output}: is one of the reports to read, and would be overwritten");
        }
    }

    private sealed record Settings(string[] Paths, string Output, string Format, int Jobs, string? Errors);

    private sealed record Result(Failure? Failure, IReadOnlyList<CaseRecord> Records, IReadOnlyList<ReadOnlyMemory<byte>> Rendered);
}
