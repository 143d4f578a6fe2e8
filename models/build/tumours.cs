// Rebuilds models/lexicons/tumour.tsv: merges the open terminologies with the curated overlay beside this file.
//
//     dotnet run models/build/tumours.cs -- --terminology DIR [--models DIR] [--check]
//
// DIR holds tumour-names.tsv, DO_*.obo and oncotree*.json. The output depends on these files and the overlay alone, byte for
// byte. The build stops when the sources disagree about a term, or name a code that is not current, and the overlay
// (tumour-curated.tsv) has not decided it. With --check nothing is written: the exit code says whether the lexicon is up to date.
//
// Actions of the overlay, one a row:
//   term    the subject is a term of the lexicon; its other columns overrule every source
//   drop    the subject is never taken from a source
//   code    the subject is a current morphology with its name; a source that uses another code is in conflict
//   recode  the subject, a morphology of a source, is read as the morphology of the row; without one, names under it are not taken
//   site    the subject is a word or phrase that, standing in a source's term, says where the tumour arose
//   eponym  the subject also stands with 's: "ewing" makes "ewing's sarcoma" of "ewing sarcoma"

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseExtract.Models;

internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static int Main(string[] args)
    {
        var terminology = Option(args, "--terminology");
        var models = Option(args, "--models") ?? "models";
        if (terminology is null || !Directory.Exists(terminology) || !Directory.Exists(models))
        {
            Console.Error.WriteLine("usage: dotnet run models/build/tumours.cs -- --terminology DIR [--models DIR] [--check]");
            return 2;
        }

        try
        {
            var overlay = Overlay.Load(Path.Combine(models, "build", "tumour-curated.tsv"));
            var lexicon = new TumourLexicon(overlay);
            var names = OpenNames.Load(terminology);
            var conflicts = lexicon.Merge(names);
            if (conflicts.Count > 0)
            {
                foreach (var conflict in conflicts)
                    Console.Error.WriteLine(conflict);
                Console.Error.WriteLine($"{conflicts.Count} conflicts: decide each in the overlay with a term, drop or recode row");
                return 1;
            }

            return Deliver(lexicon, Path.Combine(models, "lexicons", "tumour.tsv"), args.Contains("--check", StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or JsonException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static int Deliver(TumourLexicon lexicon, string path, bool check)
    {
        var content = lexicon.Write();
        Console.WriteLine(lexicon.Summary());
        if (!check)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content, Utf8);
            return 0;
        }

        var current = File.Exists(path) && string.Equals(File.ReadAllText(path, Utf8), content, StringComparison.Ordinal);
        Console.WriteLine(current ? $"{path} is up to date" : $"{path} differs from its sources");
        return current ? 0 : 1;
    }

    private static string? Option(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}

/// <summary>Histology and behaviour, written <c>8890/3</c>.</summary>
internal readonly record struct Morphology(string Code, string Behaviour)
{
    public static readonly IComparer<Morphology> Order =
        Comparer<Morphology>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    public static Morphology? TryParse(string text) =>
        Patterns.Morphology().IsMatch(text) ? new Morphology(text[..4], text[5..]) : null;

    public override string ToString() => $"{Code}/{Behaviour}";
}

/// <summary>A term that the sources propose, with every current morphology that they give it.</summary>
internal sealed record Candidate(string Term, SortedSet<Morphology> Morphologies);

internal sealed record Entry(string Term, Morphology? Morphology, string Behaviour, string Site, string Display, string Kind);

/// <summary>A name as a source writes it, with the morphologies the source gives and the NCI Thesaurus concepts it belongs to.</summary>
internal sealed record OpenName(string Name, IReadOnlyList<Morphology> Morphologies, IReadOnlyList<string> Concepts, string Origin);

/// <summary>The curated decisions.</summary>
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
            default:
                return $"'{action} {subject}' is not understood";
        }
    }
}

/// <summary>The lexicon: the overlay's terms, and those of the sources that it leaves open.</summary>
internal sealed class TumourLexicon(Overlay overlay)
{
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _fromSources;

