namespace CaseExtract.Cli.Runs;

/// <summary>Works on many inputs at once and hands out the results in the order of the inputs.</summary>
/// <param name="jobs">How many inputs are worked on at once, from 1.</param>
/// <param name="timeout">How long one input may be worked on; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
internal sealed class OrderedPipeline(int jobs, TimeSpan timeout)
{
    /// <summary>
    /// At most so many results for each worker wait for their turn. It bounds the memory; large enough that one long report does not
    /// leave the other workers idle.
    /// </summary>
    private const int ResultsPerWorker = 32;

    /// <summary>Runs <paramref name="work"/> on every input and <paramref name="write"/> on every result.</summary>
    /// <param name="inputs">The inputs, taken up in their order, one at a time, on several threads.</param>
    /// <param name="work">Called on several threads. One that takes too long is left to itself, and another worker takes its place.</param>
    /// <param name="late">What stands for the result of an input that took too long.</param>
    /// <param name="write">Called on the calling thread, in the order of the inputs.</param>
    /// <param name="cancellation">Ends the run: results that were not written are lost.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public void Run<TInput, TResult>(
        IEnumerable<TInput> inputs, Func<TInput, TResult> work, Func<TInput, TResult> late, Action<TResult> write, CancellationToken cancellation)
    {
        using var run = new OrderedRun<TInput, TResult>(inputs.GetEnumerator(), jobs * ResultsPerWorker, work, cancellation);
        for (var i = 0; i < jobs; i++)
        {
            run.StartWorker();
        }

        while (run.Next(timeout) is { } slot)
        {
            if (slot.TryAbandon())
            {
                run.StartWorker();
                write(late(slot.Input));
            }
            else
            {
                slot.Failure?.Throw();
                write(slot.Result);
            }

            run.Release();
        }
    }
}
