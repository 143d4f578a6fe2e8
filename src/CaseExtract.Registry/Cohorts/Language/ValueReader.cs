using System.Globalization;
using CaseExtract.Registry.Loading;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>Reads the values of an expression as the type of their field wants them.</summary>
internal sealed class ValueReader(string expression)
{
    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>One value, which may stand for several: a code with those below it, a group, a day.</summary>
    public IReadOnlyList<ValueRange> Read(CohortField field, Token value)
    {
        switch (field.Type)
        {
            case FieldType.Number: return [ValueRange.Only(Number(field, value))];
            case FieldType.Level: return [ValueRange.Only((double)Level(value))];
            case FieldType.Truth: return [ValueRange.Only(Truth(field, value))];
            case FieldType.Topography: return [CodeRange.OfTopographies(Topography(value), value.Text)];
            case FieldType.Morphology when MorphologyGroups.Find(value.Text) is { } group: return group;
            case FieldType.Morphology:
                CheckBehaviour(field, Morphology(value), value);
                return [CodeRange.OfMorphologies(value.Text, value.Text)];
            case FieldType.Date:
                var (first, next) = Period(value);
                return [new ValueRange(first, next, HighIsOut: true)];
            default: return [ValueRange.Only(Word(field, value))];
        }
    }

    /// <summary>All values from one to another.</summary>
    public ValueRange Between(CohortField field, Token low, Token high)
    {
        var range = field.Type switch
        {
            FieldType.Number => new ValueRange(Number(field, low), Number(field, high)),
            FieldType.Level => new ValueRange((double)Level(low), (double)Level(high)),
            FieldType.Topography => CodeRange.OfTopographies(Topography(low), Topography(high)),
            FieldType.Morphology => CodeRange.OfMorphologies(WholeMorphology(low), WholeMorphology(high)),
            FieldType.Date => new ValueRange(Period(low).First, Period(high).Next, HighIsOut: true),
            FieldType.Word when field.IsScale && ScaleValues.Of(field.RowCode!).Count > 0 => new ValueRange(Word(field, low), Word(field, high)),
            _ => throw Fault(low, $"{field.Name} has no order; list its values: in (a, b)"),
        };
        var isReversed = range is { Low: double from, High: double to } ? from > to : string.CompareOrdinal(range.Low as string, range.High as string) > 0;
        return isReversed ? throw Fault(low, field.Type == FieldType.Level ? "this range goes up the spine; write the upper level first" : "this range goes backwards") : range;
    }

    /// <summary>All values on one side of one.</summary>
    public ValueRange Beside(CohortField field, string operation, Token value)
    {
        if (field.Type == FieldType.Number)
        {
            var number = Number(field, value);
            return operation[0] == '<' ? new ValueRange(null, number, HighIsOut: operation == "<") : new ValueRange(number, null, LowIsOut: operation == ">");
        }

        // later than a month is behind its end
        var (first, next) = Period(value);
        return operation switch
        {
            "<" => new ValueRange(null, first, HighIsOut: true),
            "<=" => new ValueRange(null, next, HighIsOut: true),
            ">" => new ValueRange(next, null),
            _ => new ValueRange(first, null),
        };
    }

    private string Word(CohortField field, Token value)
    {
        if (field.Terms is { } terms)
        {
            return Term(field, terms(), value);
        }

        if (field.Words.Count == 0)
        {
            return value.Text;
        }

        return field.Words.FirstOrDefault(word => word.Equals(value.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw Fault(value, $"{field.Name} is one of {string.Join(", ", field.Words)}{Suggestion.For(value.Text, field.Words)}");
    }

    /// <summary>A term of the models in any letter case; in quotation marks any other that a person may have typed.</summary>
    private string Term(CohortField field, IReadOnlySet<string> terms, Token value) =>
        terms.FirstOrDefault(term => term.Equals(value.Text, StringComparison.OrdinalIgnoreCase)) is { } known ? known
            : value.Kind == TokenKind.Atom && Suggestion.For(value.Text, terms, lettersForEdit: 4) is { Length: > 0 } hint ? throw Fault(value, $"no {field.Name} has this name{hint} In quotation marks it is looked for as it stands")
            : value.Text;

    private double Number(CohortField field, Token value) => TryNumber(value.Text, out var number) ? number : throw Fault(value, $"{field.Name} is a number");

    private int Level(Token value) => Spine.TryParse(value.Text, out var order) ? order : throw Fault(value, "a level is C1 to C7, T1 to T12, L1 to L6, S1 to S5 or Co");

    private bool Truth(CohortField field, Token value) => value.Text.ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => throw Fault(value, $"{field.Name} is yes or no"),
    };

    private string Topography(Token value) => CodeRange.IsTopography(value.Text) ? value.Text : throw Fault(value, "a site is a topography such as C54 or C55.9");

    private string Morphology(Token value) => CodeRange.IsMorphology(value.Text)
        ? value.Text
        : throw Fault(value, $"a histology is a morphology such as 8890, 889 or 8890/3, or a group: {string.Join(", ", MorphologyGroups.Names)}{Suggestion.For(value.Text, MorphologyGroups.Names)}");

    private string WholeMorphology(Token value) => Morphology(value) is var code && code.Contains('/', StringComparison.Ordinal)
        ? throw Fault(value, "a range of morphologies has no behaviour; ask for behaviour beside it")
        : code;

    private void CheckBehaviour(CohortField field, string code, Token value)
    {
        if (code.Contains('/', StringComparison.Ordinal) && field.Name != "histology")
        {
            throw Fault(value, $"{field.Name} has no behaviour here");
        }
    }

    private (string First, string Next) Period(Token value) => DatePeriod.TryParse(value.Text, out var first, out var next)
        ? (first, next)
        : throw Fault(value, "a date is 2026-11-20, 2026-11 or 2026");

    private ExpressionException Fault(Token value, string message) => new(expression, value.Position, message);
}
