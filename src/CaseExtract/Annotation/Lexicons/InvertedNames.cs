namespace CaseExtract.Annotation.Lexicons;

/// <summary>
/// What the names of tumours tell of their first words: as a "lepidic adenocarcinoma" is named, lepidic makes another morphology of an adenocarcinoma, so that it is
/// understood behind the name as well ("adenocarcinoma, lepidic type", "liposarcoma, dedifferentiated").
/// </summary>
internal static class InvertedNames
{
    /// <summary>A longer beginning is no word of a type.</summary>
    private const int MostWords = 4;

    /// <summary>A beginning with one of them is no word of a type: "carcinoma in pleomorphic" of "carcinoma in pleomorphic adenoma".</summary>
    private static readonly string[] Joints = ["ex", "from", "in", "of", "or", "to", "with"];

    /// <summary>They end a type: "follicular variant papillary" of "follicular variant papillary thyroid carcinoma" goes on.</summary>
    private static readonly string[] Kinds = ["subtype", "type", "variant"];

    /// <summary>What is told of any tumour is no type, though it begins a name.</summary>
    private static readonly string[] Grades = ["differentiated", "infiltrating", "infiltrative", "invasive", "primary"];

    /// <summary>What the first words of the names make of the names that are their ends.</summary>
    /// <param name="tumours">The tumours by their names.</param>
    /// <returns>The first words, the name that they make more exact as <see cref="KeyOf"/> writes it, and what it becomes.</returns>
    public static IEnumerable<(string Words, string Base, ModifiedHistology Result)> Read(Dictionary<string, TumourConcept> tumours)
    {
        var found = new Dictionary<(string Words, string Base), (int Length, TumourConcept? Whole)>();
        var bases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, whole) in tumours)
        {
            if (!HasMorphology(whole))
            {
                continue;
            }

            bases.Clear();
            for (var cut = name.IndexOf(' ', StringComparison.Ordinal); cut > 0; cut = name.IndexOf(' ', cut + 1))
            {
                if (!tumours.TryGetValue(name[(cut + 1)..], out var end) || !HasMorphology(end) || IsSame(end, whole))
                {
                    continue;
                }

                var key = KeyOf(end.Morphology!, end.Behaviour);
                if (bases.Add(key) && IsType(name[..cut]))
                {
                    Put(found, (name[..cut].Replace('-', ' '), key), name.Length, whole); // "biphasic" of "biphasic malignant mesothelioma"
                }
            }
        }

        foreach (var ((words, origin), (_, whole)) in found)
        {
            if (whole is not null)
            {
                yield return (words, origin, new ModifiedHistology(whole.Morphology!, whole.Display, whole.Behaviour == origin[^1] ? '\0' : whole.Behaviour, IsInverted: true));
            }
        }
    }

    /// <summary>A name by morphology and behaviour: what makes a villous adenoma makes another of an adenocarcinoma.</summary>
    public static string KeyOf(string morphology, char behaviour) => WriteKey(morphology, behaviour, stackalloc char[6]).ToString();

    /// <summary>The same, written into a place of six characters.</summary>
    public static ReadOnlySpan<char> WriteKey(string morphology, char behaviour, Span<char> place)
    {
        morphology.CopyTo(place);
        place[4] = '/';
        place[5] = behaviour == '\0' ? '-' : behaviour;
        return place;
    }

    /// <summary>Of names that disagree the shortest decides ("papillary carcinoma", not "papillary thyroid carcinoma"); of two as short none.</summary>
    private static void Put(Dictionary<(string, string), (int Length, TumourConcept? Whole)> found, (string, string) key, int length, TumourConcept whole)
    {
        if (!found.TryGetValue(key, out var other) || length < other.Length)
        {
            found[key] = (length, whole);
        }
        else if (length == other.Length && !IsSame(other.Whole, whole))
        {
            found[key] = (length, null);
        }
    }

    private static bool HasMorphology(TumourConcept tumour) => tumour is { Kind: TumourKind.Tumour, Morphology: not null };

    private static bool IsSame(TumourConcept? one, TumourConcept other) => one?.Morphology == other.Morphology && one?.Behaviour == other.Behaviour;

    private static bool IsType(string words)
    {
        var parts = words.Split(' ', '-');
        var isOfStain = parts[^1] is "positive" or "negative";   // it is listed behind any name: "squamous cell carcinoma, p16 positive"
        var goesOn = parts[^1] is "and" || parts.Any(Joints.Contains) || parts[..^1].Any(Kinds.Contains);
        return parts.Length <= MostWords && !Grades.Contains(words) && !isOfStain && !goesOn;
    }
}
