using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>How what is more than headings and paragraphs becomes plain text: tables, captions, notes, what is left out.</summary>
public sealed class LayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_of_a_web_page_are_lines_and_its_preformatted_lines_stay() => Assert.Equal(
        "Report\n\nAge: 55 years\nLevel | T5 | T6\n\nfirst line\nsecond line\n\none\ntwo\n",
        Text("a.html", "<h1>Report</h1><table><tr><th>Age</th><td>55\n years</td></tr><tr><td>Level</td><td>T5</td><td>T6</td></tr></table><pre>first line\nsecond line</pre><p>one<br>two</p><p hidden>no</p>"));

    [Fact]
    public void Captions_of_an_article_stand_with_their_labels_and_references_to_them_stay() => Assert.Equal(
        "Title\n\nAbstract\n\nA man.\n\n1. Case\n\nSee Figure 1 .\n\nFigure 1. MRI. A mass at T5.\n",
        Text("a.xml", """
            <article><front><article-meta><title-group><article-title>Title</article-title></title-group><abstract><p>A man.</p></abstract></article-meta></front>
            <body><sec><label>1.</label><title>Case</title><p>See <xref ref-type="fig" rid="f1">Figure 1</xref> <xref ref-type="bibr" rid="r1">[3]</xref>.</p>
            <fig><label>Figure 1</label><caption><title>MRI.</title><p>A mass at T5.</p></caption></fig></sec></body></article>
            """));

    [Fact]
    public void Rows_of_rich_text_are_lines_and_pictures_are_left_out() => Assert.Equal(
        "Age: 55\n\nA man – “old”.\n",
        Text("a.rtf", "{\\rtf1\\ansi{\\pict 0102}\\trowd\\intbl Age\\cell 55\\cell\\row\\pard A man \\endash  \\ldblquote old\\rdblquote .\\par{\\v hidden}}"));

    [Fact]
    public void Tables_and_footnotes_of_word_are_read_and_comments_and_headers_are_not()
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(
                Paragraph("A man."),
                new Table(new TableRow(Cell("Age"), Cell("55")), new TableRow(Cell("Level"), Cell("T5"), Cell("T6")))));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(Paragraph("separator")) { Type = FootnoteEndnoteValues.Separator, Id = 0 }, new Footnote(Paragraph("He smoked.")) { Id = 2 });
            main.AddNewPart<HeaderPart>().Header = new Header(Paragraph("no header"));
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(Paragraph("no comment")) { Id = "1" });
        }

        Assert.Equal("A man.\n\nAge: 55\nLevel | T5 | T6\n\nHe smoked.\n", Text("a.docx", bytes.ToArray()));

        static Paragraph Paragraph(string text) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));
        static TableCell Cell(string text) => new(Paragraph(text));
    }

    [Fact]
    public void A_message_gives_its_observations_with_their_names_and_its_escapes_as_they_are_meant() => Assert.Equal(
        "Mass at T5 & T6.\n55 | 60\n\nImpression:\nMetastasis.\n",
        Text("a.hl7", "MSH|^~\\&|A|B|C|D|20140312||ORU^R01|1|P|2.5\rOBX|1|TX|1^Findings||Mass at T5 \\T\\ T6.~55 \\F\\ 60\rOBX|2|TX|2^Impression||Metastasis.\rOBX|3|ED|3^Picture||AAAA\r"));

    private string Text(string name, string content) => Text(name, Encoding.Latin1.GetBytes(content));

    private string Text(string name, byte[] content) =>
        Assert.Single(new ReportReader().Read(ReportFinder.Find([_folder.Write(name, content)]).Reports[0], Stream.Null)).Narrative!.Text;
}
