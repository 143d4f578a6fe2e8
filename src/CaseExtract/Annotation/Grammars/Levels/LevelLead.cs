using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>The word that leads to a level: "from", "between".</summary>
internal static class LevelLead
{
    /// <summary>Whether a word of a role stands before a token, up to two words such as "the body of" between.</summary>
    public static bool IsBefore(Document document, WordRoles<LevelWord> words, int first, int start, LevelWord role)
    {
        var tokens = document.TokenArray;
        for (var index = first - 1; index >= Math.Max(start, first - 5); index--)
        {
            if (words.Is(tokens[index].Word, role))
            {
                return true;
            }

            if (!words.Is(tokens[index].Word, LevelWord.Filler))
            {
                return false;
            }
        }

        return false;
    }
}
