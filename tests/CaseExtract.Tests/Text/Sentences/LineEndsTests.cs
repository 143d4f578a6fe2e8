using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Text.Sentences;

public sealed class LineEndsTests
{
    [Fact]
    public void Ends_are_found_as_one_by_one() =>
        Gen.OneOf(Gen.Char["ab \n\r\f\v\t"], Gen.Char["ab\né\u0085\u2028\u2029"]).Array[0, 80].Sample(characters =>
        {
            var text = new string(characters);
            var ends = new LineEnds(text);
            Assert.Equal(Array.FindIndex(characters, CharacterClass.IsLineEnd), ends.FirstIn(text));
            Assert.Equal(Array.FindLastIndex(characters, CharacterClass.IsLineEnd), ends.LastIn(text));
        });

    [Fact]
    public void What_ends_a_line_is_told() =>
        Assert.Equal("\n\v\f\r\u0085\u2028\u2029", new string([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(CharacterClass.IsLineEnd)]));
}
