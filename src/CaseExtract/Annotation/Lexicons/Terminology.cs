using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Reads all lexicons and cue rules of a model folder into one trie.</summary>
internal sealed class Terminology
{
    private readonly ModelSource _models;
    private readonly Vocabulary.Builder _vocabulary;
    private readonly TermReader _terms;
    private readonly TermTrieBuilder _trie = new();
    private readonly CombiningForms _forms;
    private readonly List<(string Term, MentionKind Kind, Concept Concept)> _parted = [];
    private readonly List<(string Words, HistologyModifierConcept Concept)> _ofType = [];

    private Terminology(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _models = models;
        _vocabulary = vocabulary;
        _terms = new TermReader(vocabulary);
        _forms = new CombiningForms(models);
        var tissues = new TissueTable(models);
        var sites = models.Read("lexicons/site.tsv");
        var tumours = ReadTumours(tissues, sites);
        ReadAbbreviations(tumours);
        ReadSites(sites);
        ReadProcedures();
        Read("lexicons/adjuvant.tsv", MentionKind.Adjuvant, "term", ["kind", "note"], cells => new AdjuvantConcept(cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), cells[1]));
        Read("lexicons/presentation.tsv", MentionKind.Presentation, "term", ["concept", "kind"], cells => new PresentationConcept(cells[0], cells[1] == "modifier"));
        Read("lexicons/organ-operation.tsv", MentionKind.OrganRemoved, "organ", ["operation"], cells => new ValueConcept(cells[0]));
        ReadValues("laterality", MentionKind.Laterality);
        ReadValues("person", MentionKind.Person);
        ReadValues("signal", MentionKind.Signal);
        ReadValues("sequence", MentionKind.Sequence);
        ReadValues("enhancement", MentionKind.Enhancement);
        ReadValues("density", MentionKind.Density);
        ReadValues("uptake", MentionKind.Uptake);
        ReadValues("compartment", MentionKind.Compartment);
        ReadValues("compression", MentionKind.Compression);
        ReadValues("extent", MentionKind.Extent);
        ReadValues("spread", MentionKind.Spread);
        ReadValues("plot", MentionKind.Plot);
        ReadValues("grade", MentionKind.Grade);
        ReadValues("test", MentionKind.Test);
        Read("lexicons/trap.tsv", MentionKind.Trap, "term", ["what"], cells => new ValueConcept(cells[0]));
        ReadValues("lesion-word", MentionKind.LesionWord);
        ReadValues("scale", MentionKind.ScaleName);
        ReadValues("phase", MentionKind.Phase);
        ReadValues("outcome", MentionKind.Outcome);
        ReadValues("stability", MentionKind.Stability);
        ReadHistologyModifiers(tumours);
        ReadCues();
        AddKinds();
        AddParted();
    }

    /// <summary>The terms of all lexicons, as the image of the models has them or else read from the tables.</summary>
    /// <returns>Gives the trie, once every part of the program has named its words; it takes one more than the highest number of a word.</returns>
    public static Func<int, TermTrie> Load(ModelSource models, Vocabulary.Builder vocabulary)
    {
        const string Part = "terms";
        if (models.Made(Part) is { } image)
        {
            return _ => new TermTrie(image);
        }

        var terminology = new Terminology(models, vocabulary);
        return words =>
        {
            var trie = terminology._trie.Build(words);
            models.Keep(Part, trie.Write);
            return trie;
        };
    }

    private Dictionary<string, TumourConcept> ReadTumours(TissueTable tissues, ModelTable sites)
    {
        int topography = sites.Column("topography"), place = sites.Column("display");
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in sites.Rows)
        {
            places.TryAdd(row[topography], row[place]);
        }

        var table = _models.Read("lexicons/tumour.tsv");
        int term = table.Column("term"), morphology = table.Column("morphology"), behaviour = table.Column("behaviour");
        int site = table.Column("site"), display = table.Column("display"), kind = table.Column("kind");
        var tumours = new Dictionary<string, TumourConcept>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var code = NullIfEmpty(row[morphology]);
            var topographyCode = NullIfEmpty(row[site]);
            var siteDisplay = "";
            if (topographyCode is not null && !places.TryGetValue(topographyCode, out siteDisplay))
            {
                throw row.Fault($"'{topographyCode}' is no topography of lexicons/site.tsv");
            }

            var concept = new TumourConcept(code, row.Cell(behaviour) is [var digit, ..] ? digit : '\0', topographyCode, siteDisplay, row[display],
                row.Enum<TumourKind>(kind), code is null ? Tissue.Other : tissues.Of(code, row));
            tumours[row[term]] = concept;
            Add(row.Cell(term), MentionKind.Tumour, concept);
        }

        return tumours;
    }

    private void ReadAbbreviations(Dictionary<string, TumourConcept> tumours)
    {
        var table = _models.Read("lexicons/tumour-abbreviation.tsv");
        int abbreviation = table.Column("abbreviation"), term = table.Column("term"), context = table.Column("context");
        foreach (var row in table.Rows)
        {
            if (!tumours.TryGetValue(row[term], out var concept))
            {
                throw row.Fault($"'{row[term]}' is no term of lexicons/tumour.tsv");
            }

            int[] words = [.. row[context].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(_vocabulary.Add)];
            _trie.Add(_terms.Read(row.Cell(abbreviation)), MentionKind.Abbreviation, new AbbreviationConcept(row[abbreviation], concept, words));
        }
    }

    private void ReadHistologyModifiers(Dictionary<string, TumourConcept> tumours)
    {
        var table = _models.Read("lexicons/histology-modifier.tsv");
        int term = table.Column("term"), origin = table.Column("base"), morphology = table.Column("morphology"), display = table.Column("display"), behaviour = table.Column("behaviour");
        var modifiers = new Dictionary<string, Dictionary<string, ModifiedHistology>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            ResultsOf(modifiers, row[term]).Add(row[origin], new ModifiedHistology(row[morphology], row[display], row[behaviour].Length == 0 ? '\0' : row[behaviour][0]));
        }

        foreach (var (words, name, result) in InvertedNames.Read(tumours))
        {
            ResultsOf(modifiers, words).Add(name, result);
        }

        foreach (var (words, results) in modifiers)
        {
            AddParts(modifiers, words, results);
            var concept = new HistologyModifierConcept(results);
            Add(words, MentionKind.HistologyModifier, concept);
            if (words.EndsWith(" type", StringComparison.Ordinal))
            {
                _ofType.Add((words[..^5], concept));
            }
        }
    }

    /// <summary>The longest term is found alone: "thyroid medullary" tells what "medullary" does as well.</summary>
    private static void AddParts(Dictionary<string, Dictionary<string, ModifiedHistology>> modifiers, string words, Dictionary<string, ModifiedHistology> results)
    {
        for (var cut = words.IndexOf(' ', StringComparison.Ordinal); cut > 0; cut = words.IndexOf(' ', cut + 1))
        {
            foreach (var part in (ReadOnlySpan<string>)[words[..cut] is "non" ? "" : words[(cut + 1)..], words[..cut]])
            {
                foreach (var (name, result) in modifiers.GetValueOrDefault(part) ?? [])
                {
                    results.TryAdd(name, result);
                }
            }
        }
    }

    private static Dictionary<string, ModifiedHistology> ResultsOf(Dictionary<string, Dictionary<string, ModifiedHistology>> modifiers, string words)
    {
        if (!modifiers.TryGetValue(words, out var results))
        {
            modifiers.Add(words, results = new Dictionary<string, ModifiedHistology>(StringComparer.Ordinal));
        }

        return results;
    }

    private void ReadSites(ModelTable table)
    {
        var regions = new HashSet<string>(StringComparer.Ordinal);
        Read("lexicons/region.tsv", MentionKind.Region, "term", ["skin", "soft", "bone", "nerve", "fallback", "display", "term"],
            cells =>
            {
                regions.Add(cells[6]);
                return new RegionConcept(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
            });
        int term = table.Column("term"), topography = table.Column("topography"), display = table.Column("display"), kind = table.Column("kind"), tissue = table.Column("tissue");
        foreach (var row in table.Rows)
        {
            var siteKind = row.Enum<SiteKind>(kind);
            if (siteKind != SiteKind.Region || !regions.Contains(row[term]))
            {
                Add(row.Cell(term), MentionKind.Site, new SiteConcept(row[topography], row[display], siteKind, TissuesOf(row, tissue)));
            }
        }
    }

    private static Tissue[] TissuesOf(ModelRow row, int column)
    {
        var names = row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? [] : Array.ConvertAll(names, name => row.Enum<Tissue>(name));
    }

    private void ReadProcedures()
    {
        Read("lexicons/procedure.tsv", MentionKind.Procedure, "term", ["concept", "intent", "organ", "note"], cells =>
        {
            var operations = cells[0].Split(';');
            var use = cells[3] switch
            {
                "generic" => ProcedureUse.Generic,
                "ambiguous" => ProcedureUse.Ambiguous,
                "benign" => ProcedureUse.Benign,
                "unrelated" => ProcedureUse.Unrelated,
                _ => ProcedureUse.Plain,
            };
            return new ProcedureConcept(operations[0], NullIfEmpty(cells[1]), NullIfEmpty(cells[2]), use, operations[1..]);
        });
        Read("lexicons/operation-verb.tsv", MentionKind.Procedure, "verb", ["concept"], cells => new ProcedureConcept(cells[0], null, null, ProcedureUse.Verb, []));
    }

    private void ReadCues()
    {
        var table = _models.Read("rules/context.tsv");
        int cue = table.Column("cue"), assertion = table.Column("assertion"), direction = table.Column("direction"), reach = table.Column("reach");
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row[reach], out var tokens))
            {
                throw row.Fault($"reach '{row[reach]}' is no whole number");
            }

            var concept = new CueConcept(row.Enum<CueRole>(assertion), row.Enum<CueDirection>(direction), tokens);
            var words = row.Cell(cue);
            if (!words.ContainsAny("()[]|"))
            {
                _trie.Add(_terms.Read(words), MentionKind.Cue, concept);
                continue;
            }

            foreach (var written in CuePattern.Expand(words.ToString()) ?? throw row.Fault($"'{words}' is no cue: each bracket needs its partner, and each choice a word"))
            {
                _trie.Add(_terms.Read(written), MentionKind.Cue, concept);
            }
        }
    }

    private void ReadValues(string lexicon, MentionKind kind) =>
        Read($"lexicons/{lexicon}.tsv", kind, "term", ["concept"], cells => new ValueConcept(cells[0]));

    private void Read(string file, MentionKind kind, string term, string[] columns, Func<string[], Concept> make)
    {
        var table = _models.Read(file);
        var termColumn = table.Column(term);
        int[] indexes = [.. columns.Select(table.Column)];
        foreach (var row in table.Rows)
        {
            var cells = new string[indexes.Length];
            for (var index = 0; index < indexes.Length; index++)
            {
                cells[index] = row[indexes[index]];
            }

            Add(row.Cell(termColumn), kind, make(cells));
        }
    }

    /// <summary>Adds a term of a lexicon; of a tumour, a place or an operation its other ways of writing later, when every word is known.</summary>
    private void Add(ReadOnlySpan<char> term, MentionKind kind, Concept concept)
    {
        _trie.Add(_terms.Read(term), kind, concept);
        if (kind is MentionKind.Tumour or MentionKind.Site or MentionKind.Region or MentionKind.HistologyModifier or MentionKind.Procedure && _forms.MayPart(term))
        {
            _parted.Add((term.ToString(), kind, concept));
        }
    }

    /// <summary>"clear cell variant", "clear cell histology" for "clear cell type".</summary>
    private void AddKinds()
    {
        foreach (var (words, concept) in _ofType)
        {
            foreach (var kind in (ReadOnlySpan<string>)[" subtype", " variant", " histology"])
            {
                _trie.AddVariant(_terms.Read(words + kind), MentionKind.HistologyModifier, concept);
            }
        }
    }

    /// <summary>"intra-cortical" for "intracortical": terms that a lexicon lists in that way as well stay as it lists them.</summary>
    private void AddParted()
    {
        foreach (var (term, kind, concept) in _parted)
        {
            foreach (var parted in _forms.Part(term, _vocabulary))
            {
                _trie.AddVariant(_terms.Read(parted), kind, concept);
            }
        }
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
