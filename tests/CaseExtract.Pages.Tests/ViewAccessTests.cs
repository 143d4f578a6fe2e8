using CaseExtract.Pages.View;
using Microsoft.Playwright;
using Xunit;

namespace CaseExtract.Pages.Tests;

/// <summary>The page on a phone, without a mouse, without sight, without colour.</summary>
[Collection(nameof(Browser))]
public sealed class ViewAccessTests(Browser browser)
{
    private static string TwoCases => Cases.ViewOf(
        Cases.Sound(Cases.LegRecord, Cases.Leg),
        new ViewCase(Cases.HostileRecord, SourceState.Missing, null));

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_report_and_record_take_turns()
    {
        await using var open = await browser.Open(TwoCases, Phone);

        await open.AssertFits();
        Assert.False(await open.Page.Locator("#values").IsVisibleAsync());
        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record", Exact = true }).ClickAsync();
        Assert.False(await open.Page.Locator("#narrative").IsVisibleAsync());
        await open.AssertFits();
        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "T5-T6" }).First.ClickAsync();
        Assert.True(await open.Page.Locator("mark", new PageLocatorOptions { HasText = "T5-T6" }).IsVisibleAsync());
        await open.Page.Locator("#next").ClickAsync();
        await open.AssertFits();
    }

    [Fact]
    public async Task On_a_phone_the_list_lies_over_the_page()
    {
        await using var open = await browser.Open(TwoCases, Phone);
        Assert.False(await open.Page.Locator("#list").IsVisibleAsync());

        await open.Page.Locator("#open-cases").ClickAsync();
        Assert.Equal("true", await open.Page.Locator("#open-cases").GetAttributeAsync("aria-expanded"));
        await open.AssertFits();
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await open.Page.Locator("#list").IsVisibleAsync());
        Assert.Equal("open-cases", await open.Ask<string>("document.activeElement.id"));

        await open.Page.Locator("#open-cases").ClickAsync();
        await open.Page.Locator(".row").Nth(1).ClickAsync();
        Assert.Equal("2 of 2", await open.Text("#position"));
        Assert.False(await open.Page.Locator("#list").IsVisibleAsync());
    }

    [Fact]
    public async Task On_a_phone_what_is_tapped_is_large_enough()
    {
        await using var open = await browser.Open(TwoCases, Phone);

        Assert.Equal("", await open.Ask<string>(
            "[...document.querySelectorAll('.bar button, .switch button')].filter(e => e.getBoundingClientRect().height < 44).map(e => e.id).join()"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_is_readable(ColorScheme scheme)
    {
        await using var open = await browser.Open(TwoCases, options => options.ColorScheme = scheme);

        await open.AssertReadable();
        await open.Page.Keyboard.PressAsync("j");
        await open.AssertReadable();
        await open.Page.Keyboard.PressAsync("?");
        await open.AssertReadable();
    }

    [Fact]
    public async Task The_page_tells_its_parts_to_a_screen_reader()
    {
        await using var open = await browser.Open(TwoCases);

        await Assertions.Expect(open.Page.Locator("body")).ToMatchAriaSnapshotAsync("""
            - banner:
              - heading "cases.jsonl" [level=1]
              - navigation "Step through cases":
                - button "Previous" [disabled]
                - button "Next"
              - button "Help"
            - status: "Case 1 of 2: leg, 9 values"
            - complementary "Cases":
              - search "Find cases":
                - searchbox "Search"
                - combobox "Field"
                - combobox "Confidence"
                - combobox "Report"
              - listbox "Cases found":
                - option /leg/ [selected]
            - main:
              - region "leg":
                - heading "leg" [level=2]
              - region "Record":
                - table /Record 9 values in 8 fields/:
                  - rowgroup:
                    - row "Field Value and code Confidence":
                      - columnheader "Field"
                      - columnheader "Value and code"
                      - columnheader "Confidence"
                  - rowgroup:
                    - row /age 55 years/:
                      - rowheader "age"
                      - cell "55 years"
            """);
    }

    [Fact]
    public async Task Marks_say_what_they_are_of_and_are_not_copied()
    {
        await using var open = await browser.Open(TwoCases);

        var spoken = await open.Page.Locator("#narrative").AriaSnapshotAsync();

        Assert.Contains("[age: 55-year-old ]", spoken, StringComparison.Ordinal);
        Assert.Contains("[histology, origin: metastatic ]", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(": ]", spoken, StringComparison.Ordinal);
        Assert.Equal(Cases.Leg, await open.Ask<string>("(() => { getSelection().selectAllChildren(document.getElementById('narrative')); return getSelection().toString(); })()"));
    }

    [Fact]
    public async Task Every_control_is_reached_by_Tab_and_has_a_name()
    {
        await using var open = await browser.Open(TwoCases);
        var reached = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            var element = await open.Ask<string>("document.activeElement === document.body ? '' : document.activeElement.id || document.activeElement.textContent.trim()");
            if (element.Length == 0)
            {
                break;
            }

            reached.Add(element);
            Assert.True(await open.Ask<bool>("(() => { const box = document.activeElement.getBoundingClientRect(); return getComputedStyle(document.activeElement).outlineStyle !== 'none' && box.top >= 0 && box.left >= 0; })()"), element);
        }

        Assert.Equal(["Skip to the report", "Skip to the record", "next", "open-help", "search", "by-field", "by-confidence", "by-source", "list"], reached.Take(9));
        Assert.Equal(10, reached.Count(element => element is "55-year-old" or "woman" or "T5-T6" or "metastatic" or "Laminectomy" or "hysterectomy" || element.Contains("leiomyosarcoma", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_first_link_skips_to_the_report()
    {
        await using var open = await browser.Open(TwoCases);

        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("report", await open.Ask<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task On_paper_report_and_record_follow_each_other()
    {
        await using var open = await browser.Open(TwoCases);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await open.Page.Locator("#narrative").IsVisibleAsync());
        Assert.True(await open.Page.Locator("#values").IsVisibleAsync());
        Assert.False(await open.Page.Locator("#list").IsVisibleAsync());
        Assert.False(await open.Page.Locator("#next").IsVisibleAsync());
    }

    private static void Phone(BrowserNewContextOptions options)
    {
        options.ViewportSize = new ViewportSize { Width = 390, Height = 844 };
        options.HasTouch = true;
    }
}
