using CaseExtract.Cli.Runs;
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

        Pipeline(jobs).Run(
            Enumerable.Range(0, 1000),
            input =>
            {
                Thread.SpinWait(input * 7919 % 1000);
                return input;
            },
            Late,
            results.Add,
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1000), results);
    }

    [Fact]
    public void No_more_inputs_are_worked_on_at_once_than_there_are_jobs()
    {
        var (running, most) = (0, 0);
        var gate = new Lock();

        Pipeline(3).Run(
            Enumerable.Range(0, 50),
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
            Late,
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

        Pipeline(2).Run(Inputs(), input => input, Late, _ => written++, CancellationToken.None);

        Assert.Equal(10_000, written);
        Assert.InRange(furthest, 1, 64);
    }

    [Fact]
    public void An_error_of_the_work_ends_the_run() =>
        Assert.Throws<InvalidDataException>(() => Pipeline(2).Run<int, int>([1, 2, 3], _ => throw new InvalidDataException(), Late, _ => { }, CancellationToken.None));

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Pipeline(2).Run(
            Enumerable.Range(0, 1000), input => input, Late, _ => cancellation.Cancel(), cancellation.Token));
    }

    [Fact]
    public void An_error_of_the_inputs_ends_the_run_after_what_came_before()
    {
        var results = new List<int>();
        static IEnumerable<int> Inputs()
        {
            yield return 1;
            throw new InvalidDataException();
        }

        Assert.Throws<InvalidDataException>(() => Pipeline(2).Run(Inputs(), input => input, Late, results.Add, CancellationToken.None));
        Assert.Equal([1], results);
    }

    [Fact]
    public void An_input_that_takes_too_long_is_given_up_and_the_others_go_on()
    {
        var results = new List<int>();
        using var never = new ManualResetEventSlim();

        new OrderedPipeline(1, TimeSpan.FromMilliseconds(50)).Run(
            Enumerable.Range(1, 5),
            input =>
            {
                if (input == 2)
                {
                    never.Wait(TestContext.Current.CancellationToken);
                }

                return input;
            },
            input => -input,
            results.Add,
            CancellationToken.None);
        never.Set();

        Assert.Equal([1, -2, 3, 4, 5], results);
    }

    private static OrderedPipeline Pipeline(int jobs) => new(jobs, Timeout.InfiniteTimeSpan);

    private static int Late(int input) => throw new InvalidOperationException("nothing is late without a limit");
}
