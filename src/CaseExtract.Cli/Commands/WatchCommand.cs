using System.CommandLine;
using System.Text;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Runs;
using CaseExtract.Documents;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract watch</c>: reads what arrives in a folder, once, until it is stopped.</summary>
internal static class WatchCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var folder = CommonOptions.File("DIR", "The folder that reports arrive in; searched to its depths.");
        var output = new Option<string>("--output", "-o") { Description = "Append the records to this file, JSON Lines.", HelpName = "FILE", Required = true };
        var errors = new Option<string?>("--errors") { Description = "Append the inputs that failed to this file, one JSON object a line.", HelpName = "FILE" };
        var interval = new Option<int>("--interval") { Description = "Look for new files every so many seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };
        CommonOptions.RefuseOutside(interval, 86_400);
        var models = CommonOptions.Models();
        var command = new Command("watch", "Read the reports that arrive in a folder, each once, until stopped with Ctrl+C.") { folder, output, errors, interval, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(
            result.GetRequiredValue(folder),
            result.GetRequiredValue(output),
            result.GetValue(errors),
            TimeSpan.FromSeconds(result.GetValue(interval)),
            reading.Reader(result),
            () => CommonOptions.Extractor(result, models),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(
        string folder, string output, string? errors, TimeSpan interval, ReportReader reader, Func<CaseExtractor> load, Terminal terminal, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new WrongUseException($"{folder}: no such folder");
        }

        using var ledger = new WatchLedger(output);
        using var records = OpenToAppend(output);
        using var failures = errors is null ? null : OpenToAppend(errors);
        if (records.Length < ledger.OutputLength)
        {
            throw new WrongUseException($"{output}: is shorter than what was written to it; move it away together with {OutputFile.Beside(output, WatchLedger.Extension)}");
        }

        records.SetLength(ledger.OutputLength);
        records.Position = ledger.OutputLength;
        var watch = new Watch(folder, reader, load(), ledger, records, failures, terminal, [output, errors]);
        terminal.Error.WriteLine($"watching {Printable.Line(folder)}; {Plural.Of(ledger.Count, "file")} read before");
        do
        {
            watch.Look(interval, cancellation);
        }
        while (!cancellation.WaitHandle.WaitOne(interval));

        return ExitCode.Success;
    }

    private static FileStream OpenToAppend(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read) { Position = File.Exists(path) ? new FileInfo(path).Length : 0 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path}: cannot be written ({(exception is UnauthorizedAccessException ? "permission denied" : exception.GetType().Name)})");
        }
    }

    /// <summary>One look after another at the folder.</summary>
    private sealed class Watch(
        string folder, ReportReader reader, CaseExtractor extractor, WatchLedger ledger, FileStream records, FileStream? failures, Terminal terminal, string?[] outputs)
    {
        private readonly HashSet<string> _outputs = [.. outputs.OfType<string>().Select(Path.GetFullPath)];
        private readonly HashSet<string> _told = new(StringComparer.Ordinal);
        private HashSet<WatchedFile> _before = [];

        public void Look(TimeSpan interval, CancellationToken cancellation)
        {
            var now = new HashSet<WatchedFile>();
            foreach (var found in ReportFinder.Find([folder]).Reports)
            {
                if (found.Error is { } error)
                {
                    Tell(error);
                    continue;
                }

                if (_outputs.Contains(Path.GetFullPath(found.Path)))
                {
                    continue;
                }

                var file = WatchedFile.Of(found.Path);
                if (ledger.Contains(file))
                {
                    continue;
                }

                // a file that grew since the last look, or was just touched, is still being written
                now.Add(file);
                if (_before.Contains(file) || DateTime.UtcNow.Ticks - file.Changed > interval.Ticks)
                {
                    Read(found, file);
                    now.Remove(file);
                }

                if (cancellation.IsCancellationRequested)
                {
                    return;
                }
            }

            _before = now;
        }

        /// <summary>What cannot be read is told once; a folder that holds nothing yet is what a watch is for.</summary>
        private void Tell(ReportError error)
        {
            if (error.Kind == ReportErrorKind.NoReports || !_told.Add(error.ToString()))
            {
                return;
            }

            terminal.Error.WriteLine(Printable.Line(error.ToString()));
            var mark = WatchedFile.Faulty(error.Path);
            if (!ledger.Contains(mark))
            {
                failures?.Write(Encoding.UTF8.GetBytes(Failure.Of(error).ToJson() + "\n"));
                failures?.Flush(flushToDisk: true);
                ledger.Add(mark, records.Position);
            }
        }

        private void Read(FoundReport found, WatchedFile file)
        {
            var (read, failed) = (0, 0);
            foreach (var report in reader.Open(found, Stream.Null))
            {
                var outcome = ReportOutcome.Of(report, extractor.Extract);
                if (outcome.Failure is { } failure)
                {
                    failed++;
                    failures?.Write(Encoding.UTF8.GetBytes(failure.ToJson() + "\n"));
                    continue;
                }

                read++;
                foreach (var record in outcome.Records)
                {
                    records.Write(Encoding.UTF8.GetBytes(CaseRecordWriter.ToJson(record) + "\n"));
                }
            }

            records.Flush(flushToDisk: true);
            failures?.Flush(flushToDisk: true);
            ledger.Add(file, records.Position);
            terminal.Error.WriteLine($"{Printable.Line(found.Path)}: {Plural.Of(read, "report")} read{(failed > 0 ? $", {failed} failed" : "")}");
        }
    }
}
