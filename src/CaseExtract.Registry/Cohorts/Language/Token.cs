namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A name, word, number, code or date: what it means depends on where it stands.</summary>
    Atom,

    /// <summary>A text in quotation marks.</summary>
    Quoted,

    /// <summary><c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
    Comparison,

    /// <summary><c>..</c></summary>
    Range,
    Open,
    Close,
    Comma,
    End,
}

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted one what stands between the marks.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is a word of the language, in any letter case.</summary>
    public bool Is(string keyword) => Kind == TokenKind.Atom && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
