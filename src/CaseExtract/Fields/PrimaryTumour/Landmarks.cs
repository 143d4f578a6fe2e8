using System.Globalization;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Places that are named to tell where something else lies: a lesion "7 cm from the anal verge" is not of the anus. What lies at such a distance, where it is one
/// organ, is told in <c>rules/landmark.tsv</c>: there the rectum, 30 cm from the incisors the esophagus.
/// </summary>
internal sealed class Landmarks
{
    /// <summary>"Just above", in centimetres.</summary>
    private const double Near = 1;

    /// <summary>"twenty-five" has three tokens.</summary>
    private const int LongestNumber = 3;

    private readonly NumberReader _numbers;
    private readonly WordRoles<SiteWord> _words;
    private readonly Row[] _rows;

    public Landmarks(ModelSource models, WordRoles<SiteWord> words, Vocabulary.Builder vocabulary)
    {
        _numbers = new NumberReader(models, vocabulary);
        _words = words;
        var table = models.Read("rules/landmark.tsv");
        int landmark = table.Column("landmark"), side = table.Column("side"), from = table.Column("from"), to = table.Column("to"), topography = table.Column("topography"), display = table.Column("display");
        _rows = new Row[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            if (!double.TryParse(row[from], CultureInfo.InvariantCulture, out var least) || !double.TryParse(row[to], CultureInfo.InvariantCulture, out var most) || least > most)
            {
                throw row.Fault("a range of distances is needed");
            }

            var at = row[side] switch
            {
                "any" => SiteWord.Off,
                "above" => SiteWord.Above,
                "below" => SiteWord.Below,
                _ => throw row.Fault("the side is any, above or below"),
            };
            _rows[count++] = new Row(row[landmark], at, least, most, row[topography], row[display]);
        }
    }

    /// <summary>Whether a place is a landmark, and what lies where it points to, if that is told.</summary>
    public bool Is(ClinicalCourse course, PlacedMention place, out (string? Topography, string Display) pointedTo)
    {
        pointedTo = (null, "");
        var first = course.SentenceOf(place).FirstToken;
        var index = place.FirstToken - 1;
        while (index > first && Has(course, index, SiteWord.Measure))
        {
            index--;
        }

        var isOf = index > first && Has(course, index, SiteWord.To) && Has(course, index - 1, SiteWord.Unit);
        index -= index > first && Has(course, index, SiteWord.To) ? 1 : 0;
        var side = isOf ? SiteWord.Off : 0;
        while (index > first && Has(course, index, SiteWord.Off | SiteWord.Above | SiteWord.Below))
        {
            side = Has(course, index, SiteWord.Above) ? SiteWord.Above : Has(course, index, SiteWord.Below) ? SiteWord.Below : side == 0 ? SiteWord.Off : side;
            index--;
        }

        if (side == 0 || DistanceAt(course, index, first) is not { } distance)
        {
            return false;
        }

        var name = course.Document.TextOf(course.Document.SpanOf(place.FirstToken, place.EndToken));
        foreach (var row in _rows)
        {
            if ((row.Side == side || row.Side == SiteWord.Off) && row.From <= distance && distance <= row.To && name.Equals(row.Landmark, StringComparison.OrdinalIgnoreCase))
            {
                pointedTo = (row.Topography, row.Display);
                return true;
            }
        }

        return !isOf;   // "20 cm of the anal margin" is so far from it, but "20 cm of the jejunum" are its own
    }

    /// <summary>"7 cm", "18-24 cm", "35 mm", "just": the distance that ends at a word, in centimetres.</summary>
    private double? DistanceAt(ClinicalCourse course, int index, int first)
    {
        if (index < first)
        {
            return null;
        }

        if (Has(course, index, SiteWord.Near))
        {
            return Near;
        }

        if (index <= first || !Has(course, index, SiteWord.Unit) || NumberBefore(course, index, first) is not { } distance)
        {
            return null;
        }

        return course.Document.TextOf(index).StartsWith("m", StringComparison.OrdinalIgnoreCase) ? distance / 10 : distance;
    }

    /// <summary>The number that ends before a unit, in digits or in words: "25", "twenty-five".</summary>
    private double? NumberBefore(ClinicalCourse course, int unit, int first)
    {
        for (var start = Math.Max(first, unit - LongestNumber); start < unit; start++)
        {
            if (_numbers.ReadCardinal(course.Document, start, unit, out var value) == unit)
            {
                return value;
            }
        }

        return null;
    }

    private bool Has(ClinicalCourse course, int index, SiteWord role) => _words.Is(course.Document.TokenArray[index].Word, role);

    private readonly record struct Row(string Landmark, SiteWord Side, double From, double To, string Topography, string Display);
}
