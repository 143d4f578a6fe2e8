using AngleSharp.Html.Parser;
using CaseExtract.Pages.View;
using CaseExtract.Schema;
using CaseExtract.Text;
using Microsoft.Playwright;
using Xunit;

namespace CaseExtract.Pages.Tests;

/// <summary>The page in a browser: what a person sees and does.</summary>
[Collection(nameof(Browser))]
public sealed class ViewPageTests(Browser browser)
{
    private static string ThreeCases => Cases.ViewOf(
        Cases.Sound(Cases.LegRecord, Cases.Leg) with { Rules = new Dictionary<string, string> { ["age"] = "the best supported age" } },
        Cases.Sound(Cases.HostileRecord, Cases.Hostile),
        Cases.Sound(Cases.Small(1), Cases.SmallText(1)));

    [Fact]
    public async Task The_report_stands_there_letter_by_letter_with_its_evidence_marked()
    {
        await using var open = await browser.Open(ThreeCases);

        Assert.Equal("leg", await open.Text("#case-id"));
        Assert.Equal(Cases.Leg, await open.Ask<string>("document.getElementById('narrative').textContent"));
        Assert.Equal(["55-year-old"], await open.Texts("mark[data-names='age']"));
        Assert.Equal(["T5-T6"], await open.Texts("mark[data-names='spinal level']"));
    }

    [Fact]
    public async Task Words_of_several_fields_carry_all_their_lines()
    {
        await using var open = await browser.Open(ThreeCases);

        Assert.Equal(["metastatic"], await open.Texts("mark[data-names='histology, origin']"));
        Assert.Equal([" "], await open.Texts("mark[title='histology']"));
        Assert.Equal(["leiomyosarcoma"], await open.Texts("mark[data-names='primary tumour, histology']"));
        Assert.Equal(2, await open.Ask<int>("document.querySelector(\"mark[data-names='histology, origin']\").style.backgroundImage.match(/gradient/g).length"));
    }

    [Fact]
    public async Task The_record_tells_value_code_confidence_rule_and_quotation()
    {
        await using var open = await browser.Open(ThreeCases);
        var histology = open.Page.Locator("#values tbody", new PageLocatorOptions { HasText = "metastatic leiomyosarcoma" });

        Assert.Equal(["Leiomyosarcoma, NOS 8890/6"], await histology.Locator("td.value").AllTextContentsAsync());
        Assert.Equal(["0.90"], await histology.Locator(".confidence").AllTextContentsAsync());
        Assert.Equal(["Rule: the best supported age"], await open.Texts("#values .rule"));
        Assert.Equal("9 values in 8 fields", (await open.Text("#record-counts")).Trim());
        Assert.StartsWith("Regions of the spine: thoracic. Not stated: presentation, compartment,", await open.Text("#not-stated"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_text()
    {
        var html = ThreeCases;
        await using var open = await browser.Open(html);
        await open.Page.Keyboard.PressAsync("j");

        Assert.Equal(Cases.Hostile, await open.Text("#case-id"));
        Assert.Equal(Cases.Hostile, await open.Ask<string>("document.getElementById('narrative').textContent"));
        Assert.Equal(["<script>document.title='taken'</script>"], await open.Texts("mark"));
        Assert.Equal("cases.jsonl", await open.Page.TitleAsync());
        Assert.Equal(3, new HtmlParser().ParseDocument(html).Scripts.Length);
        Assert.Equal($"Warning: {Cases.Hostile}", await open.Text("#notices"));
    }

    [Fact]
    public async Task Keys_step_through_cases()
    {
        await using var open = await browser.Open(ThreeCases);

        await Press(open, "j", "2 of 3");
        await Press(open, "ArrowRight", "3 of 3");
        await Press(open, "j", "3 of 3");
        await Press(open, "k", "2 of 3");
        await Press(open, "ArrowLeft", "1 of 3");
        Assert.True(await open.Page.Locator("#previous").IsDisabledAsync());
        await open.Page.Locator("#next").ClickAsync();
        Assert.Equal("2 of 3", await open.Text("#position"));
        Assert.Contains("Case 2 of 3", await open.Ask<string>("document.getElementById('live').textContent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_typed_into_the_search_are_no_keys()
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("jk?");

        Assert.Equal("jk?", await open.Page.Locator("#search").InputValueAsync());
        await open.Page.Locator("#found", new PageLocatorOptions { HasText = "0 of 3 cases" }).WaitForAsync();
        Assert.Equal("No case found", await open.Text("#case-id"));
        Assert.False(await open.Page.Locator("#help").IsVisibleAsync());
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off()
    {
        await using var open = await browser.Open(ThreeCases);
        await open.Page.Keyboard.PressAsync("?");
        await open.Page.Locator("#single-keys").UncheckAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await open.Page.Locator("#help").IsVisibleAsync());

        await Press(open, "j", "1 of 3");
        await Press(open, "ArrowRight", "2 of 3");
    }

    [Fact]
    public async Task A_quotation_leads_to_its_mark_and_a_mark_to_its_value()
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "T5-T6" }).First.ClickAsync();
        Assert.Equal("T5-T6", await open.Ask<string>("document.activeElement.textContent"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("spinal level", await open.Ask<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("n");
        Assert.Equal("MARK 55-year-old", await open.Ask<string>("`${document.activeElement.tagName} ${document.activeElement.textContent}`"));
    }

    [Fact]
    public async Task The_list_is_worked_by_keys_and_clicks()
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.Locator("#list").FocusAsync();
        await Press(open, "ArrowDown", "2 of 3");
        await Press(open, "End", "3 of 3");
        Assert.Equal("case-00001", await open.Ask<string>("document.getElementById(document.getElementById('list').getAttribute('aria-activedescendant')).firstChild.textContent"));
        await open.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "leg" }).ClickAsync();
        Assert.Equal("1 of 3", await open.Text("#position"));
    }

    [Theory]
    [InlineData("spinal level", "any", "leg")]
    [InlineData("spinal level", "below 0.80", "leg")]
    [InlineData("age", "below 0.70", "case-00001")]
    [InlineData("sex", "0.90 or more", "leg|case-00001")]
    [InlineData("sex", "no value", Cases.Hostile)]
    [InlineData("any", "below 0.50", "")]
    public async Task Cases_are_found_by_field_and_confidence(string field, string confidence, string expected)
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.Locator("#by-field").SelectOptionAsync(new SelectOptionValue { Label = field });
        await open.Page.Locator("#by-confidence").SelectOptionAsync(new SelectOptionValue { Label = confidence });

        Assert.Equal(expected, string.Join('|', await open.Texts(".row-id")));
    }

    [Fact]
    public async Task Values_that_the_filter_means_stand_out()
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.Locator("#by-confidence").SelectOptionAsync(new SelectOptionValue { Label = "below 0.80" });

        Assert.Equal(["T5"], await open.Texts("#values tr.meant .value"));
        Assert.Equal(["T5-T6"], await open.Texts("mark.meant"));
        await open.Page.Locator("#clear").ClickAsync();
        await open.Page.Locator("#found", new PageLocatorOptions { HasText = "3 cases" }).WaitForAsync();
        Assert.Empty(await open.Texts(".meant"));
    }

