using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>
/// Words that make a more exact morphology of a tumour's name, from <c>lexicons/histology-modifier.tsv</c> and from the names that begin with them: "lepidic" makes another
/// of an adenocarcinoma, wherever it stands.
/// </summary>
internal sealed class HistologyModifierLexicon(ModelSource models)
{
    private const string OfType = " type";

    /// <summary>Adds the words.</summary>
    /// <param name="lexicons">The reader.</param>
    /// <param name="tumours">The tumours by their names.</param>
    /// <returns>The concepts by their words.</returns>
    public Dictionary<string, HistologyModifierConcept> Read(LexiconReader lexicons, Dictionary<string, TumourConcept> tumours)
    {
        var results = ReadResults();
        foreach (var (words, name, result) in InvertedNames.Read(tumours))
        {
            ResultsOf(results, words).Add(name, result);
        }

        var modifiers = new Dictionary<string, HistologyModifierConcept>(StringComparer.Ordinal);
        foreach (var (words, own) in results)
        {
            AddParts(results, words, own);
            var concept = new HistologyModifierConcept(own);
            modifiers.Add(words, concept);
            lexicons.Add(words, MentionKind.HistologyModifier, concept);
        }

        return modifiers;
    }

    /// <summary>"clear cell variant", "clear cell histology" for "clear cell type".</summary>
    public static void AddKinds(LexiconReader lexicons, Dictionary<string, HistologyModifierConcept> modifiers)
    {
        foreach (var (words, concept) in modifiers)
        {
            if (!words.EndsWith(OfType, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var kind in (ReadOnlySpan<string>)[" subtype", " variant", " histology"])
            {
                lexicons.AddVariant(words[..^OfType.Length] + kind, MentionKind.HistologyModifier, concept);
            }
        }
    }

    /// <summary>What the words of the table make of each name; the name may be a morphology, or one with its behaviour (<see cref="InvertedNames.KeyOf"/>).</summary>
    private Dictionary<string, Dictionary<string, ModifiedHistology>> ReadResults()
    {
        var table = models.Read("lexicons/histology-modifier.tsv");
        int term = table.Column("term"), origin = table.Column("base"), morphology = table.Column("morphology"), display = table.Column("display"), behaviour = table.Column("behaviour");
        var results = new Dictionary<string, Dictionary<string, ModifiedHistology>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            ResultsOf(results, row[term]).Add(row[origin], new ModifiedHistology(row[morphology], row[display], row.Cell(behaviour) is [var digit, ..] ? digit : '\0'));
        }

        return results;
    }

    /// <summary>The longest term is found alone: "thyroid medullary" tells what "medullary" does as well.</summary>
    private static void AddParts(Dictionary<string, Dictionary<string, ModifiedHistology>> results, string words, Dictionary<string, ModifiedHistology> own)
    {
        for (var cut = words.IndexOf(' ', StringComparison.Ordinal); cut > 0; cut = words.IndexOf(' ', cut + 1))
        {
            var rest = words[..cut] is "non" ? "" : words[(cut + 1)..];   // "non keratinizing" is not keratinizing
            foreach (var part in (ReadOnlySpan<string>)[rest, words[..cut]])
            {
                foreach (var (name, result) in results.GetValueOrDefault(part) ?? [])
                {
                    own.TryAdd(name, result);
                }
            }
        }
    }

    private static Dictionary<string, ModifiedHistology> ResultsOf(Dictionary<string, Dictionary<string, ModifiedHistology>> results, string words)
    {
        if (!results.TryGetValue(words, out var own))
        {
            results.Add(words, own = new Dictionary<string, ModifiedHistology>(StringComparer.Ordinal));
        }

        return own;
    }
}
