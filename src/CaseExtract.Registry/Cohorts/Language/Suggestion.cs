namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Suggestion
{
    private const int MostEdits = 2, LongestWord = 40;

    /// <summary>A clause such as <c>; did you mean procedure?</c>, or nothing.</summary>
    /// <param name="given">The word.</param>
    /// <param name="known">Those that may be meant.</param>
    /// <param name="lettersForEdit">An edit for so many letters: more where the word may be right though it is unknown.</param>
    public static string For(string given, IEnumerable<string> known, int lettersForEdit = 2)
    {
        if (given.Length > LongestWord)
        {
            return "";
        }

        var (word, edits) = known.Select(word => (Word: word, Edits: Distance(given, word))).OrderBy(candidate => candidate.Edits).FirstOrDefault();
        return word is not null && edits <= Math.Min(MostEdits, given.Length / lettersForEdit) ? $"; did you mean {word}?" : "";
    }

    /// <summary>Letters to insert, delete or replace (Levenshtein), letter case aside.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
