namespace CaseExtract.Documents;

/// <summary>How files are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>The size limit unless another is set: 128 MiB.</summary>
    public const long DefaultSizeLimit = 128L << 20;

    /// <summary>The highest limit that can be set: what fits into one string whatever the encoding.</summary>
    public const long MaximumSizeLimit = 1_000_000_000;

    private readonly long _sizeLimit = DefaultSizeLimit;

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

    /// <summary>The format of every file; <see langword="null"/>: by its name and its first bytes.</summary>
    public ReportFormat? Format { get; init; }

    /// <summary>The column of a table, or key of a JSON object, that holds the report's id.</summary>
    public string IdField { get; init; } = "id";

    /// <summary>The column of a table, or key of a JSON object, that holds the report.</summary>
    public string TextField { get; init; } = "text";

    internal string SizeLimitWords => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SizeLimit / (double)(1 << 20):0.##} MiB");
}
