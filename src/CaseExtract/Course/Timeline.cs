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
    public PlacedMention[] Place(AnnotatedDocument annotated, int[] sentences) => Read(annotated, sentences).Finish();

    /// <summary>The points where the present course may start, as they were weighed.</summary>
    public IReadOnlyList<WeighedStart> Explain(AnnotatedDocument annotated, int[] sentences) => Read(annotated, sentences).Explain();

    private static Walk Read(AnnotatedDocument annotated, int[] sentences)
    {
        var count = 0;
        foreach (var sentence in sentences)
        {
            count += annotated.MentionsOf(sentence).Length;
        }

        var walk = new Walk(annotated, count);
        foreach (var sentence in sentences)
        {
            walk.Read(sentence);
        }

        return walk;
    }

    private sealed class Walk(AnnotatedDocument annotated, int capacity)
    {
        private readonly Document _document = annotated.Document;
        private readonly List<TimedMention> _placed = new(capacity);
        private readonly HashSet<string> _toldOperations = new(StringComparer.Ordinal);
        private int _told;
        private bool _hasOpened;
        private readonly List<Restart> _restarts = [];
        private double _dated;
        private double? _age;
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
                    _placed.Add(new TimedMention(mention, _clock));
                }

                return;
            }

            var first = _placed.Count;
            foreach (var mention in mentions)
            {
                _placed.Add(new TimedMention(mention, _clock));
            }

            ReadAges(first, bounds, mentions);
            for (var index = 0; index < mentions.Length; index++)
            {
                if (mentions[index] is not { Kind: MentionKind.Interval, Concept: IntervalConcept interval } mention || (mention.Assertion & Assertion.NotPatient) != 0)
                {
                    continue;
                }

                if (interval.Relation == IntervalRelation.Later && _dated > 0 && interval.Months <= _dated)
                {
                    // "Ten years previously, X. About 7 years later, …": counted from the earlier event, not from now
                    MarkBefore(first, bounds, mention, _dated - interval.Months);
                    _dated -= interval.Months;
                    continue;
                }

                switch (interval.Relation)
                {
                    case IntervalRelation.Later:
                        Move(first, bounds, mention, interval.Months);
                        break;
                    case IntervalRelation.FollowUp:
                        Move(first, bounds, mention, interval.Months);
                        MarkFollowUp(first, mention);
                        break;
                    case IntervalRelation.After:
                        ReadAfter(first, bounds, mentions, index, interval.Months);
                        break;
                    case IntervalRelation.Date:
                        ReadYear(first, bounds, mention, interval.Year);
                        break;
                    case IntervalRelation.Before:
                        MarkBefore(first, bounds, mention, interval.Months);
                        _dated = interval.Months;
                        break;
                }
            }

            ReadOpening(first, mentions, bounds);
            ReadReturn(mentions, sentence, bounds);
        }

        /// <summary>
        /// The sentence that introduces the patient: acts told before how the patient came ("a man treated by nephrectomy … presented with") and acts
        /// that the complaint or the recurrence came after ("presented with a recurrence after mastectomy") are earlier, though nothing dates them.
        /// </summary>
        private void ReadOpening(int first, ReadOnlySpan<Mention> mentions, Sentence bounds)
        {
            if (_hasOpened)
            {
                return;
            }

            int introduced = -1, came = -1;
            foreach (var mention in mentions)
            {
                if ((mention.Assertion & (Assertion.NotPatient | Assertion.Negated)) != 0)
                {
                    continue;
                }

                if (introduced < 0 && (mention.Kind == MentionKind.Age || mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "female-noun" or "male-noun" or "patient" } }))
                {
                    introduced = mention.FirstToken;
                }

                if (introduced >= 0 && came < 0 && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } or { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "recurrence" } })
                {
                    came = mention.FirstToken;
                }
            }

            _hasOpened = introduced >= 0;
            if (introduced < 0 || came < 0)
            {
                return;
            }

            for (var index = first; index < _placed.Count; index++)
            {
                var placed = _placed[index];
                if (placed.Before is null && placed.Mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant && placed.Mention.FirstToken > introduced
                    && (placed.Mention.FirstToken < came || (IsBehindAfter(bounds, placed.Mention, came) && !IsFoundBetween(mentions, came, placed.Mention.FirstToken))))
                {
                    _placed[index] = placed with { IsOpening = true };
                }
            }
        }

        /// <summary>"…; histopathology showed a ganglioneuroblastoma after adrenalectomy": found out by the act, not come after it.</summary>
        private static bool IsFoundBetween(ReadOnlySpan<Mention> mentions, int from, int to)
        {
            foreach (var mention in mentions)
            {
                if (mention.FirstToken > from && mention.FirstToken < to && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" or "final" } })
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>"… after mastectomy", "… following nephrectomy".</summary>
        private bool IsBehindAfter(Sentence bounds, Mention act, int from)
        {
            for (var index = act.FirstToken - 1; index >= Math.Max(Math.Max(bounds.FirstToken, from), act.FirstToken - 4); index--)
            {
                if (_document.TextOf(_document.TokenArray[index]) is "after" or "following")
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>"hysterectomy at the age of 37" of a patient who is 50: the clause is dated back by the difference.</summary>
        private void ReadAges(int first, Sentence bounds, ReadOnlySpan<Mention> mentions)
        {
            foreach (var mention in mentions)
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
                    var start = ClauseStart(bounds, mention.FirstToken);
                    var end = ClauseEnd(bounds, mention.EndToken);
                    if (mention.FirstToken <= bounds.FirstToken + 3 && end - mention.EndToken <= 1)
                    {
                        end = ClauseEnd(bounds, Math.Min(end + 1, bounds.EndToken));
                    }

                    Date(first, (_age.Value - age.Years) * 12, placed => placed.FirstToken >= start && placed.FirstToken < end);
                }
            }
        }

        /// <summary>A sentence in which the patient comes again, or disease is found on follow-up, may start the story anew without any time being told.</summary>
        private void ReadReturn(ReadOnlySpan<Mention> mentions, int sentence, Sentence bounds)
        {
            bool isSeen = false, isFollowed = false, isDiseased = false;
            foreach (var mention in mentions)
            {
                if ((mention.Assertion & (Assertion.Negated | Assertion.NotPatient | Assertion.Historical)) != 0)
                {
                    continue;
                }

                isSeen |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } };
                isFollowed |= mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "follow" } };
                isDiseased |= mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } } or { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "recur" } };
            }

            var introduces = false;
            foreach (var mention in mentions)
            {
                introduces |= mention.Kind == MentionKind.Age && (mention.Assertion & Assertion.NotPatient) == 0;
            }

            if (!introduces && _placed.Count > 0 && _placed[0].Mention.Sentence < sentence && (isSeen || (isFollowed && isDiseased)) && (_restarts.Count == 0 || _restarts[^1].Sentence < sentence))
            {
                _restarts.Add(new Restart(sentence, bounds.FirstToken, _clock, _clock));
            }
        }

        public IReadOnlyList<WeighedStart> Explain() => new PresentationFinder(_document, _placed).Explain(_restarts);

        public PlacedMention[] Finish()
        {
            var restart = new PresentationFinder(_document, _placed).Find(_restarts);
            var pivot = restart?.To ?? 0;
            var result = new PlacedMention[_placed.Count];
            var courseBegun = -1;
            for (var index = 0; index < result.Length; index++)
            {
                var (mention, clock, before, isFollowUp, isOpening) = _placed[index];
                var section = _document.SentenceArray[mention.Sentence].Section;
                var isBeforeRestart = restart is not null && section != SectionKind.Title && !section.IsGeneral()
                    && (mention.Sentence < restart.Sentence || (mention.Sentence == restart.Sentence && mention.FirstToken < restart.Token)) && clock <= restart.From + 0.01;
                var back = before is { } dated ? dated + (isBeforeRestart ? pivot - clock : 0) : clock < pivot - 0.5 ? pivot - clock : (double?)null;
                var placement = (mention.Assertion & Assertion.NotPatient) != 0 || (section.IsGeneral() && (mention.Assertion & Assertion.Literature) != 0) ? Placement.NotPatient
                    : section == SectionKind.Title ? Placement.Title
                    : before is > 0 ? Placement.Dated
                    : isOpening ? Placement.Opening
                    : (mention.Assertion & Assertion.Historical) != 0 ? Placement.CalledHistory
                    : isBeforeRestart || back is > 0 ? Placement.BeforePresentation
                    : (mention.Assertion & Assertion.PastPerfect) != 0 && (courseBegun < 0 || courseBegun >= mention.Sentence) ? Placement.PastPerfect
                    : isFollowUp || section == SectionKind.FollowUp ? Placement.Observation
                    : Placement.Told;
                var episode = placement switch
                {
                    Placement.NotPatient => Episode.General,
                    Placement.Title or Placement.Told => Episode.Present,
                    Placement.Observation => Episode.FollowUp,
                    _ => Episode.Earlier,
                };
                if (episode == Episode.Present && courseBegun < 0 && section != SectionKind.Title && (mention.Assertion & Assertion.NotFactual) == 0
                    && (mention.Kind == MentionKind.Procedure || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" } }))
                {
                    courseBegun = mention.Sentence;
                }

                result[index] = new PlacedMention(mention, episode, back, before is not null || isOpening, placement);
            }

            return result;
        }

        /// <summary>
        /// "two years after mastectomy": opening a sentence it moves the clock on; otherwise it dates back an operation that was not told before,
        /// moves the clock on if the patient comes again or the disease returns, and else is observation.
        /// </summary>
        private void ReadAfter(int first, Sentence bounds, ReadOnlySpan<Mention> mentions, int index, double months)
        {
            var interval = mentions[index];
            var isOpening = interval.FirstToken <= bounds.FirstToken + 3;
            var operation = index + 1;
            while (operation < mentions.Length && mentions[operation].Kind != MentionKind.Procedure)
            {
                operation++;
            }

            var hasOperation = operation < mentions.Length && mentions[operation].FirstToken - interval.EndToken <= 6 && !HasComma(interval.EndToken, mentions[operation].FirstToken);
            if (hasOperation && !IsKnown(interval.FirstToken, mentions[operation]))
            {
                var (start, end) = (mentions[operation].FirstToken, ClauseEnd(bounds, mentions[operation].EndToken));
                Date(first, months, placed => placed.FirstToken >= start && placed.FirstToken < end);
                return;
            }

            var isNews = false;
            foreach (var mention in mentions)
            {
                isNews |= (mention.Assertion & (Assertion.Negated | Assertion.NotPatient)) == 0
                    && (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } || mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } });
                if (!isOpening && mention.FirstToken >= interval.EndToken && (mention.Assertion & Assertion.PastPerfect) != 0)
                {
                    // "osteosarcoma 10 years after he had been diagnosed with …"
                    Date(first, months, placed => placed.FirstToken >= interval.EndToken);
                    return;
                }
            }

            if (isOpening || isNews)
            {
                Move(first, bounds, interval, months);
            }

            MarkFollowUp(first, interval);
        }

        private bool IsKnown(int token, Mention operation)
        {
            for (; _told < _placed.Count && _placed[_told].Mention.FirstToken < token; _told++)
            {
                if (_placed[_told].Mention.Concept is ProcedureConcept told)
                {
                    _toldOperations.Add(told.Term);
                }
            }

            return _toldOperations.Contains(((ProcedureConcept)operation.Concept).Term);
        }

        /// <summary>Dates mentions of the sentence back.</summary>
        private void Date(int first, double months, Func<Mention, bool> isMeant)
        {
            for (var index = first; index < _placed.Count; index++)
            {
                var placed = _placed[index];
                if (placed.Mention.Kind is not (MentionKind.Age or MentionKind.Person) && isMeant(placed.Mention))
                {
                    _placed[index] = placed with { Before = months };
                }
            }
        }

        /// <summary>Moves the clock on from an interval; where the interval closes its clause, the clause before it too.</summary>
        private void Move(int first, Sentence bounds, Mention interval, double months)
        {
            if (!(months > 0))
            {
                return;
            }

            var from = _clock;
            _clock += months;
            var scopeStart = ClosesClause(bounds, interval) ? ClauseStart(bounds, interval.FirstToken) : interval.FirstToken;
            _restarts.Add(new Restart(interval.Sentence, scopeStart, from, _clock));
            for (var index = first; index < _placed.Count; index++)
            {
                if (_placed[index].Mention.FirstToken >= scopeStart)
                {
                    _placed[index] = _placed[index] with { Clock = _clock };
                }
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
                Move(first, bounds, date, months);
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

            Date(first, months, placed => placed.FirstToken >= start && placed.FirstToken < end);
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
                if (_document.Narrative.Text[_document.TokenArray[index].Start] == ',' && index + 1 < bounds.EndToken
                    && _document.TextOf(_document.TokenArray[index + 1]) is "followed" or "with" or "plus" or "adjuvant" or "then")
                {
                    continue; // "…, followed by irradiation"
                }

                if (IsMark(index) || _document.TextOf(_document.TokenArray[index]) is "presented" or "presents" or "was" or "consulted" or "admitted" or "who")
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
    }
}
