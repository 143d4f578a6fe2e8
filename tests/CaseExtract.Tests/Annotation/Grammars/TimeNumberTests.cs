using CaseExtract.Annotation.Grammars;
using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation.Grammars;

/// <summary>The look beside a number must turn away only what the grammars would read nothing of.</summary>
public sealed class TimeNumberTests
{
    private static readonly Gen<string> AnyPhrase = Gen.Select(
        AnyOf("5", "45", "2", "1", "120", "2008", "03.2010", "a", "an", "two", "twenty", "several", "half", "six"),
        Gen.Select(AnyOf(" ", "", " "), AnyOf(
            "-", "–", "/", "year", "years", "yo", "old", "M", "F", "½", "1/2", ",", ".", ")", "and", "a", "half", "to", "or", "five", "7", "decade", "decades", "weeks", "months", "d",
            "cm", "mass", "of", "age", "th", "later", "ago", "man", "woman", "male", "patient", "in", "since", "after", "her", "thirties"), (blank, word) => blank + word).List[0, 8],
        AnyOf("", "A man of ", "A woman, ", "M/", "male, ", "in ", "aged ", "mass of ", "(", "He was seen. A man of ", "2 and "),
        (number, behind, before) => before + number + string.Concat(behind));

    private static Gen<string> AnyOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private readonly Tokenizer _tokenizer;
    private readonly AgeGrammar _ages;
    private readonly IntervalGrammar _intervals;
    private readonly TimeNumber _times;

    public TimeNumberTests()
    {
        var words = new Vocabulary.Builder();
        var models = ModelSource.Folder(Repository.Models);
        var numbers = new NumberReader(models, words);
        var units = new TimeUnitReader(words);
        _ages = new AgeGrammar(models, numbers, units, words);
        _intervals = new IntervalGrammar(models, numbers, units, words);
        _times = new TimeNumber(numbers.Cardinals, [words.Add("old"), .. units.Words, .. _intervals.Decades], _ages.People, words);
        _tokenizer = new Tokenizer(words.Build());
    }

    [Fact]
    public void No_age_and_no_duration_is_turned_away() => AnyPhrase.Sample(phrase =>
    {
        var document = Tokens(phrase);
        for (var index = 0; index < document.TokenArray.Length; index++)
        {
            var token = document.TokenArray[index];
            var mayStart = _times.Is(token) ? _times.MayStartTime(document, index) : _ages.MayStart(token.Word);
            if (!mayStart)
            {
                Assert.Equal(index, _ages.Read(document, index, document.TokenArray.Length, out _));
                Assert.Equal(index, _intervals.Read(document, index, 0, document.TokenArray.Length, out _));
            }
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("a mass of 5 cm", 3)]
    [InlineData("a large mass", 0)]
    [InlineData("sodium 140, potassium 4", 1)]
    public void Other_numbers_are(string phrase, int index) => Assert.False(_times.MayStartTime(Tokens(phrase), index));

    private Document Tokens(string text)
    {
        var workspace = new TextWorkspace();
        var document = workspace.Open(new Narrative("", text));
        _tokenizer.Tokenize(text, workspace.Tokens);
        document.TakeTokens(workspace.Tokens);
        return document;
    }
}
