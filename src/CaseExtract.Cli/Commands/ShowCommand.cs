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
        var why = new Option<bool>("--why") { Description = "Tell why: the story, what was weighed, the rule of each field, and what was set aside." };
        var command = new Command("show", "Show what was found in a report, with the words behind every value.") { paths, why, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(
            ReportFinder.Find(result.GetRequiredValue(paths)),
            reading.Reader(result),
            CommonOptions.Extractor(result, models),
            result.GetValue(why),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(
        FoundReports found, ReportReader reader, CaseExtractor extractor, bool tellsWhy, Terminal terminal, CancellationToken cancellation)
    {
        var exitCode = ExitCode.Success;
        var console = PeopleConsole.Create(terminal.Out, terminal.OutputIsTerminal);
        var page = new RecordPage(console);
        var whyPage = tellsWhy ? new WhyPage(console) : null;
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
            if (whyPage is null)
            {
                page.Write(document, extractor.Extract(read.Narrative));
            }
            else
            {
                var sentences = page.SentencesOf(document);
                foreach (var explanation in extractor.Explain(read.Narrative))
                {
                    page.Write(explanation.Record, sentences);
                    whyPage.Write(explanation, sentences);
                }
            }

            terminal.Out.Flush();
        }

        return exitCode;
    }
}
