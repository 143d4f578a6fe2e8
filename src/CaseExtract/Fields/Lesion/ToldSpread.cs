using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What the words of spread that have been read so far add up to, and where in the story the lesion, its operation and its pathology are told.</summary>
internal sealed class ToldSpread(ClinicalCourse course, IndexLesion lesion)
{
    private (int Sentence, PlacedMention? Place) _spine = (-1, null);
    private double _weight = double.NegativeInfinity;

    /// <summary>The sentence of the first operation, or -1.</summary>
    public int Operated { get; } = PrimaryHistory.FirstOperation(course);

    /// <summary>The last sentence of a pathologist, or -1.</summary>
    public int LastPathology { get; } = PrimaryHistory.LastPathology(course);

    /// <summary>The sentence that names the lesion first.</summary>
    public int FirstNamed { get; } = LaterSpread.FirstNamed(lesion);

    /// <summary>The mention that speaks loudest of a metastasis.</summary>
    public PlacedMention? Best { get; private set; }

    /// <summary>How many words tell of a metastasis as a fact, but those of nodes.</summary>
    public int Count { get; set; }

    /// <summary>How many tell of one of nodes.</summary>
    public int Nodes { get; set; }

    /// <summary>Whether one tells of a metastasis of the present course or after it.</summary>
    public bool HasPresent { get; private set; }

    /// <summary>Whether all tell of one after the operation.</summary>
    public bool IsLater { get; private set; } = true;

    public bool HasRecurrence { get; set; }

    /// <summary>Whether the lesion itself was suspected to be a metastasis.</summary>
    public bool IsSuspected { get; set; }

    /// <summary>Whether any metastasis was suspected.</summary>
    public bool IsAnySuspected { get; set; }

    public bool IsBehindOperation(PlacedMention mention) => Operated >= 0 && mention.Sentence > Operated;

    /// <summary>The spine in a sentence, which is looked for once.</summary>
    public PlacedMention? SpineIn(int sentence)
    {
        if (_spine.Sentence != sentence)
        {
            _spine = (sentence, MetastasisPlace.SpineIn(course, sentence));
        }

        return _spine.Place;
    }

    /// <summary>Takes a metastasis that speaks of the lesion's origin.</summary>
    public void Take(PlacedMention mention, double weight)
    {
        HasPresent |= mention.Episode is Episode.Present or Episode.FollowUp;
        IsLater &= mention.Episode == Episode.FollowUp || IsBehindOperation(mention);
        if (weight > _weight)
        {
            (_weight, Best) = (weight, mention);
        }
    }
}
