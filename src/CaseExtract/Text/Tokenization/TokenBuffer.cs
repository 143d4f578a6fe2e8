using System.Collections;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>
/// Tokens in the making: a list that keeps its memory from text to text. Words are looked up many at a time, since most of a look-up is waiting
/// for memory; until then a token stands there without its number.
/// </summary>
internal sealed class TokenBuffer : IReadOnlyList<Token>
{
    /// <summary>So many words are looked up together.</summary>
    private const int Together = 64;

    private readonly WordKey[] _keys = new WordKey[Together];
    private readonly int[] _waiting = new int[Together]; // the tokens that the keys are of
    private readonly int[] _numbers = new int[Together];
    private Token[] _tokens = new Token[64];
    private int _waitingCount;

    public int Count { get; private set; }

    public Token this[int index] => AsSpan()[index];

    public ReadOnlySpan<Token> AsSpan() => _tokens.AsSpan(0, Count);

    /// <summary>The array that holds the tokens until more are added, and how many they are.</summary>
    public (Token[] Tokens, int Count) Lend() => (_tokens, Count);

    public IEnumerator<Token> GetEnumerator() => _tokens.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Clear()
    {
        Count = 0;
        _waitingCount = 0;
    }

    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = token;
    }

    /// <summary>Adds a token whose word is looked up later.</summary>
    /// <param name="token">The token, of no known word.</param>
    /// <param name="key">The word's key; it is exact.</param>
    /// <param name="vocabulary">Where it is looked up.</param>
    public void Add(in Token token, in WordKey key, Vocabulary vocabulary)
    {
        if (_waitingCount == Together)
        {
            LookUp(vocabulary);
        }

        _keys[_waitingCount] = key;
        _waiting[_waitingCount++] = Count;
        Add(token);
    }

    /// <summary>Gives the tokens that still wait for it their number.</summary>
    public void LookUp(Vocabulary vocabulary)
    {
        vocabulary.FindExact(_keys.AsSpan(0, _waitingCount), _numbers);
        for (var index = 0; index < _waitingCount; index++)
        {
            ref var token = ref _tokens[_waiting[index]];
            token = token.WithWord(_numbers[index]);
        }

        _waitingCount = 0;
    }
}
