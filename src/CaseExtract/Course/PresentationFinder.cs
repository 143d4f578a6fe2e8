using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Finds where the index lesion presented: of all points where the story may start anew the best supported one above a threshold, the last of
/// equals; else its beginning. A point is supported by the time that has passed, by a story that opened with an act rather than with complaints, by
/// disease that is found or returns there, by what is done about it, and by how much of the story lies behind it.
/// </summary>
internal sealed class PresentationFinder
{
    /// <summary>The support that a point needs to count as the start of the present course.</summary>
    public const double Threshold = 2.3;

    /// <summary>After so many months an unnamed lesion, or another operation, is a new course.</summary>
    private const double Long = 24;

    private readonly Document _document;
    private readonly List<TimedMention> _mentions;
    private readonly List<int> _telling;     // the sentences that name anything
    private readonly List<int> _firstOf;     // index of the first mention of a sentence or of one behind it
    private readonly List<int> _storyBefore; // sentences of the story before a sentence
    private readonly int _lastAct;           // index of the last mention of an act, or -1
    private readonly int _lastPathology;

    /// <param name="line">One patient's line.</param>
    /// <param name="workspace">Room for what is counted by sentence.</param>
    public PresentationFinder(StoryLine line, CourseWorkspace workspace)
    {
        var (document, mentions, telling) = (line.Document, line.Mentions, line.TellingSentences);
        _document = document;
        _mentions = mentions;
        _telling = telling;
        var sentences = document.SentenceArray.Length;
        _firstOf = workspace.FirstOf;
        _storyBefore = workspace.StoryBefore;
        CollectionsMarshal.SetCount(_firstOf, sentences + 2);
        CollectionsMarshal.SetCount(_storyBefore, sentences + 2);
        _storyBefore[0] = 0;
        _lastAct = -1;
        _lastPathology = -1;
        int next = 0, nextTelling = 0;
        for (var sentence = 0; sentence < _firstOf.Count; sentence++)
        {
            while (next < mentions.Count && mentions[next].Mention.Sentence < sentence)
            {
                next++;
            }

            _firstOf[sentence] = next;
            var isTelling = nextTelling < telling.Count && telling[nextTelling] == sentence;
            nextTelling += isTelling ? 1 : 0;
            var isTold = isTelling && !document.SentenceArray[sentence].Section.IsGeneral();
            if (sentence + 1 < _storyBefore.Count)
            {
                _storyBefore[sentence + 1] = _storyBefore[sentence] + (isTold ? 1 : 0);
            }
        }

        // the last ones: looked for from the end, and no further than they are found
        for (var index = mentions.Count - 1; index >= 0 && (_lastAct < 0 || _lastPathology < 0); index--)
        {
            var mention = mentions[index].Mention;
            if (mention.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Plot) || !IsTold(mention))
            {
                continue;
            }

            if (_lastAct < 0 && (mention.Kind == MentionKind.Procedure || mention.Concept is AdjuvantConcept { Kinds.Count: > 0 } || IsUnnamedAct(mention)))
            {
                _lastAct = index;
            }
            else if (_lastPathology < 0 && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" or "final" } })
            {
                _lastPathology = index;
            }
        }
    }

