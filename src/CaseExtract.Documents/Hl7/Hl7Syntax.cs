using System.Globalization;
using System.Text;

namespace CaseExtract.Documents;

/// <summary>The separators of one message, which its first segment declares, and what they separate (HL7 version 2, chapter 2).</summary>
internal sealed class Hl7Syntax
{
    private readonly char _field;
    private readonly char _component;
    private readonly char _repetition;
    private readonly char _escape;
    private readonly char _subcomponent;

    /// <param name="header">The MSH segment, of at least nine characters.</param>
    public Hl7Syntax(string header) =>
        (_field, _component, _repetition, _escape, _subcomponent) = (header[3], header[4], header[5], header[6], header[7]);

    /// <summary>A field by its number in the standard; empty when the segment is shorter.</summary>
    public string Field(string segment, int number)
    {
        var fields = segment.Split(_field);

        // the first field of MSH is the separator itself
        var index = segment.StartsWith("MSH", StringComparison.Ordinal) ? number - 1 : number;
        return index < fields.Length ? fields[index] : "";
    }

    /// <summary>A component of a field by its number; empty when there are fewer.</summary>
    public string Component(string field, int number)
    {
        var components = field.Split(_component);
        return number <= components.Length ? components[number - 1] : "";
    }

    public IEnumerable<string> Repetitions(string field) => field.Split(_repetition);

    /// <summary>What a field says: its escapes as the characters and line ends that they stand for, its parts set apart by blanks.</summary>
    public string Text(string field)
    {
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            var end = field[i] == _escape ? field.IndexOf(_escape, i + 1) : -1;
            if (end > 0 && end - i <= 40)
            {
                text.Append(Escaped(field[(i + 1)..end]));
                i = end;
            }
            else
            {
                text.Append(field[i] == _component || field[i] == _subcomponent ? ' ' : field[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>A date such as <c>19560214</c>, with or without a time; of a year alone, nothing.</summary>
    public static DateOnly? Date(string value) =>
        value.Length >= 8 && DateOnly.TryParseExact(value.AsSpan()[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private string Escaped(string escape) => escape switch
    {
        "F" => _field.ToString(),
        "S" => _component.ToString(),
        "T" => _subcomponent.ToString(),
        "R" => _repetition.ToString(),
        "E" => _escape.ToString(),
        ".br" or ".sp" or ".ce" => "\n",
        ['X', .. var digits] when TryHex(digits, out var characters) => characters,
        _ => "", // highlighting and the like
    };

    private static bool TryHex(string digits, out string characters)
    {
        characters = "";
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        characters = Encoding.UTF8.GetString(Convert.FromHexString(digits));
        return true;
    }
}
