using System.Runtime.ExceptionServices;

namespace CaseExtract.Cli.Runs;

/// <summary>An input in work, and its result.</summary>
internal sealed class WorkSlot<TInput, TResult>(TInput input)
{
    private const int InWork = 0;
    private const int Done = 1;
    private const int Abandoned = 2;

    private readonly long _started = Environment.TickCount64;
    private int _state;

    public TInput Input { get; } = input;

    public TResult Result { get; private set; } = default!;

    /// <summary>What the work threw.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public bool IsDone => Volatile.Read(ref _state) == Done;

    public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - _started);

    /// <summary>Keeps what came of the work.</summary>
    /// <returns><see langword="false"/> when nobody waits for it any more.</returns>
    public bool TryFinish(TResult result, ExceptionDispatchInfo? failure)
    {
        (Result, Failure) = (result, failure);
        return Interlocked.CompareExchange(ref _state, Done, InWork) == InWork;
    }

    /// <summary>Gives up waiting.</summary>
    /// <returns><see langword="false"/> when the work is done.</returns>
    public bool TryAbandon() => Interlocked.CompareExchange(ref _state, Abandoned, InWork) == InWork;
}

/// <summary>One run of an <see cref="OrderedPipeline"/>: workers that take inputs and leave results in a queue that has the order of the inputs.</summary>
internal sealed class OrderedRun<TInput, TResult> : IDisposable
{
    /// <summary>The writer is woken for so many results at once: woken for each, it would take a tenth of the time of short reports.</summary>
    private const int ResultsPerWake = 16;

    /// <summary>So long, at most, the writer sleeps while results wait for it.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(5);

    private readonly IEnumerator<TInput> _inputs;
    private readonly Func<TInput, TResult> _work;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private readonly SemaphoreSlim _room;
    private readonly Queue<WorkSlot<TInput, TResult>> _slots = new();
    private readonly Lock _taking = new();
    private readonly object _changed = new();
    private ExceptionDispatchInfo? _inputFailure;
    private int _finished;
    private bool _isStopped;
    private bool _hasEnded;

    public OrderedRun(IEnumerator<TInput> inputs, int room, Func<TInput, TResult> work, CancellationToken cancellation)
    {
        _inputs = inputs;
        _work = work;
        _room = new SemaphoreSlim(room);
        _cancellation = cancellation;
        _registration = cancellation.Register(Wake);
    }

    /// <summary>Starts a worker, which works until there is no input or nobody waits for what it does.</summary>
    public void StartWorker() => new Thread(Work) { IsBackground = true, Name = "extract" }.Start();

    /// <summary>Waits for the next result in order.</summary>
    /// <returns>Its slot, done or older than <paramref name="timeout"/>; <see langword="null"/> at the end.</returns>
    public WorkSlot<TInput, TResult>? Next(TimeSpan timeout)
    {
        lock (_changed)
        {
            while (true)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_slots.TryPeek(out var slot))
                {
                    if (slot.IsDone || (timeout != Timeout.InfiniteTimeSpan && slot.Age >= timeout))
                    {
                        return _slots.Dequeue();
                    }

                    Monitor.Wait(_changed, LongestSleep);
                }
                else if (_hasEnded)
                {
                    _inputFailure?.Throw();
                    return null;
                }
                else
                {
                    Monitor.Wait(_changed);
                }
            }
        }
    }

    /// <summary>The result was written: there is room for another.</summary>
    public void Release() => _room.Release();

    /// <summary>Workers stop after what they have in work.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        _isStopped = true;
        _room.Release(short.MaxValue);

        // a worker that waits for standard input holds the inputs: the process need not wait for it
        if (_taking.TryEnter(TimeSpan.FromSeconds(1)))
        {
            _inputs.Dispose();
            _taking.Exit();
        }
    }

    private void Work()
    {
        while (Take() is { } slot)
        {
            var result = default(TResult)!;
            ExceptionDispatchInfo? failure = null;
            try
            {
                result = _work(slot.Input);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            if (!slot.TryFinish(result, failure))
            {
                return;
            }

            if (Interlocked.Increment(ref _finished) % ResultsPerWake == 0 || Volatile.Read(ref _hasEnded))
            {
                Wake();
            }
        }
    }

    /// <summary>Takes the next input. Its slot is queued under the same lock, so that the queue has the order of the inputs.</summary>
    private WorkSlot<TInput, TResult>? Take()
    {
        _room.Wait();
        lock (_taking)
        {
            if (_isStopped || _hasEnded)
            {
                _room.Release();
                return null;
            }

            WorkSlot<TInput, TResult>? slot = null;
            try
            {
                slot = _inputs.MoveNext() ? new WorkSlot<TInput, TResult>(_inputs.Current) : null;
            }
            catch (Exception exception)
            {
                _inputFailure = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_changed)
            {
                if (slot is null)
                {
                    _hasEnded = true;
                    _room.Release();
                }
                else
                {
                    _slots.Enqueue(slot);
                }

                // the writer waits without end only for a first slot, or for the end
                if (slot is null || _slots.Count == 1)
                {
                    Monitor.PulseAll(_changed);
                }
            }

            return slot;
        }
    }

    private void Wake()
    {
        lock (_changed)
        {
            Monitor.PulseAll(_changed);
        }
    }
}
