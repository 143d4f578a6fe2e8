using CaseExtract.Schema;

namespace CaseExtract.Cli.Output;

/// <summary>Case records going out in one format.</summary>
internal abstract class RecordOutput : IDisposable
{
    /// <summary>The part of the output that depends on this record alone. Called on several threads.</summary>
    public abstract ReadOnlyMemory<byte> Render(CaseRecord record);

    /// <summary>Appends a record, in the order of the output. Called on one thread.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rendered">What <see cref="Render"/> made of it.</param>
    public abstract void Write(CaseRecord record, ReadOnlyMemory<byte> rendered);

    /// <summary>What was written so far is in the stream.</summary>
    public virtual void Flush()
    {
        // most formats hold nothing back
    }

    /// <summary>Writes what stands after the last record.</summary>
    public abstract void Complete();

    /// <summary>Releases what the format holds; the stream is left to its owner.</summary>
    public abstract void Dispose();

    /// <param name="format">The word of the command line.</param>
    /// <param name="stream">Written to, not closed.</param>
    /// <param name="terminal">How wide a table may be, and whether it has colours.</param>
    /// <param name="toTerminal">Whether the stream is standard output.</param>
    /// <param name="isContinued">Whether records stand in the stream already.</param>
    public static RecordOutput Create(string format, Stream stream, Terminal terminal, bool toTerminal, bool isContinued) => format switch
    {
        "jsonl" => new JsonOutput(stream, asArray: false, isContinued),
        "json" => new JsonOutput(stream, asArray: true, isContinued),
        "csv" => new CsvOutput(stream, isContinued),
        "table" => new TableOutput(stream, terminal, toTerminal),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
