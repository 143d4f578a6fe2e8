using Xunit;

namespace CaseExtract.Documents.Tests.Formats;

/// <summary>PDFs that other programs set: our own writer knows nothing of ligatures, footnotes and hyphenation.</summary>
public sealed class OtherProducersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Two columns by groff and Ghostscript, from <c>Files/groff.ms</c>.</summary>
    [Theory]
    [InlineData("We report a first case with affliction of the efferent fibres.")]
    [InlineData("gait disturbance and numbness below the umbilicus for three weeks. Two years ago she had undergone hysterectomy")]
    [InlineData("an extradural mass at T5–T6 with severe compression of the spinal cord.")]
    [InlineData("requires immunohistochemical confirmation. The preferable management remains decompression, stabilization")]
    public void A_journal_page_by_groff_is_read(string sentence) => Assert.Contains(sentence, Text("groff.pdf"), StringComparison.Ordinal);

    private string Text(string name)
    {
        using var resource = typeof(OtherProducersTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return Assert.Single(new ReportReader().Read(ReportFinder.Find([_folder.Write(name, bytes.ToArray())]).Reports[0], Stream.Null)).Narrative!.Text;
    }
}
