using Spectre.Console;

namespace CaseExtract.Cli.Output;

/// <summary>A progress bar on standard error, for a person who looks at it.</summary>
internal static class ProgressBar
{
    /// <summary>Shows the bar while <paramref name="run"/> runs; it calls its argument after every input.</summary>
    public static void Show(Terminal terminal, int total, Action<Action> run) =>
        PeopleConsole.Create(terminal.Error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("reading", maxValue: Math.Max(total, 1));
                run(() => task.Increment(1));
            });
}
