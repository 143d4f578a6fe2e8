using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>Narrative to document: tokens, sentences, sections.</summary>
internal sealed class Segmenter(WordRoles<FunctionWord> functionWords, Tokenizer tokenizer, SentenceSplitter sentenceSplitter, SectionSplitter sectionSplitter)
{
    /// <summary>Segments a narrative.</summary>
    /// <param name="narrative">The narrative.</param>
    /// <param name="workspace">The memory that the document will live in.</param>
    public Document Segment(Narrative narrative, TextWorkspace workspace)
    {
        var document = workspace.Open(narrative);
        document.TakeWords(functionWords);
        tokenizer.Tokenize(document.Text, workspace.Tokens);
        document.TakeTokens(workspace.Tokens);
        sentenceSplitter.Split(document.Text, document.TokenArray, workspace.SentenceStarts);
        sectionSplitter.Split(document, workspace);
        return document;
    }
}
