using System.CommandLine;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Cli.Registry;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract correct</c>: what a person knows better than the extractor.</summary>
internal static class CorrectCommand
{
    public static Command Create(Terminal terminal)
    {
        var to = RegistryOptions.To();
        var file = new Argument<string?>("FILE") { Description = "A CSV table of corrections: case, field, value, why, who.", Arity = ArgumentArity.ZeroOrOne };
        var caseId = new Option<string?>("--case") { Description = "The case to correct.", HelpName = "ID" };
        var field = new Option<string?>("--field") { Description = $"The field to correct: {string.Join(", ", CorrectionRegister.Fields)}.", HelpName = "FIELD" };
        var value = new Option<string?>("--value") { Description = "The right value; members of a list are separated by semicolons; empty where the report states none.", HelpName = "VALUE" };
        var withdraw = new Option<bool>("--withdraw") { Description = "Take an earlier correction back: the extractor's value counts again." };
        var why = new Option<string?>("--why") { Description = "The reason; of a table for rows that give none.", HelpName = "TEXT" };
        var who = new Option<string>("--who") { Description = "Who corrects; of a table for rows that do not say it.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("correct", "Correct values of cases in a registry. Corrections stand, whatever is loaded later.") { file, to, caseId, field, value, withdraw, why, who };
        command.SetAction(result =>
        {
            var (reason, person) = (result.GetValue(why) ?? "", result.GetRequiredValue(who));
            if (result.GetValue(file) is { } path)
            {
                if (result.GetValue(caseId) is not null || result.GetValue(field) is not null || result.GetValue(value) is not null)
                {
                    throw new WrongUseException("a table of corrections names its cases itself: leave out --case, --field and --value");
                }

                return Apply(result, to, CorrectionFile.Read(path, reason, person, result.GetValue(withdraw)), path, terminal);
            }

            if (result.GetValue(caseId) is not { } id || result.GetValue(field) is not { } name || (result.GetValue(value) is null) != result.GetValue(withdraw))
            {
                throw new WrongUseException("needs a CSV table, or --case, --field and one of --value and --withdraw");
            }

            return Apply(result, to, [(0, new CorrectionRequest(id, name, result.GetValue(withdraw) ? null : result.GetValue(value), reason, person))], id, terminal);
        });
        return command;
    }

    private static int Apply(ParseResult result, Option<string?> to, IReadOnlyList<(int Line, CorrectionRequest Request)> requests, string place, Terminal terminal)
    {
        using var store = RegistryStore.Open(RegistryOptions.Target(result, to), mayCreate: false);
        var outcomes = new CorrectionRegister(store).Apply(requests.Select(request => request.Request));
        var (changed, failed) = (0, 0);
        foreach (var ((line, request), outcome) in requests.Zip(outcomes))
        {
            if (outcome.Fault is { } fault)
            {
                failed++;
                var where = line == 0 ? place : string.Create(CultureInfo.InvariantCulture, $"{place} (line {line})");
                terminal.Error.WriteLine($"caseextract: {Printable.Line(where)}: {Printable.Line(fault)}");
            }
            else if (outcome.IsChange)
            {
                changed++;
                terminal.Out.WriteLine(Printable.Line($"{request.CaseId} {request.Field}: {outcome.OldValue ?? "nothing"} -> {outcome.NewValue ?? "nothing"}"));
            }
        }

        terminal.Error.WriteLine($"{Plural.Of(changed, "value")} corrected, {outcomes.Count - changed - failed} as they were, {failed} failed");
        return failed == 0 ? ExitCode.Success : ExitCode.InputFailed;
    }
}
