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
        var id = new Option<string?>("--id") { Description = "The report to print, where the file holds several.", HelpName = "ID" };
        var command = new Command("text", "Print the text of a report as it is read, in which the offsets of evidence count.") { path, id };
        var reading = new ReadingOptionSet(command);
        command.SetAction(result => Run(result.GetRequiredValue(path), result.GetValue(id), reading.Reader(result), terminal));
        return command;
    }

    private static int Run(string path, string? id, ReportReader reader, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            throw new WrongUseException($"{path}: is a folder; text prints one report");
        }

        var reports = reader.Read(ReportFinder.Find([path]).Reports[0], terminal.Input)
            .Where(report => id is null || report.Narrative?.Id == id).Take(2).ToList();
        if (reports.Count != 1)
        {
            throw new WrongUseException(
                reports.Count > 1 ? $"{path}: holds several reports{(id is null ? "; --id chooses one" : " of this id")}" : $"{path}: holds no report of this id");
        }

        var read = reports[0];
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
