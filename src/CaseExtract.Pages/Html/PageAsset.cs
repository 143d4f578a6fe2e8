using System.Reflection;

namespace CaseExtract.Pages.Html;

/// <summary>The project's own style sheets and scripts, embedded in its assembly.</summary>
internal static class PageAsset
{
    /// <summary>The text of one asset, such as <c>View/view.css</c>.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no asset {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Several assets, one behind the other.</summary>
    public static string ReadAll(params IEnumerable<string> names) => string.Concat(names.Select(Read));
}
