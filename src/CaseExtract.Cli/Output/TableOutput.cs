using System.Globalization;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;
using Spectre.Console;

namespace CaseExtract.Cli.Output;

/// <summary>A table for people. It is drawn when all rows are there, since every row has a say in the widths of the columns.</summary>
internal sealed class TableOutput : RecordOutput
{
    private readonly Table _table = new() { Border = TableBorder.Rounded };
    private readonly IAnsiConsole _console;
    private readonly StreamWriter _writer;

    public TableOutput(Stream stream, Terminal terminal, bool toTerminal)
    {
        _writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        _console = PeopleConsole.Create(_writer, toTerminal && terminal.OutputIsTerminal);
        foreach (var heading in (string[])["Case", "Age", "Sex", "Primary", "Histology", "Levels", "Prior surgery", "Procedures", "Extent"])
        {
            _table.AddColumn(heading);
        }
    }

    public override ReadOnlyMemory<byte> Render(CaseRecord record) => default;

    public override void Write(CaseRecord record, ReadOnlyMemory<byte> rendered) => _table.AddRow(
        Cell(record.CaseId),
        Cell(record.Age?.Years.ToString("0.##", CultureInfo.InvariantCulture)),
        Cell(record.Sex?.Value),
        Cell(record.PrimaryTumour?.Site is { } site ? $"{site.Display} ({site.Code})" : null),
        Cell(record.Histology is { } histology ? PeopleWords.Morphology(histology.Code, histology.Behaviour, histology.Display) : null),
        Cell(string.Join(' ', record.SpinalLevels.Count > 0 ? record.SpinalLevels.Select(level => level.Level) : record.SpinalRegions)),
        Cell(string.Join(", ", record.PriorSurgeries.Select(surgery => surgery.Term))),
        Cell(string.Join(", ", record.Procedures.Select(procedure => procedure.Term))),
        Cell(record.Extent?.Value));

    public override void Complete()
    {
        _console.Write(_table);
        _writer.Flush();
    }

    public override void Dispose() => _writer.Dispose();

    private static Spectre.Console.Text Cell(string? text) => new(Printable.Line(text ?? ""));
}
