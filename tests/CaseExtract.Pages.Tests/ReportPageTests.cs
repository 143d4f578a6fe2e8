using AngleSharp.Html.Parser;
using CaseExtract.Pages.Report;
using CaseExtract.Schema;
using Microsoft.Playwright;
using Xunit;

namespace CaseExtract.Pages.Tests;

/// <summary>The report in a browser.</summary>
[Collection(nameof(Browser))]
public sealed class ReportPageTests(Browser browser)
{
    private static IEnumerable<CaseRecord> Records => Enumerable.Range(0, 40).Select(Cases.Small).Concat([Dated(Cases.LegRecord, "2021-03-04"), Dated(Cases.LegRecord, "May 2023")]);

    [Fact]
    public async Task The_report_needs_no_script()
    {
        await using var open = await browser.Open(Page(Records), options => options.JavaScriptEnabled = false);

        Assert.Equal("Cohort report", await open.Text("h1"));
        Assert.Equal("42from 41 reports", (await open.Texts(".tiles dd"))[0]);
        Assert.Equal(0, await open.Page.Locator("script").CountAsync());
        Assert.Equal("cases where", (await open.Text(".selection"))[..11], ignoreCase: true);
    }

    [Fact]
    public async Task Every_chart_has_its_figures_as_a_table()
    {
        await using var open = await browser.Open(Page(Records));

        foreach (var figure in await open.Page.Locator("figure").AllAsync())
        {
            Assert.False(await figure.Locator("table").IsVisibleAsync());
            await figure.Locator("summary").ClickAsync();
            Assert.True(await figure.Locator("table").IsVisibleAsync());
            Assert.NotEmpty(await figure.GetByRole(AriaRole.Img).And(open.Page.Locator(":visible")).First.GetAttributeAsync("aria-label") ?? "");
        }

        Assert.Equal(["T5", "thoracic", "2", "100.0 %"], await open.Page.Locator("#spine tr", new PageLocatorOptions { HasText = "T5" }).Locator("th, td").AllTextContentsAsync());
        Assert.Equal(["2021", "1", "1"], await open.Page.Locator("#times tbody tr", new PageLocatorOptions { HasText = "2021" }).Locator("th, td").AllTextContentsAsync());
        Assert.Equal(["2022", "0", "0"], await open.Page.Locator("#times tbody tr", new PageLocatorOptions { HasText = "2022" }).Locator("th, td").AllTextContentsAsync());
    }

    [Fact]
    public async Task The_spine_is_coloured_by_how_often_a_level_is_affected()
    {
        await using var open = await browser.Open(Page(Records));

        Assert.Equal(30, await open.Page.Locator(".spine .level").CountAsync());
        Assert.Equal(
            "T5: 2 cases|T6: 2 cases",
            await open.Ask<string>("[...document.querySelectorAll('.spine .level:not(.none) title')].map(e => e.textContent).join('|')"));
        Assert.Equal(2, await open.Page.Locator(".spine path.heat-2").CountAsync());
        Assert.Contains("most often affected is T5 with 2 cases", await open.Page.Locator(".spine").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_charts_are_drawn_for_it_and_nothing_is_wider_than_the_screen()
    {
        await using var open = await browser.Open(Page(Records), options => options.ViewportSize = new ViewportSize { Width = 390, Height = 844 });

        await open.AssertFits();
        Assert.Equal(0, await open.Page.Locator(".chart.wide:visible").CountAsync());
        Assert.Equal(4, await open.Page.Locator(".chart.narrow:visible").CountAsync());
        Assert.Equal("", await open.Ask<string>(
            "[...document.querySelectorAll('.narrow text, .spine text')].filter(e => e.getBoundingClientRect().height < 9).map(e => e.textContent).join()"));
        foreach (var summary in await open.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await open.AssertFits();
    }

    [Fact]
    public async Task Words_of_charts_lie_inside_them()
    {
        await using var open = await browser.Open(Page(Records));

        Assert.Equal("", await open.Ask<string>("""
            [...document.querySelectorAll('svg:not(.narrow svg) text')].filter(e => e.checkVisibility()).filter(e => {
              const [word, chart] = [e.getBoundingClientRect(), e.ownerSVGElement.getBoundingClientRect()];
              return word.left < chart.left - 1 || word.right > chart.right + 1 || word.top < chart.top - 2 || word.bottom > chart.bottom + 2;
            }).map(e => e.textContent).join()
            """));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_is_readable(ColorScheme scheme)
    {
        await using var open = await browser.Open(Page(Records), options => options.ColorScheme = scheme);
        foreach (var summary in await open.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await open.AssertReadable();
    }

    [Fact]
    public async Task The_page_tells_its_parts_to_a_screen_reader()
    {
        await using var open = await browser.Open(Page(Records));

        await Assertions.Expect(open.Page.Locator("body")).ToMatchAriaSnapshotAsync("""
            - banner:
              - heading "Cohort report" [level=1]
              - navigation "Sections":
                - link "Patients"
            - main:
              - region "Patients":
                - heading "Patients" [level=2]
                - figure /Age at presentation/:
                  - img /Age at presentation in years, by sex/
              - region "Histology":
                - table "Histology of the index lesion":
                  - rowgroup
                  - rowgroup:
                    - row "Leiomyosarcoma, NOS 8890/6 2 4.8 %"
              - region "Spine"
            - contentinfo
            """);
    }

    [Fact]
    public async Task A_cohort_of_nothing_is_a_page_too()
    {
        await using var open = await browser.Open(Page([]));

        Assert.Equal("No case is in this cohort.", await open.Text(".notice"));
        await using var bare = await browser.Open(Page([new CaseRecord { CaseId = "bare", Document = Cases.LegRecord.Document }]));
        Assert.Equal("1from 1 report", (await bare.Texts(".tiles dd"))[0]);
    }

    [Fact]
    public void Hostile_names_are_text_and_no_id_stands_twice()
    {
        var record = Cases.LegRecord with
        {
            Histology = Cases.LegRecord.Histology! with { Display = Cases.Hostile },
            PrimaryTumour = Cases.LegRecord.PrimaryTumour! with { Site = new TopographyCode("C55.9", Cases.Hostile) },
            Procedures = [Cases.LegRecord.Procedures[0] with { Term = Cases.Hostile }],
        };
        var page = new HtmlParser().ParseDocument(Page([Dated(record, "2021"), Dated(record, "2022")], Cases.Hostile, Cases.Hostile));

        Assert.Equal($"Cohort report: {Cases.Hostile}", page.Title);
        Assert.Empty(page.Scripts);
        Assert.Empty(page.Images);
        Assert.Equal(3, page.QuerySelectorAll("table.ranked tbody th").Count(cell => cell.TextContent.Contains(Cases.Hostile, StringComparison.Ordinal)));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.True(ids.Count > 20);
        Assert.Distinct(ids);
    }

    private static string Page(IEnumerable<CaseRecord> records, string origin = "registry.db", string selection = "age >= 20")
    {
        var page = new StringWriter();
        ReportPage.Write(page, CohortFigures.Of(records, "date"), origin, selection);
        return page.ToString();
    }

    private static CaseRecord Dated(CaseRecord record, string date) =>
        record with { Document = record.Document with { Columns = new Dictionary<string, string> { ["date"] = date } } };
}
