using CaseExtract.Annotation.Lexicons;
using CaseExtract.Tests.Models;
using Xunit;

namespace CaseExtract.Tests.Annotation.Lexicons;

public sealed class CuePatternTests
{
    [Theory]
    [InlineData("ruled out", "ruled out")]
    [InlineData("(was|were) denied", "was denied|were denied")]
    [InlineData("no [known] history", "no known history|no history")]
    [InlineData("[all|both] (negative|non reactive) ,", "all negative ,|all non reactive ,|both negative ,|both non reactive ,|negative ,|non reactive ,")]
    [InlineData(", with [a|an]", ", with a|, with an|, with")]
    public void A_pattern_is_written_out(string pattern, string cues) =>
        Assert.Equal(cues.Split('|').Order(StringComparer.Ordinal), CuePattern.Expand(pattern)?.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("(was denied")]
    [InlineData("was] denied")]
    [InlineData("(was|) denied")]
    [InlineData("()")]
    [InlineData("was (not [yet] done)")]
    [InlineData("(was|were] denied")]
    public void A_bracket_without_its_partner_and_an_empty_choice_are_no_pattern(string pattern) => Assert.Null(CuePattern.Expand(pattern));

    [Fact]
    public void No_two_rows_of_the_cues_say_the_same_of_one_cue()
    {
        var said = ModelFileTests.Rows("rules/context.tsv").SelectMany(row => CuePattern.Expand(row[0])!.Select(cue => $"{cue} {row[1]} {row[2]}"));
        Assert.Empty(said.GroupBy(line => line, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
