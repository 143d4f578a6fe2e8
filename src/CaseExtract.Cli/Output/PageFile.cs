using System.Text;
using CaseExtract.Cli.Runs;

namespace CaseExtract.Cli.Output;

/// <summary>Writes a page to a file, which appears when it is complete, or to standard output.</summary>
internal static class PageFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, Terminal terminal, Action<TextWriter> write) => Write(path, terminal, page =>
    {
        write(page);
        return true;
    });

    public static T Write<T>(string path, Terminal terminal, Func<TextWriter, T> write)
    {
        if (path is RunSettings.StandardOutput or "/dev/stdout")
        {
            return write(terminal.Out);
        }

        using var file = OutputFile.Create(path);
        T result;
        using (var text = new StreamWriter(file.Stream, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" })
        {
            result = write(text);
        }

        file.Commit();
        return result;
    }
}
