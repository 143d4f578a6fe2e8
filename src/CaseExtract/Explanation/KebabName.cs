using System.Text;

namespace CaseExtract.Explanation;

/// <summary>Members of enumerations as explanations name them.</summary>
internal static class KebabName
{
    /// <summary><c>CalledHistory</c> is <c>called-history</c>.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var letter in member.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
