using CaseExtract.Schema;

namespace CaseExtract.Pages.Report;

/// <summary>Cases in a band of ages, by sex.</summary>
/// <param name="From">First year of the band.</param>
/// <param name="To">Last year of the band; <see langword="null"/> for the open one at the end.</param>
/// <param name="Female">Cases of women and girls.</param>
/// <param name="Male">Cases of men and boys.</param>
/// <param name="NotStated">Cases whose sex is not stated.</param>
public sealed record AgeBand(int From, int? To, int Female, int Male, int NotStated);

/// <summary>How often a vertebral level is affected.</summary>
/// <param name="Level">The level, such as <c>T5</c>.</param>
/// <param name="Region">Its region of the spine.</param>
/// <param name="Cases">Cases in which the index lesion is at this level.</param>
public sealed record LevelCount(string Level, string Region, int Cases);

/// <summary>How many cases have a value for a field, and how sure they are.</summary>
/// <param name="Name">What the field is called.</param>
/// <param name="Cases">Cases with a value.</param>
/// <param name="Values">Values in all.</param>
/// <param name="MeanConfidence">Mean confidence of the values; <see langword="null"/> without any.</param>
/// <param name="Unsure">Values below a confidence of 0.8.</param>
public sealed record FieldCount(string Name, int Cases, int Values, double? MeanConfidence, int Unsure);

/// <summary>Operations in a stretch of time before the present course.</summary>
/// <param name="Name">The stretch, such as <c>1 to 2 years</c>.</param>
/// <param name="Operations">How many there were.</param>
public sealed record EarlierOperations(string Name, int Operations);

/// <summary>A procedure in the years of the reports.</summary>
/// <param name="Term">The procedure.</param>
/// <param name="Cases">Cases with it, in the order of <see cref="CohortFigures.Years"/>.</param>
public sealed record YearlyProcedure(string Term, IReadOnlyList<int> Cases);

/// <summary>The cases of one year.</summary>
/// <param name="Year">The year, from the report's date.</param>
/// <param name="Cases">All cases of the year.</param>
public sealed record YearCount(int Year, int Cases);

/// <summary>The figures of a cohort. No value of a single case is in it, but small counts can point at one.</summary>
public sealed record CohortFigures
{
    /// <summary>How many cases there are.</summary>
    public required int Cases { get; init; }

    /// <summary>How many reports they were read from.</summary>
    public required int Documents { get; init; }

    /// <summary>Ages in years where they are stated: the least, the quartiles, the greatest; empty where none is.</summary>
    public required IReadOnlyList<double> AgeQuartiles { get; init; }

    /// <summary>Cases without an age.</summary>
    public required int WithoutAge { get; init; }

    /// <summary>Bands of ten years from birth on.</summary>
    public required IReadOnlyList<AgeBand> Ages { get; init; }

    /// <summary>Cases of women and girls.</summary>
    public required int Female { get; init; }

    /// <summary>Cases of men and boys.</summary>
    public required int Male { get; init; }

    /// <summary>Every level from the skull down.</summary>
    public required IReadOnlyList<LevelCount> Levels { get; init; }

    /// <summary>Cases with at least one level.</summary>
    public required int WithLevel { get; init; }

    /// <summary>Metastases.</summary>
    public required int Metastatic { get; init; }

    /// <summary>Tumours that arose where they are.</summary>
    public required int Primary { get; init; }

    /// <summary>Histologies of the index lesion, the most frequent first.</summary>
    public required IReadOnlyList<Ranked> Histologies { get; init; }

    /// <summary>Sites of the primary tumour, the most frequent first.</summary>
    public required IReadOnlyList<Ranked> Sites { get; init; }

    /// <summary>Procedures of the present course, the most frequent first.</summary>
    public required IReadOnlyList<Ranked> Procedures { get; init; }

    /// <summary>Cases with a procedure.</summary>
    public required int WithProcedure { get; init; }

    /// <summary>Operations before the present course by the time between; without those whose time is not told.</summary>
    public required IReadOnlyList<EarlierOperations> Earlier { get; init; }

    /// <summary>Operations before the present course whose time is not told.</summary>
    public required int EarlierWithoutTime { get; init; }

    /// <summary>The years of the reports from the first to the last; empty where no report is dated.</summary>
    public required IReadOnlyList<YearCount> Years { get; init; }

    /// <summary>The most frequent procedures of dated reports by year.</summary>
    public required IReadOnlyList<YearlyProcedure> Yearly { get; init; }

    /// <summary>Every field of the record.</summary>
    public required IReadOnlyList<FieldCount> Fields { get; init; }

    /// <summary>Values by their confidence, in twentieths: the first from 0 to below 0.05, the last from 0.95 to 1.</summary>
    public required IReadOnlyList<int> Confidences { get; init; }

    /// <summary>Counts a cohort in one pass; the records are not kept.</summary>
    /// <param name="records">The cases.</param>
    /// <param name="dateField">The column of a report's table that holds its date.</param>
    public static CohortFigures Of(IEnumerable<CaseRecord> records, string dateField)
    {
        var counter = new CohortCounter(dateField);
        foreach (var record in records)
        {
            counter.Add(record);
        }

        return counter.Count();
    }
}
