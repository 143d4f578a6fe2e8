// Rebuilds the tables of models/ from their sources.
//
//     dotnet run --project models/build -- --terminology DIR [--models DIR] [--check]
//
// lexicons/tumour.tsv is the one with outside sources: DIR holds tumour-names.tsv, DO_*.obo and oncotree*.json, which are merged with the curated
// overlay tumour-curated.tsv beside this file (Overlay.cs says what its rows mean). The build stops when the sources disagree about a term, or name a
// code that is not current, and the overlay has not decided it. All other lexicons and rules are curated and their own source: they are checked and sorted.
// The output depends on these files alone, byte for byte. With --check nothing is written: the exit code says whether all is up to date.

using System.Text;
using System.Text.Json;

namespace CaseExtract.Lexicons;

internal static class Program
{
    private const string Usage = "usage: dotnet run --project models/build -- --terminology DIR [--models DIR] [--check]";

    private static readonly string[] CuratedFolders = ["lexicons", "rules"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static int Main(string[] args)
    {
        var terminology = Option(args, "--terminology");
        var models = Option(args, "--models") ?? "models";
        if (terminology is null || !Directory.Exists(terminology) || !Directory.Exists(models))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            var check = args.Contains("--check", StringComparer.Ordinal);
            var isCurrent = Deliver(Path.Combine(models, "lexicons", "tumour.tsv"), BuildTumours(terminology, models), check);
            foreach (var path in Curated(models))
            {
                isCurrent &= Deliver(path, CuratedTable.Rebuild(path), check);
            }

            return isCurrent || !check ? 0 : 1;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or JsonException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static string BuildTumours(string terminology, string models)
    {
        var lexicon = new TumourLexicon(Overlay.Load(Path.Combine(models, "build", "tumour-curated.tsv")));
        var conflicts = lexicon.Merge(OpenNames.Load(terminology));
        if (conflicts.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', conflicts) + $"\n{conflicts.Count} conflicts: decide each in the overlay with a term, drop or recode row");
        }

        Console.WriteLine(lexicon.Summary());
        return lexicon.Write();
    }

    private static IEnumerable<string> Curated(string models) => CuratedFolders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(models, folder), "*.tsv"))
        .Where(path => Path.GetFileName(path) != "tumour.tsv")
        .Order(StringComparer.Ordinal);

    /// <returns>Whether the file held this content already.</returns>
    private static bool Deliver(string path, string content, bool check)
    {
        if (File.Exists(path) && File.ReadAllText(path, Utf8) == content)
        {
            return true;
        }

        Console.WriteLine(check ? $"{path} differs from its sources" : $"{path} written");
        if (!check)
        {
            File.WriteAllText(path, content, Utf8);
        }

        return false;
    }

    private static string? Option(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
