using System.Globalization;
using System.Text.RegularExpressions;
using CaseExtract.Registry.Loading;

namespace CaseExtract.Registry.Corrections;

/// <summary>How the values of a field are written.</summary>
internal enum ValueForm
{
    Word,
    Number,
    Code,
    List,
}

/// <summary>A field that people can correct: its values, and the JSON that stands for one that had none.</summary>
internal sealed class CorrectableField
{
    private static readonly Dictionary<string, CorrectableField> ByName = new(StringComparer.OrdinalIgnoreCase);

    // The key whose value is corrected, and what the object is where the record had none.
    private static readonly CorrectableField[] Fields =
    [
        new("age", ValueForm.Number, "age.years", "years", """{"value":0,"unit":"year","years":0,"approximate":false}""") { Highest = 130 },
        new("sex", ValueForm.Word, "sex.value", "value", "{}"),
        new("primaryTumour.site", ValueForm.Code, "primaryTumour.site.code", "site", Primary, "primary.site"),
        new("primaryTumour.histology", ValueForm.Code, "primaryTumour.histology.code", "histology", Primary, "primary.histology"),
        new("primaryTumour.laterality", ValueForm.Word, "primaryTumour.laterality", "laterality", Primary, "laterality"),
        new("priorSurgeries", ValueForm.List, "priorSurgeries.term", "term", """{"term":"","monthsBefore":null,"indication":null,"levels":[]}""", "prior"),
        new("spinalLevels", ValueForm.List, "spinalLevels.level", "level", """{"level":"","region":""}""", "level"),
        new("procedures", ValueForm.List, "procedures.term", "term", """{"term":"","intent":null,"approach":null,"levels":[]}""", "procedure"),
        new("extent", ValueForm.Word, "extent.value", "value", "{}"),
        new("histology", ValueForm.Code, "histology.code", "code", Histology),
        new("histology.behaviour", ValueForm.Word, "histology.behaviour", "behaviour", Histology, "behaviour"),
        new("histology.grade", ValueForm.Word, "histology.grade", "grade", Histology, "grade"),
        new("lesion.origin", ValueForm.Word, "lesion.origin.value", "value", "{}", "origin"),
        new("lesion.compartment", ValueForm.Word, "lesion.compartment.value", "value", "{}", "compartment"),
        new("lesion.cordCompression", ValueForm.Word, "lesion.cordCompression.value", "value", """{"value":"","severity":null}""", "cord.compression"),
        new("presentation", ValueForm.List, "presentation.term", "term", """{"term":"","modifiers":[]}""", "symptom"),
        new("adjuvants", ValueForm.List, "adjuvants.kind", "kind", "{}", "adjuvant"),
        new("ageAtDiagnosis", ValueForm.Number, "ageAtDiagnosis.years", "years", """{"years":0,"basis":"stated"}""", "diagnosis.age") { Highest = 130 },
        new("metastasisTiming", ValueForm.Word, "metastasisTiming.value", "value", """{"value":"","monthsAfterPrimary":null,"basis":"stated"}""", "timing"),
        new("recurrence", ValueForm.Word, "recurrence.value", "value", """{"value":"","site":null}"""),
        new("followUp", ValueForm.Number, "followUp.months", "months", "{}", "follow-up") { Highest = 1560 },
        new("outcome.vitalStatus", ValueForm.Word, "outcome.vitalStatus.value", "value", """{"value":"","cause":null,"basis":"stated"}""", "vital"),
        new("outcome.disease", ValueForm.Word, "outcome.disease.value", "value", "{}", "disease"),
        new("outcome.neurology", ValueForm.Word, "outcome.neurology.value", "value", """{"value":"","basis":"stated"}""", "neurology"),
        new("outcome.localRecurrence", ValueForm.Word, "outcome.localRecurrence.value", "value", "{}", "local.recurrence"),
    ];

    private const string Primary = """{"site":null,"laterality":null,"histology":null,"text":null}""";
    private const string Histology = """{"code":null,"behaviour":null,"display":null,"grade":null,"text":null}""";

    private const int LongestWord = 200;

    private readonly IReadOnlyList<string> _words;
    private readonly Lazy<Regex>? _pattern; // made where a value is checked: whoever only tells the names of the fields waits for none

    private CorrectableField(string name, ValueForm form, string path, string key, string empty, string? alias = null)
    {
        (Name, Form, Key, Empty, Alias) = (name, form, key, empty, alias ?? name);
        _words = RecordVocabulary.Words(path);
        _pattern = RecordVocabulary.Form(path) is { } expression ? new Lazy<Regex>(() => new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)) : null;
        ByName[name] = ByName[Alias] = this;
    }

    /// <summary>All fields.</summary>
    public static IReadOnlyList<CorrectableField> All => Fields;

    /// <summary>The field as the registry names it, as in the record.</summary>
    public string Name { get; }

    /// <summary>The name it has in expressions.</summary>
    public string Alias { get; }

    public ValueForm Form { get; }

    /// <summary>The key of its object that holds the value.</summary>
    public string Key { get; }

    /// <summary>Its object where the record has none, before confidence and evidence.</summary>
    public string Empty { get; }

    private double Highest { get; init; } = double.MaxValue;

    /// <summary>Finds a field by its name in the record or in expressions, in any letter case.</summary>
    public static CorrectableField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Checks a value and gives it the form in which it is kept; members of a list are joined by <c>; </c>.</summary>
    /// <param name="text">The value as given; empty: the report does not state it.</param>
    /// <param name="value">The value; <see langword="null"/> for none.</param>
    /// <returns>What is wrong with it; <see langword="null"/> when nothing is.</returns>
    public string? Check(string text, out string? value)
    {
        value = null;
        text = text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (Form == ValueForm.Number)
        {
            var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Highest;
            value = number.ToString(CultureInfo.InvariantCulture);
            return isNumber ? null : $"{Alias} takes a number{(Highest < double.MaxValue ? string.Create(CultureInfo.InvariantCulture, $" up to {Highest}") : "")}";
        }

        var members = Form == ValueForm.List ? text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        foreach (var member in members)
        {
            if (_words.Count > 0 && !_words.Contains(member, StringComparer.Ordinal))
            {
                return $"{Alias} takes {string.Join(", ", _words)}";
            }

            if ((_pattern is not null && !_pattern.Value.IsMatch(member)) || member.Length > LongestWord || member.Any(char.IsControl))
            {
                return Form == ValueForm.Code ? $"{Alias} takes a code such as {(Name == "primaryTumour.site" ? "C55.9" : "8890")}"
                    : Name == "spinalLevels" ? "level takes C1 to C7, T1 to T12, L1 to L6, S1 to S5, Co"
                    : $"{Alias} takes up to {LongestWord} characters without control characters";
            }
        }

        value = Name == "spinalLevels"
            ? string.Join("; ", members.Distinct(StringComparer.Ordinal).OrderBy(level => Spine.TryParse(level, out var order) ? order : 0))
            : string.Join("; ", members.Distinct(StringComparer.Ordinal));
        return null;
    }

    /// <summary>The value of a case in the form in which corrections keep it.</summary>
    public string? ValueOf(FlatCase flat)
    {
        var values = flat.Values.Where(value => value.Field == Name).ToList();
        return values.Count == 0 ? null : Form switch
        {
            ValueForm.Number => values[0].Number?.ToString(CultureInfo.InvariantCulture),
            ValueForm.Code => values[0].Code,
            ValueForm.List => string.Join("; ", values.Select(value => value.Text)),
            _ => values[0].Text ?? values[0].Code,
        };
    }
}
