using System.CommandLine;
using System.Globalization;
using CaseExtract.Cli.Evaluation;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using CaseExtract.Documents;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract evaluate</c>: precision, recall and F1 of case records against a gold file, and how often values of a confidence are right.</summary>
internal static class EvaluateCommand
{
    private const string AllKeys = "all";
    private const string Text = "text";
    private const string Markdown = "markdown";

    public static Command Create(Terminal terminal)
    {
        var gold = CommonOptions.File("GOLD", "Right answers: one JSON object a case and line.");
        var records = CommonOptions.File("RECORDS", "Case records: JSON Lines or a JSON array.");
        var errors = new Option<string?>("--errors")
        {
            Description = "List the mistakes of this key, or of all keys, with the words they rest on.",
            HelpName = "KEY|all",
            Arity = ArgumentArity.ZeroOrOne,
        };
        errors.AcceptOnlyFromAmong([.. GoldKeys.All.Concat(DerivedKeys.All).Select(key => key.Name), AllKeys]);
        var sources = new Option<string[]>("--source", "-s")
        {
            Description = "The reports that the records were made from: shows whole sentences, and what was set aside for a missed value.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "text, aligned for a terminal, or markdown, for a document.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Markdown);
        var models = CommonOptions.Models();
        var command = new Command("evaluate", "Score records against right answers.") { gold, records, errors, sources, format, models };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result =>
        {
            var paths = result.GetValue(sources) ?? [];
            using var reports = paths.Length == 0 ? null : new RecordSources(ReportFinder.Find(paths), reading.Reader(result), terminal.Input);
            var list = new MistakeList(
                terminal.Out,
                reports,
                paths.Length == 0 ? null : CommonOptions.Extractor(result, models));
            var key = result.GetResult(errors) is null ? null : result.GetValue(errors) ?? AllKeys;
            return Run(result.GetRequiredValue(gold), result.GetRequiredValue(records), key, list, result.GetRequiredValue(format), terminal);
        });
        return command;
    }

    private static int Run(string goldPath, string recordsPath, string? errors, MistakeList list, string format, Terminal terminal)
    {
        // A record answers for the gold case whose id is its case id, else its document's id; the first one counts.
        var records = new Dictionary<string, JObject>(StringComparer.Ordinal);
        foreach (var (record, _) in Read(recordsPath))
        {
            foreach (var id in new[] { record["caseId"], (record["document"] as JObject)?["id"] })
            {
                if (id is JValue { Value: string name })
                {
                    records.TryAdd(name, record);
                }
            }
        }

        var scorer = new Scorer();
        foreach (var (gold, line) in Read(goldPath))
        {
            if (gold["id"] is not JValue { Value: string id })
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{goldPath}({line}): the key id is missing"));
            }

            var record = records.GetValueOrDefault(id);
            foreach (var mistake in scorer.Add(gold, record))
            {
                if (errors == AllKeys || errors == mistake.Key)
                {
                    list.Write(mistake, record);
                }
            }
        }

        var rows = scorer.Rows();
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(scorer.Cases, "case")}, {scorer.CasesWithoutRecord} without a record, {scorer.WholeCases} with every core key right"));
        if (format == Markdown)
        {
            terminal.Out.WriteLine();
            ScoreTable.WriteMarkdown(terminal.Out, rows);
            CalibrationTable.WriteMarkdown(terminal.Out, scorer.Calibration);
        }
        else
        {
            ScoreTable.WriteText(terminal.Out, rows);
            CalibrationTable.WriteText(terminal.Out, scorer.Calibration);
        }

        return ExitCode.Success;
    }

    private static IEnumerable<(JObject Value, int Line)> Read(string path)
    {
        foreach (var line in RecordFile.Read(path))
        {
            yield return line.Value is { } value
                ? (value, line.Line)
                : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path}({line.Line}): {line.Fault}"));
        }
    }
}
