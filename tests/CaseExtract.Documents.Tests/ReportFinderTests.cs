using System.Diagnostics;
using Xunit;

namespace CaseExtract.Documents.Tests;

public sealed class ReportFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_are_searched_to_their_depths_in_ordinal_order_of_paths()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "B.txt", "a-1.txt", "a/b/c.txt", "10.txt", "9.txt" })
        {
            _folder.Write(name, "text");
        }

        var paths = Find().Reports.Select(report => report.Path[(_folder.Path.Length + 1)..]);

        Assert.Equal(["10.txt", "9.txt", "B.txt", "a-1.txt", "a/b/c.txt", "a/z.txt", "b.txt"], paths);
    }

    [Fact]
    public void Only_readable_formats_are_picked_up_from_folders_and_the_others_are_counted()
    {
        foreach (var name in new[] { "a.txt", "b.TXT", "c.text", "d.md", "e", "f.dcm", "g.pptx", "h.DCM", "i.2019" })
        {
            _folder.Write(name, "text");
        }

        var found = Find();

        Assert.Equal(["a", "b", "c", "d", "e"], found.Reports.Select(report => report.Id));
        Assert.Equal([(".2019", 1), (".dcm", 2), (".pptx", 1)], found.Skipped.Select(format => (format.Key, format.Value)));
    }

    [Fact]
    public void A_file_that_is_named_itself_is_taken_whatever_its_name()
    {
        var path = _folder.Write("note.log", "text");

        var report = Assert.Single(ReportFinder.Find([path]).Reports);

        Assert.Null(report.Error);
        Assert.Equal("note", report.Id);
    }

    [Fact]
    public void Hidden_files_and_folders_are_passed_over()
    {
        _folder.Write("a.txt", "text");
        _folder.Write(".b.txt", "text");
        _folder.Write(".git/c.txt", "text");

        var found = Find();

        Assert.Equal("a", Assert.Single(found.Reports).Id);
        Assert.Empty(found.Skipped);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_and_says_so()
    {
        _folder.Write("a/x.txt", "text");
        var link = Path.Combine(_folder.Path, "a", "circle");
        Directory.CreateSymbolicLink(link, _folder.Path);

        var reports = Find().Reports;

        Assert.Equal([link, Path.Combine(_folder.Path, "a", "x.txt")], reports.Select(report => report.Path));
        Assert.Equal([ReportErrorKind.Refused, null], reports.Select(report => report.Error?.Kind));
    }

    [Fact]
    public void A_link_that_leads_to_no_file_is_an_error_that_says_so()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "a.txt"), Path.Combine(_folder.Path, "b.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "b.txt"), Path.Combine(_folder.Path, "a.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "c.txt"), Path.Combine(_folder.Path, "nothing"));
        var (circle, lost) = ("a link that leads in a circle", "a link to a file that does not exist");

        Assert.Equal([circle, circle, lost], Find().Reports.Select(report => report.Error?.Reason));
        var named = ReportFinder.Find(new[] { "a.txt", "c.txt" }.Select(name => Path.Combine(_folder.Path, name))).Reports;
        Assert.Equal([circle, lost], named.Select(report => report.Error?.Reason));
    }

    [Fact]
    public void A_name_with_a_line_end_is_a_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _folder.Write("a\nb.txt", "A man.");

        var report = Assert.Single(Find().Reports);

        Assert.Equal(("a\nb", "A man."), (report.Id, Assert.Single(new ReportReader().Read(report, Stream.Null)).Narrative!.Text));
    }

    /// <summary>The two names differ in a byte that is no UTF-8: .NET gives both as one name, under which there is no file.</summary>
    [Fact]
    public void A_name_that_is_not_UTF_8_is_an_error_each_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such names.");
        _folder.Write("a.txt", "A man.");
        Shell("printf text > \"$(printf 'a\\376.txt')\"; printf text > \"$(printf 'a\\377.txt')\"; printf text > \"$(printf 'a\\357\\277\\275.txt')\"; mkdir \"$(printf 'd\\377')\"; printf text > \"$(printf 'd\\377/b.txt')\"");

        var reports = Find().Reports;
        Shell("rm -r *");

        Assert.Equal(["a.txt", "a\uFFFD.txt", "a\uFFFD.txt", "a\uFFFD.txt", "d\uFFFD"], reports.Select(report => Path.GetFileName(report.Path)));
        Assert.Equal([null, null, ReportErrorKind.Unreadable, ReportErrorKind.Unreadable, ReportErrorKind.Unreadable], reports.Select(report => report.Error?.Kind));
        Assert.All(reports.Skip(2), report => Assert.Contains("UTF-8", report.Error!.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pipe_or_a_device_among_files_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Told apart on Linux.");
        Shell("mkfifo pipe.csv; ln -s /dev/zero zero.txt");

        Assert.Equal([ReportErrorKind.Refused, ReportErrorKind.Refused], Find().Reports.Select(report => report.Error?.Kind));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_and_the_rest_goes_on()
    {
        var path = _folder.Write("a.txt", "text");
        var missing = Path.Combine(_folder.Path, "nothing");

        var reports = ReportFinder.Find([missing, path]).Reports;

        Assert.Equal(new ReportError(missing, ReportErrorKind.Missing, "no such file or folder"), reports[0].Error);
        Assert.Null(reports[1].Error);
    }

    [Fact]
    public void A_folder_without_reports_is_an_error()
    {
        var error = Assert.Single(Find().Reports).Error;

        Assert.Equal(new ReportError(_folder.Path, ReportErrorKind.NoReports, "the folder holds no report"), error);
    }

    [Fact]
    public void A_folder_with_other_files_only_is_an_error_that_says_so()
    {
        _folder.Write("a.dcm", "text");
        _folder.Write("sub/b.dcm", "text");

        var error = Assert.Single(Find().Reports).Error;

        Assert.Equal("the folder holds no report (files of other formats: 2)", error!.Reason);
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_an_error_and_the_rest_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        _folder.Write("a.txt", "text");
        _folder.Write("closed/b.txt", "text");
        var closed = Path.Combine(_folder.Path, "closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            Assert.SkipWhen(CanList(closed), "This user may read everything (root).");
            var reports = Find().Reports;

            Assert.Equal("a", reports[0].Id);
            Assert.Equal(ReportErrorKind.Unreadable, reports[1].Error!.Kind);
            Assert.Equal(closed, reports[1].Error!.Path);
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_report_that_is_met_twice_is_taken_once_at_its_first_place()
    {
        var first = _folder.Write("a/x.txt", "text");
        var second = _folder.Write("a/y.txt", "text");

        var paths = ReportFinder.Find([second, _folder.Path, Path.Combine(_folder.Path, "a", "..", "a"), "-", "-"]).Reports.Select(report => report.Path);

        Assert.Equal([second, first, "-"], paths);
    }

    [Fact]
    public void Standard_input_has_the_id_stdin()
    {
        var report = Assert.Single(ReportFinder.Find(["-"]).Reports);

        Assert.True(report.IsStandardInput);
        Assert.Equal("stdin", report.Id);
    }

    [Theory]
    [InlineData("a/x.txt b/y.txt", "x y")] // no clash, nothing added
    [InlineData("a/x.txt b/x.txt b/y.txt", "a/x b/x y")] // only the clashing ones
    [InlineData("p/a/x.txt q/a/x.txt r/b/x.txt", "p/a/x q/a/x b/x")] // each as many folders as it needs
    [InlineData("a/x.md a/x.txt", "x.md x.txt")] // no folder tells these apart
    [InlineData("a/x.md a/x.md.txt a/x.txt", "x.md x.md.txt x.txt")]
    [InlineData("a/x.md a/x.txt b/x.txt", "x.md x.txt x")]
    [InlineData("a/X.txt a/x.txt", "X x")] // letter case tells apart
    public void Clashing_ids_are_told_apart_by_as_little_as_possible(string files, string expected)
    {
        var paths = files.Split(' ').Select(file => _folder.Write(file, "text")).ToList();

        var ids = Find().Reports.Select(report => report.Id).ToList();
        var reversed = ReportFinder.Find(paths.AsEnumerable().Reverse()).Reports.Reverse().Select(report => report.Id).ToList();

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Split(' '), reversed);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_file_named_stdin_does_not_take_the_id_of_standard_input()
    {
        var file = _folder.Write("stdin", "text");

        var ids = ReportFinder.Find(["-", file]).Reports.Select(report => report.Id).ToList();

        Assert.Equal("stdin", ids[0]);
        Assert.Equal($"{Path.GetFileName(_folder.Path)}/stdin", ids[1]);
    }

    private static bool CanList(string folder)
    {
        try
        {
            return Directory.GetFiles(folder).Length >= 0;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _folder.Path, UseShellExecute = false })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private FoundReports Find() => ReportFinder.Find([_folder.Path]);
}
