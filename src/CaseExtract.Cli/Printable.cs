using System.Text;

namespace CaseExtract.Cli;

/// <summary>
/// Makes foreign text, such as a file name or a sentence of a report, safe to show on one line: a control character could move the
/// cursor or recolour the screen of the person who reads.
/// </summary>
internal static class Printable
{
    /// <summary>The text with each run of white space and control characters as one blank.</summary>
    public static string Line(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsControl(unit) && !char.IsWhiteSpace(unit))
            {
                line.Append(unit);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }
}
