using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

/// <summary>The words of <c>rules/function-word.tsv</c>, and what a document tells of them.</summary>
public sealed class FunctionWordTests
{
    private const string File = "rules/function-word.tsv";

    private static readonly ModelSource Models = ModelSource.Folder(Repository.Models);

    [Theory]
    [InlineData("pain and fever", 1, nameof(FunctionWord.Additive), true)]
    [InlineData("pain and fever", 1, nameof(FunctionWord.Coordinator), true)]
    [InlineData("pain and fever", 1, nameof(FunctionWord.Alternative), false)]
    [InlineData("a mass beside the cord", 2, nameof(FunctionWord.Exceptive), false)]   // "besides" leaves out
    [InlineData("pain or fever", 1, nameof(FunctionWord.Alternative), true)]
    [InlineData("taken to the OR", 3, nameof(FunctionWord.Alternative), false)]   // the operating room
    [InlineData("lack of vitamin A", 3, nameof(FunctionWord.Indefinite), false)]
    [InlineData("The mass was seen", 0, nameof(FunctionWord.Article), false)]     // it opens the sentence
    [InlineData("The mass was seen", 2, nameof(FunctionWord.PastBe), true)]
    [InlineData("The mass was seen", 1, nameof(FunctionWord.Article), false)]
    public void A_word_in_small_letters_plays_its_roles(string text, int token, string role, bool expected)
    {
        var any = Enum.Parse<FunctionWord>(role);
        var document = Segment(text);
        Assert.Equal(expected, document.Is(token, any));
        Assert.Equal(expected, (document.RolesOf(token) & any) != 0);
        Assert.Equal(expected, document.Holds(token, token + 1, any));
    }

    [Fact]
    public void A_word_with_a_capital_plays_them_where_it_is_asked_for()
    {
        var document = Segment("Neither of the two");
        Assert.True(document.IsCapital(0, FunctionWord.NegativePronoun));
        Assert.True(document.IsInAnyCase(0, FunctionWord.NegativePronoun));
        Assert.True(document.IsInAnyCase(2, FunctionWord.Definite));
        Assert.False(document.IsCapital(2, FunctionWord.Definite));
    }

    [Fact]
    public void Only_a_mark_is_a_mark()
    {
        var document = Segment("pain, fever - T9");
        Assert.Equal("\0,\0\0\0", string.Concat(Enumerable.Range(0, document.Tokens.Count).Select(document.MarkAt)));
    }

    [Fact]
    public void No_two_words_share_a_number_and_no_role_is_idle()
    {
        var vocabulary = new Vocabulary.Builder(Models.Read("rules/plural.tsv").Rows.Select(row => row[0]));
        var words = new WordRoles<FunctionWord>(Models, File, vocabulary);
        var table = Models.Read(File);
        var numbers = table.Rows.Select(row => vocabulary.Add(row[table.Column("word")])).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count(number => words.RolesOf(number) != FunctionWord.None));
        Assert.DoesNotContain(Enum.GetValues<FunctionWord>(), role => role != FunctionWord.None && words.WordsWith(role).Count == 0);
    }

    private static Document Segment(string text) => Shared.Extractor.Segment(new Narrative("", text));
}
