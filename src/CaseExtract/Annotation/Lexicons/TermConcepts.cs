using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>
/// The concepts of terms as numbers: what kind each is, then its values in the order of its constructor, strings by their number among all.
/// One is made when a text names it: a report names some hundred of thousands. Equal concepts are one.
/// </summary>
internal sealed class TermConcepts
{
    private readonly int[] _ofTerms;
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly ImageStrings _strings;
    private readonly Concept?[] _made;

    public TermConcepts(ImageReader image)
    {
        _ofTerms = image.Array<int>();
        _starts = image.Array<int>();
        _values = image.Array<int>();
        _strings = image.Strings();
        _made = new Concept?[_starts.Length];
    }

    /// <summary>Writes what the constructor reads.</summary>
    /// <param name="image">Where to.</param>
    /// <param name="concepts">The concepts, by term.</param>
    public static void Write(ImageWriter image, IEnumerable<Concept> concepts)
    {
        var numbers = new ConceptNumbers();
        image.Array<int>([.. concepts.Select(numbers.NumberOf)]);
        numbers.Write(image);
    }

    public Concept Of(int term) => Made(_ofTerms[term]);

    /// <summary>Threads that ask for a concept at once get one and the same.</summary>
    private Concept Made(int concept) => _made[concept] ?? Interlocked.CompareExchange(ref _made[concept], Make(concept), null) ?? _made[concept]!;

    private Concept Make(int concept)
    {
        var values = _values.AsSpan(_starts[concept]);
        return (ConceptKind)values[0] switch
        {
            ConceptKind.Tumour => new TumourConcept(StringOrNull(values[1]), (char)values[2], StringOrNull(values[3]), _strings[values[4]], _strings[values[5]], (TumourKind)values[6], (Tissue)values[7]),
            ConceptKind.HistologyModifier => new HistologyModifierConcept(Results(values[2..], values[1])),
            ConceptKind.Site => new SiteConcept(_strings[values[1]], _strings[values[2]], (SiteKind)values[3], Tissues(values.Slice(5, values[4]))),
            ConceptKind.Region => new RegionConcept(_strings[values[1]], _strings[values[2]], _strings[values[3]], _strings[values[4]], _strings[values[5]], _strings[values[6]]),
            ConceptKind.Procedure => new ProcedureConcept(_strings[values[1]], StringOrNull(values[2]), StringOrNull(values[3]), (ProcedureUse)values[4], Strings(values.Slice(6, values[5]))),
            ConceptKind.Adjuvant => new AdjuvantConcept(Strings(values.Slice(3, values[2])), _strings[values[1]]),
            ConceptKind.Value => new ValueConcept(_strings[values[1]]),
            ConceptKind.Presentation => new PresentationConcept(_strings[values[1]], values[2] != 0),
            ConceptKind.Abbreviation => new AbbreviationConcept(_strings[values[1]], Made(values[2]), values.Slice(4, values[3]).ToArray()),
            _ => new CueConcept((CueRole)values[1], (CueDirection)values[2], values[3]),
        };
    }

    private string? StringOrNull(int number) => number < 0 ? null : _strings[number];

    private string[] Strings(ReadOnlySpan<int> numbers)
    {
        var strings = new string[numbers.Length];
        for (var index = 0; index < strings.Length; index++)
        {
            strings[index] = _strings[numbers[index]];
        }

        return strings;
    }

    private static Tissue[] Tissues(ReadOnlySpan<int> values)
    {
        if (values.IsEmpty)
        {
            return [];
        }

        var tissues = new Tissue[values.Length];
        for (var index = 0; index < tissues.Length; index++)
        {
            tissues[index] = (Tissue)values[index];
        }

        return tissues;
    }

    private Dictionary<string, ModifiedHistology> Results(ReadOnlySpan<int> values, int count)
    {
        var results = new Dictionary<string, ModifiedHistology>(StringComparer.Ordinal);
        for (var index = 0; index < count * 5; index += 5)
        {
            results.Add(_strings[values[index]], new ModifiedHistology(_strings[values[index + 1]], _strings[values[index + 2]], (char)values[index + 3], values[index + 4] != 0));
        }

        return results;
    }
}
