using System.Globalization;
using CaseExtract.Documents;
using Newtonsoft.Json;

namespace CaseExtract.Cli.Output;

/// <summary>An input that gave no record.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Kind">A word of a closed list: the names of <see cref="ReportErrorKind"/> in camelCase, and <c>failed</c>.</param>
/// <param name="Reason">What is wrong; never quotes the text.</param>
internal sealed record Failure(string Path, string Kind, string Reason)
{
    public static Failure Of(ReportError error) => new(error.Path, JsonNames.CamelCase(error.Kind.ToString()), error.Reason);

    /// <summary>The extractor broke on a text, which is a fault of this program. The message might quote the text, so it is left out.</summary>
    public static Failure Of(string path, Exception exception) =>
        new(path, "failed", $"the extractor failed ({exception.GetType().Name} in {exception.TargetSite?.DeclaringType?.FullName ?? "unknown code"}); please report this");

    /// <summary>One JSON object without a line end.</summary>
    public string ToJson()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            json.WritePropertyName("path");
            json.WriteValue(Path);
            json.WritePropertyName("kind");
            json.WriteValue(Kind);
            json.WritePropertyName("reason");
            json.WriteValue(Reason);
            json.WriteEndObject();
        }

        return text.ToString();
    }
}

/// <summary>The names of JSON keys.</summary>
internal static class JsonNames
{
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
