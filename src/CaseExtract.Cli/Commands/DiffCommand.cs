using System.Collections.ObjectModel;
using System.CommandLine;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Cli.Registry;
using CaseExtract.Documents;
using CaseExtract.Registry.Differences;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract diff</c>: what two runs read differently.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var files = new Argument<string[]>("RECORDS") { Description = "Two files of case records, the earlier first.", Arity = ArgumentArity.ZeroOrMore };
        var from = RegistryOptions.From();
        var runs = new Option<string?>("--runs") { Description = "Two runs of the registry, such as 1..3. Without it, the runs are listed.", HelpName = "A..B" };
        var format = new Option<string>("--format", "-f") { Description = "text: for people; jsonl: a case a line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var sources = new Option<string[]>("--source", "-s")
        {
            Description = "The reports: each changed field is told with the rule that now decides it.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var models = CommonOptions.Models();
        var command = new Command("diff", "Compare two runs: which cases and fields changed, from what to what, and why.") { files, from, runs, format, sources, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result =>
        {
            var paths = result.GetValue(files) ?? [];
            var wanted = result.GetValue(runs);
            if (paths.Length is not (0 or 2) || (paths.Length == 2 && (wanted is not null || result.GetValue(from) is not null)))
            {
                throw new WrongUseException("needs two files of records, or --from with --runs A..B");
            }

            using var store = paths.Length == 2 ? null : RegistryStore.OpenToRead(RegistryOptions.Target(result, from));
            if (store is not null && wanted is null)
            {
                return ListRuns(store, terminal);
            }

            using var rules = result.GetValue(sources) is { Length: > 0 } reports
                ? new DecidingRules(CommonOptions.Extractor(result, models), new RecordSources(ReportFinder.Find(reports), reading.Reader(result), terminal.Input))
                : null;
            var differences = store is null ? Between(paths[0], paths[1]) : Between(store, wanted!);
            return Write(differences, result.GetRequiredValue(format), rules, terminal, cancellation);
        });
        return command;
    }

    private static int ListRuns(RegistryStore store, Terminal terminal)
    {
        foreach (var run in RunDifferences.Runs(store))
        {
            terminal.Out.WriteLine(Printable.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Key}  {run.StartedAt}  {run.Name ?? "-"}  {run.Added} added, {run.Replaced} replaced  models {run.ModelVersion ?? "unknown"}  {run.Source}")));
        }

        return ExitCode.Success;
    }

    private static IEnumerable<CaseDifference> Between(RegistryStore store, string runs) =>
        runs.Split("..") is [var first, var last]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
        && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? RunDifferences.Between(store, before, after)
            : throw new WrongUseException("--runs takes two runs such as 1..3; without it, diff lists them");

    private static IEnumerable<CaseDifference> Between(string before, string after) => RunDifferences.Between(Read(before), Read(after));

    private static IEnumerable<LoadRecord> Read(string path)
    {
        if (!RecordLines.IsAt(path))
        {
            throw new InputException(File.Exists(path) ? $"{path}: holds no case records" : $"{path}: no such file");
        }

        var reader = new LoadRecord.Reader();
        foreach (var line in RecordLines.Read(path))
        {
            var record = reader.Read(line.Json, path, line.Number);
            yield return record.Fault is null ? record : throw new InputException($"{path}({line.Number}): {record.Fault}");
        }
    }

    private static int Write(IEnumerable<CaseDifference> differences, string format, DecidingRules? rules, Terminal terminal, CancellationToken cancellation)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var cases = 0;
        foreach (var difference in differences)
        {
            cancellation.ThrowIfCancellationRequested();
            cases++;
            var explained = rules?.Of(difference) ?? ReadOnlyDictionary<string, string>.Empty;
            if (format == "jsonl")
            {
                terminal.Out.WriteLine(DifferenceJson.Write(difference, explained));
            }
            else
            {
                WriteText(difference, explained, terminal.Out);
            }

            foreach (var field in difference.Fields)
            {
                counts[field.Field] = counts.GetValueOrDefault(field.Field) + 1;
            }
        }

        terminal.Error.WriteLine($"{Plural.Of(cases, "case")} differ{(cases == 1 ? "s" : "")}");
        foreach (var (field, count) in counts)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {field,-28}{count,8}"));
        }

        return ExitCode.Success;
    }

    private static void WriteText(CaseDifference difference, IReadOnlyDictionary<string, string> rules, TextWriter output)
    {
        output.WriteLine(Printable.Line($"{difference.CaseId}: {difference.Kind}; {difference.Why}"));
        foreach (var field in difference.Fields)
        {
            var rule = rules.TryGetValue(field.Field, out var words) ? $"  ({words})" : "";
            output.WriteLine("  " + Printable.Line($"{field.Field}: {field.OldValue ?? "nothing"} -> {field.NewValue ?? "nothing"}{rule}"));
        }
    }
}
