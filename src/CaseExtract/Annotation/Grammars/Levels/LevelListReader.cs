using CaseExtract.Annotation.Context;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads what follows a level: <c>T5-7</c>, <c>L4/5</c>, <c>C3, 4 and 5</c>, <c>D5-7-12</c>, "T5 vertebral body to T7", "between T5 and T7".
/// </summary>
internal sealed class LevelListReader(WordRoles<LevelWord> words, VertebraReader vertebrae, LevelJointReader joints)
{
    /// <summary>So many tokens a further level may have: "; C5-C6".</summary>
    private const int LongestGroup = 6;

    /// <summary>So far before the levels the verb of their own clause is looked for.</summary>
    private const int ClauseReach = 8;

    /// <summary>Reads what follows: a dash, slash, comma or word, and another level or its bare number.</summary>
    public int Read(Document document, int next, int end, VertebralLevel last, bool isBetween, ref VertebraSet levels)
    {
        var isChain = false;
        Span<VertebralLevel> more = stackalloc VertebralLevel[LevelNotation.MostTogether];
        while (joints.TryRead(document, next, end, isBetween, out var joint))
        {
            var isRange = joint.IsRange;
            var behind = vertebrae.Read(document, joint.End, next, end, isContinued: true, more, out var count);
            if (behind == joint.End)
            {
                // a bare number goes on in the same region: "T5-7", "L4/5", "C3, 4 and 5"
                if (!TryBareNumber(document, joint, end, last, out more[0]))
                {
                    return next;
                }

                behind++;
                count = 1;
                isRange |= joint.IsSlash && more[0].Order - last.Order is > 1 and < 4;
            }
            else if (!joint.IsRange && more[0].Order <= VertebralLevel.T2.Order && more[0].Order >= VertebralLevel.T1.Order && IsSequence(document, behind, end))
            {
                // "at T8, T2-weighted images"
                return next;
            }

            if (!isRange && OpensClause(document, next, behind, end))
            {
                return next;
            }

            // "D5-7-12" names three; "C5/7" leaves none out, since a disc lies between neighbors
            isChain |= joint.IsDash && IsTightDash(document, behind, end);
            levels = levels.Union(isRange && !isChain ? VertebraSet.Range(last, more[0]) : VertebraSet.Of(more[0]).Union(VertebraSet.Of(last))).Union(SetOf(more[..count]));
            last = more[count - 1];
            next = behind;
            isBetween = false;
        }

        return next;
    }

    /// <summary>Whether a further level is the subject of a clause of its own: "was seen at T8; C5-C6 showed degeneration", but "metastases at T8 and T9 were seen".</summary>
    private bool OpensClause(Document document, int joint, int behind, int end)
    {
        var tokens = document.TokenArray;
        while (behind < end && behind < joint + LongestGroup && tokens[behind].Kind is TokenKind.Dash or TokenKind.Alphanumeric or TokenKind.Number or TokenKind.Punctuation && document.TextOf(tokens[behind]) is not ("." or "(" or ")" or "," or ";"))
        {
            behind++;
        }

        // "metastasis of T8; L2 old wedge fracture": behind a semicolon it is the first word of a note of its own
        if (behind < end && document.Text[tokens[joint].Start] == ';' && tokens[behind].Kind == TokenKind.Word && !words.Is(tokens[behind].Word, LevelWord.List | LevelWord.Bone | LevelWord.Level))
        {
            return true;
        }

        if (behind >= end || document.TextOf(tokens[behind]) is not ("was" or "were" or "is" or "are" or "showed" or "shows" or "had" or "appeared" or "remained"))
        {
            return false;
        }

        // back over the levels read so far, to the word that leads to them
        var lead = joint - 1;
        while (lead > 0 && tokens[lead].Kind != TokenKind.Word)
        {
            lead--;
        }

        return document.TextOf(tokens[lead]) is "at" or "in" or "of" && ClauseVerbs.HasVerb(document, Math.Max(0, lead - ClauseReach), lead);
    }

    private bool TryBareNumber(Document document, LevelJoint joint, int end, VertebralLevel last, out VertebralLevel level)
    {
        level = default;
        var tokens = document.TokenArray;
        var token = tokens[joint.End];
        if (token.Kind != TokenKind.Number || !int.TryParse(document.TextOf(token), out var number))
        {
            return false;
        }

        // "at C5, 3 months later", "T7 and 2 cm": what stands behind the number says that it counts something else
        if (!joint.IsDash && joint.End + 1 < end && tokens[joint.End + 1].Kind == TokenKind.Word)
        {
            var isLevel = words.Is(tokens[joint.End + 1].Word, LevelWord.List | LevelWord.Bone | LevelWord.Level);
            if ((joint.IsComma && token.Has(TokenMarks.SpaceBefore) && !isLevel) || words.Is(tokens[joint.End + 1].Word, LevelWord.Counted))
            {
                return false;
            }
        }

        var region = last.Name[0];
        if (VertebralLevel.TryCreate(region, number, out level) && level.CompareTo(last) > 0)
        {
            return true;
        }

        // "L5/1", "T12-1": the first of the region below
        return number == 1 && joint.IsTight && !joint.IsComma && last == VertebralLevel.BoundsOf(region).Last
            && VertebralLevel.TryCreate(region switch { 'C' => 'T', 'T' => 'L', _ => 'S' }, 1, out level);
    }

    private bool IsSequence(Document document, int next, int end)
    {
        var index = next < end && document.TokenArray[next].Kind == TokenKind.Dash ? next + 1 : next;
        return index < end && words.Is(document.TokenArray[index].Word, LevelWord.Sequence);
    }

    private static bool IsTightDash(Document document, int index, int end)
    {
        var tokens = document.TokenArray;
        return index + 1 < end && tokens[index].Kind == TokenKind.Dash && !tokens[index].Has(TokenMarks.SpaceBefore) && !tokens[index + 1].Has(TokenMarks.SpaceBefore)
            && tokens[index + 1].Kind is TokenKind.Number or TokenKind.Alphanumeric;
    }

    /// <summary>Levels run together; apart from each other they are the ends of a range that has lost its dash.</summary>
    public static VertebraSet SetOf(ReadOnlySpan<VertebralLevel> together) =>
        together.Length == 2 ? VertebraSet.Range(together[0], together[1]) : Union(together);

    private static VertebraSet Union(ReadOnlySpan<VertebralLevel> together)
    {
        var levels = VertebraSet.Empty;
        foreach (var level in together)
        {
            levels = levels.Union(VertebraSet.Of(level));
        }

        return levels;
    }
}
