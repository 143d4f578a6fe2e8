namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// Parses an expression by recursive descent. <c>or</c> binds less than <c>and</c>, <c>and</c> less than <c>not</c>:
/// <code>
/// any        = all { "or" all }
/// all        = not { "and" not }
/// not        = "not" not | "(" any ")" | comparison
/// comparison = field ( operator value | ["not"] "in" set | "is" ["not"] ( "known" | "unknown" ) )
/// set        = item | "(" item { "," item } ")"
/// item       = value [ ".." value ]
/// </code>
/// </summary>
internal sealed class Parser
{
    private const int DeepestNesting = 100, MostConditions = 500, LongestExpression = 100_000;

    private readonly string _expression;
    private readonly List<Token> _tokens;
    private readonly ValueReader _values;
    private int _next, _depth, _conditions;

    private Parser(string expression)
    {
        _expression = expression;
        _tokens = Tokenizer.Tokenize(expression);
        _values = new ValueReader(expression);
    }

    private Token Next => _tokens[_next];

    /// <summary>Parses and checks a whole expression.</summary>
    /// <exception cref="ExpressionException">It is not understood.</exception>
    public static Condition Parse(string expression)
    {
        if (expression.Length > LongestExpression)
        {
            throw new ExpressionException(expression, 0, $"an expression has at most {LongestExpression} characters");
        }

        var parser = new Parser(expression);
        var condition = parser.Any();
        if (parser.Next.Kind != TokenKind.End)
        {
            throw parser.Fault(parser.Next.Kind == TokenKind.Close ? "this parenthesis closes nothing" : "expected and, or, or the end");
        }

        return condition is ConfidenceFloor ? throw parser.Fault(condition.Position, ConfidenceAlone) : condition;
    }

    private const string ConfidenceAlone = "confidence is about the conditions joined to it by and; here there are none";

    private Condition Any()
    {
        var position = Next.Position;
        var parts = new List<Condition> { All() };
        while (Next.Is("or"))
        {
            _next++;
            parts.Add(All());
        }

        return parts.Count == 1 ? parts[0]
            : parts.OfType<ConfidenceFloor>().FirstOrDefault() is { } floor ? throw Fault(floor.Position, ConfidenceAlone)
            : new AnyOf(parts, position);
    }

    private Condition All()
    {
        var position = Next.Position;
        var parts = new List<Condition> { Negation() };
        while (Next.Is("and"))
        {
            _next++;
            parts.Add(Negation());
        }

        return parts.Count == 1 ? parts[0]
            : parts.TrueForAll(part => part is ConfidenceFloor) ? throw Fault(parts[0].Position, ConfidenceAlone)
            : new AllOf(parts, position);
    }

    private Condition Negation()
    {
        var start = Next;
        if (++_depth > DeepestNesting)
        {
            throw Fault($"more than {DeepestNesting} parentheses or nots inside each other");
        }

        Condition condition;
        if (start.Is("not"))
        {
            _next++;
            var part = Negation();
            condition = part is ConfidenceFloor ? throw Fault(part.Position, ConfidenceAlone) : new Not(part, start.Position);
        }
        else if (start.Kind == TokenKind.Open)
        {
            _next++;
            condition = Any();
            if (Next.Kind != TokenKind.Close)
            {
                throw Fault(Next.Kind == TokenKind.End ? "a parenthesis is never closed" : "expected and, or, or a closing parenthesis");
            }

            _next++;
        }
        else
        {
            condition = Comparison();
        }

        _depth--;
        return condition;
    }

