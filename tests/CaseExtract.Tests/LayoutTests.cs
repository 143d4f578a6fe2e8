using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests;

/// <summary>What a report says does not depend on how it is set: all in capitals as old systems leave it, all small as it is dictated, wrapped, with the line ends of another system.</summary>
public sealed class LayoutTests
{
    private static readonly Dictionary<string, Func<string, string>> Layouts = new()
    {
        ["capitals"] = text => text.ToUpperInvariant(),
        ["small letters"] = text => text.ToLowerInvariant(),
        ["wrapped at 72"] = text => string.Join('\n', text.Split('\n').Select(line => Wrapped(line, 72))),
        ["carriage returns"] = text => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["no-break spaces"] = text => text.Replace(' ', '\u00a0'),
    };

    public static TheoryData<string, string> Reports()
    {
        var data = new TheoryData<string, string>();
        foreach (var layout in Layouts.Keys)
        {
            foreach (var report in Directory.GetFiles(Repository.Samples, "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal))
            {
                data.Add(layout, report!);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_says_the_same_however_it_is_set(string layout, string report)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, report));
        Assert.Equal(Said(text), Said(Layouts[layout](text)));
    }

    private static IEnumerable<string> Said(string text) => Shared.Extractor.Extract(new Narrative("report", text)).Select(record =>
        $"{record.Age?.Years} {record.Sex?.Value} {record.PrimaryTumour?.Site?.Code} {record.Histology?.Code} {record.Lesion.Origin?.Value} "
        + $"levels {string.Join(' ', record.SpinalLevels.Select(level => level.Level))} procedures {string.Join(", ", record.Procedures.Select(procedure => procedure.Term).Order(StringComparer.Ordinal))}");

    private static string Wrapped(string line, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in line.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > width && lines[^1].Length > 0)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += lines[^1].Length == 0 ? word : " " + word;
            }
        }

        return string.Join('\n', lines);
    }
}
