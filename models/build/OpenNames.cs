using System.Text.Json;

namespace CaseExtract.Lexicons;

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
