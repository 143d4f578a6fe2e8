using System.Text;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace CaseExtract.Documents;

/// <summary>Writes the blocks of pages as running text.</summary>
internal static class PdfPages
{
    /// <summary>A line this near to the top or bottom of the page's text, as a part of its height, may be a running head or foot.</summary>
    private const double EdgeShare = 0.1;

    private const char FirstLigature = '\uFB00';

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Write(IReadOnlyList<IReadOnlyList<TextBlock>> pages)
    {
        var running = RunningLines(pages);
        var page = new TextPage();
        var isOpen = false;
        foreach (var blocks in pages)
        {
            foreach (var block in blocks)
            {
                var lines = block.TextLines.Select(line => Plain(line.Text)).Where(line => line.Length > 0 && !running.Contains(Shape(line))).ToList();
                if (lines.Count == 0 || IsPageNumber(lines, block, blocks))
                {
                    continue;
                }

                // a sentence that runs over the end of a column or page is not broken
                if (isOpen && !(char.IsLower(lines[0][0]) || lines[0][0] is '(' or '–'))
                {
                    page.EndBlock();
                }
                else if (isOpen)
                {
                    page.Write(" ");
                }

                WriteLines(lines, page);
                isOpen = lines[^1][^1] is not ('.' or ':' or '!' or '?');
                if (!isOpen)
                {
                    page.EndBlock();
                }
            }
        }

        return page.ToString();
    }

    /// <summary>Joins the lines of a block. A hyphen at a line end goes when the word goes on in small letters; between figures or capitals it stays.</summary>
    private static void WriteLines(List<string> lines, TextPage page)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var next = i + 1 < lines.Count ? lines[i + 1] : null;
            if (next is not null && line is [.., var before, '-' or '\u2010'] && char.IsLetter(before))
            {
                var joins = char.IsLower(next[0]) && char.IsLower(before) && !IsCompound(line);
                page.Write(joins ? line.AsSpan()[..^1] : line);
                continue;
            }

            page.Write(line);
            if (next is not null)
            {
                page.Write(" ");
            }
        }
    }

    /// <summary>"follow-up-" or "T1-": a word that has a hyphen before, or is one letter, keeps this one too.</summary>
    private static bool IsCompound(string line)
    {
        var word = line.AsSpan()[(line.LastIndexOf(' ') + 1)..^1];
        return word.Contains('-') || word.Length < 2 || word.ContainsAnyInRange('0', '9');
    }

    /// <summary>The shapes of lines that stand at the edge of at least three pages, or of all pages of a shorter document of several.</summary>
    private static HashSet<string> RunningLines(IReadOnlyList<IReadOnlyList<TextBlock>> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var blocks in pages.Where(blocks => blocks.Count > 0))
        {
            var top = blocks.Max(block => block.BoundingBox.Top);
            var bottom = blocks.Min(block => block.BoundingBox.Bottom);
            var edge = (top - bottom) * EdgeShare;
            var shapes = blocks.SelectMany(block => block.TextLines)
                .Where(line => line.BoundingBox.Bottom > top - edge || line.BoundingBox.Top < bottom + edge)
                .Select(line => Shape(Plain(line.Text)))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var shape in shapes)
            {
                counts[shape] = counts.GetValueOrDefault(shape) + 1;
            }
        }

        var needed = Math.Max(2, Math.Min(3, pages.Count));
        return [.. counts.Where(count => count.Value >= needed && count.Key.Length > 0).Select(count => count.Key)];
    }

    /// <summary>Lines that differ in their numbers alone are of one shape: "Page 3 of 7", "J Neurosurg 2014;21:118".</summary>
    private static string Shape(string line) => string.Concat(line.Select(character => char.IsDigit(character) ? '0' : char.ToLowerInvariant(character)))
        .Replace("00", "0", StringComparison.Ordinal).Replace("00", "0", StringComparison.Ordinal);

    private static bool IsPageNumber(List<string> lines, TextBlock block, IReadOnlyList<TextBlock> blocks) =>
        lines is [var line] && line.Length <= 4 && line.All(char.IsAsciiDigit)
        && (block.BoundingBox.Top <= blocks.Min(one => one.BoundingBox.Bottom) + block.BoundingBox.Height
            || block.BoundingBox.Bottom >= blocks.Max(one => one.BoundingBox.Top) - block.BoundingBox.Height);

    /// <summary>Ligatures as the letters they stand for; other characters stay as they are. Without globalization data .NET normalizes none of them.</summary>
    private static string Plain(string line)
    {
        var text = line.Trim();
        if (!text.AsSpan().ContainsAnyInRange(FirstLigature, (char)(FirstLigature + Ligatures.Length - 1)))
        {
            return text;
        }

        var plain = new StringBuilder();
        foreach (var character in text)
        {
            var index = character - FirstLigature;
            _ = index >= 0 && index < Ligatures.Length ? plain.Append(Ligatures[index]) : plain.Append(character);
        }

        return plain.ToString();
    }
}
