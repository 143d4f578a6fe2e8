namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// Parses one comparison of a field with values:
/// <code>
/// comparison = field ( operator value | ["not"] "in" set | "is" ["not"] ( "known" | "unknown" ) )
/// set        = item | "(" item { "," item } ")"
/// item       = value [ ".." value ]
/// </code>
/// </summary>
internal sealed class ComparisonParser(string expression, TokenCursor tokens)
{
    private const int MostConditions = 500;

    private readonly ValueReader _values = new(expression);
    private int _conditions;

    /// <summary>Parses the comparison that stands next.</summary>
    public Condition Parse()
    {
        var name = tokens.Next;
        if (name.Kind != TokenKind.Atom || name.Is("and") || name.Is("or") || name.Is("in"))
        {
            throw tokens.Fault(name.Kind == TokenKind.End ? "the expression ends where a condition should stand" : "expected a field");
        }

        if (++_conditions > MostConditions)
        {
            throw tokens.Fault($"an expression has at most {MostConditions} conditions");
        }

        tokens.Take();
        if (name.Is("confidence"))
        {
            return Confidence(name.Position);
        }

        var field = CohortField.Find(name.Text)
            ?? throw tokens.Fault(name.Position, $"there is no field of this name{Suggestion.For(name.Text, CohortField.All.Select(known => known.Name).Append("confidence"))}");
        var operation = tokens.Next;
        tokens.Take();
        if (operation.Kind == TokenKind.Comparison)
        {
            return Compared(field, operation, name.Position);
        }

        if (operation.Is("in"))
        {
            return new IsIn(field, Set(field), name.Position);
        }

        if (operation.Is("not") && tokens.Next.Is("in"))
        {
            tokens.Take();
            return Other(field, Set(field), name.Position);
        }

        if (operation.Is("is"))
        {
            return Known(field, name.Position);
        }

        throw tokens.Fault(operation.Position, $"expected =, !=, <, <=, >, >=, in or is behind {field.Name}");
    }

    private Condition Compared(CohortField field, Token operation, int position)
    {
        if (operation.Text is "=" or "!=")
        {
            var ranges = _values.Read(field, tokens.TakeValue());
            return operation.Text == "=" ? new IsIn(field, ranges, position) : Other(field, ranges, position);
        }

        if (field.Type is not (FieldType.Number or FieldType.Date))
        {
            throw tokens.Fault(operation.Position, $"{field.Name} has no order; use =, != or in");
        }

        return new IsIn(field, [_values.Beside(field, operation.Text, tokens.TakeValue())], position);
    }

    private Condition Known(CohortField field, int position)
    {
        var isNegated = tokens.Next.Is("not");
        if (isNegated)
        {
            tokens.Take();
        }

        if (!tokens.Next.Is("known") && !tokens.Next.Is("unknown"))
        {
            throw tokens.Fault("expected known or unknown");
        }

        isNegated ^= tokens.Next.Is("unknown");
        tokens.Take();
        Condition known = new IsKnown(field, position);
        return isNegated ? new Not(known, position) : known;
    }

    private ConfidenceFloor Confidence(int position)
    {
        var operation = tokens.Next;
        if (operation.Kind != TokenKind.Comparison || operation.Text is not (">=" or ">"))
        {
            throw tokens.Fault("expected >= or > behind confidence");
        }

        tokens.Take();
        var value = tokens.TakeValue();
        return ValueReader.TryNumber(value.Text, out var least) && least <= 1
            ? new ConfidenceFloor(least, operation.Text == ">", position)
            : throw tokens.Fault(value.Position, "a confidence is a number from 0 to 1");
    }

    private List<ValueRange> Set(CohortField field)
    {
        var ranges = new List<ValueRange>();
        if (tokens.Next.Kind != TokenKind.Open)
        {
            ranges.AddRange(Item(field));
            return ranges;
        }

        do
        {
            tokens.Take();
            if (ranges.Count > MostConditions)
            {
                throw tokens.Fault($"a list has at most {MostConditions} members");
            }

            ranges.AddRange(Item(field));
        }
        while (tokens.Next.Kind == TokenKind.Comma);
        if (tokens.Next.Kind != TokenKind.Close)
        {
            throw tokens.Fault("expected a comma or a closing parenthesis");
        }

        tokens.Take();
        return ranges;
    }

    private IReadOnlyList<ValueRange> Item(CohortField field)
    {
        var low = tokens.TakeValue();
        if (tokens.Next.Kind != TokenKind.Range)
        {
            return _values.Read(field, low);
        }

        tokens.Take();
        return [_values.Between(field, low, tokens.TakeValue())];
    }

    /// <summary>A value that is known, and none of these.</summary>
    private static AllOf Other(CohortField field, IReadOnlyList<ValueRange> ranges, int position) =>
        new([new IsKnown(field, position), new Not(new IsIn(field, ranges, position), position)], position);
}
