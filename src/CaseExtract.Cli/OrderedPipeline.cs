namespace CaseExtract.Cli;

/// <summary>Works on many inputs at once and hands out the results in the order of the inputs.</summary>
internal static class OrderedPipeline
{
    /// <summary>
    /// At most so many results for each worker wait for their turn. It bounds the memory; large enough that one long report does not
    /// leave the other workers idle.
    /// </summary>
    private const int ResultsPerWorker = 32;

    /// <summary>Runs <paramref name="work"/> on every input and <paramref name="write"/> on every result.</summary>
    /// <param name="inputs">The inputs, taken up in their order.</param>
    /// <param name="jobs">How many inputs are worked on at once, from 1.</param>
    /// <param name="work">Called on several threads.</param>
    /// <param name="write">Called on the calling thread, in the order of the inputs.</param>
    /// <param name="cancellation">Ends the run after the inputs in work.</param>
    public static void Run<TInput, TResult>(
        IEnumerable<TInput> inputs,
        int jobs,
        Func<TInput, TResult> work,
        Action<TResult> write,
        CancellationToken cancellation)
    {
        var workers = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;
        var pending = new Queue<Task<TResult>>();
        foreach (var input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            pending.Enqueue(Task.Factory.StartNew(() => work(input), cancellation, TaskCreationOptions.None, workers));
            if (pending.Count >= jobs * ResultsPerWorker)
            {
                write(pending.Dequeue().GetAwaiter().GetResult());
            }
        }

        while (pending.TryDequeue(out var task))
        {
            cancellation.ThrowIfCancellationRequested();
            write(task.GetAwaiter().GetResult());
        }
    }
}
