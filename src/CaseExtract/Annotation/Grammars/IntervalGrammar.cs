using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads durations and points in time: "two years ago", "6 months earlier", "nine months later", "after 3 years", "at 12-month follow-up",
/// "for 6 months", "in 2008", "on 3 April 2020", "03/2014".
/// </summary>
internal sealed class IntervalGrammar
{
    private readonly NumberReader _numbers;
    private readonly TimeUnitReader _units;
    private readonly WordSet _before, _later, _followUp, _history, _in, _operation, _after, _ofLife, _decade, _passed;
    private readonly Dictionary<int, int> _months = [];
    private readonly int _follow, _up, _of, _to, _and, _or, _there, _afterWord;

    public IntervalGrammar(NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
    {
        _numbers = numbers;
        _units = units;
        _before = Set("ago", "before", "earlier", "previously", "prior", "back", "preceding", "beforehand");
        _later = Set("later", "thereafter", "afterwards", "afterward", "subsequently", "after", "following", "post", "since", "latter", "onwards", "posttreatment", "posttherapy", "posttransplant", "posttransplantation", "postchemotherapy", "postdiagnosis", "postresection");
        _after = Set("after", "following", "post", "since");
        _ofLife = Set("menopausal", "menopause", "partum", "natal", "pubertal");
        _passed = Set("passed", "elapsed", "by");
        _followUp = Set("followup", "postoperatively", "postoperative", "postoperation", "postop", "surveillance", "observation", "disease");
        _decade = Set("decade", "decades");
        _history = Set("history", "duration", "evolution");
        _in = Set("in", "since", "during", "on", "year", "from", "of", "until", "by");
        string[] names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        for (var month = 0; month < names.Length; month++)
        {
            _months[vocabulary.Add(names[month])] = month + 1;
            _months[vocabulary.Add(names[month][..3])] = month + 1;
        }

        _months[vocabulary.Add("sept")] = 9;
        _operation = Set("surgery", "operation", "resection", "treatment", "diagnosis", "chemotherapy", "radiotherapy", "therapy", "procedure", "excision", "discharge", "completion", "removal", "onset");
        _follow = vocabulary.Add("follow");
        _up = vocabulary.Add("up");
        _of = vocabulary.Add("of");
        _to = vocabulary.Add("to");
        _and = vocabulary.Add("and");
        _afterWord = vocabulary.Add("after");
        _or = vocabulary.Add("or");
        _there = vocabulary.Add("there");

        WordSet Set(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>The words that an interval may start with; it may start with a number too.</summary>
    public IReadOnlyCollection<int> FirstWords => _numbers.Cardinals;

    /// <summary>The words for ten years.</summary>
    public WordSet Decades => _decade;

    /// <summary>Reads an interval that starts at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int sentenceStart, int end, out IntervalValue interval)
    {
        interval = default;
        var tokens = document.TokenArray;
        if (tokens[first].Kind == TokenKind.Number && TryReadYear(document, first, sentenceStart, end, out var year))
        {
            interval = new IntervalValue(double.NaN, IntervalRelation.Date, year, MonthBefore(document, first, sentenceStart));
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
        if (next < end && _decade.Contains(tokens[next].Word))
        {
            interval = new IntervalValue(TimeUnit.Year.Months(value * 10), RelationOf(document, first, next + 1, sentenceStart, end, out var behind), 0);
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

        var relation = RelationOf(document, first, unitEnd, sentenceStart, end, out var last);
        interval = new IntervalValue(months, relation, 0);
        return last;
    }

    private IntervalRelation RelationOf(Document document, int first, int next, int sentenceStart, int end, out int last)
    {
        var tokens = document.TokenArray;
        last = next;
        var behind = next < end && document.Text[tokens[next].Start] is '\'' or '’' ? next + 1 : next;
        behind = SkipDash(tokens, behind, end);
        // "ten years have passed since her mastectomy"
        for (var index = behind + 1; index < Math.Min(end - 1, behind + 3); index++)
        {
            behind = _passed.Contains(tokens[index].Word) && _later.Contains(tokens[index + 1].Word) ? index + 1 : behind;
        }

        if (behind < end)
        {
            var word = tokens[behind].Word;
            if (_followUp.Contains(word) || (word == _follow && behind + 1 < end) || (word == _of && behind + 1 < end && tokens[behind + 1].Word == _follow))
            {
                last = behind + 1;
                return IntervalRelation.FollowUp;
            }

            if (_history.Contains(word) || (word == _of && behind + 1 < end && _history.Contains(tokens[behind + 1].Word)))
            {
                return IntervalRelation.Duration;
            }

            if (_before.Contains(word))
            {
                last = behind + 1;
                // "5 weeks before surgery": within the present course
                return behind + 1 < end && _operation.Contains(tokens[behind + 1].Word) ? IntervalRelation.Duration : IntervalRelation.Before;
            }

            if (_later.Contains(word))
            {
                last = behind + 1;
                var afterwards = SkipDash(tokens, behind + 1, end); // "5 years post-gastrectomy"
                if (afterwards < end && _ofLife.Contains(tokens[afterwards].Word))
                {
                    return IntervalRelation.Duration; // "three years post-menopausal"
                }

                return _after.Contains(word) && afterwards < end && tokens[afterwards].Kind is TokenKind.Word or TokenKind.Alphanumeric ? IntervalRelation.After : IntervalRelation.Later;
            }
        }

        if (first > sentenceStart)
        {
            var before = tokens[first - 1].Word;
            if (before == _afterWord)
            {
                return IntervalRelation.Later;
            }

            if (before == _there && first > sentenceStart)
            {
                return IntervalRelation.Before;
            }
        }

        // "operated there is 2 years": a turn of French writers
        if (first >= sentenceStart + 2 && tokens[first - 2].Word == _there || (first >= sentenceStart + 3 && tokens[first - 3].Word == _there))
        {
            return IntervalRelation.Before;
        }

        return IntervalRelation.Duration;
    }

    private bool TryReadYear(Document document, int index, int sentenceStart, int end, out int year)
    {
        year = 0;
        var token = document.TokenArray[index];
        var text = document.TextOf(token);
        if (text.Length == 4 && int.TryParse(text, out year) && year is >= 1930 and <= 2035)
        {
            // a unit behind makes it a quantity
            return index + 1 >= end || _units.Read(document, index + 1, end, out _) == index + 1 && IsDateContext(document, index, sentenceStart);
        }

        // 12.03.2010, 03.2010
        if (text.Length is >= 7 and <= 10 && text[^5] is '.' && int.TryParse(text[^4..], out year) && year is >= 1930 and <= 2035)
        {
            return true;
        }

        year = 0;
        return false;
    }

    /// <summary>The month told with a year: "January 2007", "August 14, 2013", "03/2014"; else 0.</summary>
    private int MonthBefore(Document document, int year, int sentenceStart)
    {
        var tokens = document.TokenArray;
        for (var index = year - 1; index >= Math.Max(sentenceStart, year - 4); index--)
        {
            if (_months.TryGetValue(tokens[index].Word, out var month))
            {
                return month;
            }

            if (tokens[index].Kind == TokenKind.Number && index == year - 2 && document.Text[tokens[year - 1].Start] is '/'
                && int.TryParse(document.TextOf(tokens[index]), out month) && month is >= 1 and <= 12)
            {
                return month;
            }

            if (tokens[index].Kind == TokenKind.Word && tokens[index].Word != _of && document.TextOf(tokens[index]) is not ("st" or "nd" or "rd" or "th"))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool IsDateContext(Document document, int index, int sentenceStart)
    {
        if (index == sentenceStart)
        {
            return true;
        }

        var tokens = document.TokenArray;
        var before = index - 1;
        while (before > sentenceStart && tokens[before].Kind is TokenKind.Punctuation or TokenKind.Dash)
        {
            before--;
        }

        return _in.Contains(tokens[before].Word) || _months.ContainsKey(tokens[before].Word) || tokens[before].Kind == TokenKind.Number
            || document.Text[tokens[index - 1].Start] is '(' or '/' or '-' || _operation.Contains(tokens[before].Word) || tokens[before].Kind == TokenKind.Word && document.TextOf(tokens[before]) is "the" or "surgery" or "th" || IsNotedAct(document, before);
    }

    /// <summary>"[RALP] 2014", "[appendectomy] 1998": notes leave the preposition out; but "WHO 2016".</summary>
    private static bool IsNotedAct(Document document, int before)
    {
        var word = document.TextOf(document.TokenArray[before]);
        return word.EndsWith("ectomy", StringComparison.Ordinal) || word.EndsWith("plasty", StringComparison.Ordinal) || word.EndsWith("otomy", StringComparison.Ordinal)
            || word is "RALP" or "TURP" or "TURBT" or "TAH" or "BSO" or "TLH" or "CABG" or "BCS" or "MRM" or "WLE" or "RRP";
    }

    private static int SkipDash(ReadOnlySpan<Token> tokens, int index, int end) => index < end && tokens[index].Kind == TokenKind.Dash ? index + 1 : index;
}
