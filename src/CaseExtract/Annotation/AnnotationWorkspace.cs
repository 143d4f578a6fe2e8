using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>The memory that a document is annotated in. What is found in a document lives in it and changes with the next one.</summary>
internal sealed class AnnotationWorkspace
{
    private AnnotatedDocument? _annotated;
    private Mention[] _spare = new Mention[64];

    public List<Mention> Mentions { get; } = new(256);

    /// <summary>Index of the first mention of each sentence, and at the end how many mentions there are.</summary>
    public List<int> SentenceStarts { get; } = [];

    /// <summary>The kinds of mentions in each sentence.</summary>
    public List<MentionKinds> SentenceKinds { get; } = new(64);

    /// <summary>The cues of one sentence.</summary>
    public SentenceCues Cues { get; } = new();

    public GrammarConceptCache Concepts { get; } = new();

    public AbbreviationDefinitions Abbreviations { get; } = new();

    public void Clear()
    {
        Mentions.Clear();
        SentenceStarts.Clear();
        SentenceKinds.Clear();
    }

    /// <summary>Brings the mentions into the order of the text.</summary>
    public void Sort() => MentionOrder.Sort(Mentions, ref _spare);

    /// <summary>The document with what stands here now.</summary>
    public AnnotatedDocument Annotated(Document document)
    {
        _annotated ??= new AnnotatedDocument(document, this);
        _annotated.Document = document;
        return _annotated;
    }
}
