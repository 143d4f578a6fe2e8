using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// Asks for a place in memory before it is needed. The tables of the models are larger than the caches next to the processor, and most of what is looked up in
/// them is waiting: it is over sooner where the places are named ahead. It changes no result, and is nothing on processors that offer no such request.
/// </summary>
internal static class Prefetch
{
    /// <summary>Asks for the cache line that holds a value.</summary>
    /// <param name="place">The value; it may be moved meanwhile, since the request reads nothing.</param>
    public static unsafe void Of<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
