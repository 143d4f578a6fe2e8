using System.IO.Compression;
using System.Runtime.CompilerServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CaseExtract.Documents;

/// <summary>
/// Unpacks the streams of one PDF document, and together no more than a limit: a small file can hold what unpacks to more than the memory, or name one
/// stream without end.
/// </summary>
internal sealed class PdfFilters(ReadingOptions options) : ILookupFilterProvider
{
    /// <summary>A stream costs as much as this even where it is smaller: there can be millions of them.</summary>
    private const int LeastCost = 4096;

    /// <summary>LZW makes up to some thousand bytes of one. It packs the pages of old files, which are smaller than this.</summary>
    private const int LargestLzw = 1 << 18;

    private const int LargestRunLengthFactor = 64;

    /// <summary>Deflate makes no more of a byte.</summary>
    private const int LargestDeflateFactor = 1032;

    private const int MaximumPageNodes = 100_000;

    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private int _pageNodes;
    private long _left = 2 * options.SizeLimit;

    /// <summary>Whether the limit was passed. The library may go on without what it was not given.</summary>
    public bool IsExceeded { get; private set; }

    public DocumentException Exceeded() => new(ReportErrorKind.Refused, $"its streams unpack to more than twice the limit of {options.SizeLimitWords}");

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner pdfScanner) =>
        Bounded(_filters is ILookupFilterProvider lookup ? lookup.GetFilters(dictionary, pdfScanner) : _filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        // streams that name each other are followed by recursion, which no handler survives the end of
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Spend(LeastCost);
        return [.. filters.Select(filter => new BoundedFilter(filter, this))];
    }

    private void Spend(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            IsExceeded = true;
            throw Exceeded();
        }
    }

    /// <summary>Objects in packed streams are not seen by who counts those of the file: the nodes of a tree of pages are counted here.</summary>
    private void CountPages(ReadOnlySpan<byte> unpacked)
    {
        _pageNodes += unpacked.Count("/Kids"u8);
        if (_pageNodes > MaximumPageNodes)
        {
            Spend(long.MaxValue / 2);
        }
    }

    private sealed class BoundedFilter(IFilter filter, PdfFilters budget) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Spend(Foreseen(input, filter.GetType().Name) is > 0 and var more && more > budget._left ? more : 0);
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Spend(output.Length);
            budget.CountPages(output.Span);
            return output;
        }

        /// <summary>How much will come out, where that can be too much.</summary>
        private long Foreseen(Memory<byte> input, string name) => name switch
        {
            "FlateFilter" when (long)input.Length * LargestDeflateFactor > budget._left => InflatedLength(input, budget._left),
            "LzwFilter" when input.Length > LargestLzw => long.MaxValue / 2,
            "RunLengthFilter" => (long)input.Length * LargestRunLengthFactor,
            _ => 0,
        };

        private static long InflatedLength(Memory<byte> input, long enough)
        {
            var buffer = new byte[1 << 16];
            var length = 0L;
            try
            {
                using var inflated = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                while (length <= enough && inflated.Read(buffer) is > 0 and var count)
                {
                    length += count;
                }
            }
            catch (InvalidDataException)
            {
                // damaged from here on: no more will come out of it
            }

            return length;
        }
    }
}
