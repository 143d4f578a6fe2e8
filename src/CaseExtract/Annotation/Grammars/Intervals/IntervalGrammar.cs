using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads durations and points in time: "two years ago", "6 months earlier", "nine months later", "after 3 years", "at 12-month follow-up",
/// "for 6 months" (<see cref="IntervalRelationReader"/>), "in 2008", "on 3 April 2020" (<see cref="CalendarDateReader"/>).
/// </summary>
internal sealed class IntervalGrammar
{
    private readonly WordRoles<IntervalWord> _words;
    private readonly NumberReader _numbers;
    private readonly TimeUnitReader _units;
    private readonly CalendarDateReader _dates;
    private readonly IntervalRelationReader _relations;
    private readonly int _to, _and, _or;

    public IntervalGrammar(ModelSource models, NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
    {
        _words = new WordRoles<IntervalWord>(models, "rules/interval-word.tsv", vocabulary);
        _numbers = numbers;
        _units = units;
        _dates = new CalendarDateReader(_words, units, vocabulary);
        _relations = new IntervalRelationReader(_words, vocabulary);
        _to = vocabulary.Add("to");
        _and = vocabulary.Add("and");
        _or = vocabulary.Add("or");
    }

    /// <summary>The words that an interval may start with; it may start with a number too.</summary>
    public IReadOnlyCollection<int> FirstWords => _numbers.Cardinals;

    /// <summary>The words for ten years.</summary>
    public List<int> Decades => _words.WordsWith(IntervalWord.Decade);

    /// <summary>Reads an interval that starts at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int sentenceStart, int end, out IntervalValue interval)
    {
        interval = default;
        var tokens = document.TokenArray;
        if (tokens[first].Kind == TokenKind.Number && _dates.TryReadYear(document, first, sentenceStart, end, out var year))
        {
            interval = new IntervalValue(double.NaN, IntervalRelation.Date, year, _dates.MonthBefore(document, first, sentenceStart));
            return first + 1;
        }

        var next = _numbers.ReadCardinal(document, first, end, out var value);
        if (next == first)
        {
            return first;
        }

        // "2 to 3 years", "two-three months"
        var second = next;
        if (next + 1 < end && value >= 1 && !document.TextOf(tokens[first]).StartsWith("a", StringComparison.OrdinalIgnoreCase) && (tokens[next].Word == _to || tokens[next].Word == _or || tokens[next].Kind == TokenKind.Dash))
        {
            second = _numbers.ReadCardinal(document, next + 1, end, out var upper);
            if (second > next + 1)
            {
                value = (value + upper) / 2;
                next = second;
            }
        }

        next = SkipDash(tokens, next, end);
        if (next < end && _words.Is(tokens[next].Word, IntervalWord.Decade))
        {
            interval = new IntervalValue(TimeUnit.Year.Months(value * 10), _relations.Read(document, first, next + 1, sentenceStart, end, out var behind), 0);
            return behind;
        }

        var unitEnd = _units.Read(document, next, end, out var unit);
        if (unitEnd == next || value > 1200 || (unitEnd - next == 1 && tokens[next].End - tokens[next].Start == 1 && tokens[next].Has(TokenMarks.Capitalized)))
        {
            return first;
        }

        var months = unit.Months(value);
        // "1 year and 6 months"
        if (unitEnd + 2 < end && tokens[unitEnd].Word == _and)
        {
            var more = _numbers.ReadCardinal(document, unitEnd + 1, end, out var extra);
            if (more > unitEnd + 1 && _units.Read(document, more, end, out var smaller) is var moreEnd && moreEnd > more && smaller < unit)
            {
                months += smaller.Months(extra);
                unitEnd = moreEnd;
            }
        }

        var relation = _relations.Read(document, first, unitEnd, sentenceStart, end, out var last);
        interval = new IntervalValue(months, relation, 0);
        return last;
    }

    /// <summary>Index behind a hyphen or dash that may stand at a token.</summary>
    internal static int SkipDash(ReadOnlySpan<Token> tokens, int index, int end) => index < end && tokens[index].Kind == TokenKind.Dash ? index + 1 : index;
}
