using System.Globalization;

namespace CaseExtract.Cli.Runs;

/// <summary>
/// One of several parts of an input, of which each machine takes one. The input is measured in bytes and cut into equal stretches; a report belongs to the
/// stretch in which it begins, so that the outputs of all parts, joined in their order, are the output of the whole.
/// </summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts.</param>
internal readonly record struct Shard(int Number, int Count)
{
    /// <summary>All of it.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Reads a part such as <c>2/8</c>.</summary>
    public static bool TryParse(string? text, out Shard shard)
    {
        shard = Whole;
        var parts = text?.Split('/') ?? [];
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || number < 1 || number > count)
        {
            return false;
        }

        shard = new Shard(number, count);
        return true;
    }

    /// <summary>What of one file belongs to this part.</summary>
    /// <param name="start">Bytes of the input before the file.</param>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="total">Bytes of the whole input.</param>
    /// <param name="from">The first byte, counted in the file.</param>
    /// <param name="to">One past the last, counted in the file; the highest number where the rest of the file belongs to it.</param>
    /// <returns><see langword="false"/> when nothing does.</returns>
    public bool TryCut(long start, long length, long total, out long from, out long to)
    {
        if (this == Whole)
        {
            (from, to) = (0, long.MaxValue);
            return true;
        }

        return TryCutPart(start, length, total, out from, out to);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private bool TryCutPart(long start, long length, long total, out long from, out long to)
    {
        var (first, end) = (Boundary(Number - 1, total), Boundary(Number, total));
        (from, to) = (Math.Max(0, first - start), end >= start + length ? long.MaxValue : end - start);

        // a file without bytes, such as one that is missing, belongs where it stands
        var beginsBeforeEnd = start < end || Number == Count;
        var endsBehindFirst = start + length > first || (length == 0 && start >= first);
        return beginsBeforeEnd && endsBehindFirst;
    }

    private long Boundary(int parts, long total) => (long)((Int128)total * parts / Count);
}
