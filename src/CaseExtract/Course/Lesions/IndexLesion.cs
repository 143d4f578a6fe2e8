using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Course;

/// <summary>The lesion that the report is told for, and the tumour it is or came from.</summary>
/// <param name="Diagnosis">The mention whose name is the last confirmed diagnosis; <see langword="null"/> if none is named.</param>
/// <param name="Tumour">What that mention names.</param>
/// <param name="Mentions">All mentions of this tumour, in text order.</param>
/// <param name="IsTumour">Whether the report is about a tumour at all.</param>
/// <param name="Score">How well supported the choice is.</param>
/// <param name="Margin">How far the next best candidate lies behind; infinite if there is none.</param>
internal sealed record IndexLesion(PlacedMention? Diagnosis, TumourConcept? Tumour, List<PlacedMention> Mentions, bool IsTumour, double Score, double Margin)
{
    private readonly int[] _starts = StartsOf(Mentions);

    public static readonly IndexLesion None = new(null, null, [], IsTumour: false, 0, double.PositiveInfinity);

    /// <summary>Whether a mention names this tumour.</summary>
    public bool Has(in PlacedMention mention) => Array.BinarySearch(_starts, mention.FirstToken) >= 0;

    /// <summary>Whether a mention may name this tumour in other words: by a name that tells no morphology, or tells the same.</summary>
    public bool MayBe(in PlacedMention mention) =>
        Tumour?.Morphology is not { } own || (mention.Concept as TumourConcept)?.Morphology is not { } other || other == own;

    // without queries: their code for this library's own types would be made whenever a process starts
    private static int[] StartsOf(List<PlacedMention> mentions)
    {
        var starts = new int[mentions.Count];
        for (var index = 0; index < starts.Length; index++)
        {
            starts[index] = mentions[index].FirstToken;
        }

        return starts;
    }
}
