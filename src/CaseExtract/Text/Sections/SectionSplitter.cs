using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>
/// Finds the sections of a page: by headings of any style (a line of its own, in capitals or numbered, <c>CASE DESCRIPTION:</c> before its text,
/// inline in a structured abstract) and by shape (title, authors, addresses and keywords ahead of the text; lists of references behind it).
/// </summary>
internal sealed class SectionSplitter(HeadingRules headings, PageShape shape)
{
    /// <summary>So many tokens has an answer that denies all that a heading asks for: "none.", "nil of note."</summary>
    private const int LongestDenial = 4;

    private readonly HeadingReader _headings = new(headings);

    /// <summary>Adds the sentences and the sections of a document that has its tokens.</summary>
    /// <param name="document">The document.</param>
    /// <param name="workspace">Where it lives, with the starts of its sentences.</param>
    public void Split(Document document, TextWorkspace workspace)
    {
        var text = document.Text;
        var tokens = document.TokenArray;
        var page = workspace.Page;
        var sentences = workspace.Sentences;
        var sentenceStarts = workspace.SentenceStarts;
        var isAnswered = false;
        var examination = sentenceStarts.Count > 0 ? headings.ExaminationOf(tokens[..(sentenceStarts.Count > 1 ? sentenceStarts[1] : tokens.Length)]) : SectionKind.Body;
        var isNoted = false; // the history is told without verbs, in the line of its heading
        for (var index = 0; index < sentenceStarts.Count; index++)
        {
            var first = sentenceStarts[index];
            var end = index + 1 < sentenceStarts.Count ? sentenceStarts[index + 1] : tokens.Length;
            if (page.Current == SectionKind.Caption && (tokens[first].Has(TokenMarks.BlockStart) || shape.EndsCaption(text, tokens, first, end)))
            {
                page.Open(page.Enclosing, sentences.Count);
            }

            if (_headings.TryRead(text, tokens, first, end, out var headingEnd, out var kind))
            {
                // "Findings: … Conclusion: …": the conclusion of a report on images
                kind = kind == SectionKind.Discussion && (page.Current == SectionKind.Imaging || (examination != SectionKind.Body && !page.IsPaper)) && IsConclusion(text, tokens[first])
                    ? page.Current == SectionKind.Imaging ? SectionKind.Imaging : examination : kind;
                // "Diagnosis: … Comment: the stains support …": the pathologist's
                kind = kind == SectionKind.Discussion && page.HasPathology && GoesOn(tokens, first, headingEnd) && IsComment(text, tokens[first]) ? SectionKind.Pathology : kind;
                // "…, 72 years. Background: hysterectomy at 45.": in the midst of a letter it is the patient's
                kind = kind == SectionKind.Background && page.HasProse && !tokens[first].Has(TokenMarks.LineStart) ? SectionKind.History : kind;
                page.OpenUnderHeading(kind, isInline: GoesOn(tokens, first, headingEnd), sentences.Count);
                sentences.Add(Make(tokens, first, headingEnd, kind, isHeading: true));
                first = headingEnd;
                if (first == end)
                {
                    isNoted = false;
                    continue;
                }

                isNoted = kind == SectionKind.History && !headings.HoldsStory(tokens[first..end]);
            }
            else if (page.Current == SectionKind.History && (isAnswered || PageShape.IsLabelled(text, tokens, first, end) || (isNoted && headings.HoldsFinding(tokens[first..end]))))
            {
                // a note goes on to another matter under a label of its own ("MRI T/L spine w/wo gad: …"), behind a history of nothing ("Previous surgery: none."), or with what was found now
                // ("History: thyroidectomy, 2001. Biopsy of the opacity showed …")
                page.OpenUnderHeading(SectionKind.Body, isInline: true, sentences.Count);
            }
            else if (!page.Current.IsExcluded() && shape.StartsCaption(text, tokens, first, end))
            {
                page.Open(SectionKind.Caption, sentences.Count);
            }
            else if (tokens[first].Has(TokenMarks.LineStart))
            {
                var isBlock = tokens[first].Has(TokenMarks.BlockStart);
                var seen = shape.Classify(text, tokens[first..], page.HasProse, isBlock, page.HasProse ? 0 : EndOfLastSentence(tokens, sentenceStarts, index) - first, headings);
                var story = page.Current.IsExcluded() ? shape.StoryOf(tokens, first, BlockEnd(tokens, first)) : StoryShape.None;
                page.See(seen == LineShape.TermList && examination != SectionKind.Body && PageShape.IsLabelled(text, tokens, first, end) ? LineShape.Prose : seen, isBlock, story, sentences.Count);
            }

            isAnswered = page.Current == SectionKind.History && end - first <= LongestDenial && text.AsSpan(tokens[first].Start, tokens[first].End - tokens[first].Start) is "none" or "None" or "nil" or "Nil" or "NIL" or "no" or "No" or "negative" or "Negative" or "unremarkable" or "Unremarkable" or "noncontributory" or "Noncontributory";
            sentences.Add(Make(tokens, first, end, page.Current, isHeading: false));
        }

        page.AddSections(sentences, workspace.Sections);
    }

    /// <summary>Whether a line goes on behind a heading; looked at no further, since a line may be the whole text.</summary>
    private static bool GoesOn(ReadOnlySpan<Token> tokens, int first, int headingEnd)
    {
        for (var index = first + 1; index <= headingEnd; index++)
        {
            if (index == tokens.Length || tokens[index].Has(TokenMarks.LineStart))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One past the last token of the sentence that ends a line: behind the line's own end where the page is wrapped.</summary>
    private static int EndOfLastSentence(ReadOnlySpan<Token> tokens, List<int> sentenceStarts, int sentence)
    {
        var lineEnd = sentenceStarts[sentence] + 1;
        while (lineEnd < tokens.Length && !tokens[lineEnd].Has(TokenMarks.LineStart))
        {
            lineEnd++;
        }

        while (sentence < sentenceStarts.Count && sentenceStarts[sentence] < lineEnd)
        {
            sentence++;
        }

        return sentence < sentenceStarts.Count ? sentenceStarts[sentence] : tokens.Length;
    }

    private static bool IsConclusion(string text, Token heading) => text.AsSpan(heading.Start, heading.End - heading.Start).StartsWith("conclusion", StringComparison.OrdinalIgnoreCase);

    private static bool IsComment(string text, Token heading) => text.AsSpan(heading.Start, heading.End - heading.Start).StartsWith("comment", StringComparison.OrdinalIgnoreCase);

    private static int BlockEnd(ReadOnlySpan<Token> tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && !tokens[end].Has(TokenMarks.BlockStart) && end - first < PageShape.LongestStory)
        {
            end++;
        }

        return end;
    }

    private static Sentence Make(ReadOnlySpan<Token> tokens, int first, int end, SectionKind section, bool isHeading) =>
        new(new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end, section, isHeading);
}
