namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>An expression is not understood. It knows the place, and shows it.</summary>
public sealed class ExpressionException : Exception
{
    private const int Before = 60, After = 20;

    /// <param name="expression">The whole expression.</param>
    /// <param name="position">Where it is wrong, in UTF-16 units.</param>
    /// <param name="message">What is wrong there.</param>
    public ExpressionException(string expression, int position, string message) : base(message) => (Expression, Position) = (expression, position);

    /// <summary>The whole expression.</summary>
    public string Expression { get; }

    /// <summary>Where it is wrong, in UTF-16 units.</summary>
    public int Position { get; }

    /// <summary>The part of the expression around the place, and under it a line with a caret at the place.</summary>
    public (string Line, string Caret) Show()
    {
        var from = Math.Max(0, Position - Before);
        var to = Math.Min(Expression.Length, Position + After);
        var (opening, closing) = (from > 0 ? "…" : "", to < Expression.Length ? "…" : "");
        var line = new string([.. Expression[from..to].Select(unit => char.IsControl(unit) || char.IsSurrogate(unit) ? ' ' : unit)]);
        return (opening + line + closing, new string(' ', opening.Length + Position - from) + "^");
    }
}
