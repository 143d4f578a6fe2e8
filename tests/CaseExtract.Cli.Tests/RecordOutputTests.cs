using System.Text;
using CaseExtract.Cli.Output;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class RecordOutputTests
{
    [Fact]
    public void Lists_are_joined_and_a_formula_is_defused()
    {
        var text = Write("csv", SampleCase.Record);

        Assert.Contains(",hysterectomy,24,T5; T6,thoracic,,iso,,,laminectomy; resection,T5,gross-total,8890,6,", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=metastatic leiomyosarcoma\",", text, StringComparison.Ordinal);
        Assert.Contains(",\"Uterus, NOS\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_shows_the_core_fields()
    {
        var text = Write("table", SampleCase.Record);

        foreach (var words in new[] { "rep-1", "55", "female", "Uterus, NOS", "(8890/6)", "T5 T6", "hysterectomy", "laminectomy, resection", "gross-total" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    private static string Write(string format, params CaseRecord[] records)
    {
        using var stream = new MemoryStream();
        using var terminal = new Terminal(Stream.Null, Stream.Null, Stream.Null);
        using (var output = RecordOutput.Create(format, stream, terminal, toTerminal: true, isContinued: false))
        {
            foreach (var record in records)
            {
                output.Write(record, output.Render(record));
            }

            output.Complete();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
