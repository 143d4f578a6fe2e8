using System.Runtime.ExceptionServices;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
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

    /// <summary>
    /// The tree of pages is walked by recursion, and a file can make a chain of it: no handler survives the end of the stack, so there is room for a chain
    /// of as many objects as are allowed.
    /// </summary>
    private const int MaximumObjects = 250_000;

    private const int StackSize = 64 << 20;

    /// <exception cref="DocumentException">It is encrypted, too large, or has no text; what is no PDF, or damaged, brings exceptions of the library.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        if (bytes.Span.Count("endobj"u8) > MaximumObjects)
        {
            throw new DocumentException(ReportErrorKind.Refused, $"the PDF has more than {MaximumObjects} objects");
        }

        DocumentText? text = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    text = ReadPages(bytes, options);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize)
        { IsBackground = true, Name = "pdf" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return text!;
    }

    private static DocumentText ReadPages(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        var filters = new PdfFilters(options);
        List<IReadOnlyList<TextBlock>> pages;
        try
        {
            using var pdf = PdfDocument.Open(bytes.ToArray(), new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = options.DepthLimit,
                FilterProvider = filters,
            });
            pdf.AddPageFactory<PdfLetters, PdfLetters.Factory>();
            if (pdf.NumberOfPages > MaximumPages)
            {
                throw new DocumentException(ReportErrorKind.Refused, $"the PDF has more than {MaximumPages} pages");
            }

            pages = [.. Enumerable.Range(1, pdf.NumberOfPages).Select(number => Blocks(pdf.GetPage<PdfLetters>(number).Letters))];
        }
        catch (Exception exception) when (filters.IsExceeded && exception is not DocumentException)
        {
            throw filters.Exceeded();
        }
        catch (InsufficientExecutionStackException)
        {
            throw options.TooDeep();
        }
        catch (PdfDocumentStackDepthException)
        {
            throw options.TooDeep();
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DocumentException(ReportErrorKind.Unreadable, "the PDF is protected by a password");
        }

        if (filters.IsExceeded)
        {
            throw filters.Exceeded();
        }

        var text = PdfPages.Write(pages);
        return text.AsSpan().IsWhiteSpace()
            ? throw new DocumentException(ReportErrorKind.Empty, "the PDF has no text layer: its pages are pictures (text recognition, OCR, would be needed)")
            : new DocumentText(text, "application/pdf");
    }

    private static IReadOnlyList<TextBlock> Blocks(IReadOnlyList<Letter> written)
    {
        // letters drawn twice make bold
        var letters = DuplicateOverlappingTextProcessor.Get(written);
        var words = NearestNeighbourWordExtractor.Instance.GetWords(letters).Where(word => word.Text.AsSpan().Trim().Length > 0).ToList();
        var blocks = words.Count == 0 ? [] : DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(blocks)];
    }
}
