using System.Runtime.InteropServices;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>A document with what is named in it, each mention asserted, in text order.</summary>
internal sealed class AnnotatedDocument(Document document, List<Mention> mentions, int[] sentenceStarts)
{
    public Document Document { get; } = document;

    public IReadOnlyList<Mention> Mentions { get; } = mentions;

    /// <summary>The mentions of one sentence, in text order.</summary>
    public ReadOnlySpan<Mention> MentionsOf(int sentence) => CollectionsMarshal.AsSpan(mentions)[sentenceStarts[sentence]..sentenceStarts[sentence + 1]];
}
