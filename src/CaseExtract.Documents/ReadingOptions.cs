namespace CaseExtract.Documents;

/// <summary>How files are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>The size limit unless another is set: 128 MiB.</summary>
    public const long DefaultSizeLimit = 128L << 20;

    /// <summary>The highest limit that can be set: what fits into one string whatever the encoding.</summary>
    public const long MaximumSizeLimit = 1_000_000_000;

    /// <summary>The depth limit unless another is set.</summary>
    public const int DefaultDepthLimit = 256;

    /// <summary>The highest depth limit that can be set: what a reader can descend into without losing its stack.</summary>
    public const int MaximumDepthLimit = 500;

    private readonly long _sizeLimit = DefaultSizeLimit;
    private readonly int _depthLimit = DefaultDepthLimit;

    /// <summary>Reports of more bytes are not read. It counts for each report: a file of many rows may be larger, each row may not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive or above <see cref="MaximumSizeLimit"/>.</exception>
    public long SizeLimit
    {
        get => _sizeLimit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumSizeLimit);
            _sizeLimit = value;
        }
    }

    /// <summary>Reports whose elements, groups or tables are nested deeper are not read: no page is, and reading them takes time and stack without measure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive or above <see cref="MaximumDepthLimit"/>.</exception>
    public int DepthLimit
    {
        get => _depthLimit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumDepthLimit);
            _depthLimit = value;
        }
    }

    /// <summary>The format of every file; <see langword="null"/>: by its name and its first bytes.</summary>
    public ReportFormat? Format { get; init; }

    /// <summary>The column of a table, or key of a JSON object, that holds the report's id.</summary>
    public string IdField { get; init; } = "id";

    /// <summary>The column of a table, or key of a JSON object, that holds the report.</summary>
    public string TextField { get; init; } = "text";

    /// <summary>How long a step of reading a table may take that cannot be asked to give up, beside a second for each MiB of the file.</summary>
    internal TimeSpan StepLimit { get; init; } = TimeSpan.FromSeconds(4);

    internal DocumentException TooDeep() => new(
        ReportErrorKind.Refused, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"its elements are nested deeper than the limit of {DepthLimit} (--max-depth)"));

    internal string SizeLimitWords => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SizeLimit / (double)(1 << 20):0.##} MiB");
}
