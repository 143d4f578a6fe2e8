using CaseExtract;
using CaseExtract.Schema;
using CaseExtract.Text;

// A namespace of its own: what the example needs must be in sight through the lines above, as in anybody's program.
namespace Readme;

/// <summary>The README's example of the library.</summary>
internal static class LibraryExample
{
    public static void Run(string text, TextWriter console)
    {
        // begin: README
        var extractor = CaseExtractor.CreateDefault();
        foreach (CaseRecord record in extractor.Extract(new Narrative("note-1", text)))
            console.WriteLine($"{record.CaseId}: {record.Age?.Years} years, {record.Histology?.Display}");
        // end: README
    }
}
