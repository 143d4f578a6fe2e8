namespace CaseExtract.Cli.Output;

/// <summary>The names of JSON keys.</summary>
internal static class JsonNames
{
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
