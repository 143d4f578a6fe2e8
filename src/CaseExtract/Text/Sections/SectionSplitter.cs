using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>
/// Finds the sections of a page: by headings of any style (a line of its own, in capitals or numbered, <c>CASE DESCRIPTION:</c> before its text,
/// inline in a structured abstract) and by shape (title, authors, addresses and keywords ahead of the text; lists of references behind it).
/// </summary>
internal sealed class SectionSplitter(HeadingRules headings, PageShape shape)
{
    public Document Split(Narrative narrative, Token[] tokens, List<int> sentenceStarts)
    {
        var text = narrative.Text;
        var page = new Page();
        var sentences = new List<Sentence>(sentenceStarts.Count + 8);
        for (var index = 0; index < sentenceStarts.Count; index++)
        {
            var first = sentenceStarts[index];
            var end = index + 1 < sentenceStarts.Count ? sentenceStarts[index + 1] : tokens.Length;
            if (page.Current == SectionKind.Caption && (tokens[first].Has(TokenMarks.BlockStart) || shape.EndsCaption(text, tokens, first, end)))
            {
                page.Open(page.Enclosing, sentences.Count);
            }

            if (TryReadHeading(text, tokens, first, end, out var headingEnd, out var kind))
            {
                page.OpenUnderHeading(kind, isInline: headingEnd < LineEnd(tokens, first), sentences.Count);
                sentences.Add(Make(tokens, first, headingEnd, kind, isHeading: true));
                first = headingEnd;
                if (first == end)
                {
                    continue;
                }
            }
            else if (page.Current == SectionKind.History && PageShape.IsLabelled(text, tokens, first, end))
            {
                // a note goes on to another matter under a label of its own ("MRI T/L spine w/wo gad: …")
                page.OpenUnderHeading(SectionKind.Body, isInline: true, sentences.Count);
            }
            else if (!page.Current.IsExcluded() && shape.StartsCaption(text, tokens, first, tokens[first].Has(TokenMarks.LineStart) ? LineEnd(tokens, first) : end))
            {
                page.Open(SectionKind.Caption, sentences.Count);
            }
            else if (tokens[first].Has(TokenMarks.LineStart))
            {
                var isBlock = tokens[first].Has(TokenMarks.BlockStart);
                var seen = shape.Classify(text, tokens, first, LineEnd(tokens, first), page.HasProse, isBlock, headings);
                var story = page.Current.IsExcluded() ? shape.StoryOf(tokens, first, BlockEnd(tokens, first)) : StoryShape.None;
                page.See(seen, isBlock, story, sentences.Count);
            }

            sentences.Add(Make(tokens, first, end, page.Current, isHeading: false));
        }

        return new Document(narrative, tokens, [.. sentences], page.Sections(sentences));
    }

    /// <summary>How far down the page the reader has come: the section that is open, and whether the story has begun.</summary>
    private sealed class Page
    {
        private readonly List<(int FirstSentence, SectionKind Kind)> _opened = [(0, SectionKind.Body)];
        private bool _hasTitle;
        private bool _isUnderOwnHeading;

        public SectionKind Current { get; private set; }

        /// <summary>The section that text belongs to again when a caption or an excluded section inside it ends.</summary>
        public SectionKind Enclosing { get; private set; }

        public bool HasProse { get; private set; }

        public void Open(SectionKind kind, int firstSentence)
        {
            Current = kind;
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

        public Section[] Sections(List<Sentence> sentences)
        {
            var sections = new List<Section>(_opened.Count);
            for (var index = 0; index < _opened.Count; index++)
            {
                var (first, kind) = _opened[index];
                var end = index + 1 < _opened.Count ? _opened[index + 1].FirstSentence : sentences.Count;
                if (first < end)
                {
                    sections.Add(new Section(kind, TextSpan.Union(sentences[first].Span, sentences[end - 1].Span), first, end));
                }
            }

            return [.. sections];
        }
    }

    private static int LineEnd(Token[] tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && !tokens[end].Has(TokenMarks.LineStart))
        {
            end++;
        }

        return end;
    }

    private static int BlockEnd(Token[] tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && !tokens[end].Has(TokenMarks.BlockStart) && end - first < PageShape.LongestStory)
        {
            end++;
        }

