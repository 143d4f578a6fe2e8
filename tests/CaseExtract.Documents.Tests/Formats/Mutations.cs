using CsCheck;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>Damages a file as transport, disks and attackers do: bytes changed, stretches cut, doubled, moved or filled.</summary>
internal static class Mutations
{
    public static Gen<byte[]> Of(byte[] bytes) =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, bytes.Length], Gen.Int[0, bytes.Length], Gen.Byte)
            .Array[1, 8]
            .Select(steps => steps.Aggregate(bytes, (file, step) => Apply(file, step.Item1, step.Item2, step.Item3, step.Item4)));

    private static byte[] Apply(byte[] file, int kind, int first, int second, byte value)
    {
        if (file.Length == 0)
        {
            return file;
        }

        var (start, end) = (Math.Min(first, second) % file.Length, Math.Max(first, second) % file.Length);
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        var copy = file.ToArray();
        switch (kind)
        {
            case 0:
                copy[start] = value;
                return copy;
            case 1:
                copy[start] ^= (byte)(1 << (value % 8));
                return copy;
            case 2:
                return [.. file[..start], .. file[end..]];
            case 3:
                return [.. file[..end], .. file[start..Math.Min(end, start + 4096)], .. file[end..]];
            case 4:
                return file[..end];
            default:
                Array.Fill(copy, value, start, Math.Min(64, file.Length - start));
                return copy;
        }
    }
}
