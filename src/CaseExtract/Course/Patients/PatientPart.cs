using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>What a narrative tells of one patient.</summary>
/// <param name="Shared">How many sentences at the beginning of the narrative belong to it, as they do to every patient's part.</param>
/// <param name="First">Index of the first of its own sentences.</param>
/// <param name="End">One past the last.</param>
/// <param name="Others">Stretches of these sentences that tell of other patients only, as first token and one past the last.</param>
internal readonly record struct PatientPart(int Shared, int First, int End, IReadOnlyList<(int First, int End)> Others)
{
    /// <summary>Adds the indexes of all its sentences, ascending.</summary>
    public void AddSentences(List<int> sentences)
    {
        for (var sentence = 0; sentence < Shared; sentence++)
        {
            sentences.Add(sentence);
        }

        for (var sentence = First; sentence < End; sentence++)
        {
            sentences.Add(sentence);
        }
    }

    /// <summary>
    /// Of the mentions of a sentence, those that do not stand in words about others. In the sentence that opens this patient's part "the other patient" is this one.
    /// </summary>
    public ReadOnlySpan<Mention> Of(int sentence, ReadOnlySpan<Mention> mentions)
    {
        var isOpener = sentence == First && First > 0;
        if (Others.Count == 0 && !isOpener)
        {
            return mentions;
        }

        var own = new List<Mention>(mentions.Length);
        foreach (var mention in mentions)
        {
            if (!Others.Any(other => mention.FirstToken >= other.First && mention.FirstToken < other.End))
            {
                own.Add(isOpener ? mention with { Assertion = mention.Assertion & ~Assertion.OtherPatient } : mention);
            }
        }

        return CollectionsMarshal.AsSpan(own);
    }
}
