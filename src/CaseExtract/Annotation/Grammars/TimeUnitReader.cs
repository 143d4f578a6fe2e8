using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads the unit of a duration or an age.</summary>
internal sealed class TimeUnitReader
{
    private readonly Dictionary<int, TimeUnit> _units = [];
    private readonly WordSet _words = []; // asked first: most words are no unit

    public TimeUnitReader(Vocabulary.Builder vocabulary)
    {
        Add(TimeUnit.Year, "year", "years", "yr", "yrs", "y", "ys", "yo", "yof", "yom", "yrold", "yearold");
        Add(TimeUnit.Month, "month", "months", "mo", "mos", "mth", "mths");
        Add(TimeUnit.Week, "week", "weeks", "wk", "wks", "w");
        Add(TimeUnit.Day, "day", "days", "d");
        Add(TimeUnit.Hour, "hour", "hours", "hr", "hrs", "h");

        void Add(TimeUnit unit, params string[] words)
        {
            foreach (var word in words)
            {
                var number = vocabulary.Add(word);
                _units[number] = unit;
                _words.Add(number);
            }
        }
    }

    /// <summary>The words for units.</summary>
    public WordSet Words => _words;

    /// <summary>Reads a unit at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="index"/> if none stands there.</returns>
    public int Read(Document document, int index, int end, out TimeUnit unit)
    {
        unit = default;
        return index < end && _words.Contains(document.TokenArray[index].Word) && _units.TryGetValue(document.TokenArray[index].Word, out unit) ? index + 1 : index;
    }
}
