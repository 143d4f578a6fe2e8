namespace CaseExtract.Registry.Store;

/// <summary>What a cell of a row holds.</summary>
internal enum CellKind : byte
{
    Null,
    Text,
    Bytes,
    Whole,
    Number,
    Truth,
}

/// <summary>One value of a row on its way into a table: a bulk load writes hundreds of thousands a second, so it boxes nothing.</summary>
internal readonly struct Cell : IEquatable<Cell>
{
    private readonly long _bits;
    private readonly object? _content;

    private Cell(CellKind kind, long bits, object? content) => (Kind, _bits, _content) = (kind, bits, content);

    public static Cell Null => default;

    public CellKind Kind { get; }

    public string? Text => _content as string;

    /// <summary>A text that is in UTF-8 already.</summary>
    public byte[]? Bytes => _content as byte[];

    public long Whole => _bits;

    public double Number => BitConverter.Int64BitsToDouble(_bits);

    public bool Truth => _bits != 0;

    public static implicit operator Cell(string? text) => text is null ? default : new Cell(CellKind.Text, 0, text);

    public static implicit operator Cell(byte[] utf8) => new(CellKind.Bytes, 0, utf8);

    public static implicit operator Cell(long? whole) => whole is { } value ? new Cell(CellKind.Whole, value, null) : default;

    public static implicit operator Cell(double? number) => number is { } value ? new Cell(CellKind.Number, BitConverter.DoubleToInt64Bits(value), null) : default;

    public static implicit operator Cell(bool? truth) => truth is { } value ? new Cell(CellKind.Truth, value ? 1 : 0, null) : default;

    public bool Equals(Cell other) => Kind == other.Kind && _bits == other._bits && Equals(_content, other._content);

    public override bool Equals(object? obj) => obj is Cell other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _content);
}
