using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>Document to annotated document: terms and grammars name things, abbreviations are resolved, the context asserts.</summary>
internal sealed class Annotator(TermMatcher matcher, GrammarMatcher grammars, ScaleMatcher scales, AbbreviationResolver abbreviations, ContextAnnotator context)
{
    public AnnotatedDocument Annotate(Document document) => Assert(document, Find(document));

    /// <summary>Asserts spans that someone else marked, as if the lexicons named them: so the context is measured without the lexicons.</summary>
    /// <param name="document">The document.</param>
    /// <param name="spans">Stretches of its text, in any order, each of the kind that is given with it.</param>
    /// <returns>The assertion of each span, in the order given; <see cref="Assertion.Affirmed"/> where no token stands.</returns>
    public IReadOnlyList<Assertion> AssertSpans(Document document, IReadOnlyList<GivenSpan> spans)
    {
        var mentions = Find(document);
        var given = new Mention?[spans.Count];
        for (var index = 0; index < spans.Count; index++)
        {
            given[index] = MentionOf(document, mentions, spans[index], new GivenConcept(index));
        }

        mentions.AddRange(given.OfType<Mention>());
        var assertions = new Assertion[spans.Count];
        foreach (var mention in Assert(document, mentions).Mentions)
        {
            if (mention.Concept is GivenConcept concept)
            {
                assertions[concept.Number] = mention.Assertion;
            }
        }

        return assertions;
    }

    /// <summary>A mention over the tokens of a span, of the kind given or else of the kind that the lexicons see there: plans are of acts, not of findings.</summary>
    private static Mention? MentionOf(Document document, List<Mention> mentions, GivenSpan given, GivenConcept concept)
    {
        var span = given.Span;
        var first = Array.FindIndex(document.TokenArray, token => token.End > span.Start);
        var end = Array.FindLastIndex(document.TokenArray, token => token.Start < span.End) + 1;
        if (first < 0 || end <= first)
        {
            return null;
        }

        var known = mentions.FindIndex(mention => mention.FirstToken < end && first < mention.EndToken
            && mention is { Kind: MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Test } or { Kind: MentionKind.Extent, Concept: ValueConcept { Value: "act" } }
            && (mention.Kind != MentionKind.Test || mention.EndToken == end));
        var sentence = Array.FindIndex(document.SentenceArray, sentence => first < sentence.EndToken);
        var kind = given.Kind ?? (known < 0 ? MentionKind.Presentation : mentions[known].Kind is MentionKind.Adjuvant or MentionKind.Test ? mentions[known].Kind : MentionKind.Procedure);
        return new Mention(kind, concept, first, end) { Sentence = sentence };
    }

    /// <summary>Reports name something, or say how it is meant, at every fourth token.</summary>
    private const int TokensOfAMention = 3;

    private List<Mention> Find(Document document)
    {
        var mentions = new List<Mention>(document.TokenArray.Length / TokensOfAMention);
        matcher.Match(document, mentions);
        grammars.Match(document, mentions);
        scales.Match(document, mentions);
        TrapFilter.Hide(mentions);
        abbreviations.Resolve(document, mentions);
        return mentions;
    }

    private AnnotatedDocument Assert(Document document, List<Mention> mentions)
    {
        MentionOrder.Sort(mentions);
        var array = CollectionsMarshal.AsSpan(mentions);
        var starts = new int[document.SentenceArray.Length + 1];
        var next = 0;
        CueConcept? heading = null;
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            starts[sentence] = next;
            while (next < array.Length && array[next].Sentence == sentence)
            {
                next++;
            }

            if (document.SentenceArray[sentence].IsHeading)
            {
                heading = ContextAnnotator.HeadingOf(array[starts[sentence]..next]);
            }
            else if (sentence > 0 && document.SentenceArray[sentence].Section != document.SentenceArray[sentence - 1].Section)
            {
                heading = null;
            }

            context.Assert(document, array[starts[sentence]..next], sentence, heading);
        }

        starts[^1] = array.Length;
        return new AnnotatedDocument(document, mentions, starts);
    }

    /// <summary>A span given from outside, by its number.</summary>
    private sealed record GivenConcept(int Number) : Concept;
}
