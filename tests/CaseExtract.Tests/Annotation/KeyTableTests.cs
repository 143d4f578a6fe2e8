using CaseExtract.Annotation;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation;

public sealed class KeyTableTests
{
    [Fact]
    public void Keys_have_the_numbers_that_a_dictionary_gives_them() =>
        Gen.Select(Gen.ULong[0, 40], Gen.OneOf(Gen.ULong[0, 3], Gen.ULong)).Array[0, 200].Sample(keys =>
        {
            var table = new KeyTable();
            table.TryAdd(1, 1);
            table.Clear(); // the memory of one text serves the next
            var expected = new Dictionary<(ulong, ulong), int>();
            foreach (var key in keys)
            {
                Assert.Equal(expected.TryAdd(key, expected.Count), table.TryAdd(key.Item1, key.Item2));
            }

            Assert.Equal(expected.Count, table.Count);
            Assert.All(expected, pair => Assert.Equal(pair.Value, table.Find(pair.Key.Item1, pair.Key.Item2)));
            Assert.Equal(expected.GetValueOrDefault((41UL, 0UL), KeyTable.None), table.Find(41, 0));
        });
}
