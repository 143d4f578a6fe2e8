using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Fields;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Explanation;

/// <summary>Puts together what the stages tell of one patient into an explanation of the record.</summary>
internal static class CaseExplainer
{
    public static CaseExplanation Explain(ClinicalCourse course, StoryTrace story, TumourReasoning reasoning, CaseRecord record)
    {
        var evidence = new EvidenceFactory(course.Document);
        return new CaseExplanation
        {
            Record = record,
            Patients = KebabName.Of(story.Patients),
            Starts = [.. story.Starts.Select(start => StartOf(course, start, evidence))],
            Stretches = Stretches(course, evidence),
            Lesions = Lesions(course, reasoning, evidence),
            Fields = new FieldExplainer(course, reasoning, record, evidence).Explain(),
        };
    }

    internal static IReadOnlyList<Reason> ReasonsOf(IEnumerable<WeighedFeature> features) => [.. features.Select(feature => new Reason(feature.Name, feature.Worth))];

    private static StoryStart StartOf(ClinicalCourse course, WeighedStart start, EvidenceFactory evidence)
    {
        var sentence = course.Document.SentenceArray[start.Sentence];
        var place = evidence.Of(course.Document.SpanOf(start.Token, sentence.EndToken), sentence.Section);
        return new StoryStart(place, start.IsChosen, ReasonsOf(start.Features), PresentationFinder.Threshold);
    }

    /// <summary>Runs of mentions with one episode and one reason; general knowledge is no part of the story.</summary>
    private static List<StoryStretch> Stretches(ClinicalCourse course, EvidenceFactory evidence)
    {
        var stretches = new List<StoryStretch>();
        var mentions = course.Mentions;
        var next = 0;
        while (next < mentions.Length)
        {
            var first = mentions[next];
            if (!IsTold(first))
            {
                next++;
                continue;
            }

            var last = first;
            while (next < mentions.Length && (!IsTold(mentions[next]) || (mentions[next].Placement == first.Placement && mentions[next].MonthsBefore == first.MonthsBefore)))
            {
                last = IsTold(mentions[next]) && mentions[next].EndToken > last.EndToken ? mentions[next] : last;
                next++;
            }

            var section = course.SentenceOf(first).Section;
            if (first.Placement != Placement.NotPatient && section != SectionKind.Title)
            {
                var place = evidence.Of(course.Document.SpanOf(first.FirstToken, last.EndToken), section);
                stretches.Add(new StoryStretch(KebabName.Of(first.Episode), KebabName.Of(first.Placement), first.MonthsBefore, place));
            }
        }

        return stretches;
    }

    /// <summary>What makes the story: tumours, complaints, findings and acts; the words around them take their place from these.</summary>
    private static bool IsTold(PlacedMention mention) =>
        mention.Kind is MentionKind.Tumour or MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Level or MentionKind.Spread
        || mention is { Kind: MentionKind.Presentation, Concept: PresentationConcept { IsModifier: false } };

    private static List<LesionChoice> Lesions(ClinicalCourse course, TumourReasoning reasoning, EvidenceFactory evidence)
    {
        var chosen = reasoning.Lesion.Diagnosis;
        var lesions = new List<LesionChoice>(reasoning.Candidates.Count);
        for (var index = 0; index < reasoning.Candidates.Count; index++)
        {
            var candidate = reasoning.Candidates[index];
            var isChosen = chosen is { } diagnosis && candidate.Best.FirstToken == diagnosis.FirstToken;
            lesions.Add(new LesionChoice(
                ((TumourConcept)candidate.Best.Concept).Display,
                candidate.Morphology,
                candidate.Kind != TumourKind.Lesion,
                candidate.Mentions.Count,
                isChosen,
                candidate.Score,
                evidence.Of(candidate.Best)[0],
                ReasonsOf(reasoning.CandidateFeatures[index])));
        }

        return [.. lesions.OrderByDescending(lesion => lesion.IsChosen).ThenByDescending(lesion => lesion.Score)];
    }
}
