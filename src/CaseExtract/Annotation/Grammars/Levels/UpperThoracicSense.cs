namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Decides whether T1 to T4 are levels. T1 and T2 are mostly sequences of MRI, T1 to T4 stages of a tumour, T3 and T4 hormones.
/// </summary>
internal static class UpperThoracicSense
{
    private const int SequenceReach = 6;

    /// <summary>How far a signal may stand from its sequence: "hyperintense at T2".</summary>
    private const int SignalReach = 5;

    /// <summary>How far behind T1 or T2 "weighted images" may stand.</summary>
    private const int ImagesReach = 4;

    /// <summary>How far a word may stand that makes T1 or T2 a stage, a hormone or a vertebra.</summary>
    private const int NearReach = 4;

    /// <summary>The same for T3 and T4, which are no sequences.</summary>
    private const int HormoneReach = 5;
    private const int SpineReach = 10;

    public static bool IsVertebral(in LevelNeighbours around, VertebraSet levels)
    {
        if (levels.IsWithin(VertebralLevel.T1, VertebralLevel.T2))
        {
            return IsNoSequence(around, levels);
        }

        // "a metastasis of thyroid carcinoma was removed from T4"
        var isPlace = around.IsBehind(LevelWord.At | LevelWord.From | LevelWord.Lead) && around.Stands(around.First - SpineReach, around.First + SpineReach, LevelWord.Spine);
        return !around.IsNear(HormoneReach, isPlace ? LevelWord.Stage : LevelWord.Stage | LevelWord.Hormone);
    }

    private static bool IsNoSequence(in LevelNeighbours around, VertebraSet levels)
    {
        if (around.IsBound(LevelWord.Sequence))
        {
            return false;
        }

        // "at the level of T2", but "fluid-fluid levels on T2"
        if (around.IsBeside(LevelWord.Level))
        {
            var isOn = around.HasBefore && around.Document.TextOf(around.First - 1) is "on" or "in";
            return !isOn || around.IsBound(LevelWord.Level);
        }

        if (IsOfSignal(around))
        {
            return around.IsBound(LevelWord.Bone);
        }

        if (around.IsNear(SequenceReach, LevelWord.Sequence))
        {
            // "MRI showed a mass at T2", but "hyperintense at T2"
            return around.IsBehind(LevelWord.At) && !around.IsNear(SignalReach, LevelWord.Signal) && !around.Stands(around.Next, around.Next + ImagesReach, LevelWord.Sequence);
        }

        return !around.IsNear(NearReach, LevelWord.Stage | LevelWord.Hormone) && (levels.Count > 2 || around.IsNear(NearReach, LevelWord.Spine));
    }

    /// <summary>"decreased on T1 and increased on T2"; nobody has a lesion on a vertebra, but "surgery on T2".</summary>
    private static bool IsOfSignal(in LevelNeighbours around) => around.First - 2 >= around.Start && around.Document.TextOf(around.First - 1) is "on"
        && around.Document.TextOf(around.First - 2) is "decreased" or "increased" or "reduced" or "elevated" or "diminished" or "lower" or "higher" or "equal";
}
