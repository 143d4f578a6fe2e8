using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>Files that no program of good will writes, byte by byte.</summary>
internal static class HostileFiles
{
    private const string Form = "/Type/XObject/Subtype/Form/BBox[0 0 100 100]";
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    /// <summary>A Word document of this body.</summary>
    public static byte[] Word(string body)
    {
        const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        const string Relationships = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(package, "[Content_Types].xml", Types);
            Add(package, "_rels/.rels", Relationships);
            Add(package, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of one page that is drawn by these operators.</summary>
    public static byte[] PdfOfContent(string operators, bool isPacked = false) => PdfOf(operators, "", [], isPacked);

    /// <summary>A PDF of one page that calls the first of several parts, of which each calls the next twice and the last the first or none.</summary>
    public static byte[] PdfOfForms(int parts, bool isCircle) => PdfOf(
        "/X Do",
        "/XObject<</X 6 0 R>>",
        [.. Enumerable.Range(0, parts).Select(i => i < parts - 1 || isCircle
            ? StreamOf($"{Form}/Resources<</XObject<</X {6 + ((i + 1) % parts)} 0 R>>>>", "/X Do /X Do")
            : StreamOf(Form, ""))]);

    /// <summary>A PDF whose page tree has one branch, as long as this.</summary>
    public static byte[] PdfOfPageChain(int nodes) => Pdf(
    [
        "<</Type/Catalog/Pages 2 0 R>>",
        .. Enumerable.Range(2, nodes).Select(i => $"<</Type/Pages/Kids[{i + 1} 0 R]/Count 1/Parent {i - 1} 0 R>>"),
        $"<</Type/Page/Parent {nodes + 1} 0 R/MediaBox[0 0 9 9]>>",
    ]);

    private static byte[] PdfOf(string operators, string resources, string[] further, bool isPacked = false) => Pdf(
    [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>{resources}>>>>",
        Font,
        isPacked ? StreamOf("/Filter/FlateDecode", Packed(operators)) : StreamOf("", operators),
        .. further,
    ]);

    private static string StreamOf(string entries, string content) => $"<<{entries}/Length {content.Length}>>stream\n{content}\nendstream";

    private static string Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }

    private static byte[] Pdf(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var end = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{places}trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{end}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static void Add(ZipArchive package, string name, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}
