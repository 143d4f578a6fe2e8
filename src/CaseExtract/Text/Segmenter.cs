using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>Narrative to document: tokens, sentences, sections.</summary>
internal sealed class Segmenter(Tokenizer tokenizer, SentenceSplitter sentenceSplitter, SectionSplitter sectionSplitter)
{
    private readonly TokenBuffer _tmp = new();
    public Document Segment(Narrative narrative)
    {
        var tokens = _tmp;
        tokenizer.Tokenize(narrative.Text, tokens);
        var tokenArray = tokens.Tokens.ToArray();
        var starts = sentenceSplitter.Split(narrative.Text, tokenArray);
        return sectionSplitter.Split(narrative, tokenArray, starts);
    }
}
