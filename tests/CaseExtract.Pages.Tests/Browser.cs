using Microsoft.Playwright;
using Xunit;

namespace CaseExtract.Pages.Tests;

[CollectionDefinition(nameof(Browser))]
public sealed class SharedBrowser : ICollectionFixture<Browser>;

/// <summary>The machine's Chromium, started once for all tests that look at pages; they are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a page from a file, as a person would.</summary>
    public async Task<OpenPage> Open(string html, Action<BrowserNewContextOptions>? with = null)
    {
        Assert.SkipWhen(_browser is null, "there is no Chromium on this machine: apt-get install chromium");
        var options = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 860 }, ReducedMotion = ReducedMotion.Reduce };
        with?.Invoke(options);
        return await OpenPage.Of(await _browser.NewContextAsync(options), html);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
