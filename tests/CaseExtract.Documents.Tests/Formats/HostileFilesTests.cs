using System.Globalization;
using System.Text;
using CsCheck;
using Xunit;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>Files made to do harm, and files damaged by chance. Each is read or gives an error with its reason; none throws.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private static readonly List<(string Name, byte[] Bytes)> Files = [.. ReportWriters.All(WrittenReport.Spinal)];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Files.Select(file => file.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Xml_that_defines_entities_is_refused()
    {
        var lol = "<?xml version=\"1.0\"?><!DOCTYPE article [<!ENTITY a \"secret\"><!ENTITY b \"" + string.Concat(Enumerable.Repeat("&a;", 100)) + "\">]><article><body><p>&b;</p></body></article>";
        var external = "<?xml version=\"1.0\"?><!DOCTYPE article [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><article><body><p>&x;</p></body></article>";

        Assert.Equal(ReportErrorKind.Refused, Error("a.xml", lol).Kind);
        Assert.Equal(ReportErrorKind.Refused, Error("b.xml", external).Kind);
    }

    [Theory]
    [InlineData("<article><body><p>secret", ReportErrorKind.Malformed)]
    [InlineData("<note><to>secret</to></note>", ReportErrorKind.Unsupported)]
    [InlineData("no xml", ReportErrorKind.Malformed)]
    public void Xml_that_is_no_article_is_an_error(string xml, ReportErrorKind kind)
    {
        var error = Error("a.xml", xml);

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Left to the parsers, each of these took minutes, gigabytes or the stack.</summary>
    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b><i><u><div>", "</b></i></u>")]
    [InlineData("<a href=x><div>", "")]
    [InlineData("<div>", "</p>")]
    [InlineData("<ul><li>", "")]
    [InlineData("<table><tr><td>", "")]
    public void A_page_nested_without_end_is_refused(string opening, string closing) =>
        Assert.Equal(ReportErrorKind.Refused, Error("a.html", "<body>" + Repeat(opening, 20_000) + "text" + Repeat(closing, 20_000)).Kind);

    [Fact]
    public void A_page_whose_fonts_are_never_closed_is_refused() =>
        Assert.Equal(ReportErrorKind.Refused, Error("a.html", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p><font color={i}>"))).Kind);

    [Theory]
    [InlineData("w:tbl w:tr w:tc")]
    [InlineData("w:sdt w:sdtContent")]
    [InlineData("w:p w:ins")]
    [InlineData("w:p w:r w:pict w:txbxContent")]
    public void A_Word_document_nested_without_end_is_refused(string elements)
    {
        var names = elements.Split(' ');
        var (opening, closing) = (string.Concat(names.Select(name => $"<{name}>")), string.Concat(names.Reverse().Select(name => $"</{name}>")));

        Assert.Equal(ReportErrorKind.Refused, Error("a.docx", HostileFiles.Word(Repeat(opening, 20_000) + "<w:p/>" + Repeat(closing, 20_000))).Kind);
    }

    [Fact]
    public void A_Word_document_that_unpacks_to_more_than_the_limit_is_too_large() =>
        Assert.Equal(ReportErrorKind.TooLarge, Error("a.docx", HostileFiles.Word($"<w:p><w:r><w:t>{new string('a', 2 << 20)}</w:t></w:r></w:p>"), new ReadingOptions { SizeLimit = 1 << 20 }).Kind);

    [Fact]
    public void Articles_and_letters_nested_without_end_are_refused()
    {
        Assert.Equal(ReportErrorKind.Refused, Error("a.xml", "<article><body>" + Repeat("<sec>", 20_000) + "text" + Repeat("</sec>", 20_000) + "</body></article>").Kind);
        Assert.Equal(ReportErrorKind.Refused, Error("a.rtf", "{\\rtf1 " + Repeat("{", 100_000) + "text").Kind);
    }

    [Fact]
    public void The_limit_of_depth_can_be_set()
    {
        var page = Encoding.ASCII.GetBytes(Repeat("<div>", 300) + "text" + Repeat("</div>", 300));

        Assert.Equal(ReportErrorKind.Refused, Error("a.html", page).Kind);
        Assert.Equal("text", Assert.Single(Read("a.html", page, new ReadingOptions { DepthLimit = 400 })).Narrative!.Text.Trim());
    }

    /// <summary>Parts of a page that call each other: in a circle, and in levels that each call the next twice.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(25, false)]
    public void A_pdf_whose_parts_call_each_other_without_end_is_refused(int parts, bool isCircle) =>
        Assert.Equal(ReportErrorKind.Refused, Error("a.pdf", HostileFiles.PdfOfForms(parts, isCircle)).Kind);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<</A ", ">>")]
    public void A_pdf_with_values_nested_without_end_is_an_error(string opening, string closing) =>
        Assert.False(Assert.Single(Read("a.pdf", HostileFiles.PdfOfContent($"{Repeat(opening, 100_000)}1{Repeat(closing, 100_000)} TJ"))).Succeeded);

    [Fact]
    public void A_pdf_that_unpacks_to_more_than_the_limit_is_refused() =>
        Assert.Equal(ReportErrorKind.Refused, Error("a.pdf", HostileFiles.PdfOfContent(new string(' ', 3 << 20), isPacked: true), new ReadingOptions { SizeLimit = 1 << 20 }).Kind);

    [Fact]
    public void A_page_of_more_letters_than_a_page_holds_is_refused() =>
        Assert.Equal(ReportErrorKind.Refused, Error("a.pdf", HostileFiles.PdfOfContent($"BT /F1 1 Tf ({new string('a', 60_000)}) Tj ET")).Kind);

    /// <summary>Found by mutation: a figure more in a place, and the search for blocks took minutes.</summary>
    [Fact]
    public void Letters_far_from_the_page_are_no_part_of_it()
    {
        var started = TimeProvider.System.GetTimestamp();
        var bytes = HostileFiles.PdfOfContent("BT /F1 12 Tf 50 700 Td (A 55-year-old woman.) Tj ET BT /F1 12 Tf 20650000203 700 Td (far away) Tj ET");

        Assert.Equal("A 55-year-old woman.", Assert.Single(Read("a.pdf", bytes)).Narrative!.Text.Trim());
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "took its time");
    }

    [Fact]
    public void A_pdf_whose_page_tree_is_a_chain_does_not_end_the_process() =>
        Assert.False(Assert.Single(Read("a.pdf", HostileFiles.PdfOfPageChain(30_000))).Succeeded);

    [Theory]
    [InlineData("a.pdf", "%PDF-1.4\nno more")]
    [InlineData("a.docx", "PK\u0003\u0004no more")]
    [InlineData("a.docx", "no more")]
    [InlineData("a.rtf", "no more")]
    [InlineData("a.parquet", "PAR1no morePAR1")]
    [InlineData("a.hl7", "no more")]
    public void A_file_that_only_begins_like_its_format_is_an_error(string name, string text) => Assert.Equal(ReportErrorKind.Malformed, Error(name, text).Kind);

    [Fact]
    public void A_pdf_without_text_says_that_it_has_none()
    {
        var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).DrawRectangle(new UglyToad.PdfPig.Core.PdfPoint(10, 10), 100, 100);

        var error = Error("scan.pdf", builder.Build());

        Assert.Equal(ReportErrorKind.Empty, error.Kind);
        Assert.Contains("no text layer", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_whose_pages_are_their_own_parents_is_an_error()
    {
        const string Loop = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n9\n%%EOF";

        Assert.False(Assert.Single(Read("loop.pdf", Encoding.ASCII.GetBytes(Loop))).Succeeded);
    }

    /// <summary>Found by fuzzing: the library goes round in it without end.</summary>
    [Fact]
    public void A_Parquet_file_that_is_unpacked_without_end_is_given_up()
    {
        using var resource = typeof(HostileFilesTests).Assembly.GetManifestResourceStream("endless.parquet")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);

        Assert.Equal(ReportErrorKind.Refused, Error("a.parquet", bytes.ToArray(), new ReadingOptions { StepLimit = TimeSpan.FromSeconds(2) }).Kind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_read_or_is_an_error(string name)
    {
        var bytes = Files.Single(file => file.Name == name).Bytes;
        var count = int.Parse(Environment.GetEnvironmentVariable("CASEEXTRACT_MUTATIONS") ?? "25", CultureInfo.InvariantCulture);
        var slowest = TimeSpan.Zero;

        Mutations.Of(bytes).Sample(
            mutated =>
            {
                var started = TimeProvider.System.GetTimestamp();
                var path = Path.Combine(_folder.Path, name);
                File.WriteAllBytes(path, mutated);
                foreach (var read in new ReportReader(new ReadingOptions { SizeLimit = 1 << 20 }).Read(ReportFinder.Find([path]).Reports[0], Stream.Null))
                {
                    Assert.True(read.Succeeded || read.Error.Reason.Length > 0);
                    Assert.DoesNotContain("leiomyosarcoma", read.Error?.ToString() ?? "", StringComparison.Ordinal);
                }

                var elapsed = TimeProvider.System.GetElapsedTime(started);
                slowest = elapsed > slowest ? elapsed : slowest;
            },
            iter: count,
            threads: 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {count} damaged files, slowest {slowest.TotalMilliseconds:0} ms");
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private ReportError Error(string name, string text) => Error(name, Encoding.Latin1.GetBytes(text));

    private ReportError Error(string name, byte[] bytes, ReadingOptions? options = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        var error = Assert.Single(Read(name, bytes, options)).Error!;
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "took its time");
        return error;
    }

    private List<ReadResult> Read(string name, byte[] bytes, ReadingOptions? options = null) =>
        [.. new ReportReader(options).Read(ReportFinder.Find([_folder.Write(name, bytes)]).Reports[0], Stream.Null)];
}
