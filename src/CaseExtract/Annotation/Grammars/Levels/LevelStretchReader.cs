using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads the far end of a stretch that starts with "from": "extending from T12, the left paraspinal muscles, inferiorly to L5", "from L4 to the
/// sacrum", "from the cervical cord to T11".
/// </summary>
internal sealed class LevelStretchReader(WordRoles<LevelWord> words, VertebraReader vertebrae, LevelJointReader joints)
{
    /// <summary>Farthest that the end of "from T12, … , to L5" is looked for.</summary>
    private const int Reach = 9;

    /// <summary>Whether a stretch starts at a token: "from T12", "from the body of T12".</summary>
    public bool StartsAt(Document document, int first, int start) => LevelLead.IsBefore(document, words, first, start, LevelWord.From);

    /// <summary>"from the foramen magnum down to [C4]": the stretch starts above the first vertebra.</summary>
    public bool StartsAtSkull(Document document, int first, int start)
    {
        var tokens = document.TokenArray;
        var index = first - 1;
        while (index > start && words.Is(tokens[index].Word, LevelWord.Filler) && !words.Is(tokens[index].Word, LevelWord.Range))
        {
            index--;
        }

        if (index <= start || !words.Is(tokens[index].Word, LevelWord.Range))
        {
            return false;
        }

        var isSkull = false;
        for (var end = Math.Max(start, index - Reach); index-- > end && tokens[index].Kind == TokenKind.Word;)
        {
            isSkull |= words.Is(tokens[index].Word, LevelWord.Skull);
            if (words.Is(tokens[index].Word, LevelWord.From))
            {
                return isSkull;
            }
        }

        return false;
    }

    /// <summary>
    /// "extending from T12, the left paraspinal muscles, inferiorly to L5"; "from L4 to the sacrum" gives L4, L5 and the open region sacral.
    /// </summary>
    public int ReadFarEnd(Document document, int first, int next, int end, VertebralLevel from, ref VertebraSet levels, ref string? open)
    {
        var tokens = document.TokenArray;
        if (words.Stand(tokens, first, next, LevelWord.Range))
        {
            return next; // "from T8 to L1, with a cyst up to T5": it has its end
        }

        Span<VertebralLevel> one = stackalloc VertebralLevel[LevelNotation.MostTogether];
        for (var index = next; index < Math.Min(end, next + Reach); index++)
        {
            if (!joints.TrySkipRangeWords(document, index, end, out var far))
            {
                if (words.Is(tokens[index].Word, LevelWord.List | LevelWord.From) || tokens[index].Kind == TokenKind.Alphanumeric)
                {
                    return next;
                }

                continue;
            }

            var behind = vertebrae.Read(document, far, index, end, isContinued: true, one, out var count);
            if (behind > far)
            {
                levels = levels.Union(VertebraSet.Range(from, one[count - 1]));
                return behind;
            }

            return index == next && far < end && words.Is(tokens[far].Word, LevelWord.Adjective) ? ReadOpenEnd(document, far, end, from, ref levels, ref open) : next;
        }

        return next;
    }

    /// <summary>The region at the open end of a stretch, with all levels between the region and the vertebra at the other end.</summary>
    public int ReadOpenEnd(Document document, int adjective, int end, VertebralLevel from, ref VertebraSet levels, ref string? open)
    {
        var next = adjective + 1;
        while (next < end && next < adjective + 3 && words.Is(document.TokenArray[next].Word, LevelWord.Cord | LevelWord.Bone))
        {
            next++;
        }

        var (first, last) = VertebralLevel.BoundsOf(words.ValueOf(document.TokenArray[adjective].Word)[0]);
        if (next == adjective + 1 || (from.Order >= first.Order && from.Order <= last.Order))
        {
            return adjective - 1;
        }

        open = first.Region;
        levels = levels.Union(from.Order > last.Order ? VertebraSet.Range(VertebralLevel.BoundsOf(RegionBelow(first)).First, from) : VertebraSet.Range(from, VertebralLevel.BoundsOf(RegionAbove(first)).Last));
        return next;
    }

    private static char RegionBelow(VertebralLevel level) => level.Name[0] switch { 'C' => 'T', 'T' => 'L', _ => 'S' };

    private static char RegionAbove(VertebralLevel level) => level.Name[0] switch { 'S' => 'L', 'L' => 'T', _ => 'C' };
}
