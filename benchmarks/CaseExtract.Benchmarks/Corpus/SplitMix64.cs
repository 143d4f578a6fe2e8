namespace CaseExtract.Benchmarks.Corpus;

/// <summary>The generator SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed on every machine and every version of .NET.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to <paramref name="exclusiveMaximum"/> - 1.</summary>
    public int Next(int exclusiveMaximum) => (int)Math.BigMul(NextBits(), (ulong)exclusiveMaximum, out _);

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>, both included.</summary>
    public int Between(int minimum, int maximum) => minimum + Next(maximum - minimum + 1);

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
