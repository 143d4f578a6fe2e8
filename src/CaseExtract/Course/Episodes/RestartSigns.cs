using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>What a story tells where it may start anew, in that sentence and the next: "Two years later she [presented] with a [metastasis] of T9".</summary>
/// <param name="First">Index of the first mention behind the point.</param>
/// <param name="HasDisease">Disease is named, as found or as come back.</param>
/// <param name="IsNamed">So it is in the sentence itself.</param>
/// <param name="IsSeen">The patient is seen, or notices something.</param>
/// <param name="Comes">The patient comes.</param>
/// <param name="ComesAfterTime">So it is in the sentence itself, half a year or more after what was told before.</param>
/// <param name="IsHere">The patient comes to those who report.</param>
/// <param name="IsOutcome">The sentence itself tells whether the patient lives.</param>
internal readonly record struct RestartSigns(int First, bool HasDisease, bool IsNamed, bool IsSeen, bool Comes, bool ComesAfterTime, bool IsHere, bool IsOutcome)
{
    /// <summary>So many months make it a visit of its own.</summary>
    private const int OwnVisit = 6;

    public static RestartSigns Of(StoryOutline outline, Restart restart)
    {
        var mentions = outline.Mentions;
        var first = outline.FirstOf(restart.Sentence);
        while (first < mentions.Length && mentions[first].Mention.Sentence == restart.Sentence && mentions[first].FirstToken < restart.Token)
        {
            first++;
        }

        bool hasDisease = false, isNamed = false, isSeen = false, comes = false, comesAfterTime = false, isHere = false, isOutcome = false;
        for (var index = first; index < outline.FirstOf(restart.Sentence + 2); index++)
        {
            var mention = mentions[index].Mention;
            if (!StoryOutline.IsTold(mention))
            {
                continue;
            }

            var isInSentence = mention.Sentence == restart.Sentence;
            isNamed |= isInSentence && mention.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread;
            switch (mention)
            {
                case { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } }:
                    var isVisit = !IsCourseOfDisease(outline, mention);
                    isSeen = true;
                    comes |= isVisit;
                    comesAfterTime |= isVisit && isInSentence && restart.To - restart.From >= OwnVisit;
                    break;
                case { Kind: MentionKind.Plot, Concept: ValueConcept word }:
                    isHere |= word.Value == "here";
                    hasDisease |= word.Value == "recur";
                    break;
                case { Kind: MentionKind.Outcome, Concept: ValueConcept word }:
                    isOutcome |= word.Value is "alive" or "dead" && isInSentence;
                    break;
                case { Kind: MentionKind.Spread, Concept: ValueConcept word }:
                    hasDisease |= word.Value is "metastasis" or "recurrence";
                    break;
                case { Kind: MentionKind.Tumour or MentionKind.Level }:
                case { Kind: MentionKind.LesionWord } when isInSentence && restart.To - restart.From >= PresentationFinder.NewCourse:
                    hasDisease = true;
                    break;
            }
        }

        return new RestartSigns(first, hasDisease, isNamed, isSeen, comes, comesAfterTime, isHere, isOutcome);
    }

    /// <summary>"the patient developed metastases": nobody comes.</summary>
    public static bool IsCourseOfDisease(StoryOutline outline, in Mention mention) =>
        outline.Document.TextOf(mention.FirstToken) is "developed" or "develops" or "experienced" or "noted" or "noticed" or "suffered";
}
