using System.Text;

namespace CaseExtract.Cli;

/// <summary>Standard input, output and error of a command: those of the process, or any others in a test.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(Stream input, Stream output, Stream error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        Input = input;
        Output = output;
        OutputIsTerminal = outputIsTerminal;
        ErrorIsTerminal = errorIsTerminal;
        Out = new StreamWriter(output, Utf8, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true };
    }

    public Stream Input { get; }

    /// <summary>For bytes. What was written to <see cref="Out"/> comes before once that is flushed: a command uses one of the two.</summary>
    public Stream Output { get; }

    /// <summary>For text.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Whether a person looks at standard output.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Whether a person looks at standard error.</summary>
    public bool ErrorIsTerminal { get; }

    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.OpenStandardError(),
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected);

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
