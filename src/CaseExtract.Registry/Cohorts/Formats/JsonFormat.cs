namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>JSON Lines, or a JSON array with one record a line.</summary>
internal sealed class JsonFormat(Stream stream, bool asArray) : ICohortFormat
{
    private bool _hasRecord;

    public void Write(CohortRow row)
    {
        if (asArray)
        {
            stream.Write(_hasRecord ? ",\n"u8 : "[\n"u8);
        }

        stream.Write(row.Json.Span);
        if (!asArray)
        {
            stream.WriteByte((byte)'\n');
        }

        _hasRecord = true;
    }

    public void Complete()
    {
        if (asArray)
        {
            stream.Write(_hasRecord ? "\n]\n"u8 : "[]\n"u8);
        }
    }

    public void Dispose()
    {
        // the stream is its owner's
    }
}
