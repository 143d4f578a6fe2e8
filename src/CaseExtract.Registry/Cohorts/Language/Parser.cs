namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// Parses an expression by recursive descent: how conditions are joined. <c>or</c> binds less than <c>and</c>, <c>and</c> less than <c>not</c>:
/// <code>
/// any = all { "or" all }
/// all = not { "and" not }
/// not = "not" not | "(" any ")" | comparison
/// </code>
/// What a comparison is, <see cref="ComparisonParser"/> knows.
/// </summary>
internal sealed class Parser
{
    private const int DeepestNesting = 100, LongestExpression = 100_000;

    private readonly TokenCursor _tokens;
    private readonly ComparisonParser _comparisons;
    private int _depth;

    private Parser(string expression)
    {
        _tokens = new TokenCursor(expression);
        _comparisons = new ComparisonParser(expression, _tokens);
    }

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
        if (parser._tokens.Next.Kind != TokenKind.End)
        {
            throw parser._tokens.Fault(parser._tokens.Next.Kind switch
            {
                TokenKind.Close => "this parenthesis closes nothing",
                TokenKind.Comma => "expected and, or, or the end; a list stands in parentheses: in (a, b)",
                _ => "expected and, or, or the end; words with blanks stand in quotation marks",
            });
        }

        return condition is ConfidenceFloor ? throw parser._tokens.Fault(condition.Position, ConfidenceAlone) : condition;
    }

    private const string ConfidenceAlone = "confidence is about the conditions joined to it by and; here there are none";

    private Condition Any()
    {
        var position = _tokens.Next.Position;
        var parts = new List<Condition> { All() };
        while (_tokens.Next.Is("or"))
        {
            _tokens.Take();
            parts.Add(All());
        }

        return parts.Count == 1 ? parts[0]
            : parts.OfType<ConfidenceFloor>().FirstOrDefault() is { } floor ? throw _tokens.Fault(floor.Position, ConfidenceAlone)
            : new AnyOf(parts, position);
    }

    private Condition All()
    {
        var position = _tokens.Next.Position;
        var parts = new List<Condition> { Negation() };
        while (_tokens.Next.Is("and"))
        {
            _tokens.Take();
            parts.Add(Negation());
        }

        return parts.Count == 1 ? parts[0]
            : parts.TrueForAll(part => part is ConfidenceFloor) ? throw _tokens.Fault(parts[0].Position, ConfidenceAlone)
            : new AllOf(parts, position);
    }

    private Condition Negation()
    {
        var start = _tokens.Next;
        if (++_depth > DeepestNesting)
        {
            throw _tokens.Fault($"more than {DeepestNesting} parentheses or nots inside each other");
        }

        Condition condition;
        if (start.Is("not"))
        {
            _tokens.Take();
            var part = Negation();
            condition = part is ConfidenceFloor ? throw _tokens.Fault(part.Position, ConfidenceAlone) : new Not(part, start.Position);
        }
        else if (start.Kind == TokenKind.Open)
        {
            _tokens.Take();
            condition = Any();
            if (_tokens.Next.Kind != TokenKind.Close)
            {
                throw _tokens.Fault(_tokens.Next.Kind == TokenKind.End ? "a parenthesis is never closed" : "expected and, or, or a closing parenthesis");
            }

            _tokens.Take();
        }
        else
        {
            condition = _comparisons.Parse();
        }

        _depth--;
        return condition;
    }
}
