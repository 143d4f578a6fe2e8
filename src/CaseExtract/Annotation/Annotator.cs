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
    /// <summary>Annotates a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="workspace">The memory that the result will live in.</param>
    public AnnotatedDocument Annotate(Document document, AnnotationWorkspace workspace)
    {
        Find(document, workspace);
        return Assert(document, workspace);
    }

    /// <summary>Asserts spans that someone else marked, as if the lexicons named them: so the context is measured without the lexicons.</summary>
    /// <param name="document">The document.</param>
    /// <param name="spans">Stretches of its text, in any order, each of the kind that is given with it.</param>
    /// <returns>The assertion of each span, in the order given; <see cref="Assertion.Affirmed"/> where no token stands.</returns>
    public IReadOnlyList<Assertion> AssertSpans(Document document, IReadOnlyList<GivenSpan> spans)
    {
        var workspace = new AnnotationWorkspace();
        var mentions = workspace.Mentions;
        Find(document, workspace);
        var given = new Mention?[spans.Count];
        for (var index = 0; index < spans.Count; index++)
        {
            given[index] = MentionOf(document, mentions, spans[index], new GivenConcept(index));
        }

        mentions.AddRange(given.OfType<Mention>());
        var assertions = new Assertion[spans.Count];
        foreach (var mention in Assert(document, workspace).Mentions)
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
        var tokens = document.TokenArray.ToArray();
        var first = Array.FindIndex(tokens, token => token.End > span.Start);
        var end = Array.FindLastIndex(tokens, token => token.Start < span.End) + 1;
        if (first < 0 || end <= first)
        {
            return null;
        }

        var known = mentions.FindIndex(mention => mention.FirstToken < end && first < mention.EndToken
            && mention is { Kind: MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Test } or { Kind: MentionKind.Extent, Concept: ValueConcept { Value: "act" } }
            && (mention.Kind != MentionKind.Test || mention.EndToken == end));
        var sentence = Array.FindIndex(document.SentenceArray.ToArray(), sentence => first < sentence.EndToken);
        var kind = given.Kind ?? (known < 0 ? MentionKind.Presentation : mentions[known].Kind is MentionKind.Adjuvant or MentionKind.Test ? mentions[known].Kind : MentionKind.Procedure);
        return new Mention(kind, concept, first, end) { Sentence = sentence };
    }

    private void Find(Document document, AnnotationWorkspace workspace)
    {
        workspace.Clear();
        var mentions = workspace.Mentions;
        matcher.Match(document, mentions);
        grammars.Match(document, mentions, workspace.Concepts);
        scales.Match(document, mentions);
        TrapFilter.Hide(mentions);
        abbreviations.Resolve(document, mentions, workspace.Abbreviations);
    }

    private AnnotatedDocument Assert(Document document, AnnotationWorkspace workspace)
    {
        workspace.Sort();
        var array = CollectionsMarshal.AsSpan(workspace.Mentions);
        var sentences = document.SentenceArray;
        var next = 0;
        CueConcept? heading = null;
        for (var sentence = 0; sentence < sentences.Length; sentence++)
        {
            var first = next;
            workspace.SentenceStarts.Add(first);
            var kinds = default(MentionKinds);
            for (; next < array.Length && array[next].Sentence == sentence; next++)
            {
                kinds |= array[next].Kind;
            }

            workspace.SentenceKinds.Add(kinds);

            if (sentences[sentence].IsHeading)
            {
                heading = ContextAnnotator.HeadingOf(array[first..next]);
            }
            else if (sentence > 0 && sentences[sentence].Section != sentences[sentence - 1].Section)
            {
                heading = null;
            }

            context.Assert(document, array[first..next], kinds, sentence, heading, workspace.Cues);
        }

        workspace.SentenceStarts.Add(array.Length);
        return workspace.Annotated(document);
    }

    /// <summary>A span given from outside, by its number.</summary>
    private sealed record GivenConcept(int Number) : Concept;
}
