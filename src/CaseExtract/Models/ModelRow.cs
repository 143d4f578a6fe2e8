namespace CaseExtract.Models;

/// <summary>One row of a model file and where it stands.</summary>
internal sealed class ModelRow(string file, int line, string text, int start, int end)
{
    /// <summary>A cell as a string of its own.</summary>
    public string this[int column] => Cell(column).ToString();

    /// <summary>A cell where it stands in the file.</summary>
    public ReadOnlySpan<char> Cell(int column)
    {
        var rest = text.AsSpan(start, end - start);
        for (; column > 0; column--)
        {
            rest = rest[(rest.IndexOf('\t') + 1)..];
        }

        var length = rest.IndexOf('\t');
        return length < 0 ? rest : rest[..length];
    }

    /// <summary>A cell that may say nothing.</summary>
    /// <returns><see langword="null"/> when it is empty.</returns>
    public string? Optional(int column) => Cell(column) is { Length: > 0 } cell ? cell.ToString() : null;

    /// <summary>The words of a cell with a blank between; none of an empty one.</summary>
    public string[] Words(int column) => this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public ModelException Fault(string what) => new($"{file}({line}): {what}");

    /// <summary>Reads a cell that must name a member of an enumeration, in kebab case.</summary>
    public T Enum<T>(int column) where T : struct, Enum => Enum<T>(Cell(column));

    /// <summary>Reads a part of a cell that must name a member of an enumeration, in kebab case.</summary>
    public T Enum<T>(ReadOnlySpan<char> name) where T : struct, Enum
    {
        const int LongestName = 64;
        Span<char> letters = stackalloc char[LongestName];
        var length = 0;
        foreach (var letter in name[..Math.Min(name.Length, LongestName)])
        {
            if (letter != '-')
            {
                letters[length++] = letter;
            }
        }

        // not TryParse<T>: it would be compiled anew for each enumeration whenever a process starts
        return System.Enum.TryParse(typeof(T), letters[..length], ignoreCase: true, out var value) && name.Length <= LongestName
            && !name.ContainsAnyInRange('0', '9')
            ? (T)value
            : throw Fault($"'{name}' is not one of {string.Join(", ", System.Enum.GetNames<T>()).ToLowerInvariant()}");
    }
}
