using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Registry;
using CaseExtract.Cli.Runs;
using CaseExtract.Registry;
using CaseExtract.Registry.Loading;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract load</c>: records, or reports, into a registry.</summary>
internal static class LoadCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files of case records (JSON Lines, JSON), report files, folders of reports, or - for a report on standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var to = RegistryOptions.To();
        var run = new Option<string?>("--run") { Description = "A name for this load, to compare it with others later.", HelpName = "NAME" };
        var version = new Option<string?>("--model-version")
        {
            Description = "What the records were made with, where files of records are loaded; of reports the program knows it.",
            HelpName = "TEXT",
        };
        var errors = new Option<string?>("--errors") { Description = "Write what was not loaded to this file, one JSON object a line.", HelpName = "FILE" };
        var jobs = new Option<int>("--jobs", "-j") { Description = "How many records or reports are read at once [default: reports on all processors, records on all but one, which is for who writes].", HelpName = "N" };
        CommonOptions.RefuseOutside(jobs, 1024);
        var timeout = new Option<int>("--timeout") { Description = "Give up on a report after so many seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 300 };
        CommonOptions.RefuseOutside(timeout, 1_000_000);
        var models = CommonOptions.Models();
        var command = new Command("load", "Load records or reports into a registry. What is there already is left alone.") { paths, to, run, version, errors, jobs, timeout, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result =>
        {
            var input = LoadInput.Of(result.GetRequiredValue(paths), reading.Reader(result), terminal);
            var extractor = ExtractorVersion.Of(result.GetValue(models) is { } folder && Directory.Exists(folder) ? folder : null);
            var settings = new LoadSettings
            {
                Source = string.Join(' ', result.GetRequiredValue(paths)),
                RunName = result.GetValue(run),
                ExtractorVersion = input.HasReports ? extractor.Program : null,
                ModelVersion = input.HasReports ? extractor.Models : result.GetValue(version),
            };
            if (input.HasReports && (input.RecordFiles.Count > 0 || result.GetValue(version) is not null))
            {
                throw new WrongUseException(input.RecordFiles.Count > 0
                    ? "records and reports cannot be loaded in one run: one knows what the others were made with"
                    : "--model-version is for files of records; of reports the program knows it");
            }

            using var target = new LoadTarget(RegistryOptions.Target(result, to), result.GetValue(errors));
            var processors = Environment.ProcessorCount - (input.HasReports ? 0 : 1);
            var work = new LoadWork(input, () => CommonOptions.Extractor(result, models), result.GetValue(jobs) is > 0 and var given ? given : Math.Max(1, processors), TimeSpan.FromSeconds(result.GetValue(timeout)));
            return Run(work, target, settings, terminal, cancellation);
        });
        return command;
    }

    private static int Run(LoadWork work, LoadTarget target, LoadSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = new LoadCounts();
        try
        {
            using var loader = new RegistryLoader(target.Store, settings, target.Failures.Add);
            counts = loader.Counts;
            if (terminal.ErrorIsTerminal)
            {
                ProgressBar.Show(terminal, work.Input.TotalLength, advance => work.Run(loader, target, settings, advance, cancellation));
            }
            else
            {
                work.Run(loader, target, settings, _ => { }, cancellation);
            }
        }
        catch (RegistryException exception)
        {
            throw new RegistryException($"{exception.Message}; {Plural.Of(counts.Documents, "document")} are done with, and the same command goes on there", exception);
        }
        finally
        {
            WriteSummary(counts, target, Stopwatch.GetElapsedTime(started), terminal.Error);
        }

        target.Errors?.Commit();
        return target.Failures.Count == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }

    private static void WriteSummary(LoadCounts counts, LoadTarget target, TimeSpan elapsed, TextWriter writer)
    {
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(counts.Added, "document")} added, {counts.Replaced} replaced, {counts.Unchanged} unchanged, {target.Failures.Count} failed; {Plural.Of(counts.Cases, "case")} written; {elapsed.TotalSeconds:0.00} s, {counts.Cases / Math.Max(elapsed.TotalSeconds, 0.001):0} cases a second"));
        if (counts.Upheld > 0)
        {
            writer.WriteLine($"{Plural.Of(counts.Upheld, "correction")} stood against what was loaded");
        }

        target.Failures.WriteTo(writer);
    }
}
