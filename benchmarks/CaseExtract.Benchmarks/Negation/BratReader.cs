using System.Globalization;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>Reads the events of a brat standoff file (https://brat.nlplab.org/standoff.html). Relations, notes and attributes other than POLARITY are passed over.</summary>
internal static class BratReader
{
    private const string Polarity = "POLARITY";

    /// <summary>Reads the events of an annotation.</summary>
    /// <param name="text">The annotated text.</param>
    /// <param name="annotation">The content of the <c>.ann</c> file beside it.</param>
    /// <returns>The events in the order of the file.</returns>
    /// <exception cref="FormatException">A line is not written as brat writes it, or names what is not there.</exception>
    public static IReadOnlyList<BratEvent> Read(string text, string annotation)
    {
        var triggers = new Dictionary<string, IReadOnlyList<TextSpan>>(StringComparer.Ordinal);
        var events = new List<(string Id, string Kind, string Trigger)>();
        var polarities = new Dictionary<string, string>(StringComparer.Ordinal);
        var toUtf16 = CodePointStarts(text);
        foreach (var line in annotation.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            switch (line[0])
            {
                case 'T':
                    triggers.Add(cells[0], SpansOf(cells[1], toUtf16));
                    break;
                case 'E':
                    var head = cells[1].Split(' ')[0].Split(':');
                    events.Add((cells[0], head[0], head[1]));
                    break;
                case 'A' when cells[1].Split(' ') is [Polarity, var target, var value]:
                    polarities.Add(target, value);
                    break;
            }
        }

        return [.. events.Select(found => new BratEvent(
            found.Kind,
            triggers.GetValueOrDefault(found.Trigger) ?? throw new FormatException($"{found.Id}: trigger {found.Trigger} is not in the file"),
            polarities.GetValueOrDefault(found.Id, "")))];
    }

    /// <summary>Reads <c>Kind 12 20</c> or, for a discontinuous trigger, <c>Kind 12 20;31 38</c>.</summary>
    private static List<TextSpan> SpansOf(string cell, IReadOnlyList<int> toUtf16) =>
        [.. cell[(cell.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(part => part.Split(' ') switch
        {
            [var start, var end] => new TextSpan(toUtf16[Offset(start)], toUtf16[Offset(end)]),
            _ => throw new FormatException($"'{part}' is no pair of offsets"),
        })];

    private static int Offset(string number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Where each code point starts, and the length of the text: brat counts code points.</summary>
    private static List<int> CodePointStarts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var index = 0; index < text.Length; index++)
        {
            starts.Add(index);
            index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 1 : 0;
        }

        starts.Add(text.Length);
        return starts;
    }
}
