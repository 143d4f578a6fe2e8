using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class OrderedPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Results_come_in_the_order_of_the_inputs(int jobs)
    {
        var results = new List<int>();

        OrderedPipeline.Run(
            Enumerable.Range(0, 1000),
            jobs,
            input =>
            {
                Thread.SpinWait(input * 7919 % 1000);
                return input;
            },
            results.Add,
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1000), results);
    }

    [Fact]
    public void No_more_inputs_are_worked_on_at_once_than_there_are_jobs()
    {
        var (running, most) = (0, 0);
        var gate = new Lock();

        OrderedPipeline.Run(
            Enumerable.Range(0, 50),
            3,
            input =>
            {
                var now = Interlocked.Increment(ref running);
                lock (gate)
                {
                    most = Math.Max(most, now);
                }

                Thread.Sleep(1);
                Interlocked.Decrement(ref running);
                return input;
            },
            _ => { },
            CancellationToken.None);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void Inputs_are_taken_up_only_as_results_are_handed_out()
    {
        var (taken, written, furthest) = (0, 0, 0);
        IEnumerable<int> Inputs()
        {
            for (; taken < 10_000; taken++)
            {
                furthest = Math.Max(furthest, taken - written);
                yield return taken;
            }
        }

        OrderedPipeline.Run(Inputs(), 2, input => input, _ => written++, CancellationToken.None);

        Assert.Equal(10_000, written);
        Assert.InRange(furthest, 1, 64);
    }

    [Fact]
    public void An_error_of_the_work_ends_the_run() =>
        Assert.Throws<InvalidDataException>(() => OrderedPipeline.Run<int, int>([1, 2, 3], 2, _ => throw new InvalidDataException(), _ => { }, CancellationToken.None));

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => OrderedPipeline.Run(
            Enumerable.Range(0, 1000), 2, input => input, _ => cancellation.Cancel(), cancellation.Token));
    }
}