    /// <returns>A line for each conflict.</returns>
    public List<string> Merge(IReadOnlyList<OpenName> names)
    {
        foreach (var entry in overlay.Terms.Values)
            Add(entry);
        var faults = new List<string>();
        var candidates = Candidates(names, faults);
        foreach (var (key, candidate) in candidates)
        {
            if (_keys.Contains(key) || overlay.Dropped.Contains(key))
                continue;
            if (candidate.Morphologies.Count > 1)
            {
                faults.Add($"conflict\t{candidate.Term}\t{string.Join('|', candidate.Morphologies)}");
                continue;
            }

            var morphology = candidate.Morphologies.Min;
            Add(new Entry(candidate.Term, morphology, morphology.Behaviour, Site(candidate.Term), overlay.Names[morphology], "tumour"));
            _fromSources++;
        }

        AddPossessives();
        return faults;
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("# lexicon   tumour\n");
        text.Append("# source    GDC data dictionary with NCI Thesaurus names; Disease Ontology; OncoTree; ");
        text.Append("merged with models/build/tumour-curated.tsv by models/build/tumours.cs\n");
        text.Append("# licence   GDC Apache-2.0, NCI Thesaurus CC BY 4.0, Disease Ontology CC0, OncoTree CC BY 4.0; ");
        text.Append("the rest as this repository; codes are cross-references to ICD-O-3.2\n");
        text.Append("# columns   term\tmorphology\tbehaviour\tsite\tdisplay\tkind\n");
        foreach (var (term, morphology, behaviour, site, display, kind) in _entries.Values)
            text.Append(string.Join('\t', term, morphology?.Code, behaviour, site, display, kind)).Append('\n');
        return text.ToString();
    }

    public string Summary()
    {
        var tumours = _entries.Values.Where(entry => entry.Morphology is not null).ToList();
        return $"{_entries.Count} terms: {tumours.Count} tumour, {Count("generic")} generic, {Count("lesion")} lesion; "
            + $"{tumours.Select(entry => entry.Morphology!.Value).Distinct().Count()} morphologies with behaviour, "
            + $"{tumours.Select(entry => entry.Morphology!.Value.Code).Distinct(StringComparer.Ordinal).Count()} four-digit; "
            + $"{overlay.Terms.Count} terms curated, {_fromSources} from the sources alone, the rest possessive forms";
    }

    private int Count(string kind) => _entries.Values.Count(entry => string.Equals(entry.Kind, kind, StringComparison.Ordinal));

    private SortedDictionary<string, Candidate> Candidates(IReadOnlyList<OpenName> names, List<string> faults)
    {
        var current = names.Select(name => name with { Morphologies = Current(name, faults) }).ToList();
        var concepts = Concepts(current);
        var candidates = new SortedDictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var name in current)
        {
            // A name without a code borrows the one code of its concept.
            var morphologies = name.Morphologies.Count > 0 ? name.Morphologies : Borrowed(name, concepts);
            if (morphologies.Count == 0 || Wording.TryRewrite(name.Name, overlay.Eponyms) is not { } term)
                continue;
            var key = Wording.Key(term);
            if (!candidates.TryGetValue(key, out var candidate))
                candidates.Add(key, candidate = new Candidate(term, new SortedSet<Morphology>(Morphology.Order)));
            else if (string.CompareOrdinal(term, candidate.Term) < 0)
                candidates[key] = candidate = candidate with { Term = term };
            candidate.Morphologies.UnionWith(morphologies);
        }

        return candidates;
    }

    private List<Morphology> Current(OpenName name, List<string> faults)
    {
        var current = new List<Morphology>();
        foreach (var morphology in name.Morphologies)
        {
            // Behaviour 6 and 9 are the registrar's reading of the course of the disease, not part of a name.
            if (morphology.Behaviour is "6" or "9")
                continue;
            if (overlay.Recoded.TryGetValue(morphology, out var recoded))
            {
                if (recoded is { } code)
                    current.Add(code);
            }
            else if (overlay.Names.ContainsKey(morphology))
            {
                current.Add(morphology);
            }
            else
            {
                faults.Add($"code\t{name.Name}\t{morphology}\t{name.Origin}");
            }
        }

        return current.Distinct().ToList();
    }

    private static Dictionary<string, SortedSet<Morphology>> Concepts(IEnumerable<OpenName> names)
    {
        var concepts = new Dictionary<string, SortedSet<Morphology>>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Concepts.Count == 1))
        {
            if (!concepts.TryGetValue(name.Concepts[0], out var morphologies))
                concepts.Add(name.Concepts[0], morphologies = new SortedSet<Morphology>(Morphology.Order));
            morphologies.UnionWith(name.Morphologies);
        }

        return concepts;
    }

    private static List<Morphology> Borrowed(OpenName name, Dictionary<string, SortedSet<Morphology>> concepts) =>
        name.Concepts.Count == 1 && concepts.TryGetValue(name.Concepts[0], out var morphologies) && morphologies.Count == 1
            ? [morphologies.Min]
            : [];

    private string Site(string term)
    {
        var padded = $" {term} ";
        foreach (var (phrase, site) in overlay.Sites)
        {
            var start = padded.IndexOf($" {phrase} ", StringComparison.Ordinal);
            // "gastric type", "adrenal rest": the word names a likeness, not a place.
            if (start >= 0 && !Patterns.Likeness().IsMatch(padded[(start + phrase.Length + 1)..]))
                return site;
        }

        return "";
    }

    private void Add(Entry entry)
    {
        _entries.Add(entry.Term, entry);
        _keys.Add(Wording.Key(entry.Term));
    }

    private void AddPossessives()
    {
        foreach (var eponym in overlay.Eponyms)
        {
            var possessive = eponym.EndsWith('s') ? $"{eponym}'" : $"{eponym}'s";
            foreach (var entry in _entries.Values.ToList())
            {
                var term = Regex.Replace(entry.Term, $@"(?<![\w']){eponym}(?= )", possessive, RegexOptions.None, TimeSpan.FromSeconds(1));
                if (!_keys.Contains(Wording.Key(term)))
                    Add(entry with { Term = term });
            }
        }
    }
}

