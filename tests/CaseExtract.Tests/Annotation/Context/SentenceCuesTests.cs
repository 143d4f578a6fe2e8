using CaseExtract.Annotation.Context;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Annotation.Context;

/// <summary>What is laid out of a sentence once, beside what its cues and tokens say one by one.</summary>
public sealed class SentenceCuesTests
{
    [Fact]
    public void What_is_known_of_a_sentence_is_what_its_cues_say()
    {
        var cues = new SentenceCues(); // one for all: nothing may stay behind
        var seen = 0;
        foreach (var narrative in SampleTexts.All)
        {
            var annotated = Shared.Extractor.Annotate(narrative, new Workspace());
            for (var sentence = 0; sentence < annotated.Document.Sentences.Count; sentence++)
            {
                cues.Read(annotated.Document, annotated.Document.Sentences[sentence], annotated.MentionsOf(sentence));
                var concepts = cues.Mentions.ToArray().Select(cue => (CueConcept)cue.Concept).ToList();
                Assert.Equal(concepts.Count, cues.Marks.Length);
                Assert.Equal(concepts.Select(concept => concept.Reach).DefaultIfEmpty(0).Max(), cues.LongestReach);
                Assert.Equal(concepts.Exists(concept => concept.Direction == CueDirection.Backward), cues.HasBackward);
                Assert.Equal(concepts.Exists(concept => concept.Role == CueRole.Historical), cues.HasHistorical);
                Assert.Equal(concepts.Exists(concept => concept.Role == CueRole.Clause), cues.HasClause);
                Assert.Equal(concepts.Exists(concept => concept.Role is CueRole.Clause or CueRole.Terminator), cues.HasEnd);
                AssertInOrder(cues);
                seen += concepts.Count;
            }
        }

        Assert.True(seen > 100);
    }

    [Theory]
    [InlineData("No fever.", "None")]
    [InlineData("No fever and no rash.", "And")]
    [InlineData("There had been no fever before.", "Before, Verb")]
    [InlineData("Negative for (keratin): sarcoma.", "Colon, ClosingBracket")]
    [InlineData("No deficit, the gait normal.", "Subject")]
    public void A_sentence_holds_the_words_that_are_looked_for_in_it(string text, string expected)
    {
        var document = Shared.Extractor.Segment(new Narrative("words", text));
        var cues = new SentenceCues();
        cues.Read(document, document.Sentences[0], []);
        var wanted = SentenceWords.And | SentenceWords.Before | SentenceWords.Colon | SentenceWords.ClosingBracket | SentenceWords.Subject | SentenceWords.Verb;
        Assert.Equal(Enum.Parse<SentenceWords>(expected), Enum.GetValues<SentenceWords>().Where(word => wanted.HasFlag(word) && cues.Holds(word)).Aggregate(SentenceWords.None, (all, word) => all | word));
    }

    /// <summary>Reach and scope are searched from the nearest cue on, which takes for granted that cues end in the order in which they start.</summary>
    private static void AssertInOrder(SentenceCues cues)
    {
        for (var index = 1; index < cues.Marks.Length; index++)
        {
            var (before, cue) = (cues.Marks[index - 1], cues.Marks[index]);
            Assert.True(before.End <= cue.First || (before.First, before.End) == (cue.First, cue.End));
        }
    }
}
