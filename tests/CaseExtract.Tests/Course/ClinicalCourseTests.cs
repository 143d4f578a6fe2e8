using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Course;

/// <summary>What a course gives out by sentence, kind and place, beside what is found when all its mentions are looked through.</summary>
public sealed class ClinicalCourseTests
{
    /// <summary>Two patients in one sentence, so that each has a part of its mentions, and a sentence of more mentions than are looked through one by one.</summary>
    private const string Series =
        "We report two cases. Our first case was a 37-year-old man with a metastasis at T5, our second a 75-year-old man with a chordoma of the sacrum. "
        + "MRI showed masses at T1, T2, T3, T5, L1, L2 and L4, a left renal mass, a right lung nodule, hypointense on T1 and hyperintense on T2, without cord compression.";

    public static TheoryData<string> Texts => [Series, .. SampleTexts.All.Select(narrative => narrative.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Mentions_of_a_kind_are_those_of_the_sentence(string text)
    {
        foreach (var (course, sentence, kind) in Questions(text))
        {
            var expected = Where(course, mention => mention.Sentence == sentence && mention.Kind == kind);
            Assert.Equal(expected, course.MentionsOf(sentence, kind).ToArray());
            Assert.Equal(expected.Length > 0, course.Has(sentence, kind));
            Assert.True(expected.Length == 0 || course.KindsOf(sentence).Has(kind));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Mentions_near_a_range_are_all_that_touch_it_and_none_of_another_sentence_or_kind(string text)
    {
        foreach (var (course, sentence, kind) in Questions(text))
        {
            var all = course.MentionsOf(sentence, kind).ToArray();
            var bounds = course.Document.SentenceArray[sentence];
            for (var from = bounds.FirstToken - 2; from <= bounds.EndToken; from += 3)
            {
                var near = course.MentionsNear(sentence, kind, from, from + 4).ToArray();
                Assert.Equal(all.Where(mention => mention.EndToken >= from && mention.FirstToken <= from + 4), near.Where(mention => mention.EndToken >= from));
                Assert.All(near, mention => Assert.Contains(mention, all));
                var ofAny = course.MentionsNear(sentence, from, from + 4).ToArray();
                Assert.Subset(ofAny.ToHashSet(), near.Where(mention => mention.EndToken >= from).ToHashSet());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_value_is_found_where_a_mention_has_it(string text)
    {
        foreach (var (course, sentence, kind) in Questions(text))
        {
            var all = Where(course, mention => mention.Sentence == sentence && mention.Kind == kind && mention.Concept is ValueConcept);
            var bounds = course.Document.SentenceArray[sentence];
            foreach (var value in all.Select(mention => mention.Value).Append("none").Distinct().Where(_ => all.Length > 0))
            {
                var having = all.Where(mention => mention.Value == value).ToArray();
                Assert.Equal(having.Length > 0, course.Has(sentence, kind, value));
                Assert.Equal(having.Length > 0 ? having[0].FirstToken : -1, course.FirstOf(sentence, kind, value));
                for (var from = bounds.FirstToken; from <= bounds.EndToken; from++)
                {
                    Assert.Equal(having.Any(mention => mention.FirstToken >= from), course.HasFrom(sentence, from, kind, value));
                    foreach (var to in (ReadOnlySpan<int>)[from + 3, from + 40, int.MaxValue])
                    {
                        Assert.Equal(having.Any(mention => mention.FirstToken >= from && mention.EndToken <= to), course.Has(sentence, from, to, kind, value));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_question_about_a_sentence_is_asked_once_for_it()
    {
        foreach (var course in Shared.Extractor.Trace(new Narrative("course", Series)))
        {
            var asked = new List<int>();
            Func<ClinicalCourse, int, bool> isOdd = (_, sentence) =>
            {
                asked.Add(sentence);
                return sentence % 2 != 0;
            };
            Func<ClinicalCourse, int, int> itself = static (_, sentence) => sentence;
            for (var round = 0; round < 3; round++)
            {
                for (var sentence = 0; sentence < 3; sentence++)
                {
                    Assert.Equal(sentence % 2 != 0, course.Once(sentence, isOdd));
                    Assert.Equal(sentence, course.Once(sentence, itself));
                }
            }

            Assert.Equal([0, 1, 2], asked);
        }
    }

    [Fact]
    public void A_question_about_a_course_is_asked_once_for_each_course()
    {
        var asked = new List<int>();
        Func<ClinicalCourse, bool> isFirst = course =>
        {
            asked.Add(course.Number);
            return course.Number == 1;
        };
        foreach (var course in Shared.Extractor.Trace(new Narrative("course", Series)))
        {
            Assert.Equal(course.Number == 1, course.Once(isFirst));
            Assert.Equal(course.Number == 1, course.Once(isFirst));
        }

        Assert.Equal([1, 2], asked);
    }

    private static IEnumerable<(ClinicalCourse Course, int Sentence, MentionKind Kind)> Questions(string text) =>
        from course in Shared.Extractor.Trace(new Narrative("course", text))
        from sentence in Enumerable.Range(0, course.Document.Sentences.Count)
        from kind in Enum.GetValues<MentionKind>()
        select (course, sentence, kind);

    private static PlacedMention[] Where(ClinicalCourse course, Func<PlacedMention, bool> isWanted) => [.. course.Mentions.ToArray().Where(isWanted)];
}
