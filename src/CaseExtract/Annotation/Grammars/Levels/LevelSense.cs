using CaseExtract.Annotation.Lexicons;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Decides whether what looks like levels is one. T1 and T2 are mostly MRI sequences, T1 to T4 stages and hormones, C3 complement, Th2
/// lymphocytes, D1 a day, S1 a heart sound, a drug or a figure. A bone named right beside the level settles it.
/// </summary>
internal sealed class LevelSense(WordRoles<LevelWord> words)
{
    /// <param name="document">The document.</param>
    /// <param name="first">First token of the levels.</param>
    /// <param name="next">The token behind them.</param>
    /// <param name="start">First token of the sentence.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="levels">The levels as read.</param>
    public bool IsVertebral(Document document, int first, int next, int start, int end, VertebraSet levels)
    {
        var tokens = document.TokenArray;
        var text = document.Text;
        var letter = char.ToUpperInvariant(text[tokens[first].Start]);
        if (IsMolecule(document, first, start) || IsStage(document, next, end) || IsUnit(document, first, start))
        {
            return false;
        }

        if (IsBeside(tokens, first, next, start, end, LevelWord.Bone))
        {
            return !IsBound(tokens, next, end, LevelWord.Sequence);
        }

        if (char.IsAsciiLetterLower(text[tokens[first].Start]))
        {
            // "l4" in a hurried note needs a word for it
            return letter != 'T' && IsBeside(tokens, first, next, start, end, LevelWord.Level | LevelWord.At);
        }

        if (IsLabel(document, first) || (IsDashed(document, first, next) && IsChemical(document, next, end)))
        {
            return false;
        }

        return letter switch
        {
            'T' when LevelNotation.ReadRegion(text.AsSpan(tokens[first].Start), out _) == 2 => !Near(tokens, first, next, start, end, 3, LevelWord.Immune),
            'T' => !levels.IsWithin(VertebralLevel.T1, VertebralLevel.T4) || IsUpperThoracic(document, first, next, start, end, levels),
            // D1 to D4: days, vitamins, coronary branches
            'D' => !Near(tokens, first, next, start, end, 5, LevelWord.Course) && !IsDays(document, first, start, levels)
                && (!levels.IsWithin(VertebralLevel.T1, VertebralLevel.T4) || Near(tokens, first, next, start, end, 10, LevelWord.Bone | LevelWord.Spine | LevelWord.Level)),
            'C' => levels.Count > 2 || levels.Lowest.Order > 4 || (!Near(tokens, first, next, start, end, 6, LevelWord.Complement) && !IsMeasured(document, next, end)),
            'S' => !Near(tokens, first, next, start, end, 4, LevelWord.Organ) && !IsOfOrgan(tokens, start, end) && !HasOrganSegment(document, start, end) && !IsDashed(document, first, next),
            _ => true,
        };
    }

    /// <summary>"on D1 and D8" of a cycle, "from D1 to D5".</summary>
    private static bool IsDays(Document document, int first, int start, VertebraSet levels) => first > start && document.TextOf(first - 1) switch
    {
        "on" or "days" => true,
        "from" => levels.Count > 1 && levels.Contains(VertebralLevel.T1),
        _ => false,
    };

    /// <summary>"C3 and C4 were low": what is measured is complement.</summary>
    private static bool IsMeasured(Document document, int next, int end) => next + 1 < end
        && document.TextOf(next) is "was" or "were" or "is" or "are"
        && document.TextOf(next + 1) is "low" or "decreased" or "reduced" or "elevated" or "high" or "within" or "undetectable";

    /// <summary>"Table S1", "sample S3", "stage L2"; a full stop as in "Fig. S1" may have ended the sentence.</summary>
    private bool IsLabel(Document document, int first)
    {
        var before = first - 1;
        before -= before >= 0 && document.FirstCharacterOf(before) == '.' ? 1 : 0;
        return before >= 0 && words.Is(document.TokenArray[before].Word, LevelWord.Label | LevelWord.Stage);
    }

    /// <summary>T1 to T4.</summary>
    private bool IsUpperThoracic(Document document, int first, int next, int start, int end, VertebraSet levels)
    {
        var tokens = document.TokenArray;
        if (levels.IsWithin(VertebralLevel.T1, VertebralLevel.T2))
        {
            if (IsBound(tokens, next, end, LevelWord.Sequence))
            {
                return false;
            }

            // "at the level of T2", but "fluid-fluid levels on T2"
            if (IsBeside(tokens, first, next, start, end, LevelWord.Level))
            {
                return !(first > start && document.TextOf(tokens[first - 1]) is "on" or "in") || IsBound(tokens, next, end, LevelWord.Level);
            }

            // "decreased on T1 and increased on T2"; nobody has a lesion on a vertebra, but "surgery on T2"
            if (first - 2 >= start && document.TextOf(tokens[first - 1]) is "on" && document.TextOf(tokens[first - 2]) is "decreased" or "increased" or "reduced" or "elevated" or "diminished" or "lower" or "higher" or "equal")
            {
                return IsBound(tokens, next, end, LevelWord.Bone);
            }

            if (Near(tokens, first, next, start, end, 6, LevelWord.Sequence))
            {
                // "MRI showed a mass at T2", but "hyperintense at T2"
                return first > start && words.Is(tokens[first - 1].Word, LevelWord.At) && !Near(tokens, first, next, start, end, 5, LevelWord.Signal)
                    && !Near(tokens, next, next, next, end, 4, LevelWord.Sequence);
            }

            return !Near(tokens, first, next, start, end, 4, LevelWord.Stage | LevelWord.Hormone)
                && (levels.Count > 2 || Near(tokens, first, next, start, end, 4, LevelWord.Spine));
        }

        // "a metastasis of thyroid carcinoma was removed from T4"
        var isPlace = first > start && words.Is(tokens[first - 1].Word, LevelWord.At | LevelWord.From | LevelWord.Lead) && Near(tokens, first, first, start, end, 10, LevelWord.Spine);
        return !Near(tokens, first, next, start, end, 5, isPlace ? LevelWord.Stage : LevelWord.Stage | LevelWord.Hormone);
    }

