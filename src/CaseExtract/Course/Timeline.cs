using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Lays one patient's mentions on a line. A clock starts at zero and is moved on by what the text says of time ("nine months later", "in 2014");
/// the presentation of the index lesion is the last point at which the story starts anew with disease rather than with a check-up.
/// What lies before that point, or is called history, or is dated back from where it is told, is earlier.
/// </summary>
internal sealed class Timeline
{
    /// <summary>An interval of this many months starts the story anew even if it began with a presentation.</summary>
    private const double LongInterval = 30;

    /// <summary>An interval of this many months does if the story began with a treatment.</summary>
    private const double ShortInterval = 5;

    public PlacedMention[] Place(AnnotatedDocument annotated, int[] sentences)
    {
        var walk = new Walk(annotated);
        foreach (var sentence in sentences)
        {
            walk.Read(sentence);
        }

        return walk.Finish();
    }

    /// <summary>A point where the clock moves on.</summary>
    private readonly record struct Jump(int Sentence, int Token, double From, double To);

    private sealed class Walk(AnnotatedDocument annotated)
    {
        private readonly Document _document = annotated.Document;
        private readonly List<(Mention Mention, double Clock, double? Before, bool IsFollowUp)> _placed = [];
        private readonly List<Jump> _jumps = [];
        private double _clock;
        private int _year;

        public void Read(int sentence)
        {
            var bounds = _document.SentenceArray[sentence];
            var mentions = annotated.MentionsOf(sentence);
            if (bounds.Section is SectionKind.Title or SectionKind.Caption || bounds.IsHeading || bounds.Section.IsGeneral())
            {
                foreach (var mention in mentions)
                {
                    _placed.Add((mention, _clock, null, false));
                }

                return;
            }

            var first = _placed.Count;
            foreach (var mention in mentions)
            {
                _placed.Add((mention, _clock, null, false));
            }

            for (var index = 0; index < mentions.Length; index++)
            {
                if (mentions[index] is not { Kind: MentionKind.Interval, Concept: IntervalConcept interval } mention || (mention.Assertion & Assertion.NotPatient) != 0)
                {
                    continue;
                }

                switch (interval.Relation)
                {
                    case IntervalRelation.Later:
                        Move(first, bounds, mention, interval.Months, isAfterEvent: IsAfterEvent(mentions, index));
                        break;
                    case IntervalRelation.FollowUp:
                        Move(first, bounds, mention, interval.Months, isAfterEvent: true);
                        MarkFollowUp(first, mention);
                        break;
                    case IntervalRelation.Date:
                        ReadYear(first, bounds, mention, interval.Year);
                        break;
                    case IntervalRelation.Before:
                        MarkBefore(first, bounds, mention, interval.Months);
                        break;
                }
            }
        }

        public PlacedMention[] Finish()
        {
            var pivot = FindPresentation();
            var result = new PlacedMention[_placed.Count];
            for (var index = 0; index < result.Length; index++)
            {
                var (mention, clock, before, isFollowUp) = _placed[index];
                var section = _document.SentenceArray[mention.Sentence].Section;
                var back = before ?? (clock < pivot - 0.5 ? pivot - clock : null);
                var episode = (mention.Assertion & Assertion.NotPatient) != 0 || section.IsGeneral() && (mention.Assertion & Assertion.Literature) != 0 ? Episode.General
                    : section == SectionKind.Title ? Episode.Present
                    : back is > 0.5 || (mention.Assertion & Assertion.Historical) != 0 ? Episode.Earlier
                    : isFollowUp || section == SectionKind.FollowUp ? Episode.FollowUp
                    : Episode.Present;
                result[index] = new PlacedMention(mention, episode, back);
            }

            return result;
        }

        private static bool IsAfterEvent(ReadOnlySpan<Mention> mentions, int index) =>
            index + 1 < mentions.Length && mentions[index + 1].Kind == MentionKind.Procedure && mentions[index + 1].FirstToken - mentions[index].EndToken <= 4;

        /// <summary>Moves the clock on from an interval; where the interval closes its clause, the clause before it too.</summary>
        private void Move(int first, Sentence bounds, Mention interval, double months, bool isAfterEvent)
        {
            if (!(months > 0))
            {
                return;
            }

            var from = _clock;
            _clock += months;
            var scopeStart = ClosesClause(bounds, interval) ? ClauseStart(bounds, interval.FirstToken) : interval.FirstToken;
            _jumps.Add(new Jump(interval.Sentence, scopeStart, from, _clock));
            for (var index = first; index < _placed.Count; index++)
            {
                var placed = _placed[index];
                if (placed.Mention.FirstToken < scopeStart)
                {
                    continue;
                }

                // "two years after mastectomy": the operation lies at the start of the interval
                var isStart = isAfterEvent && placed.Mention.Kind == MentionKind.Procedure && placed.Mention.FirstToken >= interval.EndToken && placed.Mention.FirstToken <= interval.EndToken + 5
                    && !HasComma(interval.EndToken, placed.Mention.FirstToken);
                _placed[index] = placed with { Clock = isStart ? from : _clock };
            }
        }

        private void MarkFollowUp(int first, Mention interval)
        {
            for (var index = first; index < _placed.Count; index++)
            {
                if (_placed[index].Mention.FirstToken >= interval.FirstToken)
                {
                    _placed[index] = _placed[index] with { IsFollowUp = true };
                }
            }
        }

