using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using Xunit;

namespace CaseExtract.Tests.Course;

public sealed class PlacedMentionTests
{
    private static readonly Mention Mention = new(MentionKind.Signal, new ValueConcept("bright"), 3, 5) { Sentence = 1 };

    private static readonly PlacedMention Placed = new(Mention, Episode.Present, 12);

    /// <summary>One that differs in each thing that a mention is told by.</summary>
    private static readonly PlacedMention[] Others =
    [
        new(new Mention(MentionKind.Density, new ValueConcept("bright"), 3, 5) { Sentence = 1 }, Episode.Present, 12),
        new(new Mention(MentionKind.Signal, new ValueConcept("dark"), 3, 5) { Sentence = 1 }, Episode.Present, 12),
        new(new Mention(MentionKind.Signal, new ValueConcept("bright"), 2, 5) { Sentence = 1 }, Episode.Present, 12),
        new(new Mention(MentionKind.Signal, new ValueConcept("bright"), 3, 6) { Sentence = 1 }, Episode.Present, 12),
        new(new Mention(MentionKind.Signal, new ValueConcept("bright"), 3, 5) { Sentence = 2 }, Episode.Present, 12),
        new(Mention with { Assertion = Assertion.Negated }, Episode.Present, 12),
        new(Mention, Episode.Earlier, 12),
        new(Mention, Episode.Present, 13),
        new(Mention, Episode.Present, null),
        new(Mention, Episode.Present, 12, isDated: true),
        new(Mention, Episode.Present, 12, placement: Enum.GetValues<Placement>().Last()),
    ];

    [Fact]
    public void Mentions_are_equal_when_nothing_tells_them_apart()
    {
        var same = new PlacedMention(new Mention(MentionKind.Signal, new ValueConcept("bright"), 3, 5) { Sentence = 1 }, Episode.Present, 12);
        Assert.Equal(Placed, same);
        Assert.Equal(Placed.GetHashCode(), same.GetHashCode());
        Assert.Equal(new PlacedMention(Mention, Episode.Present, null), new PlacedMention(Mention, Episode.Present, null));
        Assert.All(Others, other => Assert.NotEqual(Placed, other));
    }

    [Fact]
    public void No_property_is_left_out() =>
        // the fields behind them: a new one has to be compared, and to stand among those above
        Assert.Equal(10, typeof(PlacedMention).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Length);
}
