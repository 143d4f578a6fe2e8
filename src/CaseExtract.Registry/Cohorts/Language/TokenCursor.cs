namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>The tokens of an expression, one after the other.</summary>
internal sealed class TokenCursor(string expression)
{
    private readonly List<Token> _tokens = Tokenizer.Tokenize(expression);
    private int _next;

    /// <summary>The token that stands next; at the end it stays there.</summary>
    public Token Next => _tokens[_next];

    /// <summary>Goes on behind the next token.</summary>
    public Token Take() => _tokens[_next++];

    /// <summary>Takes a value.</summary>
    /// <exception cref="ExpressionException">Something else stands there.</exception>
    public Token TakeValue() => Next.Kind is TokenKind.Atom or TokenKind.Quoted ? Take() : throw Fault("expected a value");

    /// <summary>A fault at the next token.</summary>
    public ExpressionException Fault(string message) => Fault(Next.Position, message);

    public ExpressionException Fault(int position, string message) => new(expression, position, message);
}
