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

    [Fact]
    public void Markup_without_end_does_not_overflow()
    {
        // the parser of HTML flattens what is nested deeper than any page
        Assert.Equal("text", Assert.Single(Read("a.html", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 2_000)) + "text"))).Narrative!.Text.Trim());
        Assert.Equal(ReportErrorKind.Refused, Error("a.xml", "<article><body>" + string.Concat(Enumerable.Repeat("<sec>", 20_000)) + "text" + string.Concat(Enumerable.Repeat("</sec>", 20_000)) + "</body></article>").Kind);
        Assert.Equal(ReportErrorKind.Refused, Error("a.rtf", "{\\rtf1 " + string.Concat(Enumerable.Repeat("{", 100_000)) + "text").Kind);
    }

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

    private ReportError Error(string name, string text) => Error(name, Encoding.Latin1.GetBytes(text));

    private ReportError Error(string name, byte[] bytes) => Assert.Single(Read(name, bytes)).Error!;

    private List<ReadResult> Read(string name, byte[] bytes) =>
        [.. new ReportReader().Read(ReportFinder.Find([_folder.Write(name, bytes)]).Reports[0], Stream.Null)];
}
