using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>Document to annotated document: terms and grammars name things, abbreviations are resolved, the context asserts.</summary>
internal sealed class Annotator(TermMatcher matcher, GrammarMatcher grammars, AbbreviationResolver abbreviations, ContextAnnotator context)
{
    public AnnotatedDocument Annotate(Document document)
    {
        var mentions = new List<Mention>(128);
        matcher.Match(document, mentions);
        grammars.Match(document, mentions);
        TrapFilter.Hide(mentions);
        abbreviations.Resolve(document, mentions);
        mentions.Sort(static (left, right) => left.FirstToken != right.FirstToken
            ? left.FirstToken.CompareTo(right.FirstToken)
            : left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : left.EndToken.CompareTo(right.EndToken));
        var array = mentions.ToArray();
        var starts = new int[document.SentenceArray.Length + 1];
        var next = 0;
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            starts[sentence] = next;
            while (next < array.Length && array[next].Sentence == sentence)
            {
                next++;
            }

            context.Assert(document, array.AsSpan(starts[sentence]..next), sentence);
        }

        starts[^1] = array.Length;
        return new AnnotatedDocument(document, array, starts);
    }
}
