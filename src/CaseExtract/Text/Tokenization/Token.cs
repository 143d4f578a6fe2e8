namespace CaseExtract.Text.Tokenization;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters only, abbreviations with inner dots such as <c>i.v.</c> included.</summary>
    Word,

    /// <summary>Digits, with a decimal point or thousands separators.</summary>
    Number,

    /// <summary>A run that starts with a letter and holds digits: <c>T5</c>, <c>T2WI</c>, <c>pT3aN0M0</c>.</summary>
    Alphanumeric,

    /// <summary>A hyphen, dash or minus sign.</summary>
    Dash,

    /// <summary>Any other visible character, alone.</summary>
    Punctuation,
}

/// <summary>What is seen of a token beside its letters.</summary>
[Flags]
public enum TokenMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>White space stands before it.</summary>
    SpaceBefore = 1,

    /// <summary>It is the first of its line.</summary>
    LineStart = 2,

    /// <summary>A blank line, or the start of the text, stands before it.</summary>
    BlockStart = 4,

    /// <summary>Its first letter is a capital.</summary>
    Capitalized = 8,

    /// <summary>All its letters are capitals.</summary>
    AllCapitals = 16,
}

/// <summary>The smallest piece of a document: a word, a number or a mark. Tokens never overlap and hold every visible character.</summary>
public readonly struct Token
{
    internal Token(int start, int end, int word, TokenKind kind, TokenMarks marks)
    {
        Start = start;
        End = end;
        Word = word;
        Kind = kind;
        Marks = marks;
    }

    /// <summary>First UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public int End { get; }

    /// <summary>Its number in the vocabulary of the models; 0 when no model knows it.</summary>
    public int Word { get; }

    /// <summary>What it is made of.</summary>
    public TokenKind Kind { get; }

    /// <summary>What is seen of it beside its letters.</summary>
    public TokenMarks Marks { get; }

    /// <summary>Its place in the narrative.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>The same token with its word's number.</summary>
    internal Token WithWord(int word) => new(Start, End, word, Kind, Marks);

    internal bool Has(TokenMarks marks) => (Marks & marks) == marks;
}
