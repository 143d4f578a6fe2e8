using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordprocessingText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CaseExtract.Documents;

/// <summary>
/// A Word document (Office Open XML, ECMA-376): paragraphs, headings, tables, text boxes and footnotes. Tracked changes are read as accepted; headers, footers,
/// comments and the codes of fields are left out.
/// </summary>
internal static class WordText
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <exception cref="DocumentException">It is a Word document without text; what is none, or damaged, brings exceptions of the library.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = options.SizeLimit });
        Check(word.MainDocumentPart, options);
        Check(word.MainDocumentPart?.FootnotesPart, options);
        Check(word.MainDocumentPart?.EndnotesPart, options);
        if (word.MainDocumentPart is not { Document.Body: { } body } main)
        {
            throw new DocumentException(ReportErrorKind.Malformed, "the Word document has no body");
        }

        var page = new TextPage();
        WriteBlocks(body, page);
        WriteNotes(main.FootnotesPart?.Footnotes, page);
        WriteNotes(main.EndnotesPart?.Endnotes, page);
        return new DocumentText(page.ToString(), MediaType);
    }

    /// <summary>The library makes a tree of a part before anybody can look how large and how deep it is.</summary>
    private static void Check(OpenXmlPart? part, ReadingOptions options)
    {
        if (part is not null)
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            SafeXml.CheckDepth(BoundedBytes.Read(stream, options), options);
        }
    }

    private static void WriteBlocks(OpenXmlElement container, TextPage page)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    page.EndBlock();
                    WriteInline(paragraph, page);
                    page.EndBlock();
                    break;
                case Table table:
                    WriteTable(table, page);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    WriteBlocks(element, page);
                    break;
            }
        }
    }

    private static void WriteTable(Table table, TextPage page)
    {
        page.EndBlock();
        foreach (var row in table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            page.Row([.. row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).Select(Cell)]);
        }

        page.EndBlock();
    }

    private static string Cell(TableCell cell)
    {
        var text = new TextPage();
        WriteBlocks(cell, text);
        return text.ToString();
    }

    private static void WriteNotes(OpenXmlPartRootElement? notes, TextPage page)
    {
        // the first two notes are the lines that set notes off
        foreach (var note in notes?.Elements<FootnoteEndnoteType>().Where(note => note.Type is null || note.Type == FootnoteEndnoteValues.Normal) ?? [])
        {
            WriteBlocks(note, page);
        }
    }

    /// <summary>The words of a paragraph. Its tree is walked with a stack: a file may nest it as deep as it likes.</summary>
    private static void WriteInline(Paragraph paragraph, TextPage page)
    {
        var boxes = new List<TextBoxContent>();
        var pending = new Stack<OpenXmlElement>();
        PushChildren(paragraph, pending);
        while (pending.TryPop(out var element))
        {
            switch (element)
            {
                case WordprocessingText text:
                    page.Write(text.Text);
                    break;
                case TabChar or PositionalTab:
                    page.Write(" ");
                    break;
                case Break or CarriageReturn:
                    page.BreakLine();
                    break;
                case NoBreakHyphen:
                    page.Write("-");
                    break;
                case TextBoxContent box:
                    boxes.Add(box);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties or RunProperties or AlternateContentFallback or FieldCode or DeletedText:
                case Run { RunProperties.Vanish: not null }:
                    break;
                default:
                    PushChildren(element, pending);
                    break;
            }
        }

        foreach (var box in boxes)
        {
            page.EndBlock();
            WriteBlocks(box, page);
        }
    }

    private static void PushChildren(OpenXmlElement element, Stack<OpenXmlElement> pending)
    {
        for (var child = element.LastChild; child is not null; child = child.PreviousSibling())
        {
            pending.Push(child);
        }
    }
}
