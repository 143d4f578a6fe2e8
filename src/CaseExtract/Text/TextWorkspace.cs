using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>
/// The memory that a text is segmented in. The document of a text lives in it and changes with the next text that is segmented there; whoever keeps a
/// document gives it a workspace of its own.
/// </summary>
internal sealed class TextWorkspace
{
    private Document? _document;

    public TokenBuffer Tokens { get; } = new();

    /// <summary>Indexes of the tokens that start a sentence.</summary>
    public List<int> SentenceStarts { get; } = [];

    public List<Sentence> Sentences { get; } = new(64);

    public List<Section> Sections { get; } = new(16);

    public Page Page { get; } = new();

    /// <summary>About how many characters the largest text had that was segmented here.</summary>
    public int Size { get; private set; }

    /// <summary>The document of a narrative, without its pieces.</summary>
    public Document Open(Narrative narrative)
    {
        Tokens.Clear();
        SentenceStarts.Clear();
        Sentences.Clear();
        Sections.Clear();
        Page.Clear();
        Size = Math.Max(Size, narrative.Text.Length);
        _document ??= new Document(narrative, this);
        _document.Narrative = narrative;
        return _document;
    }
}