/// <summary>How reports write what a terminology lists: "Carcinoma, squamous cell, NOS" becomes "squamous cell carcinoma".</summary>
internal static class Wording
{
    private const int LongestTerm = 7;

    private static readonly (string British, string American)[] Spellings =
    [
        ("tumour", "tumor"), ("haem", "hem"), ("phaeo", "pheo"), ("leukaem", "leukem"), ("oesoph", "esoph"), ("paed", "ped"),
        ("centre", "center"), ("naev", "nev"), ("cythaem", "cythem"), ("anaem", "anem"), ("localis", "localiz"), ("hyalinis", "hyaliniz"),
    ];

    /// <summary>What two spellings of one term share: the loader reads hyphen and blank as one.</summary>
    public static string Key(string term) => term.Replace('-', ' ');

    public static bool IsTerm(string text) => Patterns.Term().IsMatch(text);

    /// <returns><see langword="null"/> for a name that no report would use in these words.</returns>
    public static string? TryRewrite(string name, IReadOnlyList<string> eponyms)
    {
        var specified = Patterns.Unspecified().Replace(name.Trim(), "");
        if (Patterns.Abbreviation().IsMatch(specified))
            return null;
        var text = specified.ToLowerInvariant().Replace('\u2019', '\'').Replace('\u2013', '-');
        foreach (var (british, american) in Spellings)
            text = text.Replace(british, american, StringComparison.Ordinal);
        foreach (var eponym in eponyms)
            text = Regex.Replace(text, $@"(?<!\w){eponym}(?:'s|'|s)?(?= )", eponym, RegexOptions.None, TimeSpan.FromSeconds(1));
        if (Reordered(Patterns.Blank().Replace(text, " ").Trim()) is not { } ordered)
            return null;
        text = Patterns.Grade().Replace(ordered, "${level}-grade");
        text = Patterns.PluralEnding().Replace(text, "");
        return IsTerm(text) && text.Count(character => character == ' ') < LongestTerm && !Patterns.Unlikely().IsMatch(text) ? text : null;
    }

    // "meningioma, malignant" is spoken as "malignant meningioma"; a name with two commas has no one reading.
    private static string? Reordered(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
            return text;
        if (parts.Length > 2 || parts[0].Length == 0 || parts[1].Length == 0 || parts[0].StartsWith("malignant ", StringComparison.Ordinal))
            return null;
        return Patterns.Postponed().IsMatch(parts[1]) ? $"{parts[0]} {parts[1]}" : $"{parts[1]} {parts[0]}";
    }
}

/// <summary>The names in the open terminologies.</summary>
internal static class OpenNames
{
    public static List<OpenName> Load(string folder)
    {
        var names = new List<OpenName>();
        names.AddRange(Table(Path.Combine(folder, "tumour-names.tsv")));
        foreach (var path in Files(folder, "DO_*.obo"))
            names.AddRange(Ontology(path));
        foreach (var path in Files(folder, "oncotree*.json"))
        {
            using var tree = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var root in tree.RootElement.EnumerateObject())
                names.AddRange(Tree(root.Value));
        }

