using System.IO.Compression;
using System.Net;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Newtonsoft.Json;
using Parquet;
using Parquet.Schema;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>Writes a report in every format that is read, as the programs that hospitals and journals use would write it.</summary>
internal static class ReportWriters
{
    /// <summary>File name and bytes in each format.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All(WrittenReport report) =>
    [
        ("report.txt", Encoding.UTF8.GetBytes(report.PlainText)),
        ("latin.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(report.PlainText)),
        ("report.md", Encoding.UTF8.GetBytes(Markdown(report))),
        ("report.html", Encoding.UTF8.GetBytes(Html(report))),
        ("article.xml", Encoding.UTF8.GetBytes(Jats(report))),
        ("report.rtf", Encoding.ASCII.GetBytes(RichText(report))),
        ("report.docx", Word(report)),
        ("column.pdf", PdfWriter.Write(report, columns: 1)),
        ("columns.pdf", PdfWriter.Write(report, columns: 2)),
        ("rows.csv", Encoding.UTF8.GetBytes($"id,ward,text\n17,N2,\"{report.PlainText.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")),
        ("rows.tsv", Encoding.UTF8.GetBytes($"id\tward\ttext\n17\tN2\t\"{report.PlainText}\"\n")),
        ("rows.jsonl", Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(new { id = 17, text = report.PlainText }) + "\n")),
        ("rows.json", Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(new[] { new { id = 17, text = report.PlainText } }))),
        ("rows.parquet", ParquetFile(report)),
        ("message.hl7", Encoding.UTF8.GetBytes(Hl7(report))),
        ("report.txt.gz", Gzip(report.PlainText)),
        ("reports.zip", Zip(report)),
    ];

    public static string Html(WrittenReport report)
    {
        var body = string.Concat(report.Sections.Select(section =>
            $"<section><h2>{section.Heading}</h2>\n{string.Concat(section.Paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace(" and ", " <em>and</em>\n ", StringComparison.Ordinal)}</p>\n"))}</section>"));
        return $"""
            <!DOCTYPE html><html lang="en"><head><title>{report.Title} | Journal</title><style>p {"{"} color: red {"}"}</style><script>var age = "a 20-year-old man";</script></head>
            <body><header><a href="/">Journal of 80-year-old men</a></header><nav><ul><li>Home</li><li>A 33-year-old man with chordoma</li></ul></nav>
            <main><article><h1>{report.Title}</h1>{body}</article></main>
            <aside>Related: a 70-year-old man with sacral chordoma</aside><footer>Imprint</footer></body></html>
            """;
    }

    public static string Jats(WrittenReport report)
    {
        var sections = string.Concat(report.Sections.Select((section, index) =>
            $"<sec><label>{index + 1}.</label><title>{section.Heading}</title>{string.Concat(section.Paragraphs.Select(paragraph => $"<p>{SecurityElement.Escape(paragraph)}<xref ref-type=\"bibr\" rid=\"r1\">1</xref></p>"))}</sec>"));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
            <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="case-report"><front><journal-meta><journal-title>Journal</journal-title></journal-meta><article-meta>
            <title-group><article-title>{report.Title}</article-title></title-group>
            <contrib-group><contrib><name><surname>Frankel</surname></name></contrib><aff>Clinic of breast carcinoma, 45-year-old women</aff></contrib-group>
            <kwd-group><kwd>chordoma</kwd></kwd-group></article-meta></front>
            <body>{sections}</body>
            <back><ref-list><ref><mixed-citation>A 20-year-old man with Ewing sarcoma of L3. 2004.</mixed-citation></ref></ref-list></back></article>
            """;
    }

    public static byte[] Word(WrittenReport report)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var body = new Body(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Title" }), Run(report.Title)));
            foreach (var section in report.Sections)
            {
                body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), Run(section.Heading)));
                foreach (var paragraph in section.Paragraphs)
                {
                    // as an edited letter looks inside: words in pieces, what was struck and what was added
                    var middle = paragraph.Length / 2;
                    body.Append(new Paragraph(
                        Run(paragraph[..middle]),
                        new DeletedRun(new Run(new DeletedText("a 20-year-old man with chordoma of L3"))) { Author = "x" },
                        new InsertedRun(Run(paragraph[middle..])) { Author = "x" }));
                }
            }

            document.AddMainDocumentPart().Document = new Document(body);
        }

        return bytes.ToArray();

        static Run Run(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static string Markdown(WrittenReport report) =>
        $"# {report.Title}\n\n" + string.Concat(report.Sections.Select(section => $"## {section.Heading}\n\n{string.Join("\n\n", section.Paragraphs)}\n\n"));

    private static string RichText(WrittenReport report) =>
        """{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\*\generator Writer;}{\info{\title a 20-year-old man}}{\header\pard 20-year-old man\par}\uc1 """
        + string.Concat(report.Blocks().Select(block => $"\\pard\\f0\\fs24 {string.Concat(block.Select(Escape))}\\par\r\n")) + "}";

    private static string Escape(char character) => character switch
    {
        '\\' or '{' or '}' => "\\" + character,
        '–' => "\\endash ",
        'ü' => "\\'fc",
        > '\u007F' => $"\\u{(int)(short)character}?",
        _ => character.ToString(),
    };

    private static string Hl7(WrittenReport report)
    {
        var lines = report.Blocks().Select((block, index) =>
            $"OBX|{index + 1}|TX|18748-4^Report||{block.Replace("\\", "\\E\\", StringComparison.Ordinal).Replace("&", "\\T\\", StringComparison.Ordinal)}\\.br\\|||||F");
        return string.Join('\r', [
            "MSH|^~\\&|RIS|HOSP|REG|HOSP|20140312||ORU^R01|778812|P|2.5",
            "PID|1||4711^^^HOSP||Doe^Jane||19590103|F",
            "OBR|1||99|18748-4^Report|||201403121010",
            .. lines,
            ""]);
    }

    private static byte[] ParquetFile(WrittenReport report)
    {
        var (id, text) = (new DataField<int>("id"), new DataField<string>("text"));
        using var bytes = new MemoryStream();
        WriteAsync().GetAwaiter().GetResult();
        return bytes.ToArray();

        async Task WriteAsync()
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(id, text), bytes);
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(id, new[] { 17 });
            await group.WriteAsync(text, new[] { report.PlainText });
        }
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(WrittenReport report)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var stream = archive.CreateEntry("ward/letter.docx").Open();
            stream.Write(Word(report));
        }

        return bytes.ToArray();
    }
}
