using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CaseExtract.Models;

/// <summary>Reads a part of a <see cref="ModelImage"/>. An array is one copy of memory, and nothing is made for each of its values.</summary>
internal sealed class ImageReader(Stream stream)
{
    public int Number()
    {
        var number = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref number)));
        return number;
    }

    public T[] Array<T>() where T : unmanaged
    {
        var values = new T[Number()];

        // not AsBytes<T>: framework code for a type of this library is not compiled ahead, and would be compiled whenever a process starts
        stream.ReadExactly(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference((Array)values), values.Length * Unsafe.SizeOf<T>()));
        return values;
    }

    public ImageStrings Strings() => new(Array<int>(), Array<char>());
}
