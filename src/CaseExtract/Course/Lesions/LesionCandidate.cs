using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Course;

/// <summary>A tumour or lesion that may be the one the report is told for, with all its mentions.</summary>
internal sealed class LesionCandidate(TumourKind kind, string? morphology, PlacedMention first, double score)
{
    /// <summary>How many further mentions count.</summary>
    private const int MostRepeats = 3;

    private readonly List<PlacedMention> _mentions = [first];
    private double _repeats;
    private int _repeatCount;
    private double _best = score;
    private double _lent = double.NegativeInfinity;

    public TumourKind Kind { get; } = kind;

    /// <summary><see langword="null"/> for words that name no histology.</summary>
    public string? Morphology { get; } = morphology;

    /// <summary>The best supported mention; among equals the last.</summary>
    public PlacedMention Best { get; private set; } = first;

    public List<PlacedMention> Mentions => _mentions;

    /// <summary>What its own mentions are worth.</summary>
    public double OwnScore => _best + _repeats;

    public double Score => Math.Max(OwnScore, _lent);

    /// <param name="mention">A further mention.</param>
    /// <param name="score">What it is worth.</param>
    /// <param name="repeat">What its being a repetition adds.</param>
    public void Add(PlacedMention mention, double score, double repeat)
    {
        _mentions.Add(mention);
        if (_repeatCount < MostRepeats && repeat != 0)
        {
            _repeats += repeat;
            _repeatCount++;
        }

        if (score >= _best)
        {
            _best = score;
            Best = mention;
        }
    }

    /// <summary>A name that says less, worth <paramref name="score"/>, bears this one out.</summary>
    public void Support(double score, double bonus) => _lent = Math.Max(_lent, Math.Max(OwnScore, score) + bonus);
}
