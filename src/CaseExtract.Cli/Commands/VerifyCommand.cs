using System.CommandLine;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract verify</c>: are the records sound, and does every quotation stand in its source.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var records = CommonOptions.File("RECORDS", "Case records: JSON Lines or a JSON array.");
        var sources = new Option<string[]>("--source", "-s")
        {
            Description = "The reports that the records were made from: files and folders.",
            HelpName = "PATH",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("verify", "Check records against the schema and their evidence against the sources.")
        {
            records, sources,
        };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(
            result.GetRequiredValue(records),
            result.GetRequiredValue(sources),
            reading.Reader(result),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(string path, string[] sources, ReportReader reader, Terminal terminal, CancellationToken cancellation)
    {
        var found = ReportFinder.Find(sources);
        var faults = 0;
        foreach (var report in found.Reports)
        {
            if (report.Error is { } error)
            {
                faults++;
                terminal.Out.WriteLine(Printable.Line(error.ToString()));
            }
        }

        using var texts = new RecordSources(found, reader, terminal.Input);
        var verifier = new RecordVerifier(texts);
        var records = 0;
        foreach (var line in RecordFile.Read(path))
        {
            cancellation.ThrowIfCancellationRequested();
            records++;
            var lineFaults = line.Value is { } record
                ? verifier.Verify(line.Line, record)
                : [new RecordFault(line.Line, "", "", line.Fault!)];
            foreach (var fault in lineFaults)
            {
                faults++;
                var place = string.Join(' ', new[] { fault.CaseId, fault.Place }.Where(part => part.Length > 0));
                terminal.Out.WriteLine(Printable.Line(string.Create(
                    CultureInfo.InvariantCulture, $"{path}({fault.Line}): {place}{(place.Length > 0 ? ": " : "")}{fault.Reason}")));
            }
        }

        terminal.Out.WriteLine($"{Plural.Of(records, "record")}, {Plural.Of(verifier.Quotations, "quotation")}, {Plural.Of(faults, "fault")}");
        return faults == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }
}
