namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// The concepts of values that grammars have read. Reports tell the same ages, levels and times again and again: equal values share one concept, so
/// that reading a text leaves nothing behind. One that has met very many is emptied.
/// </summary>
internal sealed class GrammarConceptCache
{
    private const int Most = 4096;

    private readonly Dictionary<AgeValue, AgeConcept> _ages = new(ValueComparer.Instance);
    private readonly Dictionary<LevelValue, LevelConcept> _levels = new(ValueComparer.Instance);
    private readonly Dictionary<IntervalValue, IntervalConcept> _intervals = new(ValueComparer.Instance);

    public AgeConcept ConceptOf(AgeValue age) =>
        _ages.TryGetValue(age, out var concept) ? concept : Keep(_ages, age, new AgeConcept(age.Value, age.Unit, age.IsApproximate));

    public LevelConcept ConceptOf(LevelValue levels) =>
        _levels.TryGetValue(levels, out var concept) ? concept : Keep(_levels, levels, new LevelConcept(levels.Levels, levels.OpenRegion));

    public IntervalConcept ConceptOf(IntervalValue interval) =>
        _intervals.TryGetValue(interval, out var concept) ? concept : Keep(_intervals, interval, new IntervalConcept(interval.Months, interval.Relation, interval.Year, interval.Month));

    private static TConcept Keep<TValue, TConcept>(Dictionary<TValue, TConcept> concepts, TValue value, TConcept concept) where TValue : notnull
    {
        if (concepts.Count == Most)
        {
            concepts.Clear();
        }

        concepts.Add(value, concept);
        return concept;
    }

    /// <summary>Compares the values without the comparers of the framework, whose code for types of this library would be made whenever a process starts.</summary>
    private sealed class ValueComparer : IEqualityComparer<AgeValue>, IEqualityComparer<LevelValue>, IEqualityComparer<IntervalValue>
    {
        public static readonly ValueComparer Instance = new();

        public bool Equals(AgeValue x, AgeValue y) => x.Value.Equals(y.Value) && x.Unit == y.Unit && x.IsApproximate == y.IsApproximate;

        public bool Equals(LevelValue x, LevelValue y) => x.Levels.Equals(y.Levels) && x.OpenRegion == y.OpenRegion;

        public bool Equals(IntervalValue x, IntervalValue y) => x.Months.Equals(y.Months) && x.Relation == y.Relation && x.Year == y.Year && x.Month == y.Month;

        public int GetHashCode(AgeValue age) => age.Value.GetHashCode() ^ ((int)age.Unit << 1) ^ (age.IsApproximate ? 1 : 0);

        public int GetHashCode(LevelValue levels) => levels.Levels.GetHashCode() ^ (levels.OpenRegion?.Length ?? 0);

        public int GetHashCode(IntervalValue interval) => interval.Months.GetHashCode() ^ ((int)interval.Relation << 16) ^ (interval.Year << 4) ^ interval.Month;
    }
}
