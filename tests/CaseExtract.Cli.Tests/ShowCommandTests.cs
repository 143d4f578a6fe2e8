using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class ShowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evidence_is_marked_in_its_sentence()
    {
        var path = _folder.Write("a.txt", "It began in May.  A 55-year-old woman\r\npresented with gait disturbance.  It ended.");

        var result = Cli.Run("show", path);

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("(?m)^age +55 years  [01]\\.[0-9][0-9]$", result.Text);
        Assert.Matches("(?m)^ +[a-z]+: A «55.year.old» woman presented with gait disturbance\\.$", result.Text);
        Assert.Matches("(?m)^sex +female  [01]\\.[0-9][0-9]$", result.Text);
        Assert.Matches("(?m)^not stated: .*adjuvant", result.Text);
    }

    [Fact]
    public void A_report_cannot_steer_the_screen_of_the_reader()
    {
        var path = _folder.Write("a.txt", "A 55-year-old woman [bold]had[/] \u001b[31m[[pain]] and [unknown].");

        var result = Cli.Run("show", path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("woman [bold]had[/] [31m[[pain]] and [unknown].", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_report_of_a_folder_is_shown_and_failures_are_told()
    {
        _folder.Write("a.txt", "A 55-year-old woman presented.");
        var empty = _folder.Write("b.txt", "");
        _folder.Write("c.txt", "A 63-year-old man presented.");

        var result = Cli.Run("show", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("55 years", result.Text, StringComparison.Ordinal);
        Assert.Contains("63 years", result.Text, StringComparison.Ordinal);
        Assert.Equal($"caseextract: {empty}: the file is empty\n", result.Error);
    }

    [Fact]
    public void Why_tells_the_story_the_weights_and_what_was_set_aside()
    {
        var path = _folder.Write("a.txt", "A 47-year-old woman underwent mastectomy. Ten years later she presented with back pain. MRI showed a mass at T8. "
            + "Her mother had died of melanoma aged 60. Biopsy showed metastatic ductal carcinoma. Radiotherapy was planned.");

        var why = Cli.Run("show", "--why", path);

        Assert.Equal(0, why.ExitCode);
        Assert.StartsWith(Cli.Run("show", path).Text.TrimEnd(), why.Text, StringComparison.Ordinal);
        Assert.Matches("(?m)^presentation +the present course starts anew within the story:", why.Text);
        Assert.Matches("(?m)^ +42-87, body: Ten years later she presented with back pain\\.", why.Text);
        Assert.Matches("(?m)^story +earlier, 120 months before, 30-40, told before the present course starts: mastectomy", why.Text);
        Assert.Matches("(?m)^ +[0-9.]+ +Invasive ductal carcinoma \\(8500\\), named once, chosen", why.Text);
        Assert.Matches("(?m)^ +-[0-9.]+ +Melanoma \\(8720\\), named once *$", why.Text);
        Assert.Matches("(?m)^age +the age at an earlier event and the time from there to the presentation: beside a noun for the patient \\+2", why.Text);
        Assert.Matches("(?m)^ +set aside: a relative's *\n +[0-9]+-[0-9]+, body: Her mother had died of melanoma «aged 60»\\.", why.Text);
        Assert.Matches("(?m)^adjuvant +not stated; .*\n +set aside: only hypothetical, planned or advised *\n +[0-9]+-[0-9]+, body: «Radiotherapy» was planned\\.", why.Text);
    }

    [Fact]
    public void Standard_input_is_shown() =>
        Assert.Contains("55 years", Cli.RunWith("A 55-year-old woman presented."u8.ToArray(), "show", "-").Text, StringComparison.Ordinal);
}
