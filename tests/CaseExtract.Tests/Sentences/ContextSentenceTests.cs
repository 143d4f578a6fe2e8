using System.Text;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Sentences;

/// <summary>The rows of <c>context-*.tsv</c>: what the context makes of the words that each sentence marks.</summary>
public sealed class ContextSentenceTests
{
    private static readonly Dictionary<string, Assertion> Labels = new(StringComparer.Ordinal)
    {
        ["affirmed"] = Assertion.Affirmed,
        ["negated"] = Assertion.Negated,
        ["uncertain"] = Assertion.Uncertain,
        ["hypothetical"] = Assertion.Hypothetical,
        ["ended"] = Assertion.Ended,
        ["historical"] = Assertion.Historical,
        ["family"] = Assertion.Relative,
        ["other"] = Assertion.OtherPatient,
        ["literature"] = Assertion.Literature,
    };

    public static TheoryData<string> Files => [.. SentenceTable.Files("context")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Words_are_asserted_as_their_labels_say(string file) => KnownFailures.Read(Repository.Sentences).Compare([.. Checks(file)]);

    [Fact]
    public void The_suite_does_not_shrink()
    {
        const int Sentences = 600;
        var files = SentenceTable.Files("context").Concat(SentenceTable.Files("field"));
        Assert.InRange(files.Sum(file => SentenceTable.Rows(file).Count), Sentences, int.MaxValue);
    }

    [Fact]
    public void Every_mark_of_the_suite_is_asked()
    {
        var sentence = MarkedSentence.Parse("No [metastasis: negated] below the [laminectomy: historical] at T8 [12], [fever: historical+negated].");
        Assert.Equal("No metastasis below the laminectomy at T8 [12], fever.", sentence.Text);
        Assert.Equal(["metastasis", "laminectomy", "fever"], sentence.Marks.Select(mark => sentence.Text[mark.Span.Start..mark.Span.End]));
        Assert.Equal([Assertion.Negated, Assertion.Historical, Assertion.Historical | Assertion.Negated], sentence.Marks.Select(mark => mark.Expected));
    }

    internal static IEnumerable<(string Case, string Check, string? Found)> Checks(string file) =>
        SentenceTable.Rows(file).SelectMany(row => Checks(row, Shared.Extractor).Select(check => ($"{Path.GetFileNameWithoutExtension(file)}: {MarkedSentence.Parse(row[0]).Text}", check.Check, check.Found)));

    /// <summary>The marks of one row, and what an extractor makes of them instead where they fail.</summary>
    internal static IEnumerable<(string Check, string? Found)> Checks(string[] row, CaseExtractor extractor)
    {
        var sentence = MarkedSentence.Parse(row[0]);
        Assert.NotEmpty(sentence.Marks);
        var found = extractor.AssertSpans(new Narrative("sentence", sentence.Text), [.. sentence.Marks.Select(mark => new GivenSpan(mark.Span))]);
        for (var index = 0; index < sentence.Marks.Count; index++)
        {
            var (span, expected) = sentence.Marks[index];
            // The words may stand twice in a sentence: the place tells them apart.
            var check = $"{index + 1} {sentence.Text[span.Start..span.End]}: {NameOf(expected)}";
            // The past perfect leaves to the story how far back something lies: it may be history, and need not.
            var given = found[index] & ~Assertion.PastPerfect;
            given |= found[index].HasFlag(Assertion.PastPerfect) ? expected & Assertion.Historical : 0;
            yield return (check, given == expected ? null : NameOf(given));
        }
    }

    private static string NameOf(Assertion assertion) => assertion == Assertion.Affirmed
        ? "affirmed"
        : string.Join('+', Labels.Where(label => label.Value != Assertion.Affirmed && assertion.HasFlag(label.Value)).Select(label => label.Key).Order(StringComparer.Ordinal));

    /// <summary>A sentence with its marks taken out, and where they stood.</summary>
    private sealed record MarkedSentence(string Text, IReadOnlyList<(TextSpan Span, Assertion Expected)> Marks)
    {
        public static MarkedSentence Parse(string marked)
        {
            var text = new StringBuilder();
            var marks = new List<(TextSpan, Assertion)>();
            var position = 0;
            while (position < marked.Length)
            {
                var close = marked[position] == '[' ? marked.IndexOf(']', position) : -1;
                var colon = close < 0 ? -1 : marked.LastIndexOf(": ", close, close - position, StringComparison.Ordinal);
                if (colon < 0)
                {
                    text.Append(marked[position++]);
                    continue;
                }

                var words = marked[(position + 1)..colon];
                marks.Add((new TextSpan(text.Length, text.Length + words.Length), AssertionOf(marked[(colon + 2)..close])));
                text.Append(words);
                position = close + 1;
            }

            return new MarkedSentence(text.ToString(), marks);
        }

        private static Assertion AssertionOf(string labels) => labels.Split('+').Aggregate(
            Assertion.Affirmed,
            (sum, label) => Labels.TryGetValue(label, out var one) ? sum | one : throw new FormatException($"'{label}' is no label of README.md"));
    }
}
