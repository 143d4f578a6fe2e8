using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What is told of one place.</summary>
internal sealed class SiteCandidate
{
    /// <summary>A more exact mention of the same place may stand in for one that weighs so much more.</summary>
    private const double Exactness = 1;

    /// <summary>What a place weighs at least that is told in fact and for itself, be it a region.</summary>
    private const double Unbound = -0.5;

    private double _best = double.NegativeInfinity;
    private bool _isSeat;
    private bool _isSource;

    public ResolvedSite Site { get; private set; } = null!;

    /// <summary>What its best mention weighs.</summary>
    public double Best => _best;

    /// <summary>How many further mentions speak for it.</summary>
    public int Repeats { get; private set; } = -1;

    /// <summary>How many mentions speak of it in fact, bound to nothing else.</summary>
    public int Told { get; private set; }

    /// <summary>Whether anything that speaks for it is told in fact.</summary>
    public bool IsFact { get; private set; }

    /// <summary>Whether the organ was taken out in the course of the tumour.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Whether the tumour is told to have spread to it, and never to have come from it.</summary>
    public bool IsSeat => _isSeat && !_isSource;

    /// <param name="topography">Its topography.</param>
    /// <param name="display">Its name.</param>
    /// <param name="mention">Where it is told.</param>
    /// <param name="score">What that mention weighs.</param>
    /// <param name="values">Its features.</param>
    /// <param name="isLater">Whether what the mention tells came after the lesion that the report is about: a tumour of the lung may end in metastases of the lung.</param>
    public void Add(string topography, string display, in PlacedMention mention, double score, ReadOnlySpan<double> values, bool isLater)
    {
        var isMoreExact = Site is not null && Site.Topography.EndsWith('9') && !topography.EndsWith('9') && score >= _best - Exactness;
        if (Site is null || score > _best || isMoreExact)
        {
            Site = new ResolvedSite(topography, display, mention, score);
        }

        _best = Math.Max(_best, score);
        Repeats += Repeats < 0 || score > 0 ? 1 : 0;
        Told += score >= Unbound ? 1 : 0;
        var isFact = values[(int)SiteFeature.NotFactual] == 0 && values[(int)SiteFeature.Uncertain] == 0;
        IsFact |= isFact && score > 0;
        IsRemoved |= isFact && values[(int)SiteFeature.OrganRemovedInTime] > 0;
        _isSeat |= isFact && !isLater && values[(int)SiteFeature.PlaceOfSpread] > 0;
        _isSource |= isFact && values[(int)SiteFeature.SourceOfSpread] > 0;
    }
}
