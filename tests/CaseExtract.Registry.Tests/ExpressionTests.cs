using System.Text.RegularExpressions;
using CaseExtract.Registry.Cohorts.Language;
using CaseExtract.Registry.Store;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>What is wrong with an expression, and where: the caret stands in front of the place.</summary>
public sealed class ExpressionTests
{
    [Theory]
    [InlineData("^", "ends where a condition")]
    [InlineData("^levle = T1", "did you mean level")]
    [InlineData("sex = ^femal", "did you mean female")]
    [InlineData("sex ^female", "expected =")]
    [InlineData("sex =^", "expected a value")]
    [InlineData("sex ^< female", "has no order")]
    [InlineData("sex in ^female..male", "has no order")]
    [InlineData("frankel = ^F", "one of A, B")]
    [InlineData("procedure = ^laminektomy", "did you mean laminectomy")]
    [InlineData("symptom = back ^pain", "quotation marks")]
    [InlineData("level in T9..T10^, T12", "in parentheses")]
    [InlineData("tnm in ^pT1..pT4", "has no order")]
    [InlineData("frankel in ^C..A", "goes backwards")]
    [InlineData("(sex = female^", "never closed")]
    [InlineData("sex = female^)", "closes nothing")]
    [InlineData("sex = female ^age > 5", "expected and, or, or the end")]
    [InlineData("sex = female and^", "ends where a condition")]
    [InlineData("age > ^old", "is a number")]
    [InlineData("age in ^60..50", "goes backwards")]
    [InlineData("level in ^T9..T1", "goes up the spine")]
    [InlineData("level = ^T13", "a level is")]
    [InlineData("primary.site = ^lung", "topography such as")]
    [InlineData("histology = ^sarcma", "did you mean sarcoma")]
    [InlineData("histology in ^8890/3..8900", "no behaviour")]
    [InlineData("primary.histology = ^8890/3", "no behaviour")]
    [InlineData("loaded > ^yesterday", "a date is")]
    [InlineData("corrected = ^maybe", "yes or no")]
    [InlineData("sex in (female^", "comma or a closing")]
    [InlineData("sex is ^there", "known or unknown")]
    [InlineData("sex = ^'female", "never closed")]
    [InlineData("sex = female ^& age > 5", "means nothing here")]
    [InlineData("^confidence >= 0.9", "joined to it by and")]
    [InlineData("sex = male or ^confidence >= 0.9", "joined to it by and")]
    [InlineData("sex = male and not ^confidence >= 0.9", "joined to it by and")]
    [InlineData("sex = male and confidence >= ^90", "from 0 to 1")]
    [InlineData("sex = male and confidence ^= 0.9", "expected >=")]
    public void A_mistake_is_shown_at_its_place(string marked, string reason)
    {
        var position = marked.IndexOf('^', StringComparison.Ordinal);
        var exception = Assert.Throws<ExpressionException>(() => Parser.Parse(marked.Remove(position, 1)));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal(position, exception.Position);
    }

    [Fact]
    public void The_caret_stands_under_the_place()
    {
        var exception = Assert.Throws<ExpressionException>(() => Parser.Parse(string.Concat(Enumerable.Repeat("sex = female and ", 20)) + "agee > 5"));
        var (line, caret) = exception.Show();

        Assert.StartsWith("agee", line[caret.IndexOf('^', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.True(line.Length < 100);
    }

    /// <summary>A range of a scale is looked up as a list of its values: none may be missing, none may be more than the record's contract has.</summary>
    [Fact]
    public void The_values_of_a_scale_are_those_of_the_record()
    {
        var patterns = typeof(ScaleValue).GetProperty(nameof(ScaleValue.Value))!.GetCustomAttributes(typeof(PatternAttribute), inherit: false).Cast<PatternAttribute>()
            .ToDictionary(pattern => pattern.WhenKind!, pattern => new Regex(pattern.Expression, RegexOptions.CultureInvariant));
        var signs = "0123456789ABCDEFabcIV";
        var words = Enumerable.Range(1, 4).Aggregate((IEnumerable<string>)[""], (shorter, _) => shorter.Concat(shorter.SelectMany(word => signs.Select(sign => word + sign))).Distinct()).ToList();
        foreach (var scale in CohortField.All.Where(field => field.IsScale && field.Name != "tnm"))
        {
            Assert.Equal(words.Where(word => patterns[scale.RowCode!].IsMatch(word)).Order(StringComparer.Ordinal), ScaleValues.Of(scale.RowCode!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_field_has_its_meaning_and_a_known_column()
    {
        var columns = Table.Cases.Columns.Select(column => column.Name).ToList();
        Assert.All(CohortField.All, field =>
        {
            Assert.NotEmpty(field.Meaning);
            Assert.Contains(field.Column, columns);
            Assert.True(field.Confidence is null || columns.Contains(field.Confidence));
        });
    }
}
