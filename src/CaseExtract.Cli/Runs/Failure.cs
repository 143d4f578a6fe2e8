using System.Diagnostics;
using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Documents;
using Newtonsoft.Json;

namespace CaseExtract.Cli.Runs;

/// <summary>An input that gave no record.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Place">Where in the file, such as <c>line 12</c>; <see langword="null"/> for the file as a whole.</param>
/// <param name="Kind">A word of a closed list: the names of <see cref="ReportErrorKind"/> in camelCase, <c>timedOut</c> and <c>failed</c>.</param>
/// <param name="Reason">What is wrong; never quotes the text.</param>
internal sealed record Failure(string Path, string? Place, string Kind, string Reason)
{
    public static Failure Of(ReportError error) => new(error.Path, error.Place, JsonNames.CamelCase(error.Kind.ToString()), error.Reason);

    /// <summary>The extractor broke on a text, which is a fault of this program. The message might quote the text, so it is left out.</summary>
    public static Failure Of(string path, Exception exception) => new(
        path, null, "failed", $"the extractor failed ({exception.GetType().Name} in {Origin(exception)}); please report this");

    /// <summary>The type that threw it: also where the program is native code.</summary>
    private static string Origin(Exception exception) =>
        new StackTrace(exception).GetFrame(0) is { } frame && DiagnosticMethodInfo.Create(frame) is { DeclaringTypeName: var type } ? type : "unknown code";

    /// <summary>The time for one report was up.</summary>
    public static Failure TimedOut(string path, TimeSpan timeout) => new(
        path, null, "timedOut", string.Create(CultureInfo.InvariantCulture, $"took longer than {timeout.TotalSeconds:0.##} s (--timeout)"));

    /// <summary>One JSON object without a line end.</summary>
    public string ToJson()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            Write(json);
        }

        return text.ToString();
    }

    public void Write(JsonTextWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("path");
        json.WriteValue(Path);
        json.WritePropertyName("place");
        json.WriteValue(Place);
        json.WritePropertyName("kind");
        json.WriteValue(Kind);
        json.WritePropertyName("reason");
        json.WriteValue(Reason);
        json.WriteEndObject();
    }

    /// <summary>The path with its place, for a person.</summary>
    public string Where => Place is null ? Path : $"{Path} ({Place})";
}
