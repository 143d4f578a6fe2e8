namespace CaseExtract.Cli.Evaluation;

/// <summary>A 95 % interval.</summary>
internal readonly record struct Interval(double Low, double High);

/// <summary>
/// How far F1 would move had other cases of the same kind been measured: the percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap,
/// 1993, chapter 13). As many cases as there are are drawn with replacement, a thousand times; the interval holds the middle 95 % of the F1 values. Cases
/// are drawn whole, since errors of one case hang together, and every key sees the same draws. The generator is written out here, so that the same
/// counts give the same interval on every machine and runtime.
/// </summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;
    private const ulong Seed = 20_261_122;

    /// <summary>The number of resamples that lie below the interval, and above it.</summary>
    private const int Tail = Resamples / 40;

    /// <param name="cases">For each case the counts of each column; all of one length.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <returns>An interval for each column; <see langword="null"/> where there is nothing to find and nothing was given.</returns>
    public static Interval?[] OfF1(IReadOnlyList<Counts[]> cases, int columns)
    {
        var values = new double[columns][];
        for (var column = 0; column < columns; column++)
        {
            values[column] = new double[Resamples];
        }

        var random = new SplitMix64(Seed);
        var sums = new Counts[columns];
        for (var resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(sums);
            for (var drawn = 0; drawn < cases.Count; drawn++)
            {
                var counts = cases[random.Below(cases.Count)];
                for (var column = 0; column < columns; column++)
                {
                    sums[column] += counts[column];
                }
            }

            for (var column = 0; column < columns; column++)
            {
                // a draw of cases that have nothing to find and got no answer says nothing
                values[column][resample] = sums[column] == default ? double.NaN : sums[column].F1;
            }
        }

        return [.. values.Select(IntervalOf)];
    }

    private static Interval? IntervalOf(double[] values)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        var tail = sorted.Length * Tail / Resamples;
        return sorted.Length == 0 ? null : new Interval(sorted[tail], sorted[^(tail + 1)]);
    }

    /// <summary>Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</summary>
    private sealed class SplitMix64(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int bound)
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)bound, out _);
        }
    }
}
