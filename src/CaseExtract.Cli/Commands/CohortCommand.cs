using System.CommandLine;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Registry;
using CaseExtract.Cli.Runs;
using CaseExtract.Registry.Cohorts;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract cohort</c>: cases out of a registry.</summary>
internal static class CohortCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var from = RegistryOptions.From();
        var where = RegistryOptions.Where();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write to this file, or - for standard output. Beside a flat table stand the table of its values and the data dictionary.",
            HelpName = "FILE",
            DefaultValueFactory = _ => RunSettings.StandardOutput,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: a record a line; json: an array; csv, parquet: a row a case.",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong([.. CohortWriter.Formats]);
        var deidentify = new Option<bool>("--deidentify") { Description = "Leave out evidence text, ids, paths and free text, and tell ages over 89 as 90." };
        var command = new Command("cohort", "Select cases from a registry.") { from, where, output, format, deidentify };
        command.SetAction(result =>
        {
            using var store = RegistryStore.OpenToRead(RegistryOptions.Target(result, from));
            var cohort = RegistryOptions.Select(store, result.GetValue(where));
            var writer = new CohortWriter(result.GetRequiredValue(format), result.GetValue(deidentify));
            var file = result.GetRequiredValue(output);
            if (file is RunSettings.StandardOutput)
            {
                WriteToStandardOutput(writer, cohort, terminal, cancellation);
            }
            else
            {
                WriteFiles(writer, cohort, file, cancellation);
            }

            terminal.Error.WriteLine(Plural.Of(cohort.Count, "case"));
            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteToStandardOutput(CohortWriter writer, Cohort cohort, Terminal terminal, CancellationToken cancellation)
    {
        using var stream = new BufferedStream(new UnclosedStream(terminal.Output), 1 << 16);
        writer.Write(cohort, stream, values: null, cancellation);
    }

    /// <summary>All files appear when all are complete.</summary>
    private static void WriteFiles(CohortWriter writer, Cohort cohort, string path, CancellationToken cancellation)
    {
        using var cases = OutputFile.Create(path);
        using var values = writer.IsFlat ? OutputFile.Create(Path.ChangeExtension(path, ".values.csv")) : null;
        using var dictionary = writer.IsFlat ? OutputFile.Create(Path.ChangeExtension(path, ".dictionary.csv")) : null;
        writer.Write(cohort, cases.Stream, values?.Stream, cancellation);
        if (dictionary is not null)
        {
            writer.WriteDictionary(dictionary.Stream);
        }

        dictionary?.Commit();
        values?.Commit();
        cases.Commit();
    }
}
