using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace CaseExtract.Documents.Tests;

public sealed class PlainTextTests : IDisposable
{
    private const string Report = "A 55-year-old woman – “gait disturbance”, 38 °C.\r\nMRI: 3.5 × 2 cm, naïve patient.\r\n";

    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: true);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Report), "utf-8" },
        { "utf-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Report)], "utf-8" },
        { "utf-16 le with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Report)], "utf-16" },
        { "utf-16 be with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Report)], "utf-16BE" },
        { "utf-16 le", Encoding.Unicode.GetBytes(Report), "utf-16" },
        { "utf-16 be", Encoding.BigEndianUnicode.GetBytes(Report), "utf-16BE" },
        { "utf-32 le with mark", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Report)], "utf-32" },
        { "utf-32 be with mark", [.. BigEndianUtf32.Preamble, .. BigEndianUtf32.GetBytes(Report)], "utf-32BE" },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Report), "windows-1252" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Any_encoding_gives_the_same_text(string name, byte[] bytes, string expected)
    {
        var result = Read(bytes);

        Assert.True(result.Succeeded, name);
        Assert.Equal(Report, result.Narrative.Text);
        Assert.Equal(expected, result.Encoding);
    }

    [Fact]
    public void The_narrative_says_where_it_came_from()
    {
        var path = _folder.Write("rep-017.txt", Report);

        var narrative = Read(ReportFinder.Find([path]).Reports[0], Stream.Null).Narrative!;

        Assert.Equal("rep-017", narrative.Id);
        Assert.Equal(path, narrative.Path);
        Assert.Equal("text/plain", narrative.MediaType);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), narrative.Sha256);
    }

    [Fact]
    public void The_hash_is_of_the_bytes_with_their_mark()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "text"u8];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Read(bytes).Narrative!.Sha256);
    }

    [Fact]
    public void Standard_input_is_read_and_has_no_path()
    {
        var report = ReportFinder.Find(["-"]).Reports[0];

        var narrative = Read(report, new MemoryStream("A man."u8.ToArray())).Narrative!;

        Assert.Equal(("stdin", "A man.", null), (narrative.Id, narrative.Text, narrative.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\u00A0\n")]
    public void A_file_without_text_is_an_error(string text)
    {
        var error = Read(Encoding.UTF8.GetBytes(text)).Error!;

        Assert.Equal(ReportErrorKind.Empty, error.Kind);
    }

    [Fact]
    public void A_mark_of_utf_16_alone_is_an_empty_file() => Assert.Equal(ReportErrorKind.Empty, Read([0xFF, 0xFE]).Error!.Kind);

    public static TheoryData<string, byte[]> BinaryFiles => new()
    {
        { "ZIP", [(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0] },
        { "PNG", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10] },
        { "NUL", [.. "A woman "u8, 0, .. "with a NUL byte, which no text has."u8] },
        { "control characters", [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] },
    };

    [Theory]
    [MemberData(nameof(BinaryFiles))]
    public void A_binary_file_is_an_error(string name, byte[] bytes)
    {
        var error = Read(bytes).Error;

        Assert.True(error is { Kind: ReportErrorKind.Binary }, name);
        Assert.DoesNotContain("woman", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_a_binary_file()
    {
        var random = new Random(17);
        for (var round = 0; round < 50; round++)
        {
            var bytes = new byte[4096];
            random.NextBytes(bytes);
            bytes[0] = 0x41; // no mark, which would be believed

            Assert.Equal(ReportErrorKind.Binary, Read(bytes).Error?.Kind);
        }
    }

    [Fact]
    public void A_stray_control_character_makes_no_binary_file()
    {
        var text = "A 55-year-old woman.\u0001 The page ends here.\fNext page, and the file ends with \u001A";

        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)).Narrative!.Text);
    }

    [Fact]
    public void Utf_8_that_was_cut_is_still_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes("naïve – 38 °C –");

        var text = Read(bytes[..^1]).Narrative!.Text;

        Assert.Equal("naïve – 38 °C \uFFFD", text);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_utf_16_is_replaced()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("A man "), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes(" with pain.")];

        Assert.Equal("A man \uFFFD with pain.", Read(bytes).Narrative!.Text);
    }

    [Fact]
    public void Bytes_that_windows_1252_lacks_do_not_break()
    {
        byte[] bytes = [.. "A man with "u8, 0x81, 0x8D, 0xFF, .. " and more pain."u8];

        var text = Read(bytes).Narrative!.Text;

        Assert.StartsWith("A man with ", text, StringComparison.Ordinal);
        Assert.EndsWith(" and more pain.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_in_another_alphabet_is_told_by_its_statistics()
    {
        var russian = "Пациентка пятидесяти пяти лет поступила в клинику с жалобами на боли в спине и слабость в ногах.";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(russian);

        Assert.Equal(russian, Read(bytes).Narrative!.Text);
    }

    [Fact]
    public void Line_ends_are_kept()
    {
        var text = "a\r\nb\nc\rd\u2028e";

        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)).Narrative!.Text);
    }

    [Fact]
    public void A_long_single_line_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("A 55-year-old woman – ", 200_000));

        Assert.Equal(text.Length, Read(Encoding.UTF8.GetBytes(text)).Narrative!.Text.Length);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void The_size_limit_is_the_largest_size_that_is_read(int size, bool succeeds)
    {
        var path = _folder.Write("a.txt", new string('a', size));
        var report = ReportFinder.Find([path]).Reports[0];

        var result = Read(report, Stream.Null, new ReadingOptions { SizeLimit = 4 });

        Assert.Equal(succeeds, result.Succeeded);
        Assert.Equal(succeeds ? null : ReportErrorKind.TooLarge, result.Error?.Kind);
    }

    [Fact]
    public void The_size_limit_holds_for_a_stream_without_a_length()
    {
        using var stream = new UnseekableStream(new byte[10_000]);

        Assert.Equal(ReportErrorKind.TooLarge, Read(ReportFinder.Find(["-"]).Reports[0], stream, new ReadingOptions { SizeLimit = 9_999 }).Error!.Kind);
    }

    [Fact]
    public void A_stream_without_a_length_is_read_to_its_end()
    {
        using var stream = new UnseekableStream(Encoding.UTF8.GetBytes(new string('a', 10_000)));

        Assert.Equal(10_000, Read(ReportFinder.Find(["-"]).Reports[0], stream, new ReadingOptions { SizeLimit = 10_000 }).Narrative!.Text.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ReadingOptions.MaximumSizeLimit + 1)]
    public void A_senseless_size_limit_is_refused(long limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadingOptions { SizeLimit = limit });

    [Fact]
    public void A_file_that_vanished_is_an_error()
    {
        var path = _folder.Write("a.txt", "text");
        var report = ReportFinder.Find([path]).Reports[0];
        File.Delete(path);

        Assert.Equal(new ReportError(path, ReportErrorKind.Missing, "no such file"), Read(report, Stream.Null).Error);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_an_error()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var path = _folder.Write("a.txt", "text");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.SkipWhen(TemporaryFolder.CanOpen(path), "This user may read everything (root).");

        var error = Read(ReportFinder.Find([path]).Reports[0], Stream.Null).Error;

        Assert.Equal(new ReportError(path, ReportErrorKind.Unreadable, "the file cannot be read: permission denied"), error);
    }

    [Fact]
    public void A_stream_that_fails_is_an_error_of_its_report()
    {
        var error = Read(ReportFinder.Find(["-"]).Reports[0], new BrokenStream()).Error!;

        Assert.Equal(ReportErrorKind.Unreadable, error.Kind);
        Assert.DoesNotContain("secret", error.Reason, StringComparison.Ordinal);
    }

    private static ReadResult Read(byte[] bytes) => Read(ReportFinder.Find(["-"]).Reports[0], new MemoryStream(bytes));

    private static ReadResult Read(FoundReport report, Stream standardInput, ReadingOptions? options = null) =>
        Assert.Single(new ReportReader(options).Read(report, standardInput));

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        // As pipes do, in small pieces.
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("secret");
    }
}