    public Restart? Find(IReadOnlyList<Restart> restarts)
    {
        if (restarts.Count == 0)
        {
            return null;
        }

        Restart? best = null;
        var bestScore = Threshold;
        var startsWithAct = StartsWithAct();
        foreach (var restart in restarts)
        {
            var score = Weigh(restart, startsWithAct, features: null);
            if (score >= bestScore)
            {
                best = restart;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>Every point with what was weighed at it, and with the threshold that it has to reach.</summary>
    public IReadOnlyList<WeighedStart> Explain(IReadOnlyList<Restart> restarts)
    {
        var chosen = Find(restarts);
        var startsWithAct = StartsWithAct();
        var starts = new List<WeighedStart>(restarts.Count);
        foreach (var restart in restarts)
        {
            var features = new List<WeighedFeature>();
            Weigh(restart, startsWithAct, features);
            starts.Add(new WeighedStart(restart.Sentence, restart.Token, features, restart == chosen));
        }

        return starts;
    }

    /// <summary>"surgery was performed", "was operated on": an act without a name, unlike "was diagnosed".</summary>
    private bool IsUnnamedAct(Mention mention) =>
        mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "treated" } } && !_document.TextOf(_document.SpanOf(mention.FirstToken, mention.EndToken)).Contains("diagnosed", StringComparison.OrdinalIgnoreCase);

    private static bool IsTold(Mention mention) =>
        (mention.Assertion & (Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient | Assertion.Historical)) == 0;

    private double Weigh(Restart restart, bool startsWithAct, List<WeighedFeature>? features)
    {
        // days and weeks within one course
        if (restart.To is > 0 and < 1.5 || (restart.To > restart.From && restart.To - restart.From < 2.5 && !startsWithAct))
        {
            return double.NegativeInfinity;
        }

        var first = _firstOf[restart.Sentence];
        while (first < _mentions.Count && _mentions[first].Mention.Sentence == restart.Sentence && _mentions[first].Mention.FirstToken < restart.Token)
        {
            first++;
        }

        bool hasDisease = false, isNamed = false, isSeen = false, comes = false, isSeenHere = false, isSeenThen = false, isOutcome = false;
        for (var index = first; index < _firstOf[Math.Min(restart.Sentence + 2, _firstOf.Count - 1)]; index++)
        {
            var mention = _mentions[index].Mention;
            if (!IsTold(mention))
            {
                continue;
            }

            isNamed |= mention.Sentence == restart.Sentence && mention.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread;
            switch (mention.Kind)
            {
                case MentionKind.Plot:
                    var word = ((ValueConcept)mention.Concept).Value;
                    isSeen |= word == "present";
                    comes |= word == "present" && !IsCourseOfDisease(mention);
                    isSeenThen |= word == "present" && !IsCourseOfDisease(mention) && mention.Sentence == restart.Sentence && restart.To - restart.From >= 6;
                    isSeenHere |= word == "here";
                    hasDisease |= word == "recur";
                    break;
                case MentionKind.Outcome:
                    isOutcome |= ((ValueConcept)mention.Concept).Value is "alive" or "dead" && mention.Sentence == restart.Sentence;
                    break;
                case MentionKind.Spread:
                    hasDisease |= ((ValueConcept)mention.Concept).Value is "metastasis" or "recurrence";
                    break;
                case MentionKind.Tumour or MentionKind.Level:
                case MentionKind.LesionWord when mention.Sentence == restart.Sentence && restart.To - restart.From >= Long:
                    hasDisease = true;
                    break;
            }
        }

        // without a word of time only disease makes a new start, and what the patient "developed" has to be the disease: hypothyroidism is no start; behind an operation of years ago another one will do
        if ((!hasDisease && (!isSeen || restart.To <= restart.From) && !(startsWithAct && restart.To - restart.From >= Long && HasNewOperation(first, restart.Sentence))) || (isSeen && !comes && !isSeenHere && !isNamed && restart.To <= restart.From))
        {
            return double.NegativeInfinity;
        }

        var told = _storyBefore[^1];
        var share = (double)(told - _storyBefore[restart.Sentence]) / Math.Max(1, told);
        return Add("time-passed", restart.To switch { >= 60 => 3.0, >= 24 => 2, >= 9 => 1, >= 3 => 0.5, _ => 0.3 })
            + (startsWithAct ? Add("opens-with-act", 2) : Add("opens-with-complaint", -3))
            + (restart.To <= restart.From && GoesOn(restart.Sentence) ? Add("goes-on", -2) : 0)
            + (hasDisease ? Add("disease-found", 1) : 0)
            + (isSeen ? Add("patient-comes", 1.2) : 0)
            + (isSeenHere ? Add("comes-to-us", 0.7) : 0)
            + (isSeenThen ? Add("comes-after-time", 1) : 0)
            + (restart.To is >= 1 and < 15 && !comes && !HasNewOperation(first, restart.Sentence) ? Add("only-observed", comes == isSeen ? -2 : -4) : 0)
            + (_lastAct >= first ? Add("act-follows", 1.5) : Add("no-act-follows", -2.6) + (isOutcome ? Add("tells-outcome", -1) : 0))
            + (_lastPathology >= first ? Add("pathology-follows", 0.5) : 0)
            + Add("share-of-story", (share - 0.5) * 3);

        double Add(string name, double worth)
        {
            features?.Add(new WeighedFeature(name, 1, worth));
            return worth;
        }
    }

    /// <summary>"Appendectomy showed a carcinoid, so she was referred to our department for additional resection": what was begun elsewhere is brought to its end.</summary>
    private bool GoesOn(int sentence)
    {
        var bounds = _document.SentenceArray[sentence];
        for (var index = bounds.FirstToken + 1; index < bounds.EndToken; index++)
        {
            if (_document.TextOf(_document.TokenArray[index]) is "additional" or "completion" or "adjuvant" or "definitive" && _document.TextOf(_document.TokenArray[index - 1]) is "for" or "undergo")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the patient developed metastases": nobody comes.</summary>
    private bool IsCourseOfDisease(Mention mention) =>
        _document.TextOf(_document.TokenArray[mention.FirstToken]) is "developed" or "develops" or "experienced" or "noted" or "noticed" or "suffered";

    /// <summary>Whether an operation that was not told before is told from a mention on, or how the patient comes in the sentence itself.</summary>
    private bool HasNewOperation(int from, int sentence)
    {
        for (var index = _firstOf[sentence]; index < _mentions.Count; index++)
        {
            if (index < from && _mentions[index].Mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } plot && !IsCourseOfDisease(plot))
            {
                return true;
            }

            if (index >= from && _mentions[index].Mention is { Kind: MentionKind.Procedure, Concept: ProcedureConcept operation } mention && IsTold(mention) && !IsToldBefore(operation.Term, from))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsToldBefore(string term, int end)
    {
        for (var index = 0; index < end; index++)
        {
            if (_mentions[index].Mention.Concept is ProcedureConcept told && told.Term == term)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the story opens with an operation, a treatment or a diagnosis of the past rather than with complaints or findings. A sentence that announces
    /// the case sums it up; the next one opens the story.
    /// </summary>
    private bool StartsWithAct()
    {
        var opening = OpeningSentence();
        foreach (var sentence in _telling)
        {
            if (sentence < opening)
            {
                continue;
            }

            var isAct = false;
            var isSummary = false;
            for (var index = _firstOf[sentence]; index < _firstOf[sentence + 1]; index++)
            {
                var mention = _mentions[index].Mention;
                if ((mention.Assertion & (Assertion.NotPatient | Assertion.Negated)) != 0)
                {
                    continue;
                }

                isSummary |= mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "our-patient" } };
                if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } && !isAct)
                {
                    return false;
                }

                // what is called history is not what the story starts with
                isAct |= (mention.Assertion & Assertion.Historical) == 0
                    && (mention.Kind is MentionKind.Procedure || mention is { Kind: MentionKind.Adjuvant, Concept: AdjuvantConcept { Kinds.Count: > 0 } } || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "final" or "treated" } });
            }

            if (!isSummary)
            {
                return isAct;
            }
        }

        return false;
    }

    /// <summary>The sentence that introduces the patient; one past the last where none does.</summary>
    private int OpeningSentence()
    {
        foreach (ref readonly var placed in CollectionsMarshal.AsSpan(_mentions))
        {
            var mention = placed.Mention;
            var section = _document.SentenceArray[mention.Sentence].Section;
            if (section != SectionKind.Title && !section.IsGeneral() && (mention.Assertion & Assertion.NotPatient) == 0 && mention.Kind is MentionKind.Age or MentionKind.Person)
            {
                return mention.Sentence;
            }
        }

        return _document.SentenceArray.Length;
    }
}
