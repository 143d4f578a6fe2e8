using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

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
    public const double NewCourse = 24;

    private readonly StoryOutline _outline;
    private readonly bool _opensWithAct;
    private int? _lastNew; // where the last operation is named first

    /// <param name="line">One patient's line.</param>
    /// <param name="workspace">Room for what is counted by sentence.</param>
    public PresentationFinder(StoryLine line, CourseWorkspace workspace)
    {
        _outline = new StoryOutline(line, workspace);
        _opensWithAct = StoryOpening.IsAct(_outline);
    }

    public Restart? Find(List<Restart> restarts)
    {
        Restart? best = null;
        var bestScore = Threshold;
        foreach (var restart in restarts)
        {
            var score = Weigh(restart, features: null);
            if (score >= bestScore)
            {
                best = restart;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>Every point with what was weighed at it, and with the threshold that it has to reach.</summary>
    public IReadOnlyList<WeighedStart> Explain(List<Restart> restarts)
    {
        var chosen = Find(restarts);
        var starts = new List<WeighedStart>(restarts.Count);
        foreach (var restart in restarts)
        {
            var features = new List<WeighedFeature>();
            Weigh(restart, features);
            starts.Add(new WeighedStart(restart.Sentence, restart.Token, features, restart == chosen));
        }

        return starts;
    }

    private double Weigh(Restart restart, List<WeighedFeature>? features)
    {
        // days and weeks within one course
        if (restart.To is > 0 and < 1.5 || (restart.To > restart.From && restart.To - restart.From < 2.5 && !_opensWithAct))
        {
            return double.NegativeInfinity;
        }

        // without a word of time only disease makes a new start, and what the patient "developed" has to be the disease: hypothyroidism is no start; behind an operation of years ago another one will do
        var signs = RestartSigns.Of(_outline, restart);
        var hasTime = restart.To > restart.From;
        if ((!signs.HasDisease && (!signs.IsSeen || !hasTime) && !(_opensWithAct && restart.To - restart.From >= NewCourse && HasNewOperation(signs.First, restart.Sentence))) || (signs is { IsSeen: true, Comes: false, IsHere: false, IsNamed: false } && !hasTime))
        {
            return double.NegativeInfinity;
        }

        return Add("time-passed", restart.To switch { >= 60 => 3.0, >= 24 => 2, >= 9 => 1, >= 3 => 0.5, _ => 0.3 })
            + (_opensWithAct ? Add("opens-with-act", 2) : Add("opens-with-complaint", -3))
            + (!hasTime && GoesOn(restart.Sentence) ? Add("goes-on", -2) : 0)
            + (signs.HasDisease ? Add("disease-found", 1) : 0)
            + (signs.IsSeen ? Add("patient-comes", 1.2) : 0)
            + (signs.IsHere ? Add("comes-to-us", 0.7) : 0)
            + (signs.ComesAfterTime ? Add("comes-after-time", 1) : 0)
            + (restart.To is >= 1 and < 15 && !signs.Comes && !HasNewOperation(signs.First, restart.Sentence) ? Add("only-observed", signs.IsSeen ? -4 : -2) : 0)
            + (_outline.HasActFrom(signs.First) ? Add("act-follows", 1.5) : Add("no-act-follows", -2.6) + (signs.IsOutcome ? Add("tells-outcome", -1) : 0))
            + (_outline.HasPathologyFrom(signs.First) ? Add("pathology-follows", 0.5) : 0)
            + Add("share-of-story", (_outline.ShareFrom(restart.Sentence) - 0.5) * 3);

        double Add(string name, double worth)
        {
            features?.Add(new WeighedFeature(name, 1, worth));
            return worth;
        }
    }

    /// <summary>"Appendectomy showed a carcinoid, so she was referred to our department for additional resection": what was begun elsewhere is brought to its end.</summary>
    private bool GoesOn(int sentence)
    {
        var document = _outline.Document;
        var bounds = document.SentenceArray[sentence];
        for (var index = bounds.FirstToken + 1; index < bounds.EndToken; index++)
        {
            if (document.TextOf(index) is "additional" or "completion" or "adjuvant" or "definitive" && document.TextOf(index - 1) is "for" or "undergo")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an operation that was not told before is told from a mention on, or how the patient comes in the sentence itself.</summary>
    private bool HasNewOperation(int from, int sentence)
    {
        var mentions = _outline.Mentions;
        for (var index = _outline.FirstOf(sentence); index < Math.Min(from, mentions.Length); index++)
        {
            var mention = mentions[index].Mention;
            if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } && !RestartSigns.IsCourseOfDisease(_outline, mention))
            {
                return true;
            }
        }

        return (_lastNew ??= LastNew()) >= from;
    }

    /// <summary>Index of the mention that names the last operation that the story comes to; -1 where it tells of none.</summary>
    private int LastNew()
    {
        var mentions = _outline.Mentions;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = -1;
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index].Mention;
            if (mention.Concept is ProcedureConcept operation)
            {
                first.TryAdd(operation.Term, index);
                last = mention.Kind == MentionKind.Procedure && StoryOutline.IsTold(mention) ? Math.Max(last, first[operation.Term]) : last;
            }
        }

        return last;
    }
}
