using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sentences;

/// <summary>How wide the lines of a text are: a page that is wrapped has lines of about one width, and a list of notes or of sentences has not.</summary>
internal readonly record struct PageWidth
{
    /// <summary>No page is wrapped at more.</summary>
    private const int Widest = 300;

    /// <summary>Length of the longest line.</summary>
    public int Longest { get; private init; }

    /// <summary>Whether two lines of five are about as long as the longest.</summary>
    public bool IsWrapped { get; private init; }

    /// <summary>Whether the page is not wrapped, but every line is a paragraph.</summary>
    public bool IsOfParagraphs => Longest > Widest;

    /// <summary>Measures the lines in the text, since a word that is broken over a line end is one token.</summary>
    public static PageWidth Of(ReadOnlySpan<char> text, LineEnds lineEnds)
    {
        var longest = 0;
        var rest = text;
        while (!rest.IsEmpty)
        {
            longest = Math.Max(longest, Width(Next(ref rest, lineEnds)));
        }

        return new PageWidth { Longest = longest, IsWrapped = longest > Widest || HasFullLines(text, lineEnds, longest) };
    }

    private static bool HasFullLines(ReadOnlySpan<char> rest, LineEnds lineEnds, int longest)
    {
        int lines = 0, full = 0;
        while (!rest.IsEmpty)
        {
            var width = Width(Next(ref rest, lineEnds));
            lines += width > 0 ? 1 : 0;
            full += width * 4 >= longest * 3 ? 1 : 0;
        }

        return full * 5 >= lines * 2;
    }

    /// <summary>Length of the line that ends at a place.</summary>
    public static int OfLine(ReadOnlySpan<char> text, LineEnds lineEnds, int end) => Width(text[(lineEnds.LastIn(text[..end]) + 1)..end]);

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, LineEnds lineEnds)
    {
        var end = lineEnds.FirstIn(rest);
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }

    /// <summary>Length of a line as it is seen: what stands unseen at its ends does not count.</summary>
    private static int Width(ReadOnlySpan<char> line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsUnseen(line[start]))
        {
            start++;
        }

        while (end > start && IsUnseen(line[end - 1]))
        {
            end--;
        }

        return end - start;
    }

    private static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || CharacterClass.Of(character) is CharacterKind.Space or CharacterKind.Invisible;
}
