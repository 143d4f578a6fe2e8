using System.CommandLine;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Documents;
using CaseExtract.Pages.View;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract view</c>: a page on which a person reads records beside their reports.</summary>
internal static class ViewCommand
{
    /// <summary>So many reports are in memory at once for each processor.</summary>
    private const int ReportsPerProcessor = 16;

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
        var output = CommonOptions.Page();
        var noRules = new Option<bool>("--no-rules") { Description = "Leave out the rule of each value, which takes reading every report again." };
        var models = CommonOptions.Models();
        var command = new Command("view", "Write a page to read records beside their reports, with the evidence marked.") { records, sources, output, noRules, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(
            result.GetRequiredValue(records),
            ReportFinder.Find(result.GetRequiredValue(sources)),
            reading.Reader(result),
            result.GetValue(noRules) ? null : new RuleFinder(CommonOptions.Extractor(result, models)),
            result.GetRequiredValue(output),
            terminal,
            cancellation));
        return command;
    }

    private static int Run(
        string path, FoundReports found, ReportReader reader, RuleFinder? rules, string output, Terminal terminal, CancellationToken cancellation)
    {
        foreach (var report in found.Reports)
        {
            if (report.Error is { } error)
            {
                terminal.Error.WriteLine(Printable.Line(error.ToString()));
            }
        }

        using var sources = new RecordSources(found, reader, terminal.Input);
        var lines = new SoundRecords(path, terminal.Error);
        var counts = PageFile.Write(
            output, terminal, page => ViewPage.Write(page, Path.GetFileName(path), Cases(lines, sources, rules, cancellation)));
        terminal.Error.WriteLine(string.Join(", ",
            Plural.Of(counts.Cases, "case"),
            $"{counts.WithoutSource} without a report",
            $"{Plural.Of(counts.Changed, "report")} changed since",
            $"{Plural.Of(counts.LostQuotations, "quotation")} not where the record says"));
        var isSound = lines.Faults == 0 && counts is { WithoutSource: 0, Changed: 0, LostQuotations: 0 } && found.Reports.All(report => report.Error is null);
        return isSound ? ExitCode.Success : ExitCode.InputFailed;
    }

    /// <summary>Reports are found one after the other, since records follow the order of tables and archives; they are read anew for their rules side by side.</summary>
    private static IEnumerable<ViewCase> Cases(SoundRecords lines, RecordSources sources, RuleFinder? rules, CancellationToken cancellation)
    {
        var options = new ParallelOptions { CancellationToken = cancellation };
        foreach (var chunk in lines.Read().Select(line => (line.Record, Source: sources.Find(line.Json))).Chunk(ReportsPerProcessor * Environment.ProcessorCount))
        {
            var cases = new ViewCase[chunk.Length];
            Parallel.For(0, chunk.Length, options, number => cases[number] = CaseOf(chunk[number].Record, chunk[number].Source, rules));
            foreach (var one in cases)
            {
                yield return one;
            }
        }
    }

    private static ViewCase CaseOf(CaseRecord record, RecordSource source, RuleFinder? rules)
    {
        if (source.Narrative is not { } narrative)
        {
            return new ViewCase(record, source.Error is null ? SourceState.Missing : SourceState.Unreadable, null);
        }

        var isSound = narrative.Sha256 is not { } hash || hash == record.Document.Sha256;
        var viewCase = new ViewCase(record, isSound ? SourceState.Sound : SourceState.Changed, source.Text);
        return rules is null ? viewCase : viewCase with { Rules = rules.Of(narrative, record) };
    }
}
