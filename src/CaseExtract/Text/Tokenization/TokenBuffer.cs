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

    /// <summary>
    /// Adds a token. Its parts come one by one and are put together where they stay: a token that is written in parts and copied as a whole waits for its own parts.
    /// </summary>
    public void Add(int start, int end, int word, TokenKind kind, TokenMarks marks)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = new Token(start, end, word, kind, marks);
    }

    /// <summary>Adds a token whose word is looked up later.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="key">The word's key; it is exact.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="marks">What is seen of it.</param>
    /// <param name="vocabulary">Where it is looked up.</param>
    public void Add(int start, int end, in WordKey key, TokenKind kind, TokenMarks marks, Vocabulary vocabulary)
    {
        if (_waitingCount == Together)
        {
            LookUp(vocabulary);
        }

        vocabulary.Announce(key);
        _keys[_waitingCount] = key;
        _waiting[_waitingCount++] = Count;
        Add(start, end, Vocabulary.Unknown, kind, marks);
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