    [Fact]
    public async Task A_search_looks_through_reports_and_marks_what_it_found()
    {
        await using var open = await browser.Open(ThreeCases);

        await open.Page.Locator("#search").FillAsync("felt LETTER");
        await open.Page.Locator("#found", new PageLocatorOptions { HasText = "1 of 3 cases" }).WaitForAsync();

        Assert.Equal("case-00001", await open.Text("#case-id"));
        Assert.Equal(101, await open.Ask<int>("CSS.highlights.get('hit').size"));
    }

    [Fact]
    public async Task A_changed_report_is_called_changed_and_only_quotations_that_stand_are_marked()
    {
        var text = Cases.Leg.Replace("T5-T6", "T7-T8", StringComparison.Ordinal);
        await using var open = await browser.Open(Cases.ViewOf(
            new ViewCase(Cases.LegRecord, SourceState.Changed, new CodePointText(text)),
            new ViewCase(Cases.Small(1), SourceState.Missing, null),
            Cases.Sound(Cases.Small(2) with { Age = Cases.Small(2).Age! with { Evidence = [new Evidence(0, 9, "invented!", "case")] } }, Cases.SmallText(2))));

        Assert.Equal("The report has changed since this record was made. 2 quotations no longer stand where the record says and are not marked.", await open.Text("#notices"));
        Assert.Empty(await open.Texts("mark[data-names='spinal level']"));
        Assert.Equal(["55-year-old"], await open.Texts("mark[data-names='age']"));
        Assert.Equal(2, await open.Page.Locator(".lost", new PageLocatorOptions { HasText = "not in the report there" }).CountAsync());
        Assert.Equal(["report changed", "no report", "misquoted"], await open.Texts(".row-state"));

        await open.Page.Keyboard.PressAsync("j");
        Assert.Equal("The report was not found. The record shows its quotations.", await open.Text("#notices"));
        await open.Page.Keyboard.PressAsync("j");
        Assert.Contains("The record was altered.", await open.Text("#notices"), StringComparison.Ordinal);

        await open.Page.Locator("#by-source").SelectOptionAsync(new SelectOptionValue { Label = "missing or unreadable" });
        Assert.Equal(["case-00001"], await open.Texts(".row-id"));
    }

    [Fact]
    public async Task The_address_names_the_case()
    {
        await using var open = await browser.Open(ThreeCases);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.ReloadAsync();
        Assert.Equal("2 of 3", await open.Text("#position"));

        await open.Ask<object>("location.hash = '#case=case-00001'");
        await open.Page.Locator("#case-id", new PageLocatorOptions { HasText = "case-00001" }).WaitForAsync();
        Assert.Equal("3 of 3", await open.Text("#position"));
    }

    [Fact]
    public async Task No_case_is_a_page_too()
    {
        await using var open = await browser.Open(Cases.ViewOf());

        Assert.Equal("No case found", await open.Text("#case-id"));
        await open.Page.Keyboard.PressAsync("j");
        Assert.Equal("0 cases", await open.Text("#found"));
    }

    [Fact]
    public async Task Thousands_of_cases_are_in_the_page_and_only_those_in_sight_are_rendered()
    {
        await using var open = await browser.Open(Cases.ViewOf(Enumerable.Range(0, 3000).Select(number => Cases.Sound(Cases.Small(number), Cases.SmallText(number)))));

        Assert.Equal("1 of 3,000", await open.Text("#position"));
        Assert.InRange(await open.Page.Locator(".row").CountAsync(), 5, 40);
        await open.Page.Locator("#list").FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        Assert.Equal("3,000 of 3,000", await open.Text("#position"));
        Assert.True(await open.Page.Locator("#case-2999").IsVisibleAsync());
        Assert.InRange(await open.Page.Locator(".row").CountAsync(), 5, 40);
        await open.Page.Locator("#search").FillAsync("word 1234 of");
        await open.Page.Locator("#found", new PageLocatorOptions { HasText = "1 of 3,000 cases" }).WaitForAsync();
    }

    private static async Task Press(OpenPage open, string key, string position)
    {
        await open.Page.Keyboard.PressAsync(key);
        Assert.Equal(position, await open.Text("#position"));
    }
}
