using System.Buffers;
using System.Runtime.InteropServices;

namespace CaseExtract.Models;

/// <summary>Writes a part of a <see cref="ModelImage"/>: arrays and strings one behind the other, which <see cref="ImageReader"/> reads in the same order.</summary>
internal sealed class ImageWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Number(int number) => _bytes.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));

    /// <summary>Values as they lie in memory; a structure must leave no gap between its fields, or equal models would not give equal bytes.</summary>
    public void Array<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Number(values.Length);
        _bytes.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Strings, as where each ends and the letters of all.</summary>
    public void Strings(IReadOnlyList<string> strings)
    {
        var ends = new int[strings.Count];
        for (var index = 0; index < ends.Length; index++)
        {
            ends[index] = (index == 0 ? 0 : ends[index - 1]) + strings[index].Length;
        }

        Array<int>(ends);
        Array<char>(string.Concat(strings));
    }
}
