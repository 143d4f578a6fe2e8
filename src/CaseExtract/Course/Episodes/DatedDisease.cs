using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>A cancer that a word of time counts from: "a brain metastasis eleven years after ovarian cancer".</summary>
internal static class DatedDisease
{
    /// <summary>How far behind the word of time the cancer may be named, in tokens.</summary>
    private const int Reach = 6;

    /// <param name="line">The story so far.</param>
    /// <param name="mentions">The mentions of the sentence.</param>
    /// <param name="interval">Index of the word of time among them.</param>
    /// <returns>Index of the cancer named right behind, or -1. What the story has named before is of a time that it has told.</returns>
    public static int Find(StoryLine line, ReadOnlySpan<Mention> mentions, int interval)
    {
        var time = mentions[interval];
        for (var index = interval + 1; index < mentions.Length && mentions[index].FirstToken - time.EndToken <= Reach; index++)
        {
            if (mentions[index] is { Kind: MentionKind.Tumour, Concept: TumourConcept { Behaviour: '3' } tumour } && (tumour.Morphology is not null || tumour.Site is not null)
                && !Clauses.HasMark(line.Document, time.EndToken, mentions[index].FirstToken) && !IsNamedBefore(line, tumour, time.FirstToken))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>One past the last token told of the cancer: "treated for carcinoma of the breast by mastectomy", but not "… and which regressed after surgery".</summary>
    public static int EndOf(StoryLine line, Sentence sentence, Mention cancer)
    {
        var end = line.Clauses.EndOf(sentence, cancer.EndToken);
        for (var index = cancer.EndToken; index < end; index++)
        {
            if (line.Document.TextOf(index) is "which" or "that")
            {
                return index;
            }
        }

        return end;
    }

    private static bool IsNamedBefore(StoryLine line, TumourConcept tumour, int token)
    {
        foreach (var placed in line.Mentions)
        {
            if (placed.FirstToken >= token)
            {
                return false;
            }

            if (placed.Mention.Concept is TumourConcept named && named.Morphology == tumour.Morphology && named.Site == tumour.Site)
            {
                return true;
            }
        }

        return false;
    }
}
