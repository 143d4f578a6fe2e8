using System.Globalization;
using System.Text;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// Makes SQL of a condition. Every value becomes a parameter. Each condition is true or false, never unknown: a field without a value fulfils
/// nothing, so <c>not</c> of it is true.
/// </summary>
internal sealed class SqlCompiler(RegistryStore store)
{
    private readonly Dictionary<string, object> _parameters = new(StringComparer.Ordinal);

    /// <summary>The values of the SQL, by the names of their parameters.</summary>
    public IReadOnlyDictionary<string, object> Parameters => _parameters;

    /// <summary>The SQL of a condition on <c>cases c</c>.</summary>
    public string Compile(Condition condition) => Compile(condition, []);

    /// <param name="condition">The condition.</param>
    /// <param name="floors">The confidences asked for beside it and around it.</param>
    private string Compile(Condition condition, IReadOnlyList<ConfidenceFloor> floors)
    {
        switch (condition)
        {
            case AllOf all:
                var inner = (IReadOnlyList<ConfidenceFloor>)[.. floors, .. all.Parts.OfType<ConfidenceFloor>()];
                return Joined(" and ", all.Parts.Where(part => part is not ConfidenceFloor).Select(part => Compile(part, inner)));
            case AnyOf any: return Joined(" or ", any.Parts.Select(part => Compile(part, floors)));
            case Not not: return $"not {Compile(not.Part, floors)}";
            case IsKnown known: return Known(known.Field);
            case IsIn isIn: return In(isIn.Field, ScaleValues.CountedOut(isIn.Field, isIn.Ranges), floors);
            default: throw new InvalidOperationException($"no SQL for {condition.GetType().Name}");
        }
    }

    private string Known(CohortField field) => field.IsScale
        ? $"({store.PositionOf(Parameter($";{field.RowCode} "), "coalesce(c.scales, '')")} > 0)"
        : $"(c.{field.Column} is not null)";

    private string In(CohortField field, IReadOnlyList<ValueRange> ranges, IReadOnlyList<ConfidenceFloor> floors)
    {
        if (ranges.Count == 0)
        {
            return "(1 = 0)"; // a range between two points of a scale
        }

        var isAsked = floors.Count > 0 && field.RowField is not null;
        if (isAsked && field.Confidence is { } confidence)
        {
            return $"({Column(field, ranges)} and {Floors($"coalesce(c.{confidence}, 0)", floors)})";
        }

        if (isAsked && field.PartOf is { } whole)
        {
            return $"({Column(field, ranges)} and case when c.is_corrected then {Rows(field, ranges, floors)} else {Floors($"coalesce(c.{whole}, -1)", floors)} end)";
        }

        if (isAsked && field.IsList)
        {
            return $"({Column(field, ranges)} and case when c.members is null then {Rows(field, ranges, floors)} else {Members(field, ranges, floors)} end)";
        }

        return Column(field, ranges);
    }

    /// <summary>The condition on the members of lists with their confidence, as <see cref="CaseMembers"/> writes them.</summary>
    private string Members(CohortField field, IReadOnlyList<ValueRange> ranges, IReadOnlyList<ConfidenceFloor> floors)
    {
        var words = field.Type == FieldType.Level
            ? ranges.SelectMany(range => Enumerable.Range((int)(double)range.Low!, (int)(double)range.High! - (int)(double)range.Low! + 1)).Distinct().Select(Spine.Name)
            : ranges.Select(range => Storable(Word(range.Low!)));
        return Joined(" or ", words.Select(word =>
        {
            var key = CaseMembers.Key(field.RowField!, field.RowCode ?? "", word);
            var position = store.PositionOf(Parameter(key), "c.members");
            var confidence = $"substr(c.members, {position} + {Parameter(key.EnumerateRunes().Count())})";
            return $"({position} > 0 and {Joined(" and ", floors.Select(floor => $"{confidence} >= {Parameter(CaseMembers.Least(floor.Least, floor.IsOpen))}"))})";
        }));
    }

    /// <summary>The condition on the column.</summary>
    private string Column(CohortField field, IReadOnlyList<ValueRange> ranges)
    {
        var column = $"c.{field.Column}";
        if (field.Type == FieldType.Level)
        {
            var mask = ranges.Aggregate(0L, (mask, range) => mask | Spine.Mask((int)(double)range.Low!, (int)(double)range.High!));
            return $"((coalesce({column}, 0) & {Parameter(mask)}) <> 0)";
        }

        if (!field.IsList)
        {
            return $"({column} is not null and {Joined(" or ", ranges.Select(range => Within(column, range)))})";
        }

        // most cases have no such value at all: they are not searched for each
        return $"({column} is not null and {Joined(" or ", ranges.Select(range => $"{store.PositionOf(Parameter(Member(field, range.Low!)), column)} > 0"))})";
    }

    private static string Member(CohortField field, object value)
    {
        var word = Word(value);
        return field.IsScale ? $";{field.RowCode} {word};" : $";{FlatCase.Separable(word)};";
    }

    private static string Word(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    /// <summary>Looks for a row of the case. It stands inside a <c>case</c>: SQLite would make a join of a plain condition, over an index of all rows that it builds for it.</summary>
    private string Rows(CohortField field, IReadOnlyList<ValueRange> ranges, IReadOnlyList<ConfidenceFloor> floors)
    {
        var column = "v." + (field.Rows ?? field.Type switch
        {
            FieldType.Number or FieldType.Level => "number",
            FieldType.Topography or FieldType.Morphology => "code",
            _ => "text",
        });
        var code = field.RowCode is null ? "" : $" and v.code = {Parameter(field.RowCode)}";
        var floor = floors.Count == 0 ? "" : " and " + Floors("v.confidence", floors);
        return $"exists (select 1 from field_value v where {ValueKeys.AreOf("v.value_key", "c.case_key")} and v.field_key = {Parameter((long)RecordField.KeyOf(field.RowField!))}{code}"
            + $" and {Joined(" or ", ranges.Select(range => Within(column, range with { Behaviour = null })))}{floor})";
    }

    private string Within(string column, ValueRange range)
    {
        var parts = new List<string>();
        if (range.IsSingle)
        {
            parts.Add($"{column} = {Parameter(range.Low!)}");
        }
        else
        {
            if (range.Low is { } low)
            {
                parts.Add($"{column} {(range.LowIsOut ? ">" : ">=")} {Parameter(low)}");
            }

            if (range.High is { } high)
            {
                parts.Add($"{column} {(range.HighIsOut ? "<" : "<=")} {Parameter(high)}");
            }
        }

        if (range.Behaviour is { } behaviour)
        {
            parts.Add($"coalesce(c.behaviour, '') = {Parameter(behaviour)}");
        }

        return Joined(" and ", parts);
    }

    private string Floors(string column, IReadOnlyList<ConfidenceFloor> floors) =>
        Joined(" and ", floors.Select(floor => $"{column} {(floor.IsOpen ? ">" : ">=")} {Parameter(floor.Least)}"));

    private string Parameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{_parameters.Count}");
        _parameters.Add(name, value is string text ? Storable(text) : value);
        return name;
    }

    /// <summary>What no column can hold is replaced as it is when records are loaded.</summary>
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    private static string Joined(string word, IEnumerable<string> parts) => $"({string.Join(word, parts)})";
}
