using CaseExtract.Cli.Runs;
using Newtonsoft.Json;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class CheckpointTests
{
    [Fact]
    public void What_is_written_by_hand_is_read_whole()
    {
        var counts = new RunCounts { Filled = [3, 0, 2], Documents = 4, Cases = 5, WithoutCase = 1, Failed = 2 };
        counts.FailedByKind["empty"] = 1;
        counts.FailedByKind["timedOut"] = 1;
        counts.FirstFailures.Add(new Failure("a \"b\".txt", null, "empty", "the file is empty"));
        counts.FirstFailures.Add(new Failure("c.jsonl", "line 12", "timedOut", "took longer"));
        var checkpoint = new Checkpoint(5_000_000_000, 17, counts, IsComplete: true);

        var line = checkpoint.ToJson();
        Assert.DoesNotContain('\n', line);

        // the serializer knows of every property, also of one that is new
        Assert.Equal(JsonConvert.SerializeObject(checkpoint), JsonConvert.SerializeObject(Checkpoint.Parse(line)));
    }
}