        return end;
    }

    private static Sentence Make(Token[] tokens, int first, int end, SectionKind section, bool isHeading) =>
        new(new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end, section, isHeading);

    /// <summary>Reads a heading at the start of a sentence: up to eight words, alone on their line or followed by a colon.</summary>
    private bool TryReadHeading(string text, Token[] tokens, int first, int end, out int headingEnd, out SectionKind kind)
    {
        headingEnd = first;
        kind = SectionKind.Body;
        var start = SkipNumbering(text, tokens, first, end);
        var longest = start < end ? headings.LongestFrom(tokens[start].Word) : 0;
        if (longest == 0)
        {
            return false;
        }

        Span<char> words = stackalloc char[120];
        var length = 0;
        var count = 0;
        for (var index = start; index < end && count <= longest; index++)
        {
            var token = tokens[index];
            if (token.Kind is TokenKind.Dash or TokenKind.Punctuation)
            {
                var mark = text[token.Start];
                if (mark is '-' or '/' or '\'' or '’' or '&')
                {
                    continue;
                }

                // A colon, or a dash or stop after words in capitals, closes an inline heading.
                if (mark == ':' || (mark is '–' or '—' or '.' or '|' && tokens[start].Has(TokenMarks.LineStart)))
                {
                    if (headings.TryFind(words[..length], out kind) && (mark == ':' || index + 1 == end || tokens[start].Has(TokenMarks.AllCapitals) || mark != '.'))
                    {
                        headingEnd = index + 1;
                        return true;
                    }
                }

                break;
            }

            if (index > start && token.Has(TokenMarks.LineStart))
            {
                break;
            }

            var word = text.AsSpan(token.Start, token.End - token.Start);
            if (length + word.Length + 1 > words.Length)
            {
                return false;
            }

            if (length > 0)
            {
                words[length++] = ' ';
            }

            word.ToLowerInvariant(words[length..]);
            length += word.Length;
            count++;

            if (!tokens[first].Has(TokenMarks.LineStart))
            {
                continue;
            }

            var lineEnd = SkipOrnament(text, tokens, index + 1, end);
            var isLast = lineEnd == end || tokens[lineEnd].Has(TokenMarks.LineStart);
            // "Keywords Spine · Metastasis": many journals print neither colon nor line end behind the word.
            if (headings.TryFind(words[..length], out kind) && (isLast || (kind == SectionKind.Keywords && word.EndsWith("words", StringComparison.OrdinalIgnoreCase) && tokens[lineEnd].Kind != TokenKind.Dash && text[tokens[lineEnd].Start] != ':')))
            {
                headingEnd = lineEnd;
                return true;
            }
        }

        return TryReadBareHeading(text, tokens, first, start, end, out headingEnd, out kind);
    }

    /// <summary>
    /// Structured abstracts often lose the colon: <c>BACKGROUND Giant cell tumours are …</c>. One to three words in capitals, or in title case
    /// when the next word starts a sentence of its own.
    /// </summary>
    private bool TryReadBareHeading(string text, Token[] tokens, int first, int start, int end, out int headingEnd, out SectionKind kind)
    {
        headingEnd = first;
        kind = SectionKind.Body;
        Span<char> words = stackalloc char[60];
        var length = 0;
        for (var index = start; index < end && index < start + 3; index++)
        {
            var token = tokens[index];
            var word = text.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind != TokenKind.Word || !token.Has(TokenMarks.AllCapitals) || word.Length < 3 || length + word.Length + 1 > words.Length)
            {
                return false;
            }

            if (length > 0)
            {
                words[length++] = ' ';
            }

            word.ToLowerInvariant(words[length..]);
            length += word.Length;
            if (word.Length > 3 && index + 2 < end && headings.TryFind(words[..length], out kind)
                && (tokens[index + 1].Has(TokenMarks.Capitalized) && !IsCapitals(tokens[index + 1])
                    || kind == SectionKind.References && (tokens[index + 1].Kind == TokenKind.Number || text[tokens[index + 1].Start] == '[')))
            {
                headingEnd = index + 1;
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitals(Token token) => token.Has(TokenMarks.AllCapitals) && token.End - token.Start > 1;

    /// <summary>Skips what stands before the words of a heading: a number, a Roman numeral with its stop, a bullet, the marks of Markdown.</summary>
    private static int SkipNumbering(string text, Token[] tokens, int first, int end)
    {
        if (!tokens[first].Has(TokenMarks.LineStart))
        {
            return first;
        }

        var index = first;
        if (index + 1 < end && text[tokens[index + 1].Start] == '.' && SentenceSplitter.IsRomanNumeral(text.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start)))
        {
            return index + 2;
        }

        while (index < end && index < first + 4
            && (tokens[index].Kind == TokenKind.Number || (tokens[index].Kind == TokenKind.Punctuation && text[tokens[index].Start] is '.' or ')' or '#' or '*' or '_' or '•' or '■' or '▪' or '[')))
        {
            index++;
        }

        return index;
    }

    /// <summary>Skips what may close a heading on its line: the marks of Markdown, a bracket.</summary>
    private static int SkipOrnament(string text, Token[] tokens, int index, int end)
    {
        while (index < end && tokens[index].Kind == TokenKind.Punctuation && !tokens[index].Has(TokenMarks.LineStart) && text[tokens[index].Start] is '*' or '_' or ']' or '#' or '=')
        {
            index++;
        }

        return index;
    }
}
