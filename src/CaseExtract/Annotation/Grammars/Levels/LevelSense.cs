using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Decides whether what looks like levels is one. T1 and T2 are mostly MRI sequences, T1 to T4 stages and hormones, C3 complement, Th2
/// lymphocytes, D1 a day, S1 a heart sound, a drug or a figure. A bone named right beside the level settles it.
/// </summary>
internal static class LevelSense
{
    /// <summary>How far from a level the word may stand that makes it a lymphocyte, a day, a complement, an organ's segment.</summary>
    private const int ImmuneReach = 3;
    private const int CourseReach = 5;
    private const int ComplementReach = 6;
    private const int OrganReach = 4;

    /// <summary>How far from D1 to D4 the word may stand that makes them vertebrae.</summary>
    private const int SpineReach = 10;

    /// <summary>Complement is measured up to C5.</summary>
    private const int LastComplement = 4;

    /// <param name="around">The tokens of the levels in their sentence.</param>
    /// <param name="levels">The levels as read.</param>
    public static bool IsVertebral(in LevelNeighbours around, VertebraSet levels)
    {
        if (LevelMimic.IsMolecule(around) || LevelMimic.IsStage(around) || LevelMimic.IsUnit(around))
        {
            return false;
        }

        if (around.IsBeside(LevelWord.Bone))
        {
            return !around.IsBound(LevelWord.Sequence);
        }

        var written = around.Document.FirstCharacterOf(around.First);
        var letter = char.ToUpperInvariant(written);
        if (char.IsAsciiLetterLower(written))
        {
            // "l4" in a hurried note needs a word for it
            return letter != 'T' && around.IsBeside(LevelWord.Level | LevelWord.At);
        }

        if (LevelMimic.IsLabel(around) || LevelMimic.IsChemical(around))
        {
            return false;
        }

        return letter switch
        {
            'T' when IsWrittenTh(around) => !around.IsNear(ImmuneReach, LevelWord.Immune),
            'T' => !levels.IsWithin(VertebralLevel.T1, VertebralLevel.T4) || UpperThoracicSense.IsVertebral(around, levels),
            'D' => IsDorsal(around, levels),
            'C' => levels.Count > 2 || levels.Lowest.Order > LastComplement || !IsComplement(around),
            'S' => IsSacral(around),
            _ => true,
        };
    }

    private static bool IsWrittenTh(in LevelNeighbours around) =>
        LevelNotation.ReadRegion(around.Document.Text.AsSpan(around.Document.TokenArray[around.First].Start), out _) == 2;

    /// <summary>D1 to D4 are mostly days, vitamins, coronary branches.</summary>
    private static bool IsDorsal(in LevelNeighbours around, VertebraSet levels)
    {
        if (around.IsNear(CourseReach, LevelWord.Course) || IsDays(around, levels))
        {
            return false;
        }

        return !levels.IsWithin(VertebralLevel.T1, VertebralLevel.T4) || around.IsNear(SpineReach, LevelWord.Bone | LevelWord.Spine | LevelWord.Level);
    }

    /// <summary>"on D1 and D8" of a cycle, "from D1 to D5".</summary>
    private static bool IsDays(in LevelNeighbours around, VertebraSet levels) => around.HasBefore && around.Document.TextOf(around.First - 1) switch
    {
        "on" or "days" => true,
        "from" => levels.Count > 1 && levels.Contains(VertebralLevel.T1),
        _ => false,
    };

    /// <summary>"C3 and C4 were low": what is measured is complement, as what stands beside its name.</summary>
    private static bool IsComplement(in LevelNeighbours around) => around.IsNear(ComplementReach, LevelWord.Complement)
        || (around.Next + 1 < around.End
            && around.Document.TextOf(around.Next) is "was" or "were" or "is" or "are"
            && around.Document.TextOf(around.Next + 1) is "low" or "decreased" or "reduced" or "elevated" or "high" or "within" or "undetectable");

    private static bool IsSacral(in LevelNeighbours around) =>
        !around.IsNear(OrganReach, LevelWord.Organ) && !LevelMimic.IsDashed(around) && !IsOfOrgan(around) && !HasOrganSegment(around);

    /// <summary>"a metastasis in the remnant liver was detected in S4": a sentence of liver or lung that says nothing of the spine.</summary>
    private static bool IsOfOrgan(in LevelNeighbours around)
    {
        var isOrgan = false;
        for (var index = around.Start; index < around.End; index++)
        {
            var roles = around.RolesOf(index);
            if ((roles & LevelWord.Organ) != 0)
            {
                isOrgan = true;
            }
            else if ((roles & (LevelWord.Bone | LevelWord.Cord | LevelWord.Name | LevelWord.Adjective)) != 0)
            {
                return false;
            }
        }

        return isOrgan;
    }

    /// <summary>S6 to S10 are segments of a lung; then S4 in the same sentence is one too.</summary>
    private static bool HasOrganSegment(in LevelNeighbours around)
    {
        for (var index = around.Start; index < around.End; index++)
        {
            if (around.Document.TokenArray[index].Kind == TokenKind.Alphanumeric && around.Document.TextOf(index) is "S6" or "S7" or "S8" or "S9" or "S10")
            {
                return true;
            }
        }

        return false;
    }
}
