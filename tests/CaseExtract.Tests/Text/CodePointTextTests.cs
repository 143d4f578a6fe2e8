using System.Text;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Text;

public sealed class CodePointTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("😀")]
    [InlineData("a😀b😀😀c")]
    [InlineData("\uD83D\uD83D\uDE00\uDE00")]
    public void Every_stretch_is_the_one_that_counting_gives(string text)
    {
        var points = Split(text);
        var codePoints = new CodePointText(text);

        Assert.Equal(points.Count, codePoints.Length);
        for (var start = 0; start <= points.Count; start++)
        {
            for (var end = start; end <= points.Count; end++)
            {
                Assert.Equal(string.Concat(points[start..end]), codePoints.Slice(start, end).ToString());
            }
        }
    }

    private static List<string> Split(string text)
    {
        var points = new List<string>();
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            _ = Rune.DecodeFromUtf16(rest, out _, out var length);
            points.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        return points;
    }
}
