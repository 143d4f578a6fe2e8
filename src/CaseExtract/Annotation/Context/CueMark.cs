using System.Runtime.CompilerServices;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Annotation.Context;

/// <summary>
/// What is asked of a cue for every mention of its sentence: its place, role, direction and reach side by side, so that passing over a cue that says
/// nothing of a mention is a comparison or two and no walk to the concept.
/// </summary>
internal readonly record struct CueMark(int First, int End, CueRole Role, CueDirection Direction, int Reach)
{
    private const int Few = 8;

    public static CueMark Of(in Mention cue)
    {
        var concept = (CueConcept)cue.Concept;
        return new CueMark(cue.FirstToken, cue.EndToken, concept.Role, concept.Direction, concept.Reach);
    }

    public bool EndsScope => Role is CueRole.Terminator or CueRole.Clause;

    /// <summary>Index of the first cue that starts at a token or behind it.</summary>
    public static int FirstFrom(ReadOnlySpan<CueMark> cues, int token)
    {
        // most sentences have a cue or two: they are counted, since a search would guess wrong at nearly every step
        if (cues.Length <= Few)
        {
            var before = 0;
            foreach (ref readonly var cue in cues)
            {
                before += Unsafe.BitCast<bool, byte>(cue.First < token);
            }

            return before;
        }

        int low = 0, high = cues.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = cues[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
