using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>Sets a report as a journal does: pages with a running head and a number, one or two columns, words broken over line ends.</summary>
internal static class PdfWriter
{
    private const double Top = 760;
    private const double Bottom = 640; // short pages, so that a report fills several
    private const double Leading = 12;
    private const double Size = 9;

    public static byte[] Write(WrittenReport report, int columns)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var width = columns == 1 ? 480 : 225;
        PdfPageBuilder? page = null;
        var (number, column, height) = (0, columns, 0.0);
        foreach (var (line, endsBlock) in report.Blocks().SelectMany(block => Lines(Plain(block), width)))
        {
            if (column >= columns || height < Bottom)
            {
                column++;
                if (column >= columns)
                {
                    page = builder.AddPage(PageSize.A4);
                    page.AddText("J Spinal Case Rep 2014;7:118", 8, new PdfPoint(60, 810), font);
                    page.AddText((++number + 117).ToString(System.Globalization.CultureInfo.InvariantCulture), 8, new PdfPoint(300, 560), font);
                    column = 0;
                }

                height = Top;
            }

            page!.AddText(line, Size, new PdfPoint(60 + (column * 250), height), font);
            height -= endsBlock ? Leading * 2 : Leading;
        }

        return builder.Build();
    }

    /// <summary>The standard fonts have no en dash and no umlauts in the writer's encoding.</summary>
    private static string Plain(string block) => block.Replace('–', '-').Replace("ü", "ue", StringComparison.Ordinal);

    private static IEnumerable<(string Line, bool EndsBlock)> Lines(string block, double width)
    {
        var most = (int)(width / (Size * 0.5));
        var line = "";
        foreach (var word in block.Split(' '))
        {
            if (line.Length + 1 + word.Length <= most)
            {
                line = line.Length == 0 ? word : $"{line} {word}";
                continue;
            }

            // a long plain word is broken where it fits
            var room = most - line.Length - 2;
            if (room >= 4 && word.Length - room >= 4 && word.All(char.IsAsciiLetterLower))
            {
                yield return ($"{line} {word[..room]}-", false);
                line = word[room..];
                continue;
            }

            yield return (line, false);
            line = word;
        }

        yield return (line, true);
    }
}
