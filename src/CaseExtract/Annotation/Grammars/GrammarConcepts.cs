using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Grammars;

/// <summary>What a grammar reads of an age; see <see cref="AgeConcept"/>.</summary>
internal readonly record struct AgeValue(double Value, TimeUnit Unit, bool IsApproximate);

/// <summary>What a grammar reads of levels; see <see cref="LevelConcept"/>.</summary>
internal readonly record struct LevelValue(VertebraSet Levels, string? OpenRegion = null);

/// <summary>What a grammar reads of a time; see <see cref="IntervalConcept"/>.</summary>
internal readonly record struct IntervalValue(double Months, IntervalRelation Relation, int Year, int Month = 0);

/// <summary>An age as written.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="IsApproximate">Given roughly: "in her 60s", "about 50".</param>
internal sealed record AgeConcept(double Value, TimeUnit Unit, bool IsApproximate) : Concept
{
    public double Years => Math.Round(Value / Unit.PerYear(), 2, MidpointRounding.AwayFromZero);
}

internal enum TimeUnit : byte
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

internal static class TimeUnits
{
    /// <summary>How many of the unit make a year.</summary>
    public static double PerYear(this TimeUnit unit) => unit switch
    {
        TimeUnit.Hour => 8766,
        TimeUnit.Day => 365.25,
        TimeUnit.Week => 52.18,
        TimeUnit.Month => 12,
        _ => 1,
    };

    public static double Months(this TimeUnit unit, double count) => count * 12 / unit.PerYear();
}

/// <summary>One or more vertebral levels written together: <c>T5-T7</c>, <c>L4/5</c>, "fourth and fifth lumbar vertebrae".</summary>
/// <param name="Levels">The levels, at least one.</param>
/// <param name="OpenRegion">Region in which the stretch begins or ends at no stated level: cervical in "from the cervical cord to T11".</param>
internal sealed record LevelConcept(VertebraSet Levels, string? OpenRegion = null) : Concept;

/// <summary>A stretch of time, or a point in time told by one.</summary>
/// <param name="Months">Its length in months; for a date, not a number.</param>
/// <param name="Relation">How it relates to the event beside it.</param>
/// <param name="Year">The calendar year, or 0.</param>
/// <param name="Month">The month of that year, or 0 where only the year is told.</param>
internal sealed record IntervalConcept(double Months, IntervalRelation Relation, int Year, int Month = 0) : Concept
{
    /// <summary>Months from another date to this one; whole years where either tells no month.</summary>
    public double MonthsSince(IntervalConcept other) => ((Year - other.Year) * 12) + (Month > 0 && other.Month > 0 ? Month - other.Month : 0);
}

internal enum IntervalRelation : byte
{
    /// <summary>A plain duration: "for six months", "3-month history".</summary>
    Duration,

    /// <summary>Before the time that the story stands at: "two years ago", "6 months earlier".</summary>
    Before,

    /// <summary>After what was told last: "six years later", "after 3 months".</summary>
    Later,

    /// <summary>After an event that is named behind it: "two years after mastectomy".</summary>
    After,

    /// <summary>Observation after treatment: "at 12 months follow-up", "6 months postoperatively".</summary>
    FollowUp,

    /// <summary>A calendar date.</summary>
    Date,
}
