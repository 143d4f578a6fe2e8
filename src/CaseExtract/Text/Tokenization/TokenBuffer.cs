using System.Buffers;

namespace CaseExtract.Text.Tokenization;

/// <summary>Tokens in the making: a list in a pooled array.</summary>
internal sealed class TokenBuffer(int capacity) : IDisposable
{
    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(capacity);
    private int _count;

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    public void Add(in Token token)
    {
        if (_count == _tokens.Length)
        {
            Grow();
        }

        _tokens[_count++] = token;
    }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
        _count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(Math.Max(16, _count * 2));
        _tokens.CopyTo(larger, 0);
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = larger;
    }
}
