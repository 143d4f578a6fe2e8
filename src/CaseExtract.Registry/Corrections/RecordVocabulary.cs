using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CaseExtract.Schema;

namespace CaseExtract.Registry.Corrections;

/// <summary>The words and forms that the case record allows at a place. They stand on its C# types and nowhere else.</summary>
internal static class RecordVocabulary
{
    /// <summary>The words of a place such as <c>lesion.origin.value</c>; empty where any word may stand.</summary>
    public static IReadOnlyList<string> Words(string path) =>
        [.. Find(path)?.GetCustomAttributes<VocabularyAttribute>().SelectMany(vocabulary => vocabulary.Words).Distinct(StringComparer.Ordinal) ?? []];

    /// <summary>The form of a place, as a regular expression; <see langword="null"/> where any form may stand.</summary>
    public static string? Form(string path) => Find(path)?.GetCustomAttributes<PatternAttribute>().FirstOrDefault(pattern => pattern.WhenKind is null)?.Expression;

    [UnconditionalSuppressMessage("Trimming", "IL2065", Justification = "A native program keeps our assemblies whole (CaseExtract.Cli.csproj).")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    private static PropertyInfo? Find(string path)
    {
        var type = typeof(CaseRecord);
        PropertyInfo? property = null;
        foreach (var key in path.Split('.'))
        {
            property = type.GetProperties().FirstOrDefault(candidate => string.Equals(candidate.Name, key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                return null;
            }

            type = property.PropertyType is { IsGenericType: true } list ? list.GenericTypeArguments[0] : property.PropertyType;
        }

        return property;
    }
}
