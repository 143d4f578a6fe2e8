using System.Globalization;
using System.Text.RegularExpressions;
using CaseExtract.Pages.View;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;

namespace CaseExtract.Pages.Report;

/// <summary>Counts cases one by one.</summary>
internal sealed partial class CohortCounter(string dateField)
{
    /// <summary>So many procedures are followed over the years: more lines are not told apart.</summary>
    private const int MostYearly = 4;

    /// <summary>Bands of ten years; the last one is open.</summary>
    private const int AgeBands = 10;

    private static readonly (string Name, double UpTo)[] Intervals =
    [
        ("less than 1 year", 12), ("1 to 2 years", 24), ("2 to 5 years", 60), ("5 to 10 years", 120), ("10 years or more", double.PositiveInfinity),
    ];

    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);
    private readonly List<double> _ages = [];
    private readonly int[,] _bands = new int[AgeBands, 3];
    private readonly Tally _sexes = new(), _origins = new(), _levels = new(), _histologies = new(), _sites = new(), _procedures = new();
    private readonly SortedDictionary<int, (int Cases, Tally Procedures)> _years = [];
    private readonly int[] _earlier = new int[Intervals.Length];
    private readonly FieldTotals[] _fields = [.. FieldMark.All.Select(_ => new FieldTotals())];
    private readonly int[] _confidences = new int[20];
    private int _cases, _withLevel, _withProcedure, _earlierWithoutTime;

    public void Add(CaseRecord record)
    {
        _cases++;
        _documents.Add(record.Document.Id);
        AddPatient(record);
        AddTumour(record);
        AddProcedures(record);
        AddFields(record);
    }

    public CohortFigures Count() => new()
    {
        Cases = _cases,
        Documents = _documents.Count,
        AgeQuartiles = Quartiles(),
        WithoutAge = _cases - _ages.Count,
        Ages = [.. Enumerable.Range(0, AgeBands).Select(band => new AgeBand(
            band * 10, band == AgeBands - 1 ? null : (band * 10) + 9, _bands[band, 0], _bands[band, 1], _bands[band, 2]))],
        Female = _sexes.Of("female"),
        Male = _sexes.Of("male"),
        Levels = [.. SpineLevel.All.Select(level => new LevelCount(level.Name, level.Region, _levels.Of(level.Name)))],
        WithLevel = _withLevel,
        Metastatic = _origins.Of("metastatic"),
        Primary = _origins.Of("primary"),
        Histologies = _histologies.Ranked(),
        Sites = _sites.Ranked(),
        Procedures = _procedures.Ranked(),
        WithProcedure = _withProcedure,
        Earlier = [.. Intervals.Zip(_earlier, (interval, operations) => new EarlierOperations(interval.Name, operations))],
        EarlierWithoutTime = _earlierWithoutTime,
        Years = Years(),
        Yearly = Yearly(),
        Fields = [.. FieldMark.All.Zip(_fields, (mark, field) => new FieldCount(
            mark.Name, field.Cases, field.Values, field.Values == 0 ? null : field.Confidence / field.Values, field.Unsure))],
        Confidences = [.. _confidences],
    };

    private void AddPatient(CaseRecord record)
    {
        if (record.Sex is { } sex)
        {
            _sexes.Add(sex.Value);
        }

        if (record.Age is { } age)
        {
            _ages.Add(age.Years);
            _bands[Math.Clamp((int)(age.Years / 10), 0, AgeBands - 1), record.Sex?.Value switch { "female" => 0, "male" => 1, _ => 2 }]++;
        }
    }

    private void AddTumour(CaseRecord record)
    {
        _levels.AddEach(record.SpinalLevels.Select(level => level.Level));
        _withLevel += record.SpinalLevels.Count > 0 ? 1 : 0;
        if (record.Lesion.Origin is { } origin)
        {
            _origins.Add(origin.Value);
        }

        if (record.Histology is { } histology)
        {
            _histologies.Add(histology.Display ?? "without a name", PeopleWords.MorphologyCode(histology.Code, histology.Behaviour));
        }

        if (record.PrimaryTumour?.Site is { } site)
        {
            _sites.Add(site.Display, site.Code);
        }
    }

    private void AddProcedures(CaseRecord record)
    {
        var terms = record.Procedures.Select(procedure => procedure.Term).ToList();
        _procedures.AddEach(terms);
        _withProcedure += terms.Count > 0 ? 1 : 0;
        foreach (var surgery in record.PriorSurgeries)
        {
            if (surgery.MonthsBefore is { } months)
            {
                _earlier[Array.FindIndex(Intervals, interval => months < interval.UpTo)]++;
            }
            else
            {
                _earlierWithoutTime++;
            }
        }

        if (record.Document.Columns.TryGetValue(dateField, out var date) && Year.Match(date) is { Success: true } match)
        {
            var year = int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
            var (cases, procedures) = _years.TryGetValue(year, out var known) ? known : (0, new Tally());
            procedures.AddEach(terms);
            _years[year] = (cases + 1, procedures);
        }
    }

    private void AddFields(CaseRecord record)
    {
        var fields = RecordFields.Of(record);
        for (var number = 0; number < fields.Count; number++)
        {
            if (fields[number].Values.Count > 0)
            {
                _fields[number].Add(fields[number].Values);
            }

            foreach (var value in fields[number].Values)
            {
                _confidences[Math.Clamp((int)((value.Field.Confidence * 20) + 1e-9), 0, 19)]++;
            }
        }
    }

    /// <summary>The least, the quartiles and the greatest, by linear interpolation between neighbours.</summary>
    private IReadOnlyList<double> Quartiles()
    {
        if (_ages.Count == 0)
        {
            return [];
        }

        _ages.Sort();
        return
        [
            .. Enumerable.Range(0, 5).Select(quarter =>
            {
                var place = (_ages.Count - 1) * quarter / 4.0;
                var below = _ages[(int)place];
                return below + ((_ages[Math.Min((int)place + 1, _ages.Count - 1)] - below) * (place - (int)place));
            }),
        ];
    }

    /// <summary>Years between the first and the last in which nothing was reported are years with no case. A stray date makes no century of them.</summary>
    private IReadOnlyList<YearCount> Years() => _years.Count == 0 ? [] :
        _years.Keys.Last() - _years.Keys.First() > 60 ? [.. _years.Select(year => new YearCount(year.Key, year.Value.Cases))]
        : [.. Enumerable.Range(_years.Keys.First(), _years.Keys.Last() - _years.Keys.First() + 1)
            .Select(year => new YearCount(year, _years.TryGetValue(year, out var known) ? known.Cases : 0))];

    private IReadOnlyList<YearlyProcedure> Yearly()
    {
        var years = Years();
        return
        [
            .. _procedures.Ranked().Take(years.Count == 0 ? 0 : MostYearly).Select(procedure => new YearlyProcedure(
                procedure.Name, [.. years.Select(year => _years.TryGetValue(year.Year, out var known) ? known.Procedures.Of(procedure.Name) : 0)])),
        ];
    }

    [GeneratedRegex("(?<![0-9])(?:18|19|20)[0-9]{2}")] // 2021-03-04, 20210304, March 2021
    private static partial Regex Year { get; }

    private sealed class FieldTotals
    {
        public int Cases { get; private set; }

        public int Values { get; private set; }

        public int Unsure { get; private set; }

        public double Confidence { get; private set; }

        public void Add(IReadOnlyList<RecordValue> values)
        {
            Cases++;
            Values += values.Count;
            Unsure += values.Count(value => value.Field.Confidence < 0.8);
            Confidence += values.Sum(value => value.Field.Confidence);
        }
    }
}
