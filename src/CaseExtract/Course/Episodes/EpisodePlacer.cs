using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>Gives every mention of a line its episode, once the presentation of the index lesion is known.</summary>
internal static class EpisodePlacer
{
    /// <summary>So many months apart two tellings of one stretch of time may lie.</summary>
    private const double MostApart = 2;

    /// <param name="line">The whole line.</param>
    /// <param name="start">Where the present course starts; <see langword="null"/> when the story is the present course.</param>
    /// <param name="course">Gets the mentions.</param>
    public static void Place(StoryLine line, Restart? start, ClinicalCourse course)
    {
        var pivot = start?.To ?? 0;
        var mentions = CollectionsMarshal.AsSpan(line.Mentions);
        var result = course.Open(mentions.Length);
        var sentences = line.Document.SentenceArray;
        var perfect = new PastPerfectClause(line.Document, mentions);
        var isFromNow = start is not null && IsToldFromNow(mentions, pivot);
        var courseBegun = -1;
        for (var index = 0; index < result.Length; index++)
        {
            ref readonly var timed = ref mentions[index];
            var mention = timed.Mention;
            var section = sentences[mention.Sentence].Section;
            var isBeforeStart = start is { } restart && section != SectionKind.Title && !section.IsGeneral()
                && (mention.Sentence < restart.Sentence || (mention.Sentence == restart.Sentence && mention.FirstToken < restart.Token)) && timed.Clock <= restart.From + 0.01;
            var back = timed.Before is { } dated ? dated + (isBeforeStart && !isFromNow ? pivot - timed.Clock : 0) : timed.Clock < pivot - 0.5 ? pivot - timed.Clock : (double?)null;
            var placement = timed.Is(Assertion.NotPatient) || (section.IsGeneral() && timed.Is(Assertion.Literature)) ? Placement.NotPatient
                : section == SectionKind.Title ? Placement.Title
                : timed.Before is > 0 ? Placement.Dated
                : timed.IsOpening ? Placement.Opening
                : timed.Is(Assertion.Historical) ? Placement.CalledHistory
                : isBeforeStart || back is > 0 ? Placement.BeforePresentation
                : timed.Is(Assertion.PastPerfect) && (courseBegun < 0 || courseBegun >= mention.Sentence) && !IsBiopsy(mention) && !perfect.IsOfOneCourse(index) ? Placement.PastPerfect
                : timed.IsFollowUp || section == SectionKind.FollowUp ? Placement.Observation
                : Placement.Told;
            var episode = placement switch
            {
                Placement.NotPatient => Episode.General,
                Placement.Title or Placement.Told => Episode.Present,
                Placement.Observation => Episode.FollowUp,
                _ => Episode.Earlier,
            };
            if (episode == Episode.Present && courseBegun < 0 && section != SectionKind.Title && !timed.Is(Assertion.NotFactual)
                && (mention.Kind == MentionKind.Procedure || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" } }))
            {
                courseBegun = mention.Sentence;
            }

            result[index] = new PlacedMention(mention, episode, back, timed.Before is not null || timed.IsOpening, placement);
        }

        course.Close();
    }

    /// <summary>"hepatectomy 28 months ago … about 27 months after the operation a mass was found": one stretch, told from both of its ends, so what lies so long ago is counted from the presentation.</summary>
    private static bool IsToldFromNow(ReadOnlySpan<TimedMention> mentions, double pivot)
    {
        foreach (ref readonly var timed in mentions)
        {
            var after = pivot - timed.Clock;
            if (timed.IsAct && timed.Before is { } before && after > 0 && before >= after - MostApart && before - after <= Math.Max(MostApart, before / 10))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A needle biopsy had shown a metastasis": a biopsy belongs to the lesion in question unless it is called history or dated back.</summary>
    private static bool IsBiopsy(Mention mention) => mention.Concept is ProcedureConcept { Term: "biopsy" };
}
