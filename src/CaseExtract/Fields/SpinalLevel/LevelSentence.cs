using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What is found out of a sentence once for all its levels.</summary>
/// <param name="index">Index of the sentence.</param>
/// <param name="uses">What its words tell.</param>
internal sealed class LevelSentence(int index, LevelUse uses)
{
    private PlacedMention? _first, _second;

    public int Index => index;

    public LevelUse Uses => uses;

    /// <summary>Whether it tells of a lesion that is there; <see langword="null"/> until it is asked for.</summary>
    public bool? HasLesion { get; set; }

    /// <summary>Whether it is known which of its levels are tied to a lesion: few sentences ask.</summary>
    public bool AreTiedKnown { get; private set; }

    /// <summary>Takes the levels that are tied to a lesion; two are enough to know the first that is not the level at hand.</summary>
    public void SetTied(PlacedMention? first, PlacedMention? second) => (_first, _second, AreTiedKnown) = (first, second, true);

    /// <summary>The first level that is tied to a lesion, beside one that starts at a token.</summary>
    public PlacedMention? TiedBeside(int token) => _first is { } first && first.FirstToken != token ? first : _second;
}
