using CaseExtract.Schema;

namespace CaseExtract.Cli.Output;

/// <summary>JSON Lines, or a JSON array with one record a line: either can be read by line and streamed.</summary>
internal sealed class JsonOutput(Stream stream, bool asArray, bool isContinued) : RecordOutput
{
    private bool _hasRecord = isContinued;

    public override ReadOnlyMemory<byte> Render(CaseRecord record) => CaseRecordWriter.ToUtf8(record);

    public override void Write(CaseRecord record, ReadOnlyMemory<byte> rendered)
    {
        if (asArray)
        {
            stream.Write(_hasRecord ? ",\n"u8 : "[\n"u8);
        }

        stream.Write(rendered.Span);
        if (!asArray)
        {
            stream.WriteByte((byte)'\n');
        }

        _hasRecord = true;
    }

    public override void Complete()
    {
        if (asArray)
        {
            stream.Write(_hasRecord ? "\n]\n"u8 : "[]\n"u8);
        }
    }

    public override void Dispose()
    {
        // Holds nothing but the stream, which is not its own.
    }
}
