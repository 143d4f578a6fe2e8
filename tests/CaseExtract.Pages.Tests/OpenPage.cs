using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace CaseExtract.Pages.Tests;

/// <summary>A page open in a browser. When the test is done, nothing may have failed in it and nothing may have left it.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _path;
    private readonly List<string> _faults = [];

    private OpenPage(IBrowserContext context, IPage page, string path)
    {
        (_context, Page, _path) = (context, page, path);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"error: {error}");
        page.Dialog += (_, dialog) => _faults.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != Address)
            {
                _faults.Add($"request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    public string Address => new Uri(_path).AbsoluteUri;

    public static async Task<OpenPage> Of(IBrowserContext context, string html)
    {
        var path = Path.Combine(Path.GetTempPath(), $"caseextract-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, html, new UTF8Encoding(false));
        var open = new OpenPage(context, await context.NewPageAsync(), path);
        await open.Page.GotoAsync(open.Address);
        return open;
    }

    public Task<T> Ask<T>(string expression) => Page.EvaluateAsync<T>(expression);

    public Task<string> Text(string selector) => Page.Locator(selector).InnerTextAsync();

    /// <summary>The texts of all elements, whether or not they are in sight.</summary>
    public Task<IReadOnlyList<string>> Texts(string selector) => Page.Locator(selector).AllTextContentsAsync();

    /// <summary>The page is no wider than the screen.</summary>
    public async Task AssertFits() =>
        Assert.Equal("", await Ask<string>("""
            [...document.querySelectorAll('body *')].filter(e => {
              const box = e.getBoundingClientRect();
              const hidden = e.closest('.unseen, .skip, [hidden], dialog:not([open])') || getComputedStyle(e).visibility === 'hidden';
              return box.width > 0 && !hidden && box.right > document.documentElement.clientWidth + 1;
            }).map(e => e.outerHTML.slice(0, 120)).concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []).join('\n')
            """));

    /// <summary>Every text in sight has a contrast of 4.5 against what it stands on (WCAG 2.2, 1.4.3).</summary>
    public async Task AssertReadable() => Assert.Equal("", await Ask<string>(Contrast));

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        File.Delete(_path);
        Assert.Equal("", string.Join('\n', _faults));
    }

    private const string Contrast = """
        (() => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
          const found = new Set();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const e = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || e.closest('script, style, .unseen, .skip, :disabled, noscript') || !e.checkVisibility({ visibilityProperty: true })) continue;
            const style = getComputedStyle(e);
            const [a, b] = [light(rgba(e instanceof SVGElement ? style.fill : style.color)), light(ground(e))].sort((x, y) => y - x);
            const contrast = (a + 0.05) / (b + 0.05);
            if (contrast < 4.5) found.add(`${e.tagName}.${e.getAttribute('class')} "${texts.currentNode.data.trim().slice(0, 30)}" ${contrast.toFixed(2)}`);
          }
          return [...found].join('\n');
        })()
        """;
}
