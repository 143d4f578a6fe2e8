using System.CommandLine;
using System.Text;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract text</c>: the decoded text that the offsets of evidence count in.</summary>
internal static class TextCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = CommonOptions.File("PATH", "A report file, or - for standard input.");
        var maximumSize = CommonOptions.MaximumSize();
        var command = new Command("text", "Print the decoded text of a report, in which the offsets of evidence count.") { path, maximumSize };
        command.SetAction(result => Run(result.GetRequiredValue(path), CommonOptions.Reader(result, maximumSize), terminal));
        return command;
    }

    private static int Run(string path, PlainTextReader reader, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            throw new WrongUseException($"{path}: is a folder; text prints one report");
        }

        var read = reader.Read(ReportFinder.Find([path]).Reports[0], terminal.Input);
        if (!read.Succeeded)
        {
            throw new InputException(read.Error.ToString());
        }

        // Exactly the text: no line ends added or changed, no byte order mark.
        using var writer = new StreamWriter(terminal.Output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        writer.Write(read.Narrative.Text);
        return ExitCode.Success;
    }
}
