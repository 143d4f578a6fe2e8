using CaseExtract.Cli.Output;
using Spectre.Console;

namespace CaseExtract.Cli.Runs;

/// <summary>A progress bar on standard error, for a person who looks at it.</summary>
internal static class ProgressBar
{
    /// <summary>Shows the bar while <paramref name="run"/> runs; it calls its argument with how many bytes are done.</summary>
    public static void Show(Terminal terminal, long totalBytes, Action<Action<long>> run) =>
        PeopleConsole.Create(terminal.Error, isTerminal: true).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("reading", maxValue: Math.Max(totalBytes, 1));
                run(bytes => task.Value = bytes);
            });
}
