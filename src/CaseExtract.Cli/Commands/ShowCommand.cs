using System.CommandLine;
using CaseExtract.Cli.Output;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract show</c>: the record of a report as a person wants to read it.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var paths = CommonOptions.Paths();
        var models = CommonOptions.Models();
        var command = new Command("show", "Show what was found in a report, with the words behind every value.") { paths, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(
            ReportFinder.Find(result.GetRequiredValue(paths)),
            reading.Reader(result),
            CommonOptions.Extractor(result, models),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(
        FoundReports found, ReportReader reader, CaseExtractor extractor, Terminal terminal, CancellationToken cancellation)
    {
        var exitCode = ExitCode.Success;
        var page = new RecordPage(PeopleConsole.Create(terminal.Out, terminal.OutputIsTerminal));
        foreach (var read in found.Reports.SelectMany(report => reader.Read(report, terminal.Input)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!read.Succeeded)
            {
                terminal.Error.WriteLine($"caseextract: {Printable.Line(read.Error.ToString())}");
                exitCode = ExitCode.InputFailed;
                continue;
            }

            var document = extractor.Segment(read.Narrative);
            page.Write(document, extractor.Extract(read.Narrative));
            terminal.Out.Flush();
        }

        return exitCode;
    }
}
