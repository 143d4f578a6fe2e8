using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Runs;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract extract</c>: reports in, case records out.</summary>
internal static class ExtractCommand
{
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="coming">The extractor with the built-in models, where it is being made already.</param>
    /// <param name="cancellation">Ends a run.</param>
    public static Command Create(Terminal terminal, ComingExtractor? coming, CancellationToken cancellation)
    {
        var paths = CommonOptions.Paths();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write the records to this file, or - for standard output.",
            HelpName = "FILE",
            DefaultValueFactory = _ => RunSettings.StandardOutput,
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
        var resume = new Option<bool>("--resume") { Description = "Go on with a run that broke off, if there is one: the file becomes what it would have been." };
        var shard = new Option<string?>("--shard")
        {
            Description = "Read only part I of N of the input. The outputs of all parts, joined in order, are the whole.",
            HelpName = "I/N",
        };
        shard.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !Shard.TryParse(value, out _))
            {
                result.AddError($"--shard takes a part such as 2/8, not '{value}'.");
            }
        });
        var timeout = new Option<int>("--timeout")
        {
            Description = "Give up on a report after so many seconds.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 300,
        };
        CommonOptions.RefuseOutside(timeout, 1_000_000);
        var models = CommonOptions.Models();
        var command = new Command("extract", "Read reports into case records.") { paths, output, format, jobs, errors, resume, shard, timeout, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result =>
        {
            var settings = new RunSettings
            {
                Output = result.GetRequiredValue(output) is "/dev/stdout" ? RunSettings.StandardOutput : result.GetRequiredValue(output),
                Format = result.GetRequiredValue(format),
                Jobs = result.GetValue(jobs),
                Errors = result.GetValue(errors),
                Resume = result.GetValue(resume),
                Timeout = TimeSpan.FromSeconds(result.GetValue(timeout)),
                Reading = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(typeof(CaseExtractor).Module.ModuleVersionId.ToByteArray())}\n{result.GetValue(models)}\n{reading.Of(result)}"),
            };
            return Run(
                settings,
                result.GetRequiredValue(paths),
                result.GetValue(shard) is { } part && Shard.TryParse(part, out var wanted) ? wanted : Shard.Whole,
                reading.Reader(result),
                () => CommonOptions.Extractor(result, models, coming),
                terminal,
                cancellation);
        });
        return command;
    }

    private static int Run(
        RunSettings settings,
        string[] paths,
        Shard shard,
        ReportReader reader,
        Func<CaseExtractor> load,
        Terminal terminal,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (settings.Resume && !settings.IsJournaled)
        {
            throw new WrongUseException("--resume needs --output with a file, in the format jsonl, json or csv");
        }

        var found = ReportFinder.Find(paths);
        var files = WithoutOutputs(found.Reports, settings);
        var input = new RunInput(files, reader, terminal.Input, shard);
        using var run = new ExtractRun(settings, input, terminal);
        if (run.HasDiscarded)
        {
            terminal.Error.WriteLine($"{Printable.Line(settings.Output)}: an unfinished run was there and is begun anew (--resume would have gone on with it)");
        }
        else if (run.ResumedInputs > 0)
        {
            terminal.Error.WriteLine($"{Printable.Line(settings.Output)}: going on after {Plural.Of(run.ResumedInputs, "input")}");
        }

        var extractor = new Lazy<CaseExtractor>(load);
        void Go(Action<long>? advance) => run.Run(narrative => extractor.Value.Extract(narrative), advance, cancellation);

        // models that cannot be loaded are wrong use, not a fault of every report
        _ = run.IsComplete ? null : extractor.Value;

        // A bar between records that scroll by on the same screen would garble both.
        if (terminal.ErrorIsTerminal && !(settings.ToStandardOutput && terminal.OutputIsTerminal))
        {
            ProgressBar.Show(terminal, input.TotalLength, Go);
        }
        else
        {
            Go(null);
        }

        run.Summary.WriteTo(terminal.Error, Stopwatch.GetElapsedTime(started), run.ResumedInputs, found.Skipped);
        if (run.Summary.Counts.Documents == 0 && !settings.ToStandardOutput)
        {
            terminal.Error.WriteLine($"nothing was read: {Printable.Line(settings.Output)} is not written");
        }

        return run.Summary.Counts.Failed == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }

    /// <summary>What an earlier run wrote into a folder of reports is no report. A report is never overwritten.</summary>
    private static List<FoundReport> WithoutOutputs(IReadOnlyList<FoundReport> reports, RunSettings settings)
    {
        var files = reports.ToList();
        foreach (var output in (string?[])[settings.Output, settings.Errors])
        {
            if (output is null or RunSettings.StandardOutput || !File.Exists(output))
            {
                continue;
            }

            var place = Path.GetFullPath(output);
            var isReport = files.RemoveAll(file => !file.IsStandardInput && file.Error is null && Path.GetFullPath(file.Path) == place) > 0;
            if (isReport && !EarlierOutput.IsAt(place))
            {
                throw new WrongUseException($"{output}: is one of the reports to read, and would be overwritten");
            }
        }

        return files;
    }
}
