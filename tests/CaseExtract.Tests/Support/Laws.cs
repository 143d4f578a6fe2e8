using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;
using Xunit;

namespace CaseExtract.Tests;

/// <summary>What holds for any text whatever.</summary>
internal static class Laws
{
    /// <summary>Tokens lie in order, none overlaps, and hold every visible character; sentences partition tokens, sections partition sentences.</summary>
    public static void HoldFor(Document document)
    {
        var text = document.Narrative.Text;
        var position = 0;
        foreach (var token in document.Tokens)
        {
            if (token.Start < position || token.End <= token.Start || token.End > text.Length)
            {
                Assert.Fail($"a token reaches from {token.Start} to {token.End}, behind one that ends at {position}, in a text of {text.Length}");
            }

            AssertNothingVisible(text, position, token.Start);
            position = token.End;
        }

        AssertNothingVisible(text, position, text.Length);

        var nextToken = 0;
        foreach (var sentence in document.Sentences)
        {
            Assert.Equal(nextToken, sentence.FirstToken);
            Assert.True(sentence.EndToken > sentence.FirstToken, "a sentence is empty");
            Assert.Equal(new TextSpan(document.Tokens[sentence.FirstToken].Start, document.Tokens[sentence.EndToken - 1].End), sentence.Span);
            nextToken = sentence.EndToken;
        }

        Assert.Equal(document.Tokens.Count, nextToken);

        var nextSentence = 0;
        foreach (var section in document.Sections)
        {
            Assert.Equal(nextSentence, section.FirstSentence);
            Assert.True(section.EndSentence > section.FirstSentence, "a section is empty");
            Assert.Equal(TextSpan.Union(document.Sentences[section.FirstSentence].Span, document.Sentences[section.EndSentence - 1].Span), section.Span);
            Assert.All(Enumerable.Range(section.FirstSentence, section.EndSentence - section.FirstSentence), index => Assert.Equal(section.Kind, document.Sentences[index].Section));
            nextSentence = section.EndSentence;
        }

        Assert.Equal(document.Sentences.Count, nextSentence);
    }

    /// <summary>At least one record; every value has evidence, every evidence is a quotation by code points, every confidence a probability.</summary>
    public static void HoldFor(Narrative narrative, IReadOnlyList<CaseRecord> records)
    {
        Assert.NotEmpty(records);
        var codePoints = CodePointStarts(narrative.Text);
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            Assert.Equal(index == 0 ? narrative.Id : $"{narrative.Id}#{index + 1}", record.CaseId);
            Assert.Equal(codePoints.Count - 1, record.Document.Length);
            foreach (var (name, field) in Records.FieldsOf(record))
            {
                Assert.True(field.Evidence.Count > 0, $"{name} has no evidence");
                Assert.True(field.Confidence is >= 0 and <= 1, $"{name} has confidence {field.Confidence}");
                foreach (var evidence in field.Evidence)
                {
                    Assert.True(evidence.Start >= 0 && evidence.Start < evidence.End && evidence.End < codePoints.Count, $"{name} has evidence from {evidence.Start} to {evidence.End}");
                    Assert.True(
                        narrative.Text[codePoints[evidence.Start]..codePoints[evidence.End]] == evidence.Text,
                        $"{name} does not quote {narrative.Id} from {evidence.Start} to {evidence.End}");
                }
            }
        }
    }

    /// <summary>The values are the same whether lines end in a line feed or in a carriage return and a line feed.</summary>
    public static void HoldForEitherLineEnd(CaseExtractor extractor, string text)
    {
        var unix = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (unix.Contains('\n', StringComparison.Ordinal))
        {
            Assert.Equal(ValuesOf(extractor, unix), ValuesOf(extractor, unix.Replace("\n", "\r\n", StringComparison.Ordinal)));
        }
    }

    /// <summary>The values are the same with what nobody sees behind the text.</summary>
    public static void HoldForTrailingJunk(CaseExtractor extractor, string text, string junk) =>
        Assert.Equal(ValuesOf(extractor, text), ValuesOf(extractor, text + junk));

    /// <summary>Nothing that a record rests on stands in a section that is excluded.</summary>
    public static void NothingComesFromExcludedSections(Document document, IReadOnlyList<CaseRecord> records)
    {
        var codePoints = CodePointStarts(document.Narrative.Text);
        var excluded = document.Sections.Where(section => section.Kind.IsExcluded()).ToList();
        foreach (var (name, field) in records.SelectMany(record => Records.FieldsOf(record)))
        {
            foreach (var evidence in field.Evidence)
            {
                int start = codePoints[evidence.Start], end = codePoints[evidence.End];
                Assert.False(excluded.Exists(section => start < section.Span.End && end > section.Span.Start), $"{name} rests on an excluded section, {start} to {end}");
            }
        }
    }

    /// <summary>Every piece of evidence is a quotation by code points.</summary>
    public static void AreQuotations(Narrative narrative, IEnumerable<Evidence> places)
    {
        var codePoints = CodePointStarts(narrative.Text);
        Assert.All(places, place => Assert.Equal(place.Text, narrative.Text[codePoints[place.Start]..codePoints[place.End]]));
    }

    /// <summary>Where each code point starts, and the length of the text; half a surrogate pair alone counts as one.</summary>
    private static List<int> CodePointStarts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var index = 0; index < text.Length; index += char.IsSurrogatePair(text, index) ? 2 : 1)
        {
            starts.Add(index);
            if (index == text.Length - 1)
            {
                break;
            }
        }

        starts.Add(text.Length);
        return starts;
    }

    private static string ValuesOf(CaseExtractor extractor, string text) => Records.ValuesOf(extractor.Extract(new Narrative("any", text)));

    private static void AssertNothingVisible(string text, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (!(char.IsWhiteSpace(text[index]) || char.IsControl(text[index]) || LetterFolding.IsInvisible(text[index])
                || CharacterClass.Of(text[index]) is CharacterKind.Space or CharacterKind.Newline))
            {
                Assert.Fail($"U+{(int)text[index]:X4} at {index} is in no token");
            }
        }
    }
}
