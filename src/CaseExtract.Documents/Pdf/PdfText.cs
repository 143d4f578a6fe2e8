using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace CaseExtract.Documents;

/// <summary>
/// A PDF document with a text layer: its blocks in reading order, in one column or several, without running heads and page numbers; words that were
/// broken over a line end are joined. A PDF of pictures has no text, which is an error that says so.
/// </summary>
internal static class PdfText
{
    /// <summary>More pages than this are no report.</summary>
    private const int MaximumPages = 2000;

    /// <summary>More letters than this on a page are no page: the search for their lines takes longer than their number.</summary>
    private const int MaximumLettersOfPage = 50_000;

    /// <exception cref="DocumentException">It is encrypted, too large, or has no text; what is no PDF, or damaged, brings exceptions of the library.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes)
    {
        List<IReadOnlyList<TextBlock>> pages;
        try
        {
            using var pdf = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > MaximumPages)
            {
                throw new DocumentException(ReportErrorKind.Refused, $"the PDF has more than {MaximumPages} pages");
            }

            pages = [.. Enumerable.Range(1, pdf.NumberOfPages).Select(number => Blocks(pdf.GetPage(number)))];
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DocumentException(ReportErrorKind.Unreadable, "the PDF is protected by a password");
        }

        var text = PdfPages.Write(pages);
        return text.AsSpan().IsWhiteSpace()
            ? throw new DocumentException(ReportErrorKind.Empty, "the PDF has no text layer: its pages are pictures (text recognition, OCR, would be needed)")
            : new DocumentText(text, "application/pdf");
    }

    private static IReadOnlyList<TextBlock> Blocks(Page page)
    {
        if (page.Letters.Count > MaximumLettersOfPage)
        {
            throw new DocumentException(ReportErrorKind.Refused, $"page {page.Number} has more than {MaximumLettersOfPage} letters");
        }

        // letters drawn twice make bold
        var letters = DuplicateOverlappingTextProcessor.Get(page.Letters);
        var words = NearestNeighbourWordExtractor.Instance.GetWords(letters).Where(word => word.Text.AsSpan().Trim().Length > 0).ToList();
        var blocks = words.Count == 0 ? [] : DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(blocks)];
    }
}