    /// <summary>"PD-L1", "HLA-C3", "ligand L1": glued to capitals that name no vertebra, or behind the word for a molecule.</summary>
    private bool IsMolecule(Document document, int first, int start)
    {
        var tokens = document.TokenArray;
        if (first - 1 < start)
        {
            return false;
        }

        if (words.Is(tokens[first - 1].Word, LevelWord.Marker))
        {
            return true;
        }

        return first - 2 >= start && tokens[first - 1].Kind == TokenKind.Dash && !tokens[first].Has(TokenMarks.SpaceBefore) && !tokens[first - 1].Has(TokenMarks.SpaceBefore)
            && tokens[first - 2].Kind == TokenKind.Word && (words.Is(tokens[first - 2].Word, LevelWord.Marker)
                || (tokens[first - 2].Has(TokenMarks.AllCapitals) && tokens[first - 2].End - tokens[first - 2].Start <= 4 && !words.Is(tokens[first - 2].Word, LevelWord.Bone | LevelWord.Spine)));
    }

    /// <summary>"T2 N0 M0", "T2/N0", "G2 L1 V0 R0" (lymphatic and venous invasion, residual tumour); T2N0M0 is one token and no level.</summary>
    private static bool IsStage(Document document, int next, int end)
    {
        var text = document.Text;
        if (next < end && text[document.TokenArray[next].Start] is '/' or ',')
        {
            next++;
        }

        if (next >= end)
        {
            return false;
        }

        var suffix = document.TextOf(next);
        return (suffix.Length is >= 2 and <= 6 && suffix[0] is 'N' or 'n' && (char.IsAsciiDigit(suffix[1]) || suffix[1] is 'x' or 'X'))
            || suffix is "V0" or "V1" or "V2" or "R0" or "R1" or "R2" or "Pn0" or "Pn1";
    }

    /// <summary>"51.6 nmol/L 1 week later".</summary>
    private static bool IsUnit(Document document, int first, int start) =>
        first > start && document.TokenArray[first] is { Kind: TokenKind.Word } letter && letter.End - letter.Start == 1 && !letter.Has(TokenMarks.SpaceBefore)
        && document.FirstCharacterOf(first - 1) == '/';

    /// <summary>"a metastasis in the remnant liver was detected in S4": a sentence of liver or lung that says nothing of the spine.</summary>
    private bool IsOfOrgan(ReadOnlySpan<Token> tokens, int start, int end)
    {
        var isOrgan = false;
        for (var index = start; index < end; index++)
        {
            var roles = words.RolesOf(tokens[index].Word);
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
    private static bool HasOrganSegment(Document document, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var token = document.TokenArray[index];
            if (token.Kind == TokenKind.Alphanumeric && document.TextOf(token) is "S6" or "S7" or "S8" or "S9" or "S10")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"S-1" alone is a drug.</summary>
    private static bool IsDashed(Document document, int first, int next) =>
        next - first == 3 && document.TokenArray[first + 1].Kind == TokenKind.Dash && document.TokenArray[first].Kind == TokenKind.Word;

    /// <summary>"L-2-hydroxyglutaric acid": glued to the word behind it.</summary>
    private static bool IsChemical(Document document, int next, int end)
    {
        var tokens = document.TokenArray;
        return next + 1 < end && tokens[next].Kind == TokenKind.Dash && !tokens[next].Has(TokenMarks.SpaceBefore)
            && tokens[next + 1].Kind == TokenKind.Word && !tokens[next + 1].Has(TokenMarks.SpaceBefore) && tokens[next + 1].End - tokens[next + 1].Start > 6;
    }

    private bool Near(ReadOnlySpan<Token> tokens, int first, int next, int start, int end, int window, LevelWord any)
    {
        for (var index = Math.Max(start, first - window); index < Math.Min(end, next + window); index++)
        {
            if ((index < first || index >= next) && words.Is(tokens[index].Word, any))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Right before the levels, up to "of the" between, or right behind.</summary>
    private bool IsBeside(ReadOnlySpan<Token> tokens, int first, int next, int start, int end, LevelWord any)
    {
        var before = first - 1;
        while (before > start && before > first - 3 && words.Is(tokens[before].Word, LevelWord.Lead) && !words.Is(tokens[before].Word, any))
        {
            before--;
        }

        return (before >= start && words.Is(tokens[before].Word, any)) || IsBound(tokens, next, end, any);
    }

    private bool IsBound(ReadOnlySpan<Token> tokens, int next, int end, LevelWord any)
    {
        var index = next < end && tokens[next].Kind == TokenKind.Dash ? next + 1 : next;
        return index < end && words.Is(tokens[index].Word, any);
    }
}