        private void ReadYear(int first, Sentence bounds, Mention date, int year)
        {
            if (_year == 0)
            {
                _year = year;
                return;
            }

            var months = (year - _year) * 12.0;
            if (months > 0)
            {
                _year = year;
                Move(first, bounds, date, months, isAfterEvent: false);
            }
            else if (months < 0)
            {
                MarkBefore(first, bounds, date, -months);
            }
        }

        /// <summary>"two years ago": dates back the clause it stands in, or the one behind it when it opens the sentence.</summary>
        private void MarkBefore(int first, Sentence bounds, Mention interval, double months)
        {
            var start = ClauseStart(bounds, interval.FirstToken);
            var end = ClauseEnd(bounds, interval.EndToken);
            if (interval.FirstToken <= bounds.FirstToken + 3 && end - interval.EndToken <= 1)
            {
                end = ClauseEnd(bounds, Math.Min(end + 1, bounds.EndToken));
            }

            for (var index = first; index < _placed.Count; index++)
            {
                var placed = _placed[index];
                if (placed.Mention.FirstToken >= start && placed.Mention.FirstToken < end && placed.Mention.Kind is not (MentionKind.Age or MentionKind.Person))
                {
                    _placed[index] = placed with { Before = months };
                }
            }
        }

        private bool ClosesClause(Sentence bounds, Mention interval) =>
            interval.EndToken >= bounds.EndToken - 1 || (interval.FirstToken > bounds.FirstToken + 3 && IsMark(interval.EndToken) && !IsMark(interval.FirstToken - 1)
                && !IsConjunction(interval.FirstToken - 1));

        private int ClauseStart(Sentence bounds, int token)
        {
            for (var index = token - 1; index > bounds.FirstToken; index--)
            {
                if (IsMark(index) || IsConjunction(index))
                {
                    return index;
                }
            }

            return bounds.FirstToken;
        }

        private int ClauseEnd(Sentence bounds, int token)
        {
            for (var index = token; index < bounds.EndToken; index++)
            {
                if (IsMark(index))
                {
                    return index;
                }
            }

            return bounds.EndToken;
        }

        private bool HasComma(int from, int to)
        {
            for (var index = from; index < to; index++)
            {
                if (IsMark(index))
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsMark(int token) => _document.TokenArray[token].Kind == TokenKind.Punctuation && _document.Narrative.Text[_document.TokenArray[token].Start] is ',' or ';' or '.' or ':';

        private bool IsConjunction(int token) => _document.TextOf(_document.TokenArray[token]) is "and" or "who" or "which" or "but" or "when" or "then";

        /// <summary>The clock at which the index lesion presented.</summary>
        private double FindPresentation()
        {
            var pivot = 0.0;
            var start = 0;
            foreach (var jump in _jumps)
            {
                var length = jump.To - pivot;
                var needed = StartsWithPresentation(start, jump) ? LongInterval : ShortInterval;
                if (length >= needed && StartsAnew(jump))
                {
                    pivot = jump.To;
                    start = FirstFrom(jump);
                }
            }

            return pivot;
        }

        private int FirstFrom(Jump jump)
        {
            for (var index = 0; index < _placed.Count; index++)
            {
                if (_placed[index].Mention.Sentence >= jump.Sentence && _placed[index].Mention.FirstToken >= jump.Token)
                {
                    return index;
                }
            }

            return _placed.Count;
        }

        /// <summary>Whether the story up to a jump begins with complaints or findings rather than with an operation or a diagnosis of the past.</summary>
        private bool StartsWithPresentation(int start, Jump jump)
        {
            for (var index = start; index < _placed.Count; index++)
            {
                var mention = _placed[index].Mention;
                if (mention.Sentence > jump.Sentence || (mention.Sentence == jump.Sentence && mention.FirstToken >= jump.Token))
                {
                    break;
                }

                if ((mention.Assertion & (Assertion.Historical | Assertion.NotPatient | Assertion.Negated)) != 0 || _document.SentenceArray[mention.Sentence].Section == SectionKind.Title)
                {
                    continue;
                }

                if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } })
                {
                    return true;
                }

                if (mention is { Kind: MentionKind.Procedure, Concept: ProcedureConcept } or { Kind: MentionKind.Adjuvant })
                {
                    return false;
                }
            }

            return false;
        }

        /// <summary>Whether disease, not a check-up, follows a jump: in the rest of its sentence and the two sentences behind.</summary>
        private bool StartsAnew(Jump jump)
        {
            var hasDisease = false;
            var hasAct = false;
            foreach (var (mention, clock, _, _) in _placed)
            {
                if (clock < jump.To || mention.Sentence < jump.Sentence)
                {
                    continue;
                }

                if ((mention.Assertion & (Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient | Assertion.Historical)) != 0)
                {
                    continue;
                }

                var isNear = mention.Sentence <= jump.Sentence + 2;
                hasDisease |= isNear && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } }
                    or { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } } or { Kind: MentionKind.Tumour } or { Kind: MentionKind.Level };
                hasAct |= mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant
                    || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "diagnose" or "pathology" or "final" } };
            }

            return hasDisease && hasAct;
        }
    }
}
