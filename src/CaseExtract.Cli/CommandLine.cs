using System.CommandLine;
using System.CommandLine.Help;
using CaseExtract.Cli.Commands;
using CaseExtract.Cli.Runs;
using CaseExtract.Registry;

namespace CaseExtract.Cli;

/// <summary>The whole command line, from arguments to exit code.</summary>
internal static class CommandLine
{
    // Paths are taken as they are: no response files (@file), no bundles of letters.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private const string Name = "caseextract";

    private const string Description = "Reads free-text clinical case reports into typed, coded case records with evidence.";

    /// <summary>In the order in which they are told.</summary>
    private static readonly string[] Commands = ["extract", "watch", "show", "text", "schema", "verify", "evaluate", "load", "cohort", "correct", "diff", "report", "view"];

    /// <summary>Runs one command with the streams given, none of which counts as a terminal.</summary>
    public static int Invoke(IReadOnlyList<string> args, Stream input, Stream output, Stream error)
    {
        using var terminal = new Terminal(input, output, error);
        return Invoke(args, terminal, CancellationToken.None);
    }

    /// <summary>Runs one command.</summary>
    public static int Invoke(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        var commands = Asked(args);

        // the texts of --help and --version are looked up in resources, which takes milliseconds
        var root = commands.Length == 1 && !args.Any(IsAboutProgram) ? new Command(Name) : new RootCommand(Description);

        // begun before the arguments are understood, for it takes as long as all else up to the first report
        var coming = args is ["extract", _, ..] && !args.Contains("--models") ? ComingExtractor.Start() : null;
        foreach (var name in commands)
        {
            root.Add(Create(name, terminal, coming, cancellation));
        }

        var result = root.Parse(args, Parsing);
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
        {
            var command = result.CommandResult.Command;
            IEnumerable<string> messages = command == root && result.UnmatchedTokens is [var name, ..]
                ? [$"'{name}' is no command; there are {string.Join(", ", Commands)}."]
                : result.Errors.Select(error => error.Message);
            foreach (var message in messages)
            {
                terminal.Error.WriteLine($"caseextract: {Printable.Line(message)}");
            }

            terminal.Error.WriteLine($"Try: caseextract {(command == root ? "" : command.Name + " ")}--help");
            return ExitCode.WrongUse;
        }

        try
        {
            var exitCode = result.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            terminal.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("caseextract: stopped");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is WrongUseException or ModelException)
        {
            terminal.Error.WriteLine($"caseextract: {Printable.Line(exception.Message)}");
            foreach (var line in (exception as WrongUseException)?.Details ?? [])
            {
                terminal.Error.WriteLine(line);
            }

            return ExitCode.WrongUse;
        }
        catch (Exception exception) when (exception is InputException or RegistryException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"caseextract: {Printable.Line(exception.Message)}");
            return ExitCode.InputFailed;
        }
    }

    /// <summary>The command that the arguments name, for to describe one costs milliseconds; all where they name none, and all are to be told.</summary>
    private static string[] Asked(IReadOnlyList<string> args) => args.Count > 0 && Array.IndexOf(Commands, args[0]) >= 0 ? [args[0]] : Commands;

    private static bool IsAboutProgram(string argument) => argument is "--help" or "-h" or "/h" or "-?" or "/?" or "--version";

    private static Command Create(string name, Terminal terminal, ComingExtractor? coming, CancellationToken cancellation) => name switch
    {
        "extract" => ExtractCommand.Create(terminal, coming, cancellation),
        "watch" => WatchCommand.Create(terminal, cancellation),
        "show" => ShowCommand.Create(terminal, cancellation),
        "text" => TextCommand.Create(terminal),
        "schema" => SchemaCommand.Create(terminal),
        "verify" => VerifyCommand.Create(terminal, cancellation),
        "evaluate" => EvaluateCommand.Create(terminal),
        "load" => LoadCommand.Create(terminal, cancellation),
        "cohort" => CohortCommand.Create(terminal, cancellation),
        "correct" => CorrectCommand.Create(terminal),
        "diff" => DiffCommand.Create(terminal, cancellation),
        "report" => ReportCommand.Create(terminal, cancellation),
        _ => ViewCommand.Create(terminal, cancellation),
    };
}
