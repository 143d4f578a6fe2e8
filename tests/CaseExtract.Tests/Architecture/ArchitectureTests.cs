using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CaseExtract.Tests.Architecture;

/// <summary>The rooms of the library and the doors between them: <c>Text &lt;- Annotation &lt;- Course &lt;- Fields &lt;- Explanation</c>, Schema beside the line.</summary>
public sealed class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Library = typeof(CaseExtractor).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Rooms = new ArchLoader().LoadAssemblies(Library).Build();

    [Theory]
    [InlineData("Text", "Annotation|Course|Fields|Explanation|Schema")]
    [InlineData("Annotation", "Course|Fields|Explanation|Schema")]
    [InlineData("Course", "Fields|Explanation|Schema")]
    [InlineData("Fields", "Explanation")]
    [InlineData("Schema", "Annotation|Course|Fields|Explanation|Models")]
    [InlineData("Models", "Text|Annotation|Course|Fields|Explanation|Schema")]
    public void References_run_one_way(string room, string closed) => AssertHolds(Types().That().Are(In(room)).Should().NotDependOnAny(In(closed)));

    [Theory]
    [InlineData("Annotation", "Text")]
    [InlineData("Course", "Annotation")]
    [InlineData("Fields", "Course")]
    [InlineData("Fields", "Schema")]
    [InlineData("Explanation", "Fields")]
    public void The_rooms_named_above_are_where_the_code_is(string room, string open)
    {
        // A rule about an empty room, or one that sees no reference, would hold whatever is written.
        IArchRule rule = Types().That().Are(In(room)).Should().NotDependOnAny(In(open));
        Assert.False(rule.HasNoViolations(Rooms));
    }

    [Fact]
    public void The_root_is_known_to_no_room() =>
        AssertHolds(Types().That().Are(In("Text|Annotation|Course|Fields|Explanation|Schema|Models")).Should().NotDependOnAny(typeof(CaseExtractor)));

    [Fact]
    public void Only_what_loads_knows_the_models()
    {
        // A loader shows by its constructor that it reads model files; rows go to it alone.
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var loaders = Library.GetTypes()
            .Where(type => type.GetConstructors(Any).Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(ModelSource))))
            .ToArray();
        Assert.NotEmpty(loaders);
        var tables = Types().That().Are(In("Models")).And().DoNotHaveNameStartingWith("Image");   // an image is for whoever keeps arrays in it
        AssertHolds(Types().That().AreNot(In("Models")).And().AreNot(loaders).And().DoNotHaveNameContaining("<").Should().NotDependOnAny(tables));
    }

    [Fact]
    public void The_library_knows_no_file_format_and_no_command()
    {
        var references = Library.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();
        Assert.DoesNotContain(references, name => name.StartsWith("CaseExtract", StringComparison.OrdinalIgnoreCase));
        Assert.All(references, name => Assert.True(
            name.StartsWith("System", StringComparison.Ordinal) || name is "Newtonsoft.Json" or "netstandard", $"the library references {name}"));
    }

    [Fact]
    public void What_is_left_out_of_the_story_is_asked_for_nowhere_behind_it()
    {
        var silent = System.Enum.GetValues<MentionKind>().Where(StoryLine.Silent.Has).Select(kind => $"{nameof(MentionKind)}.{kind}").ToList();
        Assert.NotEmpty(silent);
        var sources = new[] { "Course", "Fields", "Explanation" }
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CaseExtract", room), "*.cs", SearchOption.AllDirectories))
            .Where(path => Path.GetFileName(path) != "StoryLine.cs")
            .ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, path => Assert.All(silent, kind => Assert.DoesNotMatch($@"{kind}\b", File.ReadAllText(path))));
    }

    [Fact]
    public void Nothing_in_the_library_is_nameless() =>
        AssertHolds(Types().Should().NotHaveNameMatching("(Helper|Helpers|Util|Utils|Utility|Utilities|Manager)$"));

    [Fact]
    public void Types_are_sealed_until_something_derives_from_them()
    {
        var open = Library.GetTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Library.GetTypes().Any(other => other.BaseType == type))
            .Select(type => type.FullName);
        Assert.Empty(open);
    }

    private static IObjectProvider<IType> In(string rooms) => Types().That().ResideInNamespaceMatching($@"^CaseExtract\.({rooms})(\.|$)").As(rooms);

    private static void AssertHolds(IArchRule rule) =>
        Assert.True(rule.HasNoViolations(Rooms), string.Join('\n', rule.Evaluate(Rooms).Where(result => !result.Passed).Select(result => result.Description)));
}
