using System.CommandLine;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Cli.Registry;
using CaseExtract.Pages.Report;
using CaseExtract.Registry.Store;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract report</c>: a page with the figures of a cohort.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var from = RegistryOptions.From();
        from.Description += " Or a file of case records.";
        var where = RegistryOptions.Where();
        var output = CommonOptions.Page();
        var dateField = new Option<string>("--date-field")
        {
            Description = "The column of the reports' table that holds their date.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "date",
        };
        var command = new Command("report", "Write a page with the figures of a cohort.") { from, where, output, dateField };
        command.SetAction(result =>
        {
            var page = new Page(result.GetRequiredValue(output), result.GetRequiredValue(dateField), terminal, cancellation);
            if (result.GetValue(from) is { } path && RecordLines.IsAt(path))
            {
                return result.GetValue(where) is null
                    ? OfFile(path, page, terminal)
                    : throw new WrongUseException("--where selects from a registry, not from a file of records: load the file first");
            }

            using var store = RegistryStore.OpenToRead(RegistryOptions.Target(result, from));
            var cohort = RegistryOptions.Select(store, result.GetValue(where));
            page.Write(cohort.Cases().Select(one => one.Record()), store.Target.IsPostgres ? store.Target.Name : Path.GetFileName(store.Target.Name), result.GetValue(where));
            return ExitCode.Success;
        });
        return command;
    }

    private static int OfFile(string path, Page page, Terminal terminal)
    {
        var records = new SoundRecords(path, terminal.Error);
        page.Write(records.Read().Select(line => line.Record), Path.GetFileName(path), selection: null);
        return records.Faults == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }

    /// <summary>Where the page goes, and what it needs to know.</summary>
    private sealed record Page(string Output, string DateField, Terminal Terminal, CancellationToken Cancellation)
    {
        public void Write(IEnumerable<CaseRecord> records, string origin, string? selection)
        {
            var figures = CohortFigures.Of(Until(records), DateField);
            PageFile.Write(Output, Terminal, page => ReportPage.Write(page, figures, origin, selection));
            Terminal.Error.WriteLine($"{Plural.Of(figures.Cases, "case")} from {Plural.Of(figures.Documents, "report")}");
        }

        private IEnumerable<CaseRecord> Until(IEnumerable<CaseRecord> records)
        {
            foreach (var record in records)
            {
                Cancellation.ThrowIfCancellationRequested();
                yield return record;
            }
        }
    }
}
