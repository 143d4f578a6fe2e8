using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>What a narrative tells of one patient.</summary>
/// <param name="Sentences">Indexes of the sentences, ascending.</param>
/// <param name="Others">Stretches of these sentences that tell of other patients only, as first token and one past the last.</param>
internal readonly record struct PatientPart(int[] Sentences, IReadOnlyList<(int First, int End)> Others)
{
    /// <summary>Of the mentions of a sentence, those that do not stand in words about others.</summary>
    public Mention[] Of(ReadOnlySpan<Mention> mentions)
    {
        var own = new List<Mention>(mentions.Length);
        foreach (var mention in mentions)
        {
            if (!Others.Any(other => mention.FirstToken >= other.First && mention.FirstToken < other.End))
            {
                own.Add(mention);
            }
        }

        return [.. own];
    }
}