    private Condition Comparison()
    {
        var name = Next;
        if (name.Kind != TokenKind.Atom || name.Is("and") || name.Is("or") || name.Is("in"))
        {
            throw Fault(name.Kind == TokenKind.End ? "the expression ends where a condition should stand" : "expected a field");
        }

        if (++_conditions > MostConditions)
        {
            throw Fault($"an expression has at most {MostConditions} conditions");
        }

        _next++;
        if (name.Is("confidence"))
        {
            return Confidence(name.Position);
        }

        var field = CohortField.Find(name.Text)
            ?? throw Fault(name.Position, $"there is no field of this name{Suggestion.For(name.Text, CohortField.All.Select(known => known.Name).Append("confidence"))}");
        var operation = Next;
        _next++;
        if (operation.Kind == TokenKind.Comparison)
        {
            return Compared(field, operation, name.Position);
        }

        if (operation.Is("in"))
        {
            return new IsIn(field, Set(field), name.Position);
        }

        if (operation.Is("not") && Next.Is("in"))
        {
            _next++;
            return Other(field, Set(field), name.Position);
        }

        if (operation.Is("is"))
        {
            return Known(field, name.Position);
        }

        throw Fault(operation.Position, $"expected =, !=, <, <=, >, >=, in or is behind {field.Name}");
    }

    private Condition Compared(CohortField field, Token operation, int position)
    {
        if (operation.Text is "=" or "!=")
        {
            var ranges = _values.Read(field, TakeValue());
            return operation.Text == "=" ? new IsIn(field, ranges, position) : Other(field, ranges, position);
        }

        if (field.Type is not (FieldType.Number or FieldType.Date))
        {
            throw Fault(operation.Position, $"{field.Name} has no order; use =, != or in");
        }

        return new IsIn(field, [_values.Beside(field, operation.Text, TakeValue())], position);
    }

    private Condition Known(CohortField field, int position)
    {
        var isNegated = Next.Is("not");
        _next += isNegated ? 1 : 0;
        if (!Next.Is("known") && !Next.Is("unknown"))
        {
            throw Fault("expected known or unknown");
        }

        isNegated ^= Next.Is("unknown");
        _next++;
        Condition known = new IsKnown(field, position);
        return isNegated ? new Not(known, position) : known;
    }

    private ConfidenceFloor Confidence(int position)
    {
        var operation = Next;
        if (operation.Kind != TokenKind.Comparison || operation.Text is not (">=" or ">"))
        {
            throw Fault("expected >= or > behind confidence");
        }

        _next++;
        var value = TakeValue();
        return ValueReader.TryNumber(value.Text, out var least) && least <= 1
            ? new ConfidenceFloor(least, operation.Text == ">", position)
            : throw Fault(value.Position, "a confidence is a number from 0 to 1");
    }

    private List<ValueRange> Set(CohortField field)
    {
        var ranges = new List<ValueRange>();
        if (Next.Kind != TokenKind.Open)
        {
            ranges.AddRange(Item(field));
            return ranges;
        }

        do
        {
            _next++;
            if (ranges.Count > MostConditions)
            {
                throw Fault($"a list has at most {MostConditions} members");
            }

            ranges.AddRange(Item(field));
        }
        while (Next.Kind == TokenKind.Comma);
        if (Next.Kind != TokenKind.Close)
        {
            throw Fault("expected a comma or a closing parenthesis");
        }

        _next++;
        return ranges;
    }

    private IReadOnlyList<ValueRange> Item(CohortField field)
    {
        var low = TakeValue();
        if (Next.Kind != TokenKind.Range)
        {
            return _values.Read(field, low);
        }

        _next++;
        return [_values.Between(field, low, TakeValue())];
    }

    private Token TakeValue() => Next.Kind is TokenKind.Atom or TokenKind.Quoted ? _tokens[_next++] : throw Fault("expected a value");

    /// <summary>A value that is known, and none of these.</summary>
    private static AllOf Other(CohortField field, IReadOnlyList<ValueRange> ranges, int position) =>
        new([new IsKnown(field, position), new Not(new IsIn(field, ranges, position), position)], position);

    private ExpressionException Fault(string message) => Fault(Next.Position, message);

    private ExpressionException Fault(int position, string message) => new(_expression, position, message);
}
