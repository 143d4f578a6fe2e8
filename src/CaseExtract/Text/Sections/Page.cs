using CaseExtract.Text.Sentences;

namespace CaseExtract.Text.Sections;

/// <summary>How far down the page the reader has come: the section that is open, and whether the story has begun.</summary>
internal sealed class Page
{
    private readonly List<(int FirstSentence, SectionKind Kind)> _opened = new(16);
    private bool _hasTitle;
    private bool _isUnderOwnHeading;

    public SectionKind Current { get; private set; }

    /// <summary>The section that text belongs to again when a caption or an excluded section inside it ends.</summary>
    public SectionKind Enclosing { get; private set; }

    public bool HasProse { get; private set; }

    /// <summary>Whether it has the parts of a paper: what its conclusion says is of other patients too.</summary>
    public bool IsPaper { get; private set; }

    /// <summary>Whether what a pathologist says has been told.</summary>
    public bool HasPathology { get; private set; }

    public void Open(SectionKind kind, int firstSentence)
    {
        Current = kind;
        HasPathology |= kind == SectionKind.Pathology;
        IsPaper |= kind is SectionKind.Background or SectionKind.Abstract or SectionKind.Discussion;
        _isUnderOwnHeading = false;
        _opened.Add((firstSentence, kind));
    }

    /// <param name="kind">What the heading opens.</param>
    /// <param name="isInline">Whether its text follows in the same line.</param>
    /// <param name="firstSentence">Index of the heading.</param>
    public void OpenUnderHeading(SectionKind kind, bool isInline, int firstSentence)
    {
        Open(kind, firstSentence);
        _isUnderOwnHeading = !isInline;
        if (!kind.IsExcluded())
        {
            Enclosing = kind;
            HasProse = true;
        }
    }

    /// <summary>Takes note of a line without a heading and opens the section that its shape asks for.</summary>
    public void See(LineShape line, bool isBlock, StoryShape story, int sentence)
    {
        var isFront = !HasProse && Current is SectionKind.Body or SectionKind.Title or SectionKind.Affiliations or SectionKind.Keywords;
        switch (line)
        {
            case LineShape.Reference when Current != SectionKind.References:
                Open(SectionKind.References, sentence);
                break;
            case LineShape.Title when isFront && !HasProse && !_hasTitle:
                _hasTitle = true;
                Open(SectionKind.Title, sentence);
                break;
            case LineShape.Address when Current != SectionKind.Affiliations && (isFront || (HasProse && !Current.IsExcluded())):
                Open(SectionKind.Affiliations, sentence);
                break;
            case LineShape.TermList when isFront && !HasProse && Current is SectionKind.Title or SectionKind.Affiliations:
                Open(SectionKind.Keywords, sentence);
                break;
            case LineShape.Prose:
                if (Current == SectionKind.Title || (Current.IsExcluded() && EndsExcluded(isBlock, story)))
                {
                    Open(Enclosing == SectionKind.Abstract ? SectionKind.Body : Enclosing, sentence);
                }

                HasProse |= !Current.IsExcluded();
                break;
        }
    }

    /// <summary>
    /// Whether prose ends the excluded section that is open. What was told by shape ends with the first line of another shape. A list under
    /// a heading ends with a block that reads like a story, before the story has begun with a line. Statements and references under a
    /// heading of their own line hold prose themselves: only a heading ends them, or a long story behind references.
    /// </summary>
    private bool EndsExcluded(bool isBlock, StoryShape story)
    {
        if (!HasProse)
        {
            return (story != StoryShape.None && (isBlock || !_isUnderOwnHeading))
                || (Current is SectionKind.Affiliations or SectionKind.Keywords && !_isUnderOwnHeading);
        }

        return Current switch
        {
            SectionKind.Affiliations when !_isUnderOwnHeading => true,
            SectionKind.Statements => isBlock && story != StoryShape.None && !_isUnderOwnHeading,
            SectionKind.References => isBlock && (_isUnderOwnHeading ? story == StoryShape.Long : story != StoryShape.None),
            _ => isBlock && story != StoryShape.None,
        };
    }

    /// <summary>Turns to the top of the next page.</summary>
    public void Clear()
    {
        _opened.Clear();
        _opened.Add((0, SectionKind.Body));
        (_hasTitle, _isUnderOwnHeading, HasProse, HasPathology, IsPaper) = (false, false, false, false, false);
        (Current, Enclosing) = (SectionKind.Body, SectionKind.Body);
    }

    public void AddSections(List<Sentence> sentences, List<Section> sections)
    {
        for (var index = 0; index < _opened.Count; index++)
        {
            var (first, kind) = _opened[index];
            var end = index + 1 < _opened.Count ? _opened[index + 1].FirstSentence : sentences.Count;
            if (first < end)
            {
                sections.Add(new Section(kind, TextSpan.Union(sentences[first].Span, sentences[end - 1].Span), first, end));
            }
        }
    }
}
