using CaseExtract.Course;
using CaseExtract.Text;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Course;

public sealed class ClausesTests
{
    private static readonly string[] Words =
    [
        "and", "who", "but", ",", "was", "had", "treated", "presented", "mastectomy", "hysterectomy", "mass", "two", "ago", "2003", "in", "now", "then", "followed", ".",
    ];

    private static readonly Gen<string> AnyWord = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);

    /// <summary>One that remembers its last answers gives those of one that is asked for the first time, whatever it was asked before.</summary>
    [Fact]
    public void What_was_asked_before_changes_no_answer() =>
        Gen.Select(AnyWord.Array[1, 40], Gen.Int[0, 1000].Array[1, 30]).Sample((words, questions) =>
        {
            var document = Shared.Extractor.Segment(new Narrative("clauses", string.Join(' ', words)));
            var clauses = new Clauses(document);
            foreach (var question in questions)
            {
                var token = question % document.Tokens.Count;
                var sentence = document.Sentences.First(one => token < one.EndToken);
                Assert.Equal(new Clauses(document).StartOf(sentence, token), clauses.StartOf(sentence, token));
                Assert.Equal(new Clauses(document).EndOf(sentence, token), clauses.EndOf(sentence, token));
            }
        });
}