        return names;
    }

    private static string[] Files(string folder, string pattern)
    {
        var paths = Directory.GetFiles(folder, pattern);
        if (paths.Length == 0)
            throw new InvalidDataException($"{folder}: no {pattern}");
        Array.Sort(paths, StringComparer.Ordinal);
        return paths;
    }

    private static IEnumerable<OpenName> Table(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != 5)
                throw new InvalidDataException($"{path}: expected 5 columns in '{line}'");
            yield return new OpenName(cells[0], Morphologies(cells[1].Split('|')), Concepts(cells[2].Split('|')), cells[3]);
        }
    }

    private static List<OpenName> Ontology(string path)
    {
        var names = new List<OpenName>();
        foreach (var stanza in File.ReadAllText(path).Split("\n[Term]\n").Skip(1))
        {
            var lines = stanza.Split('\n');
            if (lines.Contains("is_obsolete: true", StringComparer.Ordinal))
                continue;
            var morphologies = Morphologies(Values(lines, "xref: ICDO:"));
            var concepts = Concepts(Values(lines, "xref: NCI:"));
            var origin = Values(lines, "id: ").First();
            foreach (var name in Values(lines, "name: "))
                names.Add(new OpenName(name, morphologies, concepts, origin));
            // A related or broader synonym need not have the code; nor is an acronym a term.
            foreach (var match in lines.Select(line => Patterns.ExactSynonym().Match(line)).Where(match => match.Success))
                names.Add(new OpenName(match.Groups["name"].Value, morphologies, concepts, origin));
        }

        return names;
    }

    private static IEnumerable<OpenName> Tree(JsonElement node)
    {
        var concepts = node.GetProperty("externalReferences").TryGetProperty("NCI", out var references)
            ? references.EnumerateArray().Select(reference => reference.GetString()!)
            : [];
        var origin = $"OncoTree {node.GetProperty("code").GetString()}";
        yield return new OpenName(node.GetProperty("name").GetString()!, [], Concepts(concepts), origin);
        foreach (var name in node.GetProperty("children").EnumerateObject().SelectMany(child => Tree(child.Value)))
            yield return name;
    }

    private static IEnumerable<string> Values(string[] lines, string prefix) =>
        lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..].Trim());

    private static List<Morphology> Morphologies(IEnumerable<string> codes) =>
        codes.Select(Morphology.TryParse).OfType<Morphology>().Distinct().Order(Morphology.Order).ToList();

    private static List<string> Concepts(IEnumerable<string> codes) =>
        codes.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
}

internal static partial class Patterns
{
    // "thyroid gland carcinoma", "malignant neoplasm of muscle", "tumor of the breast and skin"
    private const string IndexWords = "of|and|or|unspecified|including|includes|involving|associated|obsolete|synonym|xref|nec|fab|variant|"
        + "system|organ|gland|cortex|body|skin|neoplasm|cancer|disorder|syndrome|susceptibility|borderline malignancy|type [a-c]";

    // "childhood medulloblastoma", "stage 1 seminoma"
    private const string JoinedWords = "adult|childhood|pediatric|localized|advanced|familial|hereditary|inherited|multiple|stage|ajcc";

    // "diffuse glioma, H3-mutant": the overlay lists those that reports name
    private const string GeneticWords = "mutation|mutant|altered|alteration|activated|rearranged|rearrangement|fusion|wildtype";

    private const string FirstWords = "malignant tumor|benign tumor|tumor";

    private const string LoneWords = "malignant|benign|classical|primary";

    // 8890/3
    [GeneratedRegex(@"^[89]\d{3}/\d$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Morphology();

    // C22.0
    [GeneratedRegex(@"^C\d\d\.\d$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Topography();

    // b-cell lymphoma; wilms' tumor; spindle cell/sclerosing rhabdomyosarcoma
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9]|[-/ ](?=[a-z0-9])|'(?=[ s]))*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Term();

    // RCC; AML M6; RB - Retinoblastoma; CLL/SLL
    [GeneratedRegex(@"^[A-Z][A-Z0-9/&-]{1,7}(?: [A-Z0-9]{1,3})?$|^[A-Z]+ - |^[A-Z]{2}[A-Za-z-]* tumou?r$",
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Abbreviation();

    // Chordoma, NOS; Osteosarcoma, not otherwise specified
    [GeneratedRegex(@",? *\(?(?:\bNOS\b|not otherwise specified)\)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Unspecified();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Blank();

    // osteosarcoma, low grade
    [GeneratedRegex(@"\b(?<level>low|high|intermediate) grade\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Grade();

    // chondrosarcoma, grade 2; carcinoma, with apocrine metaplasia; spindle cell melanoma, type a
    [GeneratedRegex(@"^(?:grade|type|group|with|without|in) ", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Postponed();

    // leiomyosarcomas, glial tumors
    [GeneratedRegex(@"(?<=oma|tumor|neoplasm|cyst|lesion|syndrome)s$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex PluralEnding();

    // Index language of a terminology, what a grammar of site, age and grade joins by itself, and genetic formulas.
    [GeneratedRegex(
        @"[();:+]|\d$|\b(?:" + IndexWords + "|" + JoinedWords + "|" + GeneticWords + @")\b|^(?:" + FirstWords + ") |^(?:" + LoneWords + ")$",
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Unlikely();

    // what follows "gastric" in "gastric type carcinoma"
    [GeneratedRegex(@"^ (?:type|like|rest)\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Likeness();

    // synonym: "hemangiosarcoma" EXACT []
    [GeneratedRegex(@"^synonym: ""(?<name>[^""]+)"" EXACT \[", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex ExactSynonym();
}
