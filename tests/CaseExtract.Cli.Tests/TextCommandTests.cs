using System.Text;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class TextCommandTests : IDisposable
{
    private const string Report = "A man – 38 °C.\r\nNo line end at the end 😀";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_text_is_printed_as_utf_8_without_a_mark_and_otherwise_untouched()
    {
        var path = _folder.Write("a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Report)]);

        var result = Cli.Run("text", path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Encoding.UTF8.GetBytes(Report), result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Standard_input_is_decoded() =>
        Assert.Equal(Report, Cli.RunWith(Encoding.BigEndianUnicode.GetBytes(Report), "text", "-").Text);

    [Fact]
    public void A_missing_file_is_an_error()
    {
        var result = Cli.Run("text", "no-such-file");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("caseextract: no-such-file: no such file or folder\n", result.Error);
    }

    [Fact]
    public void A_folder_is_wrong_use() => Assert.Equal(2, Cli.Run("text", _folder.Path).ExitCode);
}
