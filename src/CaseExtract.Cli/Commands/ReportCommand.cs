using System.CommandLine;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Pages.Report;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract report</c>: a page with the figures of a cohort.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var from = new Option<string>("--from")
        {
            Description = "Where the cases are: a file of records.",
            HelpName = "TARGET",
            Required = true,
        };
        var output = CommonOptions.Page();
        var dateField = new Option<string>("--date-field")
        {
            Description = "The column of the reports' table that holds their date.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "date",
        };
        var command = new Command("report", "Write a page with the figures of a cohort.") { from, output, dateField };
        command.SetAction(result =>
        {
            var lines = new RecordLines(result.GetRequiredValue(from), terminal.Error);
            var cohort = Cohort.Of(Until(cancellation, lines.Read().Select(line => line.Record)), result.GetRequiredValue(dateField));
            return Write(cohort, result.GetRequiredValue(output), Path.GetFileName(result.GetRequiredValue(from)), null, terminal) && lines.Faults == 0
                ? ExitCode.Success
                : ExitCode.InputFailed;
        });
        return command;
    }

    private static bool Write(Cohort cohort, string output, string origin, string? selection, Terminal terminal)
    {
        PageFile.Write(output, terminal, page =>
        {
            ReportPage.Write(page, cohort, origin, selection);
            return true;
        });
        terminal.Error.WriteLine($"{Plural.Of(cohort.Cases, "case")} from {Plural.Of(cohort.Documents, "report")}");
        return true;
    }

    private static IEnumerable<CaseRecord> Until(CancellationToken cancellation, IEnumerable<CaseRecord> records)
    {
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
