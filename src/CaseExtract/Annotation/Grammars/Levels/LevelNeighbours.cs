using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>What stands around tokens that look like levels, in their sentence.</summary>
/// <param name="document">The document.</param>
/// <param name="words">The words that tell what they are.</param>
/// <param name="first">First token of the levels.</param>
/// <param name="next">The token behind them.</param>
/// <param name="start">First token of the sentence.</param>
/// <param name="end">The token behind the sentence.</param>
internal readonly struct LevelNeighbours(Document document, WordRoles<LevelWord> words, int first, int next, int start, int end)
{
    /// <summary>So many small words may stand between a bone and its level: "body of the T4".</summary>
    private const int MostLeads = 2;

    public Document Document => document;

    public int First => first;

    public int Next => next;

    public int Start => start;

    public int End => end;

    public bool HasBefore => first > start;

    public LevelWord RolesOf(int token) => words.RolesOf(document.TokenArray[token].Word);

    /// <summary>Whether a token plays a role.</summary>
    public bool Is(int token, LevelWord any) => words.Is(document.TokenArray[token].Word, any);

    /// <summary>Whether the word right before the levels plays a role.</summary>
    public bool IsBehind(LevelWord any) => HasBefore && Is(first - 1, any);

    /// <summary>Whether a word that plays a role stands within so many tokens before or behind the levels.</summary>
    public bool IsNear(int window, LevelWord any) => Stands(first - window, first, any) || Stands(next, next + window, any);

    /// <summary>Whether a word that plays a role stands in a range of tokens, as far as it is of the sentence.</summary>
    public bool Stands(int from, int to, LevelWord any) => words.Stand(document.TokenArray, Math.Max(start, from), Math.Min(end, to), any);

    /// <summary>Whether a word that plays a role stands right before the levels, up to "of the" between, or right behind.</summary>
    public bool IsBeside(LevelWord any)
    {
        var before = first - 1;
        while (before > start && before > first - 1 - MostLeads && Is(before, LevelWord.Lead) && !Is(before, any))
        {
            before--;
        }

        return (before >= start && Is(before, any)) || IsBound(any);
    }

    /// <summary>Whether the word right behind the levels plays a role, a dash between or not: "T2-weighted".</summary>
    public bool IsBound(LevelWord any)
    {
        var index = next < end && document.TokenArray[next].Kind == TokenKind.Dash ? next + 1 : next;
        return index < end && Is(index, any);
    }
}
