namespace CaseExtract.Cli.Runs;

/// <summary>
/// The diary of a run, beside its output: a line that says what run it is, then a line for each checkpoint, written when what it speaks of is on the disk.
/// It holds counts, and paths and reasons of failures: no text of a report.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private readonly DurableLines _lines;

    private RunJournal(DurableLines lines, Checkpoint? last) => (_lines, Last) = (lines, last);

    /// <summary>The last checkpoint of the unfinished run; <see langword="null"/> when there is none to go on with.</summary>
    public Checkpoint? Last { get; }

    /// <summary>Opens the journal of an output. Only one run at a time holds it.</summary>
    /// <param name="output">The path of the output.</param>
    /// <param name="fingerprint">What input is read and how.</param>
    /// <param name="resume">Whether to go on with an unfinished run.</param>
    /// <param name="discarded">Whether there was one, which is not gone on with.</param>
    /// <exception cref="WrongUseException">Another run is writing this output, or the unfinished run read something else.</exception>
    public static RunJournal Open(string output, string fingerprint, bool resume, out bool discarded)
    {
        var lines = DurableLines.Open(output, "journal");
        try
        {
            var last = lines.Lines.Count > 1 ? Checkpoint.Parse(lines.Lines[^1]) : null;
            discarded = last is not null && !resume;
            if (resume && last is not null && lines.Lines[0] != fingerprint)
            {
                throw new WrongUseException($"{output}: the unfinished run read other files, or read them otherwise; start anew without --resume");
            }

            if (!resume || last is null)
            {
                last = null;
                lines.Clear();
                lines.Add(fingerprint);
            }

            return new RunJournal(lines, last);
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>Adds a checkpoint. What it speaks of must be on the disk.</summary>
    public void Add(Checkpoint checkpoint) => _lines.Add(checkpoint.ToJson());

    /// <summary>The run is over: there is nothing to go on with.</summary>
    public void Delete() => _lines.Delete();

    public void Dispose() => _lines.Dispose();
}
