using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation.Matching;

public sealed class MentionOrderTests
{
    private static readonly Gen<Mention> AnyMention =
        Gen.Select(Gen.Enum<MentionKind>(), Gen.Int[0, 20], Gen.Int[1, 3], Gen.Int[0, 1000])
            .Select((kind, first, length, number) => new Mention(kind, new ValueConcept($"{number}"), first, first + length));

    [Fact]
    public void Merged_runs_stand_as_a_stable_sort_puts_them() =>
        Gen.Select(AnyMention.List[0, 60], Gen.Int[0, 4]).Sample((mentions, runs) =>
        {
            // in runs, as matchers leave them, and in no order at all
            for (var run = 0; run < runs; run++)
            {
                var (start, end) = (mentions.Count * run / runs, mentions.Count * (run + 1) / runs);
                var sorted = Sorted(mentions[start..end]);
                mentions.RemoveRange(start, end - start);
                mentions.InsertRange(start, sorted);
            }

            var expected = Sorted(mentions).ToList();
            Mention[] spare = [];
            MentionOrder.Sort(mentions, ref spare);
            Assert.Equal(expected, mentions);
        });

    private static IEnumerable<Mention> Sorted(IEnumerable<Mention> mentions) =>
        mentions.OrderBy(mention => mention.FirstToken).ThenBy(mention => mention.Kind).ThenBy(mention => mention.EndToken).ToList();
}
