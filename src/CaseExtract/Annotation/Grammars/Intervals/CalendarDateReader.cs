using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads the year of a date, and its month where one is told: "in 2008", "on 3 April 2020", "03/2014", "12.03.2010".</summary>
internal sealed class CalendarDateReader
{
    /// <summary>The years that a patient who is reported on may have been treated in.</summary>
    private const int First = 1930;
    private const int Last = 2035;

    private readonly WordRoles<IntervalWord> _words;
    private readonly TimeUnitReader _units;
    private readonly Dictionary<int, int> _months = [];
    private readonly int _of;

    public CalendarDateReader(WordRoles<IntervalWord> words, TimeUnitReader units, Vocabulary.Builder vocabulary)
    {
        _words = words;
        _units = units;
        _of = vocabulary.Add("of");
        string[] names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        for (var month = 0; month < names.Length; month++)
        {
            _months[vocabulary.Add(names[month])] = month + 1;
            _months[vocabulary.Add(names[month][..3])] = month + 1;
        }

        _months[vocabulary.Add("sept")] = 9;
    }

    /// <summary>Reads a year at a token, in a context that makes it one.</summary>
    public bool TryReadYear(Document document, int index, int sentenceStart, int end, out int year)
    {
        year = 0;
        var token = document.TokenArray[index];
        var text = document.TextOf(token);
        if (text.Length == 4 && int.TryParse(text, out year) && year is >= First and <= Last)
        {
            // a unit behind makes it a quantity
            return index + 1 >= end || _units.Read(document, index + 1, end, out _) == index + 1 && IsDateContext(document, index, sentenceStart);
        }

        // 12.03.2010, 03.2010
        if (text.Length is >= 7 and <= 10 && text[^5] is '.' && int.TryParse(text[^4..], out year) && year is >= First and <= Last)
        {
            return true;
        }

        year = 0;
        return false;
    }

    /// <summary>The month told with a year: "January 2007", "August 14, 2013", "03/2014"; else 0.</summary>
    public int MonthBefore(Document document, int year, int sentenceStart)
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

        return _words.Is(tokens[before].Word, IntervalWord.Date) || _months.ContainsKey(tokens[before].Word) || tokens[before].Kind == TokenKind.Number
            || document.Text[tokens[index - 1].Start] is '(' or '/' or '-' || _words.Is(tokens[before].Word, IntervalWord.Act) || tokens[before].Kind == TokenKind.Word && document.TextOf(tokens[before]) is "the" or "surgery" or "th" || IsNotedAct(document, before);
    }

    /// <summary>"[RALP] 2014", "[appendectomy] 1998": notes leave the preposition out; but "WHO 2016".</summary>
    private static bool IsNotedAct(Document document, int before)
    {
        var word = document.TextOf(before);
        return word.EndsWith("ectomy", StringComparison.Ordinal) || word.EndsWith("plasty", StringComparison.Ordinal) || word.EndsWith("otomy", StringComparison.Ordinal)
            || word is "RALP" or "TURP" or "TURBT" or "TAH" or "BSO" or "TLH" or "CABG" or "BCS" or "MRM" or "WLE" or "RRP";
    }
}
