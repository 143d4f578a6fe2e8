using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// The concepts of values that grammars have read. Reports tell the same ages, levels and times again and again: equal values share one concept, so
/// that reading a text leaves nothing behind. One that has met very many is emptied.
/// </summary>
internal sealed class GrammarConceptCache
{
    private const int Most = 4096;

    // the kinds of values, in the highest bits of the second half of a key
    private const ulong Ages = 1UL << 62;
    private const ulong LevelSets = 2UL << 62;
    private const ulong Times = 3UL << 62;

    private readonly KeyTable _values = new();
    private readonly List<Concept> _concepts = [];

    public AgeConcept ConceptOf(AgeValue age)
    {
        var (first, second) = ((ulong)BitConverter.DoubleToInt64Bits(age.Value), Ages | ((ulong)age.Unit << 1) | (age.IsApproximate ? 1UL : 0));
        return (AgeConcept?)Find(first, second) ?? Keep(first, second, new AgeConcept(age.Value, age.Unit, age.IsApproximate));
    }

    public LevelConcept ConceptOf(LevelValue levels)
    {
        var (first, second) = ((ulong)levels.Levels.Bits, LevelSets | LettersOf(levels.OpenRegion ?? ""));
        return (LevelConcept?)Find(first, second) ?? Keep(first, second, new LevelConcept(levels.Levels, levels.OpenRegion));
    }

    public IntervalConcept ConceptOf(IntervalValue interval)
    {
        var (first, second) = ((ulong)BitConverter.DoubleToInt64Bits(interval.Months), Times | ((ulong)interval.Relation << 48) | ((ulong)interval.Year << 8) | (uint)interval.Month);
        return (IntervalConcept?)Find(first, second) ?? Keep(first, second, new IntervalConcept(interval.Months, interval.Relation, interval.Year, interval.Month));
    }

    /// <summary>The first letters of a region's name, which tell it from all others.</summary>
    private static ulong LettersOf(string region)
    {
        var letters = 0UL;
        for (var index = 0; index < Math.Min(region.Length, 7); index++)
        {
            letters = (letters << 8) | (byte)region[index];
        }

        return letters;
    }

    private Concept? Find(ulong first, ulong second) => _values.Find(first, second) is var number and not KeyTable.None ? _concepts[number] : null;

    private TConcept Keep<TConcept>(ulong first, ulong second, TConcept concept) where TConcept : Concept
    {
        if (_values.Count == Most)
        {
            _values.Clear();
            _concepts.Clear();
        }

        _values.TryAdd(first, second);
        _concepts.Add(concept);
        return concept;
    }
}
