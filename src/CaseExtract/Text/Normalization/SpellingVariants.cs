namespace CaseExtract.Text.Normalization;

/// <summary>
/// The forms in which a word of a lexicon (American, singular) is met in reports: British spellings and plurals.
/// Wrong forms do no harm, since nobody writes them; they cost a slot in a table that is built once.
/// </summary>
internal static class SpellingVariants
{
    /// <summary>American letters and what British writers, or common misspellings, put in their place, inside words.</summary>
    private static readonly (string American, string British)[] Inner =
    [
        ("tumor", "tumour"), ("em", "aem"), ("hematu", "haematu"), ("esoph", "oesoph"), ("edema", "oedema"), ("estr", "oestr"), ("leuk", "leuc"), ("nev", "naev"), ("seborrhe", "seborrhoe"), ("esthes", "aesthes"), ("anesth", "anaesth"),
        ("ped", "paed"), ("gynec", "gynaec"), ("cesar", "caesar"), ("cec", "caec"), ("fet", "foet"), ("diarrhea", "diarrhoea"), ("pnea", "pnoea"), ("celiac", "coeliac"),
        ("color", "colour"), ("labor", "labour"), ("behavior", "behaviour"), ("center", "centre"), ("fiber", "fibre"), ("caliber", "calibre"), ("meter", "metre"), ("sulf", "sulph"),
        ("ization", "isation"), ("ize", "ise"), ("izing", "ising"), ("lyze", "lyse"), ("aging", "ageing"), ("gray", "grey"), ("etiol", "aetiol"), ("fece", "faece"),
        ("labeled", "labelled"), ("signaling", "signalling"), ("maneuver", "manoeuvre"), ("mold", "mould"), ("pheochrom", "phaeochrom"), ("epithelioid", "epitheloid"), ("plasmacyt", "plasmocyt"),
        ("neurilemoma", "neurilemmoma"), ("appendectomy", "appendicectomy"), ("orchiectomy", "orchidectomy"), ("orchiectomy", "orchectomy"),
    ];

    /// <summary>Irregular plural endings, longest first.</summary>
    private static readonly (string Singular, string Plural)[] Endings =
    [
        ("itis", "itides"), ("oma", "omata"), ("ema", "emata"), ("is", "es"), ("us", "i"), ("um", "a"), ("ix", "ices"), ("ex", "ices"), ("nx", "nges"),
        ("foot", "feet"), ("tooth", "teeth"), ("man", "men"), ("child", "children"), ("ngioma", "ngiomata"), ("on", "a"), ("a", "ae"),
    ];

    /// <summary>
    /// By the first two letters of an American spelling, a bit for each row of <see cref="Inner"/>. Tens of thousands of words are asked for
    /// when models are loaded, and few hold the start of more than a row or two.
    /// </summary>
    private static readonly ulong[] AmericanStarts = IndexInner(static row => row.American);

    /// <summary>The same for the British spellings.</summary>
    private static readonly ulong[] BritishStarts = IndexInner(static row => row.British);

    /// <summary>
    /// The American spelling of a word that may be listed in a British one, so that both have one number. A word that its American form would
    /// not lead back to stays as it is.
    /// </summary>
    public static string American(string word)
    {
        if (word.Length <= 3)
        {
            return word;
        }

        var american = word;
        var rows = RowsThatStartIn(word, BritishStarts);
        for (var row = 0; row < Inner.Length; row++)
        {
            if ((rows & 1UL << row) != 0)
            {
                american = american.Replace(Inner[row].British, Inner[row].American, StringComparison.Ordinal);
                rows |= RowsThatStartIn(american, BritishStarts);
            }
        }

        return american != word && Of(american).Contains(word, StringComparer.Ordinal) ? american : word;
    }

    /// <summary>All forms of a word that is already folded to lower case, itself first.</summary>
    public static IEnumerable<string> Of(string word)
    {
        foreach (var spelling in SpellingsOf(word))
        {
            yield return spelling;
            if (spelling.Length < 3 || !char.IsAsciiLetter(spelling[^1]))
            {
                continue;
            }

            foreach (var plural in Plurals(spelling))
            {
                yield return plural;
            }
        }
    }

    /// <summary>The singular of a regular plural; any other word as it is.</summary>
    public static string SingularOf(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' || !char.IsAsciiLetter(word[^2]))
        {
            return word;
        }

        string[] candidates = word.EndsWith("ies", StringComparison.Ordinal) ? [word[..^3] + "y"]
            : word.EndsWith("es", StringComparison.Ordinal) ? [word[..^2], word[..^1]]
            : [word[..^1]];
        foreach (var candidate in candidates)
        {
            if (Plurals(candidate).First() == word)
            {
                return candidate;
            }
        }

        return word;
    }

    private static List<string> SpellingsOf(string word)
    {
        var spellings = new List<string>(1) { word };
        var rows = word.Length > 3 ? RowsThatStartIn(word, AmericanStarts) : 0;
        for (var row = 0; row < Inner.Length && spellings.Count <= 12; row++)
        {
            if ((rows & 1UL << row) == 0)
            {
                continue;
            }

            var (american, british) = Inner[row];
            var count = spellings.Count;
            for (var index = 0; index < count; index++)
            {
                if (spellings[index].Contains(american, StringComparison.Ordinal)
                    && !spellings[index].Contains(british, StringComparison.Ordinal))
                {
                    var spelling = spellings[index].Replace(american, british, StringComparison.Ordinal);
                    spellings.Add(spelling);
                    rows |= RowsThatStartIn(spelling, AmericanStarts);
                }
            }
        }

        return spellings;
    }

    private static ulong[] IndexInner(Func<(string American, string British), string> spelling)
    {
        var starts = new ulong[26 * 26];
        for (var row = 0; row < Inner.Length; row++)
        {
            starts[PairOf(spelling(Inner[row]), 0)] |= 1UL << row;
        }

        return starts;
    }

    /// <summary>The rows of <see cref="Inner"/> that may stand in a word: no other row needs to be looked for.</summary>
    private static ulong RowsThatStartIn(string word, ulong[] starts)
    {
        var rows = 0UL;
        for (var index = 0; index + 1 < word.Length; index++)
        {
            if (char.IsAsciiLetterLower(word[index]) && char.IsAsciiLetterLower(word[index + 1]))
            {
                rows |= starts[PairOf(word, index)];
            }
        }

        return rows;
    }

    private static int PairOf(string word, int index) => ((word[index] - 'a') * 26) + word[index + 1] - 'a';

    private static IEnumerable<string> Plurals(string word)
    {
        if (word.EndsWith('y') && word.Length > 2 && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
        {
            yield return string.Concat(word.AsSpan(0, word.Length - 1), "ies");
        }
        else if (word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal))
        {
            yield return word + "es";
        }
        else
        {
            yield return word + "s";
        }

        foreach (var (singular, plural) in Endings)
        {
            if (word.Length > singular.Length + 1 && word.EndsWith(singular, StringComparison.Ordinal))
            {
                yield return string.Concat(word.AsSpan(0, word.Length - singular.Length), plural);
            }
        }
    }
}
