using System.Runtime.InteropServices;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;

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

    private sealed class Walk(AnnotatedDocument annotated, CourseWorkspace workspace)
    {
        /// <summary>So many sentences behind one that is dated back "seven years later" may still count from there.</summary>
        private const int Continuation = 3;

        private static readonly MentionKinds Acts = MentionKinds.Of(MentionKind.Procedure) | MentionKind.Adjuvant;

        /// <summary>From so many months on a first visit that is dated back is an earlier course.</summary>
        private const double Long = 12;

        /// <summary>How far before its verb the patient may stand who is its subject.</summary>
        private const int SubjectReach = 3;

        /// <summary>"five days later" counts from an operation and not from what was years ago: the share of the time back that it must at least be.</summary>
        private const int Fraction = 50;

        private readonly StoryLine _line = workspace.Line(annotated.Document);
        private readonly DatedPassage _passage = new();
        private readonly StoryDates _dates = new();
        private bool _hasOpened;
        private bool _isSummed; // by the sentence before
        private double _dated;
        private int _datedIn;
        private double? _age;
        private double _cameBefore; // how long ago the story opens: "presented five years back with"

        public void Read(int sentence, ReadOnlySpan<Mention> mentions)
        {
            var bounds = annotated.Document.SentenceArray[sentence];
            var first = _line.Mentions.Count;
            _line.Add(sentence, mentions);
            if (bounds.Section is SectionKind.Title or SectionKind.Caption || bounds.IsHeading || bounds.Section.IsGeneral())
            {
                return;
            }

            var kinds = annotated.KindsOf(sentence);
            if (kinds.Has(MentionKind.Age))
            {
                ReadAges(first, bounds, mentions);
            }

            for (var index = 0; index < mentions.Length && kinds.Has(MentionKind.Interval); index++)
            {
                if (mentions[index] is { Kind: MentionKind.Interval, Concept: IntervalConcept interval } && (mentions[index].Assertion & Assertion.NotPatient) == 0)
                {
                    ReadInterval(first, bounds, mentions, index, interval);
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
            if (kinds.Has(MentionKind.Plot))
            {
                ReadReturn(mentions, sentence, bounds);
            }
        }

        public IReadOnlyList<WeighedStart> Explain() => new PresentationFinder(_line, workspace).Explain(_line.Restarts);

        public void Finish(ClinicalCourse course)
        {
            // most stories never start anew
            var start = _line.Restarts.Count == 0 ? null : new PresentationFinder(_line, workspace).Find(_line.Restarts);
            EpisodePlacer.Place(_line, start, course);
        }

        private void ReadInterval(int first, Sentence bounds, ReadOnlySpan<Mention> mentions, int index, IntervalConcept interval)
        {
            var mention = mentions[index];
            if (interval.Relation == IntervalRelation.Later && _dated > 0 && interval.Months <= _dated && interval.Months * Fraction >= _dated && mention.Sentence - _datedIn <= Continuation)
            {
                // "Ten years previously, X. About 7 years later, …": counted from the earlier event, not from now
                MarkBefore(first, bounds, mention, _dated - interval.Months);
                _dated -= interval.Months;
                _datedIn = mention.Sentence;
                return;
            }

            switch (interval.Relation)
            {
                case IntervalRelation.Later:
                    _line.MoveOn(first, bounds, mention, interval.Months);
                    break;
                // "with regular 6-month follow-up": how often, not when
                case IntervalRelation.FollowUp when mention.FirstToken > bounds.FirstToken && _line.Document.TextOf(_line.Document.TokenArray[mention.FirstToken - 1]) is "regular" or "every" or "each":
                    break;
                case IntervalRelation.FollowUp:
                    _line.MoveOn(first, bounds, mention, interval.Months);
                    _line.MarkFollowUp(first, mention.FirstToken);
                    break;
                case IntervalRelation.After:
                    TimeAfter.Read(_line, first, bounds, mentions, index, interval.Months);
                    break;
                case IntervalRelation.Date:
                    _dates.Read(_line, first, bounds, mention, interval);
                    break;
                case IntervalRelation.Before:
                    MarkBefore(first, bounds, mention, interval.Months);
                    (_dated, _datedIn) = (interval.Months, mention.Sentence);
                    _cameBefore = !_hasOpened && interval.Months >= Long && IsWhollyDated(first) ? interval.Months : _cameBefore;
                    break;
            }
        }

        /// <summary>"hysterectomy at the age of 37" of a patient who is 50: the clause is dated back by the difference.</summary>
        private void ReadAges(int first, Sentence bounds, ReadOnlySpan<Mention> mentions)
        {
            foreach (ref readonly var mention in mentions)
            {
                if (mention is not { Kind: MentionKind.Age, Concept: AgeConcept age } || (mention.Assertion & Assertion.NotPatient) != 0)
                {
                    continue;
                }

                if (_age is null)
                {
                    _age = age.Years;
                }
                else if (age.Years < _age - 0.9)
                {
                    MarkBefore(first, bounds, mention, (_age.Value - age.Years) * 12);
                }
                else if (age.Years > _age + 0.9 && IsOfReturn(mentions, mention))
                {
                    // "At the age of 65 he presented with …" of a patient introduced at 62
                    _line.MoveOn(first, bounds, mention, (age.Years - _age.Value) * 12);
                    _age = age.Years;
                }
            }
        }

        /// <summary>Whether a sentence tells behind an age how the patient came.</summary>
        private static bool IsOfReturn(ReadOnlySpan<Mention> mentions, Mention age)
        {
            foreach (var mention in mentions)
            {
                if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } && mention.FirstToken > age.FirstToken)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>A sentence in which the patient comes again, or disease is found on follow-up, may start the story anew without any time being told.</summary>
        private void ReadReturn(ReadOnlySpan<Mention> mentions, int sentence, Sentence bounds)
        {
            bool isSeen = false, isFollowed = false, isDiseased = false, introduces = false, isRecovery = false;
            foreach (ref readonly var mention in mentions)
            {
                // "the patient reported minimal pain postoperatively": still the same course
                isRecovery |= mention is { Kind: MentionKind.Phase, Concept: ValueConcept { Value: "postoperative" } };
                introduces |= mention.Kind == MentionKind.Age && (mention.Assertion & Assertion.NotPatient) == 0;
                if ((mention.Assertion & (Assertion.Negated | Assertion.NotPatient | Assertion.Historical)) != 0)
                {
                    continue;
                }

                isSeen |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } && !IsOfFinding(mentions, mention);
                isFollowed |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "follow" } };
                isDiseased |= mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } } or { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "recur" } };
            }

            if (!introduces && _line.TellingSentences is [var opening, ..] && opening < sentence && ((isSeen && !isRecovery) || (isFollowed && isDiseased))
                && (_line.Restarts.Count == 0 || _line.Restarts[^1].Sentence < sentence))
            {
                var from = _line.Clock;
                if (isSeen && from < _cameBefore)
                {
                    _line.MoveTo(_cameBefore, bounds.FirstToken);
                }

                _line.Restarts.Add(new Restart(sentence, bounds.FirstToken, from, _line.Clock));
            }
        }

        /// <summary>"A woman presented five years back with a lump": the sentence so far tells how the patient came, and all that is dated back.</summary>
        private bool IsWhollyDated(int first)
        {
            var comes = false;
            foreach (ref readonly var placed in CollectionsMarshal.AsSpan(_line.Mentions)[first..])
            {
                if (placed is { Kind: MentionKind.Plot, Mention.Concept: ValueConcept { Value: "present" } } && !placed.Is(Assertion.NotPatient))
                {
                    if (placed.Before is null || OpeningSentence.IsLandmark(_line.Document, placed.FirstToken))
                    {
                        return false;
                    }

                    comes = true;
                }
            }

            return comes;
        }

        /// <summary>"on histology, sheets of cells [were seen]", "a mass [was found]": nobody comes unless it is the patient who was seen.</summary>
        private bool IsOfFinding(ReadOnlySpan<Mention> mentions, Mention seen)
        {
            if (_line.Document.TextOf(_line.Document.TokenArray[seen.EndToken - 1]) is not ("seen" or "found" or "noted" or "noticed" or "reported"))
            {
                return false;
            }

            foreach (ref readonly var mention in mentions)
            {
                if (mention.Kind == MentionKind.Person && seen.FirstToken - mention.EndToken is >= 0 and <= SubjectReach)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>"two years ago": dates back the clause it stands in, or the one behind it when it opens the sentence.</summary>
        private void MarkBefore(int first, Sentence bounds, Mention interval, double months)
        {
            var (start, end) = _line.Clauses.DatedBy(bounds, interval);
            _line.Date(first, months, _line.Clauses.StartOfSubject(bounds, start), end);
        }
    }
}
