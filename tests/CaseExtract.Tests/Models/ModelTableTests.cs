using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Models;

public sealed class ModelTableTests
{
    private const string Head = "# lexicon\tlevel\n# source\tcurated\n# licence\tMIT\n";

    [Fact]
    public void A_table_has_rows_of_named_columns_and_knows_where_each_stands()
    {
        var table = Parse(Head + "# columns\tterm\tconcept\nalpha\tone\n\nbeta\t\n");
        Assert.Equal(["alpha", "beta"], table.Rows.Select(row => row[table.Column("term")]));
        Assert.Equal(["one", ""], table.Rows.Select(row => row[table.Column("concept")]));
        Assert.Equal("lexicons/level.tsv(7): is odd", table.Rows[1].Fault("is odd").Message);
    }

    [Theory]
    [InlineData("# columns\ta\tb\tc\none\ttwo\n", "lexicons/level.tsv(5): expected 3 columns, found 2")]
    [InlineData("# columns\ta\tb\n1\t2\none\ttwo\tthree\n", "lexicons/level.tsv(6): expected 2 columns, found 3")]
    [InlineData("one\ttwo\n# columns\ta\tb\n", "lexicons/level.tsv(4): a row stands before the '# columns' line")]
    [InlineData("", "lexicons/level.tsv: the '# columns' line is missing")]
    public void A_malformed_table_is_refused_with_its_file_and_line(string rest, string message) =>
        Assert.Equal(message, Assert.Throws<ModelException>(() => Parse(Head + rest)).Message);

    [Fact]
    public void A_missing_column_is_named()
    {
        var table = Parse(Head + "# columns\tterm\n");
        Assert.Equal("lexicons/level.tsv: column 'concept' is missing from the '# columns' line", Assert.Throws<ModelException>(() => table.Column("concept")).Message);
    }

    [Fact]
    public void A_cell_names_a_member_of_an_enumeration_in_kebab_case()
    {
        var table = Parse(Head + "# columns\tday\nsun-day\nnoday\n3\n");
        Assert.Equal(DayOfWeek.Sunday, table.Rows[0].Enum<DayOfWeek>(0));
        Assert.StartsWith("lexicons/level.tsv(6): 'noday' is not one of sunday, monday", Assert.Throws<ModelException>(() => table.Rows[1].Enum<DayOfWeek>(0)).Message, StringComparison.Ordinal);
        Assert.StartsWith("lexicons/level.tsv(7): '3' is not one of", Assert.Throws<ModelException>(() => table.Rows[2].Enum<DayOfWeek>(0)).Message, StringComparison.Ordinal);
    }

    private static ModelTable Parse(string text) => ModelTable.Parse("lexicons/level.tsv", text);
}
