namespace CaseExtract.Lexicons;

/// <summary>The curated decisions of <c>tumour-curated.tsv</c>, one a row, by its action.</summary>
/// <remarks>
/// <c>term</c>: the subject is a term of the lexicon; its other columns overrule every source.
/// <c>drop</c>: the subject is never taken from a source.
/// <c>code</c>: the subject is a current morphology with its name; a source that uses another code is in conflict.
/// <c>recode</c>: the subject, a morphology of a source, is read as the morphology of the row; without one, names under it are not taken.
/// <c>site</c>: the subject is a word or phrase that, standing in a source's term, says where the tumour arose.
/// <c>eponym</c>: the subject also stands with 's: "ewing" makes "ewing's sarcoma" of "ewing sarcoma".
/// <c>alias</c>: the subject also stands as its display, where a longer name of a tumour holds it: "renal cell cancer" beside "renal cell carcinoma".
/// </remarks>
internal sealed class Overlay
{
    private const int Columns = 8;
    private static readonly string[] Kinds = ["tumour", "generic", "lesion"];

    public SortedDictionary<string, Entry> Terms { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    public Dictionary<Morphology, string> Names { get; } = [];

    public Dictionary<Morphology, Morphology?> Recoded { get; } = [];

    public List<(string Phrase, string Site)> Sites { get; } = [];

    public List<string> Eponyms { get; } = [];

    public List<(string Words, string Alias)> Aliases { get; } = [];

    public static Overlay Load(string path)
    {
        var overlay = new Overlay();
        var number = 0;
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells.Length != Columns)
                throw new InvalidDataException($"{path}({number}): expected {Columns} columns, found {cells.Length}");
            var identity = $"{cells[0]}\t{cells[1]}";
            if (previous is not null && string.CompareOrdinal(previous, identity) >= 0)
                throw new InvalidDataException($"{path}({number}): out of order or twice: {cells[0]} {cells[1]}");
            previous = identity;
            if (cells[0] is "term" && !keys.TryAdd(Wording.Key(cells[1]), cells[1]))
                throw new InvalidDataException($"{path}({number}): {cells[1]} and {keys[Wording.Key(cells[1])]} differ by hyphens alone");
            if (overlay.Add(cells) is { } fault)
                throw new InvalidDataException($"{path}({number}): {fault}");
        }

        foreach (var entry in overlay.Terms.Values)
        {
            if (entry.Morphology is { } morphology && !overlay.Names.ContainsKey(morphology))
                throw new InvalidDataException($"{path}: {entry.Term} has the unnamed code {morphology}");
        }

        overlay.Sites.Sort((left, right) => right.Phrase.Length != left.Phrase.Length
            ? right.Phrase.Length.CompareTo(left.Phrase.Length)
            : string.CompareOrdinal(left.Phrase, right.Phrase));
        return overlay;
    }

    // Returns what is wrong with the row, or null.
    private string? Add(string[] cells)
    {
        var (action, subject, site) = (cells[0], cells[1], cells[4]);
        var morphology = cells[2].Length == 0 ? (Morphology?)null : Morphology.TryParse($"{cells[2]}/{cells[3]}");
        if (cells[2].Length > 0 && morphology is null)
            return $"{cells[2]}/{cells[3]} is no morphology";
        if (site.Length > 0 && !Patterns.Topography().IsMatch(site))
            return $"{site} is no topography";
        switch (action)
        {
            case "term":
                if (!Wording.IsTerm(subject))
                    return $"'{subject}' is not written as a term";
                if (!Kinds.Contains(cells[6], StringComparer.Ordinal) || cells[5].Length == 0)
                    return "the kind or the display is missing";
                if ((cells[6] is "tumour") != (morphology is not null))
                    return "a tumour needs a morphology, and no other kind has one";
                Terms.Add(subject, new Entry(subject, morphology, cells[3], site, cells[5], cells[6]));
                return null;
            case "drop":
                Dropped.Add(Wording.Key(subject));
                return null;
            case "code" when Morphology.TryParse(subject) is { } code && cells[5].Length > 0:
                Names.Add(code, cells[5]);
                return null;
            case "recode" when Morphology.TryParse(subject) is { } old:
                Recoded.Add(old, morphology);
                return null;
            case "site" when site.Length > 0:
                Sites.Add((subject, site));
                return null;
            case "eponym" when subject.Length > 0:
                Eponyms.Add(subject);
                return null;
            case "alias" when subject.Length > 0 && cells[5].Length > 0:
                Aliases.Add((subject, cells[5]));
                return null;
            default:
                return $"'{action} {subject}' is not understood";
        }
    }
}
