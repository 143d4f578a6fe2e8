namespace CaseExtract.Text.Tokenization;

/// <summary>Tokens in the making: a list that grows, and no more.</summary>
internal sealed class TokenBuffer(int capacity)
{
    private Token[] _tokens = new Token[Math.Max(16, capacity)];

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = token;
    }

    public void Clear() => Count = 0;

    /// <summary>The tokens in an array of their number. The buffer is used up.</summary>
    public Token[] ToArray()
    {
        Array.Resize(ref _tokens, Count);
        return _tokens;
    }
}
