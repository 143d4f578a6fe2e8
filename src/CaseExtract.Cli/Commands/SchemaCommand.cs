using System.CommandLine;
using CaseExtract.Cli.Records;

namespace CaseExtract.Cli.Commands;

/// <summary><c>caseextract schema</c>: the JSON Schema of the case record.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON Schema of the case record.");
        command.SetAction(_ =>
        {
            terminal.Out.Write(CaseRecordSchema.Text());
            return ExitCode.Success;
        });
        return command;
    }
}
