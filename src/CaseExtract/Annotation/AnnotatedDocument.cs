using System.Runtime.InteropServices;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation;

/// <summary>A document with what is named in it, each mention asserted, in text order.</summary>
internal sealed class AnnotatedDocument(Document document, AnnotationWorkspace workspace)
{
    public Document Document { get; set; } = document;

    public IReadOnlyList<Mention> Mentions => workspace.Mentions;

    /// <summary>The kinds of the mentions of one sentence.</summary>
    public MentionKinds KindsOf(int sentence) => workspace.SentenceKinds[sentence];

    /// <summary>The mentions of one sentence, in text order.</summary>
    public ReadOnlySpan<Mention> MentionsOf(int sentence) =>
        CollectionsMarshal.AsSpan(workspace.Mentions)[workspace.SentenceStarts[sentence]..workspace.SentenceStarts[sentence + 1]];
}
