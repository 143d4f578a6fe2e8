using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseExtract.Pages.Html;

/// <summary>
/// Writes an HTML page that is one file and asks nobody for anything: style and script stand in it, and its security policy lets
/// nothing else load or run. All text goes through the components, which escape it.
/// </summary>
/// <param name="title">Its title.</param>
/// <param name="style">Its style sheet.</param>
/// <param name="script">Its script; <see langword="null"/>: none, and none can run.</param>
internal sealed class HtmlPage(string title, string style, string? script = null)
{
    /// <summary>What the page may do: its own style, its own script by its hash, nothing from anywhere.</summary>
    public string SecurityPolicy => string.Join("; ",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        script is null ? "script-src 'none'" : $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'",
        "base-uri 'none'",
        "form-action 'none'");

    /// <summary>Writes the page.</summary>
    /// <param name="output">Receives it; written as UTF-8.</param>
    /// <param name="parameters">What the body shows.</param>
    /// <param name="writeData">Writes data behind the body, before the script.</param>
    /// <typeparam name="TBody">The component inside <c>body</c>.</typeparam>
    public void Write<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TBody>(TextWriter output, Dictionary<string, object?> parameters, Action<TextWriter>? writeData = null)
        where TBody : IComponent
    {
        var head = new Dictionary<string, object?> { ["Title"] = title, ["SecurityPolicy"] = SecurityPolicy, ["Style"] = style };
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        output.Write(Render<PageHead>(head));
        output.Write("</head>\n<body>\n");
        output.Write(Render<TBody>(parameters));
        writeData?.Invoke(output);
        if (script is not null)
        {
            output.Write($"<script>{script}</script>\n");
        }

        output.Write("</body>\n</html>\n");
    }

    /// <summary>The components wait for nothing: rendering ends at once, on this thread.</summary>
    private static string Render<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        try
        {
            return renderer.Dispatcher
                .InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters)).ConfigureAwait(false)).ToHtmlString())
                .GetAwaiter().GetResult();
        }
        finally
        {
            renderer.Dispose();
        }
    }
}
