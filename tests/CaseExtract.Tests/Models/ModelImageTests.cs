using System.Reflection;
using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Models;

/// <summary>What the build makes of the tables and the library reads in their place.</summary>
public sealed class ModelImageTests
{
    [Fact]
    public void The_embedded_image_is_what_the_tables_give()
    {
        using var image = typeof(CaseExtractor).Assembly.GetManifestResourceStream("models.image")!;
        var embedded = new byte[image.Length];
        image.ReadExactly(embedded);
        Assert.True(embedded.AsSpan().SequenceEqual(CaseExtractor.MakeImage(ModelSource.Folder(Repository.Models))), "models.image is not of these tables: rebuild src/CaseExtract");
    }

    [Fact]
    public void A_load_reads_the_image_and_not_the_lexicons()
    {
        // a ninth; the text of the lexicons alone would make a sixth of it
        var image = Allocated(CaseExtractor.CreateDefault);
        var tables = Allocated(() => CaseExtractor.Load(Repository.Models));
        Assert.True(image < tables / 7, $"the image took {image} bytes, the tables {tables}");

        static long Allocated(Func<CaseExtractor> load)
        {
            _ = load();
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = load();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_part_is_read_as_it_was_written()
    {
        var image = new ModelImage();
        image.Add("first").Strings(["one", "", "drei"]);
        var second = image.Add("second");
        second.Number(-7);
        second.Array<ulong>([1, ulong.MaxValue]);
        second.Array<int>([]);
        second.Strings(["é"]);

        var reader = ModelImage.Part(new MemoryStream(image.ToBytes()), "second")!;
        Assert.Equal(-7, reader.Number());
        Assert.Equal([1, ulong.MaxValue], reader.Array<ulong>());
        Assert.Empty(reader.Array<int>());
        Assert.Equal("é", reader.Strings()[0]);

        var strings = ModelImage.Part(new MemoryStream(image.ToBytes()), "first")!.Strings();
        Assert.Equal(["one", "", "drei"], Enumerable.Range(0, strings.Count).Select(index => strings[index]));
        Assert.Null(ModelImage.Part(new MemoryStream(image.ToBytes()), "third"));
    }

    [Fact]
    public void No_two_classes_keep_a_part_of_one_name()
    {
        var image = new ModelImage();
        image.Add("rules/level.tsv");
        Assert.Throws<InvalidOperationException>(() => image.Add("rules/level.tsv"));
    }

    [Fact]
    public void An_array_is_kept_without_gaps_between_its_values()
    {
        // what lies in a gap is chance, and equal tables would give other bytes
        var structures = new[] { "CaseExtract.Annotation.Matching.TermTrie+Node", "CaseExtract.Text.Normalization.WordTable+Slot" };
        Assert.All(structures.Select(name => typeof(CaseExtractor).Assembly.GetType(name, throwOnError: true)!), structure =>
            Assert.Equal(System.Runtime.InteropServices.Marshal.SizeOf(structure), structure.GetFields(BindingFlags.Instance | BindingFlags.Public).Sum(field => System.Runtime.InteropServices.Marshal.SizeOf(field.FieldType))));
    }
}
