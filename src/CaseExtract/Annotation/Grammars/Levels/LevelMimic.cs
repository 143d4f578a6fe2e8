using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>What is written like a level and is none wherever it stands, told by the tokens it is glued to: molecules, stages, units, labels.</summary>
internal static class LevelMimic
{
    /// <summary>No abbreviation of a molecule is longer: HLA, PD.</summary>
    private const int LongestMarker = 4;

    /// <summary>No word that a level is glued to by a dash is longer.</summary>
    private const int LongestGlued = 6;

    /// <summary>"PD-L1", "HLA-C3", "ligand L1": glued to capitals that name no vertebra, or behind the word for a molecule.</summary>
    public static bool IsMolecule(in LevelNeighbours around)
    {
        if (around.IsBehind(LevelWord.Marker))
        {
            return true;
        }

        var tokens = around.Document.TokenArray;
        var (level, dash, before) = (around.First, around.First - 1, around.First - 2);
        if (before < around.Start || tokens[before].Kind != TokenKind.Word || tokens[dash].Kind != TokenKind.Dash || tokens[dash].Has(TokenMarks.SpaceBefore) || tokens[level].Has(TokenMarks.SpaceBefore))
        {
            return false;
        }

        var isAbbreviation = tokens[before].Has(TokenMarks.AllCapitals) && tokens[before].End - tokens[before].Start <= LongestMarker;
        return around.Is(before, LevelWord.Marker) || (isAbbreviation && !around.Is(before, LevelWord.Bone | LevelWord.Spine));
    }

    /// <summary>"T2 N0 M0", "T2/N0", "G2 L1 V0 R0" (lymphatic and venous invasion, residual tumour); T2N0M0 is one token and no level.</summary>
    public static bool IsStage(in LevelNeighbours around)
    {
        var next = around.Next;
        if (next < around.End && around.Document.FirstCharacterOf(next) is '/' or ',')
        {
            next++;
        }

        if (next >= around.End)
        {
            return false;
        }

        var suffix = around.Document.TextOf(next);
        return suffix is ['N' or 'n', 'x' or 'X' or (>= '0' and <= '9'), ..] and { Length: <= 6 }
            || suffix is "V0" or "V1" or "V2" or "R0" or "R1" or "R2" or "Pn0" or "Pn1";
    }

    /// <summary>"51.6 nmol/L 1 week later".</summary>
    public static bool IsUnit(in LevelNeighbours around) =>
        around.HasBefore && around.Document.FirstCharacterOf(around.First - 1) == '/'
        && around.Document.TokenArray[around.First] is { Kind: TokenKind.Word } letter && letter.End - letter.Start == 1 && !letter.Has(TokenMarks.SpaceBefore);

    /// <summary>"Table S1", "sample S3", "stage L2"; a full stop as in "Fig. S1" may have ended the sentence.</summary>
    public static bool IsLabel(in LevelNeighbours around)
    {
        var before = around.First - 1;
        before -= before >= 0 && around.Document.FirstCharacterOf(before) == '.' ? 1 : 0;
        return before >= 0 && around.Is(before, LevelWord.Label | LevelWord.Stage);
    }

    /// <summary>"L-2-hydroxyglutaric acid": written with a dash and glued to the word behind it.</summary>
    public static bool IsChemical(in LevelNeighbours around)
    {
        var tokens = around.Document.TokenArray;
        var (dash, word) = (around.Next, around.Next + 1);
        return IsDashed(around) && word < around.End && tokens[dash].Kind == TokenKind.Dash && !tokens[dash].Has(TokenMarks.SpaceBefore)
            && tokens[word].Kind == TokenKind.Word && !tokens[word].Has(TokenMarks.SpaceBefore) && tokens[word].End - tokens[word].Start > LongestGlued;
    }

    /// <summary>A letter, a dash and a number: "S-1" alone is a drug.</summary>
    public static bool IsDashed(in LevelNeighbours around) =>
        around.Next - around.First == 3 && around.Document.TokenArray[around.First + 1].Kind == TokenKind.Dash && around.Document.TokenArray[around.First].Kind == TokenKind.Word;
}
