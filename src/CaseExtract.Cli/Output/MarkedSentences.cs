using System.Text;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Output;

/// <summary>A sentence with evidence marked in it.</summary>
/// <param name="Section">The kind of section it stands in.</param>
/// <param name="Words">The sentence, one line, shortened far from the evidence.</param>
internal readonly record struct MarkedSentence(string Section, string Words);

/// <summary>Quotes the sentences of a report in which evidence stands.</summary>
/// <param name="document">The report.</param>
/// <param name="mark">Marks words of evidence.</param>
/// <param name="plain">What all other words go through.</param>
internal sealed class MarkedSentences(Document document, Func<string, string> mark, Func<string, string> plain)
{
    /// <summary>How much of a long sentence stands on either side of its evidence, in characters.</summary>
    private const int Context = 160;

    private readonly CodePointText _text = new(document.Narrative.Text);

    /// <summary>Evidence between guillemets, for a page without colour.</summary>
    public static MarkedSentences Plain(Document document) => new(document, words => $"«{words}»", words => words);

    /// <summary>The sentences in which evidence stands, in text order, each once.</summary>
    public IEnumerable<MarkedSentence> Of(IEnumerable<Evidence> evidence)
    {
        var spans = evidence
            .Select(one => (Span: new TextSpan(_text.ToUtf16(one.Start), _text.ToUtf16(one.End)), one.Section))
            .OrderBy(one => one.Span.Start)
            .ToList();
        foreach (var sentence in spans.GroupBy(one => SentenceOf(one.Span)))
        {
            yield return new MarkedSentence(sentence.First().Section, Mark(document.Narrative.Text, sentence.Key, sentence.Select(one => one.Span)));
        }
    }

    /// <summary>The stretch from the beginning of the sentence in which a span begins to the end of the one in which it ends.</summary>
    private TextSpan SentenceOf(TextSpan span)
    {
        var stretch = span;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Span.Start < span.End && span.Start < sentence.Span.End)
            {
                stretch = TextSpan.Union(stretch, sentence.Span);
            }
        }

        return stretch;
    }

    private string Mark(string text, TextSpan sentence, IEnumerable<TextSpan> evidence)
    {
        var marked = new StringBuilder();
        var shown = sentence.Start;
        foreach (var span in evidence)
        {
            // Evidence may overlap; each character is shown once.
            var start = Math.Max(span.Start, shown);
            if (start >= span.End)
            {
                continue;
            }

            marked.Append(Between(text.AsSpan(shown, start - shown), isFirst: shown == sentence.Start, isLast: false));
            marked.Append(mark(Printable.Line(text.AsSpan(start, span.End - start))));
            shown = span.End;
        }

        return marked.Append(Between(text.AsSpan(shown, sentence.End - shown), isFirst: false, isLast: true)).ToString();
    }

    /// <summary>Plain words of a sentence, shortened where they are far from evidence.</summary>
    private string Between(ReadOnlySpan<char> words, bool isFirst, bool isLast)
    {
        var before = isFirst ? 0 : Math.Min(words.Length, Context);
        var after = isLast ? 0 : Math.Min(words.Length, Context);
        if (before + after >= words.Length)
        {
            return plain(Printable.Line(isFirst ? words.TrimStart() : isLast ? words.TrimEnd() : words));
        }

        // Not through the middle of a surrogate pair.
        before -= before > 0 && char.IsHighSurrogate(words[before - 1]) ? 1 : 0;
        after -= after > 0 && char.IsLowSurrogate(words[^after]) ? 1 : 0;
        var shortened = plain(Printable.Line($"{words[..before]} … {words[^after..]}"));
        return isFirst ? shortened.TrimStart() : isLast ? shortened.TrimEnd() : shortened;
    }
}
