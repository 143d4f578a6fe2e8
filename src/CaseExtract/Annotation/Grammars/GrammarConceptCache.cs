namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// The concepts of values that grammars have read. Reports tell the same ages, levels and times again and again: equal values share one concept, so
/// that reading a text leaves nothing behind. One that has met very many is emptied.
/// </summary>
internal sealed class GrammarConceptCache
{
    private const int Most = 4096;

    private readonly Dictionary<AgeValue, AgeConcept> _ages = [];
    private readonly Dictionary<LevelValue, LevelConcept> _levels = [];
    private readonly Dictionary<IntervalValue, IntervalConcept> _intervals = [];

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
}
