using System.Runtime.InteropServices;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Lays one patient's mentions on a line. A clock starts at zero and is moved on by what the text says of time ("nine months later", "in 2014");
/// the presentation of the index lesion is the last point at which the story starts anew with disease rather than with a check-up.
/// What lies before that point, or is called history, or is dated back from where it is told, is earlier.
/// </summary>
internal sealed class Timeline
{
    /// <summary>Lays out a patient's mentions.</summary>
    /// <param name="annotated">The document.</param>
    /// <param name="patient">What it tells of the patient.</param>
    /// <param name="course">The patient's course, which knows its sentences and gets its mentions.</param>
    /// <param name="workspace">Room for the line.</param>
    public void Place(AnnotatedDocument annotated, PatientPart patient, ClinicalCourse course, CourseWorkspace workspace) =>
        Read(annotated, patient, course.SentenceIndexes, workspace).Finish(course);

    /// <summary>The points where the present course may start, as they were weighed.</summary>
    public IReadOnlyList<WeighedStart> Explain(AnnotatedDocument annotated, PatientPart patient)
    {
        var sentences = new List<int>();
        patient.AddSentences(sentences);
        return Read(annotated, patient, CollectionsMarshal.AsSpan(sentences), new CourseWorkspace()).Explain();
    }

    private static Walk Read(AnnotatedDocument annotated, PatientPart patient, ReadOnlySpan<int> sentences, CourseWorkspace workspace)
    {
        var walk = new Walk(annotated, workspace);
        foreach (var sentence in sentences)
        {
            walk.Read(sentence, patient.Of(sentence, annotated.MentionsOf(sentence)));
        }

        return walk;
    }

    private sealed class Walk
    {
        private static readonly MentionKinds Acts = MentionKinds.Of(MentionKind.Procedure) | MentionKind.Adjuvant;

        private readonly StoryLine _line;
        private readonly StoryIntervals _intervals;
        private readonly StoryAges _ages = new();
        private readonly DatedPassage _passage = new();
        private readonly AnnotatedDocument _annotated;
        private readonly CourseWorkspace _workspace;
        private bool _hasOpened;
        private bool _isSummed; // by the sentence before

        public Walk(AnnotatedDocument annotated, CourseWorkspace workspace)
        {
            (_annotated, _workspace) = (annotated, workspace);
            _line = workspace.Line(annotated.Document);
            _intervals = new StoryIntervals(_line);
        }

        public void Read(int sentence, ReadOnlySpan<Mention> mentions)
        {
            var bounds = _annotated.Document.SentenceArray[sentence];
            var first = _line.Mentions.Count;
            _line.Add(sentence, mentions);
            if (bounds.Section is SectionKind.Title or SectionKind.Caption || bounds.IsHeading || bounds.Section.IsGeneral())
            {
                return;
            }

            var kinds = _annotated.KindsOf(sentence);
            if (kinds.Has(MentionKind.Age))
            {
                _ages.Read(_line, first, bounds, mentions);
            }

            for (var index = 0; index < mentions.Length && kinds.Has(MentionKind.Interval); index++)
            {
                if (mentions[index] is { Kind: MentionKind.Interval, Concept: IntervalConcept interval } && (mentions[index].Assertion & Assertion.NotPatient) == 0)
                {
                    _intervals.Read(first, bounds, mentions, index, interval, _hasOpened);
                }
            }

            if (!_hasOpened)
            {
                _hasOpened = (OpeningSentence.TryRead(_line, first, mentions, bounds, out var isSummary) && !isSummary) || _isSummed;
                _isSummed = isSummary;
            }

            if (kinds.HasAny(Acts))
            {
                HistoryStatement.Read(_line, first);
            }

            _passage.Read(_line, kinds.HasAny(Acts | MentionKind.Tumour) ? first : _line.Mentions.Count, mentions);
            if (kinds.Has(MentionKind.Plot) && _line.TellingSentences is [var opening, ..] && opening < sentence && ReturnVisit.Is(_line, mentions, out var isSeen)
                && (_line.Restarts.Count == 0 || _line.Restarts[^1].Sentence < sentence))
            {
                Restart(sentence, bounds.FirstToken, isSeen);
            }
        }

        public IReadOnlyList<WeighedStart> Explain() => new PresentationFinder(_line, _workspace).Explain(_line.Restarts);

        public void Finish(ClinicalCourse course)
        {
            // most stories never start anew
            var start = _line.Restarts.Count == 0 ? null : new PresentationFinder(_line, _workspace).Find(_line.Restarts);
            EpisodePlacer.Place(_line, start, course);
        }

        /// <summary>The patient comes again: at the latest now, where all that was told so far is dated back.</summary>
        private void Restart(int sentence, int token, bool isSeen)
        {
            var from = _line.Clock;
            if (isSeen && from < _intervals.CameBefore)
            {
                _line.MoveTo(_intervals.CameBefore, token);
            }

            _line.Restarts.Add(new Restart(sentence, token, from, _line.Clock));
        }
    }
}
