using System.Text;
using System.Text.RegularExpressions;

namespace CaseExtract.Lexicons;

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

        AddAliases();
        AddPossessives();
        return faults;
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("# lexicon   tumour\n");
        text.Append("# source    GDC data dictionary with NCI Thesaurus names; Disease Ontology; OncoTree; ");
        text.Append("merged with models/build/tumour-curated.tsv by models/build\n");
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
            + $"{overlay.Terms.Count} terms curated, {_fromSources} from the sources alone, the rest aliases and possessive forms";
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

    /// <summary>A name that is no more than the words themselves stays alone: "thyroid cancer" names no histology.</summary>
    private void AddAliases()
    {
        foreach (var (words, alias) in overlay.Aliases)
        {
            foreach (var entry in _entries.Values.Where(entry => entry is { Morphology: not null, Kind: "tumour" } && entry.Term != words).ToList())
            {
                var term = $" {entry.Term} ".Replace($" {words} ", $" {alias} ", StringComparison.Ordinal).Trim();
                if (!_keys.Contains(Wording.Key(term)) && !overlay.Dropped.Contains(Wording.Key(term)))
                    Add(entry with { Term = term });
            }
        }
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
