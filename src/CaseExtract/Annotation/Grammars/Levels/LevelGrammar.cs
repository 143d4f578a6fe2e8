using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads vertebral levels: <c>T5-T6</c>, <c>L4/5</c>, <c>C7–D1</c>, <c>Th12</c>, <c>D10 to L1</c>, <c>T8, 9 and 10</c>, <c>D VIII</c>, "eighth thoracic
/// vertebra", "from C5 down to the level of T2", "from the cervical cord to T11", "vertebrae L2 and L3", "odontoid". <see cref="LevelSense"/>
/// tells them from MRI sequences, stages and other things of the same look.
/// </summary>
internal sealed class LevelGrammar
{
    public const string File = "rules/level.tsv";

    private readonly WordRoles<LevelWord> _words;
    private readonly VertebraReader _vertebrae;
    private readonly LevelListReader _lists;
    private readonly LevelStretchReader _stretches;
    private readonly RegionalLevelReader _regional;
    private readonly OrdinalLevelReader _ordinal;

    public LevelGrammar(ModelSource models, NumberReader numbers, Vocabulary.Builder vocabulary)
    {
        _words = new WordRoles<LevelWord>(models, File, vocabulary);
        foreach (var ordinal in numbers.Ordinals)
        {
            _words.Mark(ordinal, LevelWord.Ordinal);
        }

        var joints = new LevelJointReader(_words);
        _vertebrae = new VertebraReader(_words);
        _lists = new LevelListReader(_words, _vertebrae, joints);
        _stretches = new LevelStretchReader(_words, _vertebrae, joints);
        _regional = new RegionalLevelReader(_words, _vertebrae, joints, _lists, _stretches);
        _ordinal = new OrdinalLevelReader(_words, numbers, joints);
    }

    /// <summary>The words that a level may start with; it may start with a number, capitals or letters with digits too.</summary>
    public IReadOnlyCollection<int> FirstWords => _words.WordsWith(FirstWord);

    private const LevelWord FirstWord = LevelWord.Letter | LevelWord.Name | LevelWord.Adjective | LevelWord.Ordinal;

    /// <summary>Whether an expression may start with the token: a cheap test before <see cref="Read"/>.</summary>
    public bool MayStart(Document document, int index)
    {
        var token = document.TokenArray[index];
        return token.Kind switch
        {
            TokenKind.Alphanumeric => token.End - token.Start <= 10,
            TokenKind.Word => _words.Is(token.Word, FirstWord) || (token.Has(TokenMarks.AllCapitals) && token.End - token.Start is >= 2 and <= 6),
            TokenKind.Number => token.End - token.Start <= 2 && MayCount(document, index + 1),
            _ => false,
        };
    }

    /// <summary>Whether a number may count vertebrae: an ending of ordinals follows, or a dash.</summary>
    private static bool MayCount(Document document, int next) =>
        next < document.TokenArray.Length && (document.TokenArray[next].Kind == TokenKind.Dash || document.TokenArray[next].End - document.TokenArray[next].Start == "th".Length);

    /// <summary>Reads all levels that are written together from a token on.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The token.</param>
    /// <param name="sentenceStart">First token of its sentence.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="concept">The levels; <see langword="null"/> when it only looks like levels.</param>
    /// <returns>Index of the token behind them, or <paramref name="first"/> if nothing here looks like levels.</returns>
    public int Read(Document document, int first, int sentenceStart, int end, out LevelValue? concept)
    {
        concept = null;
        var token = document.TokenArray[first];
        if (_words.Is(token.Word, LevelWord.Name))
        {
            return ReadName(document, first, sentenceStart, end, out concept);
        }

        if (token.Kind == TokenKind.Number || _words.Is(token.Word, LevelWord.Ordinal))
        {
            return _ordinal.Read(document, first, end, out concept);
        }

        if (_words.Is(token.Word, LevelWord.Adjective))
        {
            return _regional.Read(document, first, sentenceStart, end, out concept);
        }

        Span<VertebralLevel> together = stackalloc VertebralLevel[LevelNotation.MostTogether];
        var next = _vertebrae.Read(document, first, sentenceStart, end, isContinued: false, together, out var count);
        if (next == first)
        {
            return first;
        }

        var isBetween = LevelLead.IsBefore(document, _words, first, sentenceStart, LevelWord.Between);
        var levels = LevelListReader.SetOf(together[..count]);
        next = _lists.Read(document, next, end, together[count - 1], isBetween, ref levels);
        if (!LevelSense.IsVertebral(new LevelNeighbours(document, _words, first, next, sentenceStart, end), levels))
        {
            // "samples S1 and S2": what is written together is none together
            return next;
        }

        if (_stretches.StartsAtSkull(document, first, sentenceStart))
        {
            levels = levels.Union(VertebraSet.Range(VertebralLevel.C1, levels.Highest));
        }

        string? open = null;
        if (_stretches.StartsAt(document, first, sentenceStart))
        {
            next = _stretches.ReadFarEnd(document, first, next, end, together[0], ref levels, ref open);
        }

        concept = new LevelValue(levels, open);
        return next;
    }

    /// <summary>"odontoid", "the axis", "coccyx"; an axis of something else is none.</summary>
    private int ReadName(Document document, int first, int start, int end, out LevelValue? concept)
    {
        concept = null;
        var tokens = document.TokenArray;
        if (!VertebralLevel.TryParse(_words.ValueOf(tokens[first].Word), out var level))
        {
            return first;
        }

        // "Cancer Genome Atlas"
        if (first > start && tokens[first].Has(TokenMarks.Capitalized) && !tokens[first].Has(TokenMarks.AllCapitals))
        {
            return first;
        }

        if (document.TextOf(tokens[first]) is var name && name.StartsWith("ax", StringComparison.OrdinalIgnoreCase))
        {
            var isVertebra = first + 1 < end && _words.Is(tokens[first + 1].Word, LevelWord.Bone);
            var isTheAxis = first - 2 >= start && document.TextOf(tokens[first - 1]) is "the" && _words.Is(tokens[first - 2].Word, LevelWord.Lead | LevelWord.List)
                && (document.TextOf(tokens[first - 2]) is not "as" || (first - 3 >= start && document.TextOf(tokens[first - 3]) is "well")) // "with a vessel as the axis"
                && !(first + 1 < end && tokens[first + 1].Kind == TokenKind.Word && _words.Is(tokens[first + 1].Word, LevelWord.Lead));
            var isListed = first - 2 >= start && _words.Is(tokens[first - 1].Word, LevelWord.List) && _words.Is(tokens[first - 2].Word, LevelWord.Name); // "the atlas and axis"
            if (!isVertebra && !isTheAxis && !isListed)
            {
                return first;
            }
        }

        concept = new LevelValue(VertebraSet.Of(level));
        return first + 1;
    }
}
