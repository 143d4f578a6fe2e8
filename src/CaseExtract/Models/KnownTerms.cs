using System.Collections.Frozen;

namespace CaseExtract.Models;

/// <summary>The terms that the models of this version give to operations and to symptoms: words of the field, never words of a report.</summary>
public static class KnownTerms
{
    /// <summary>Terms of operations, such as <c>laminectomy</c>.</summary>
    public static IReadOnlySet<string> Procedures { get; } = Of(("lexicons/procedure.tsv", "concept"), ("lexicons/organ-operation.tsv", "operation"));

    /// <summary>Terms of symptoms and signs, such as <c>gait disturbance</c>.</summary>
    public static IReadOnlySet<string> Presentation { get; } = Of(("lexicons/presentation.tsv", "concept"));

    private static FrozenSet<string> Of(params ReadOnlySpan<(string Table, string Column)> columns)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, column) in columns)
        {
            var table = ModelSource.Embedded.Read(name);
            var index = table.Column(column);
            terms.UnionWith(table.Rows.Select(row => row[index]));
        }

        return terms.ToFrozenSet(StringComparer.Ordinal);
    }
}
