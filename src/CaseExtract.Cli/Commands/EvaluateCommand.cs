using System.CommandLine;
using System.Globalization;
using CaseExtract.Cli.Evaluation;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Records;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract evaluate</c>: precision, recall and F1 of case records against a gold file.</summary>
internal static class EvaluateCommand
{
    private const string AllKeys = "all";

    public static Command Create(Terminal terminal)
    {
        var gold = CommonOptions.File("GOLD", "Right answers: one JSON object a case and line.");
        var records = CommonOptions.File("RECORDS", "Case records: JSON Lines or a JSON array.");
        var errors = new Option<string?>("--errors")
        {
            Description = "List the mistakes of this key, or of all keys.",
            HelpName = "KEY|all",
        };
        errors.AcceptOnlyFromAmong([.. GoldKeys.All.Concat(GoldKeys.Further).Select(key => key.Name), AllKeys]);
        var command = new Command("evaluate", "Score records against right answers.") { gold, records, errors };
        command.SetAction(result => Run(
            result.GetRequiredValue(gold), result.GetRequiredValue(records), result.GetValue(errors), terminal));
        return command;
    }

    private static int Run(string goldPath, string recordsPath, string? errors, Terminal terminal)
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

            foreach (var mistake in scorer.Add(gold, records.GetValueOrDefault(id)))
            {
                if (errors == AllKeys || errors == mistake.Key)
                {
                    terminal.Out.WriteLine(string.Join(
                        '\t',
                        Printable.Line(mistake.CaseId),
                        mistake.Key,
                        $"gold={mistake.Gold.ToString(Formatting.None)}",
                        $"got={mistake.Given.ToString(Formatting.None)}"));
                }
            }
        }

        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(scorer.Cases, "case")}, {scorer.CasesWithoutRecord} without a record, {scorer.WholeCases} with every core key right"));
        terminal.Out.WriteLine($"{"key",-18}{"tp",5}{"fp",5}{"fn",5}{"P",8}{"R",8}{"F1",8}");
        foreach (var key in GoldKeys.All)
        {
            WriteRow(terminal.Out, key.Name, scorer.Of(key.Name));
        }

        WriteRow(terminal.Out, "core", scorer.Core);
        WriteRow(terminal.Out, "all", scorer.All);
        foreach (var key in GoldKeys.Further.Where(key => scorer.Of(key.Name) != default))
        {
            WriteRow(terminal.Out, key.Name, scorer.Of(key.Name));
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

    private static void WriteRow(TextWriter writer, string name, Counts counts) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18}{counts.TruePositives,5}{counts.FalsePositives,5}{counts.FalseNegatives,5}{Rounded(counts.Precision),8}{Rounded(counts.Recall),8}{Rounded(counts.F1),8}"));

    /// <summary>Three decimals; the only exact ties, which are odd sixteenths, go to the even neighbour as scientific tools round them.</summary>
    private static string Rounded(double share) =>
        (double.IsInteger(share * 16) ? Math.Round(share, 3, MidpointRounding.ToEven) : share).ToString("F3", CultureInfo.InvariantCulture);
}
