using System.Globalization;
using System.Text;

namespace CaseExtract.Documents;

/// <summary>What a piece of Rich Text Format is.</summary>
internal enum RichTextPiece
{
    /// <summary>The file ends here.</summary>
    End,

    /// <summary><c>{</c>.</summary>
    GroupStart,

    /// <summary><c>}</c>.</summary>
    GroupEnd,

    /// <summary>A control word such as <c>\par</c> or <c>\uc1</c>.</summary>
    Word,

    /// <summary>A control symbol such as <c>\~</c>.</summary>
    Symbol,

    /// <summary>A byte of text in the document's code page, written plainly, escaped or as <c>\'e9</c>.</summary>
    Byte,
}

/// <summary>Parts Rich Text Format into its pieces. What stands in <see cref="Word"/>, <see cref="Number"/> and <see cref="Value"/> belongs to the piece read last.</summary>
internal ref struct RichTextLexer(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>The letters of a control word.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The number behind a control word, null where there is none.</summary>
    public int? Number { get; private set; }

    /// <summary>The byte of text, or the symbol's character.</summary>
    public byte Value { get; private set; }

    public RichTextPiece Read()
    {
        while (_position < _bytes.Length)
        {
            Value = _bytes[_position++];
            switch (Value)
            {
                case (byte)'{':
                    return RichTextPiece.GroupStart;
                case (byte)'}':
                    return RichTextPiece.GroupEnd;
                case (byte)'\\' when _position < _bytes.Length:
                    return char.IsAsciiLetter((char)_bytes[_position]) ? ReadWord() : ReadSymbol();
                case (byte)'\\' or (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    return RichTextPiece.Byte;
            }
        }

        return RichTextPiece.End;
    }

    /// <summary>Passes over bytes that are no text: a picture behind <c>\bin</c>.</summary>
    public void Skip(int count) => _position = (int)Math.Min(_bytes.Length, (long)_position + Math.Max(0, count));

    private RichTextPiece ReadWord()
    {
        var start = _position;
        while (_position < _bytes.Length && char.IsAsciiLetter((char)_bytes[_position]))
        {
            _position++;
        }

        Word = Encoding.ASCII.GetString(_bytes[start.._position]);
        start = _position;
        if (_position < _bytes.Length && _bytes[_position] == '-')
        {
            _position++;
        }

        while (_position < _bytes.Length && char.IsAsciiDigit((char)_bytes[_position]))
        {
            _position++;
        }

        Number = int.TryParse(_bytes[start.._position], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (_position < _bytes.Length && _bytes[_position] == ' ')
        {
            _position++;
        }

        return RichTextPiece.Word;
    }

    private RichTextPiece ReadSymbol()
    {
        Value = _bytes[_position++];
        if (Value == '\'' && _position + 2 <= _bytes.Length
            && byte.TryParse(_bytes.Slice(_position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
        {
            _position += 2;
            Value = escaped;
            return RichTextPiece.Byte;
        }

        return Value is (byte)'\\' or (byte)'{' or (byte)'}' ? RichTextPiece.Byte : RichTextPiece.Symbol;
    }
}
