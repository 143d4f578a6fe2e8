using System.Text;
using Spectre.Console;

namespace CaseExtract.Cli.Output;

/// <summary>Makes consoles that have colour on a terminal and plain text, of one width everywhere, in a pipe or a file.</summary>
internal static class PeopleConsole
{
    private const int PlainWidth = 160;

    public static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var settings = new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new ConsoleOutput(writer, isTerminal),
        };

        // Enrichers switch colour on in build servers.
        settings.Enrichment.UseDefaultEnrichers = false;
        return AnsiConsole.Create(settings);
    }

    private sealed class ConsoleOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth;

        public int Height => isTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : 24;

        public void SetEncoding(Encoding encoding)
        {
            // The writer has its encoding.
        }
    }
}
