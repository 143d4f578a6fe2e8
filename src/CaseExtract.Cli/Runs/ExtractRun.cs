using System.Text;
using CaseExtract.Cli.Output;
using CaseExtract.Documents;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Runs;

/// <summary>What a run writes, and where; the two grow together, and a journal keeps how far they agree.</summary>
internal sealed class ExtractRun : IDisposable
{
    /// <summary>So much work, at most, is done twice after a crash.</summary>
    public static readonly TimeSpan DefaultCheckpointInterval = TimeSpan.FromMilliseconds(500);

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly RunSettings _settings;
    private readonly RunInput _input;
    private readonly Stream _stream;
    private readonly OutputFile? _file;
    private readonly OutputFile? _errors;
    private readonly RunJournal? _journal;
    private readonly RecordOutput _output;
    private bool _isOutputClosed;
    private long _checkpointed = Environment.TickCount64;

    /// <summary>Opens the outputs.</summary>
    /// <exception cref="WrongUseException">One of them cannot be written, or there is nothing to go on with that could be.</exception>
    public ExtractRun(RunSettings settings, RunInput input, Terminal terminal)
    {
        (_settings, _input) = (settings, input);
        try
        {
            Checkpoint? last = null;
            if (settings.IsJournaled)
            {
                _journal = RunJournal.Open(settings.Output, input.Fingerprint(settings.Fingerprint), settings.Resume, out var discarded);
                last = _journal.Last;
                HasDiscarded = discarded;
            }

            Summary = new RunSummary(last?.Counts);
            ResumedInputs = Summary.Counts.Inputs;
            IsComplete = last?.IsComplete ?? false;
            _errors = settings.Errors is null || (IsComplete && !IsThere(settings.Errors)) ? null : OutputFile.Open(settings.Errors, last?.ErrorsLength ?? 0);
            _file = settings.ToStandardOutput || (IsComplete && !IsThere(settings.Output)) ? null : OutputFile.Open(settings.Output, last?.OutputLength ?? 0);
            _stream = settings.ToStandardOutput ? new BufferedStream(terminal.Output, 1 << 16) : _file?.Stream ?? Stream.Null;
            _output = RecordOutput.Create(settings.Format, _stream, terminal, settings.ToStandardOutput, isContinued: last is { OutputLength: > 0 });
        }
        catch
        {
            _journal?.Dispose();
            _errors?.Dispose();
            _file?.Dispose();
            throw;
        }
    }

    public RunSummary Summary { get; }

    /// <summary>Inputs that an earlier run was done with.</summary>
    public int ResumedInputs { get; }

    /// <summary>Whether there was an unfinished run that this one does not go on with.</summary>
    public bool HasDiscarded { get; }

    /// <summary>Whether an earlier run had done all, and only the names were missing.</summary>
    public bool IsComplete { get; }

    /// <summary>Reads and writes everything.</summary>
    /// <param name="extract">Makes the records of a text, on several threads.</param>
    /// <param name="advance">Called with the bytes of the input that are done; <see langword="null"/> for nobody.</param>
    /// <param name="cancellation">Ends the run; what is done is kept.</param>
    public void Run(Func<Narrative, IReadOnlyList<CaseRecord>> extract, Action<long>? advance, CancellationToken cancellation)
    {
        try
        {
            if (!IsComplete)
            {
                new OrderedPipeline(_settings.Jobs, _settings.Timeout).Run(
                    _input.Reports().Skip(ResumedInputs),
                    input => Work(input.Report, input.BytesBefore, extract),
                    input => new Result(Failure.TimedOut(input.Report.Path, _settings.Timeout), [], [], input.BytesBefore),
                    result => Write(result, advance),
                    cancellation);
                _output.Complete();
            }

            Complete();
        }
        catch when (_journal is not null)
        {
            KeepWhatIsDone();
            throw;
        }
    }

    public void Dispose()
    {
        CloseOutput();
        _journal?.Dispose();
        _errors?.Dispose();
        _file?.Dispose();
    }

    /// <summary>What writers still hold goes out when they are disposed, so before the file is closed.</summary>
    private void CloseOutput()
    {
        if (!_isOutputClosed)
        {
            _isOutputClosed = true;
            _output.Dispose();
        }
    }

    private static bool IsThere(string path) => File.Exists(OutputFile.Beside(path, "partial"));

    private Result Work(PendingReport report, long bytesBefore, Func<Narrative, IReadOnlyList<CaseRecord>> extract)
    {
        ReadOnlyMemory<byte>[] rendered = [];
        var outcome = ReportOutcome.Of(report, narrative =>
        {
            var records = extract(narrative);
            rendered = new ReadOnlyMemory<byte>[records.Count];
            for (var index = 0; index < rendered.Length; index++)
            {
                rendered[index] = _output.Render(records[index]);
            }

            return records;
        });
        return new Result(outcome.Failure, outcome.Records, rendered, bytesBefore);
    }

    private void Write(Result result, Action<long>? advance)
    {
        if (result.Failure is { } failure)
        {
            Summary.Add(failure);
            _errors?.Stream.Write(Encoding.UTF8.GetBytes(failure.ToJson()));
            _errors?.Stream.Write(LineEnd);
        }
        else
        {
            Summary.Add(result.Records);
            for (var i = 0; i < result.Records.Count; i++)
            {
                _output.Write(result.Records[i], result.Rendered[i]);
            }
        }

        advance?.Invoke(result.BytesBefore);
        if (_journal is not null && Environment.TickCount64 - _checkpointed >= _settings.CheckpointInterval.TotalMilliseconds)
        {
            _output.Flush();
            SaveCheckpoint(isComplete: false);
        }
    }

    private void SaveCheckpoint(bool isComplete)
    {
        _file?.FlushToDisk();
        _errors?.FlushToDisk();
        _journal!.Add(new Checkpoint(_file?.Stream.Position ?? 0, _errors?.Stream.Position ?? 0, Summary.Counts, isComplete));
        _checkpointed = Environment.TickCount64;
    }

    /// <summary>Gives the files their names. A crash in between leaves a journal that says that only this is left to do.</summary>
    private void Complete()
    {
        CloseOutput();
        _stream.Flush();
        if (Summary.Counts.Documents == 0)
        {
            // an output without records would replace an earlier one with nothing
            _errors?.Commit();
            _journal?.Delete();
            return;
        }

        if (_journal is not null && !IsComplete)
        {
            SaveCheckpoint(isComplete: true);
        }

        _errors?.Commit();
        _file?.Commit();
        _journal?.Delete();
    }

    /// <summary>The end is not reached, whether by Ctrl+C or a full disk: a last checkpoint if there is room, else the one before stands.</summary>
    private void KeepWhatIsDone()
    {
        if (Summary.Counts.Inputs == 0)
        {
            _journal!.Delete();
            return;
        }

        _file?.Keep();
        _errors?.Keep();
        try
        {
            _output.Flush();
            SaveCheckpoint(isComplete: false);
        }
        catch (IOException)
        {
            // the full disk that brought us here
        }
    }

    private sealed record Result(Failure? Failure, IReadOnlyList<CaseRecord> Records, IReadOnlyList<ReadOnlyMemory<byte>> Rendered, long BytesBefore);
}
