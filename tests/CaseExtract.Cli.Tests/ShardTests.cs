using CaseExtract.Cli.Runs;
using CsCheck;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class ShardTests
{
    [Theory]
    [InlineData("1/1", true)]
    [InlineData("3/8", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("1", false)]
    [InlineData("1/2/3", false)]
    [InlineData("-1/2", false)]
    [InlineData(null, false)]
    public void A_part_is_a_number_of_a_count(string? text, bool isOne) => Assert.Equal(isOne, Shard.TryParse(text, out _));

    [Fact]
    public void Every_report_belongs_to_exactly_one_part_and_parts_keep_the_order() =>
        Gen.Select(Gen.Long[0, 50].Array[0, 12], Gen.Int[1, 9]).Sample((lengths, count) =>
        {
            var total = lengths.Sum();
            var parts = new List<(int File, long Position)>();
            for (var number = 1; number <= count; number++)
            {
                var start = 0L;
                for (var file = 0; file < lengths.Length; file++)
                {
                    if (new Shard(number, count).TryCut(start, lengths[file], total, out var from, out var to))
                    {
                        parts.AddRange(Positions(lengths[file]).Where(position => position >= from && position < to).Select(position => (file, position)));
                    }

                    start += lengths[file];
                }
            }

            var whole = lengths.SelectMany((length, file) => Positions(length).Select(position => (file, position)));
            Assert.Equal(whole, parts);
        });

    /// <summary>Reports begin every third byte; positions of transcoded tables may lie behind the end of the file.</summary>
    private static IEnumerable<long> Positions(long length)
    {
        for (var position = 0L; position < length + 5 || position == 0; position += 3)
        {
            yield return position;
        }
    }
}
