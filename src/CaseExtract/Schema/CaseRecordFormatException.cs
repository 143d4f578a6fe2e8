namespace CaseExtract.Schema;

/// <summary>A file of case records cannot be read. The message names file, line and what is wrong, and never quotes content.</summary>
public sealed class CaseRecordFormatException : FormatException
{
    internal CaseRecordFormatException(string source, int line, string reason)
        : base($"{source}({Math.Max(line, 1)}): {reason}")
    {
        // The JSON reader says line 0 before its first token.
        Line = Math.Max(line, 1);
        Reason = reason;
    }

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong, without file and line.</summary>
    public string Reason { get; }
}
