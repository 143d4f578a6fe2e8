namespace CaseExtract.Cli.Runs;

/// <summary>
/// A file that is written. One that becomes too large for its file system (4 GiB on FAT) or for the limit set for this user fails as a full disk does;
/// .NET takes it for a wrong argument.
/// </summary>
internal sealed class OutputStream(string path, FileStreamOptions options) : FileStream(path, options)
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            base.Write(buffer, offset, count);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    public override void Flush(bool flushToDisk)
    {
        try
        {
            base.Flush(flushToDisk);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    private IOException TooLarge(ArgumentOutOfRangeException exception) => new($"The file is too large for the file system or the limit of this user: '{Name}'", exception);
}
