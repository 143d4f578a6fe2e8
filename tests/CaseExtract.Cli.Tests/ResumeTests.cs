using CaseExtract.Cli.Runs;
using CaseExtract.Documents;
using CaseExtract.Schema;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _reports;

    public ResumeTests() => _reports = _folder.Write(
        "reports.jsonl",
        string.Concat(Enumerable.Range(1, 300).Select(i => i % 7 == 0 ? "{\"text\": 5}\n" : $"{{\"id\":\"p{i}\",\"text\":\"A {i % 90}-year-old man.\"}}\n")));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData("csv")]
    public void A_run_that_broke_off_anywhere_ends_with_the_bytes_of_an_undisturbed_one(string format)
    {
        var whole = Run(format, "whole", int.MaxValue, resume: false);
        foreach (var stop in (int[])[1, 2, 50, 149, 270])
        {
            File.Delete(Output("broken"));
            Assert.Throws<InvalidDataException>(() => Run(format, "broken", stop, resume: false));
            Assert.False(File.Exists(Output("broken")));

            // what a crash leaves behind the last checkpoint does not count
            File.AppendAllText(OutputFile.Beside(Output("broken"), "partial"), "torn");
            File.AppendAllText(OutputFile.Beside(Output("broken"), "journal"), "{\"OutputLength\":9");
            Assert.Throws<InvalidDataException>(() => Run(format, "broken", 20, resume: true));

            Assert.Equal(whole, Run(format, "broken", int.MaxValue, resume: true));
            Assert.Equal(File.ReadAllBytes(Errors("whole")), File.ReadAllBytes(Errors("broken")));
            Assert.Empty(Directory.GetFiles(_folder.Path, ".*"));
        }
    }

    [Fact]
    public void The_summary_counts_what_both_runs_did()
    {
        Assert.Throws<InvalidDataException>(() => Run("jsonl", "broken", 100, resume: false));

        using var run = Start("jsonl", "broken", resume: true);
        run.Run(Read, null, CancellationToken.None);

        Assert.Equal((258, 42), (run.Summary.Counts.Documents, run.Summary.Counts.Failed));
        Assert.Equal(42, run.Summary.Counts.FailedByKind["malformed"]);
    }

    [Fact]
    public void Another_input_is_not_gone_on_with()
    {
        Assert.Throws<InvalidDataException>(() => Run("jsonl", "broken", 100, resume: false));
        File.AppendAllText(_reports, "{\"text\":\"A man.\"}\n");

        Assert.Throws<WrongUseException>(() => Run("jsonl", "broken", int.MaxValue, resume: true));
    }

    [Fact]
    public void Without_resume_a_run_begins_anew()
    {
        Assert.Throws<InvalidDataException>(() => Run("jsonl", "broken", 100, resume: false));

        using var run = Start("jsonl", "broken", resume: false);

        Assert.Equal((true, 0), (run.HasDiscarded, run.ResumedInputs));
    }

    [Fact]
    public void Two_runs_do_not_write_one_file()
    {
        using var run = Start("jsonl", "same", resume: false);

        Assert.Throws<WrongUseException>(() => Start("jsonl", "same", resume: false));
    }

    [Fact]
    public void A_run_that_stopped_between_its_last_record_and_its_name_only_gets_the_name()
    {
        var whole = Run("jsonl", "whole", int.MaxValue, resume: false);
        using (var run = Start("jsonl", "broken", resume: false))
        {
            // a folder in the place of the file lets nothing but the renaming fail
            Directory.CreateDirectory(Output("broken"));
            Assert.ThrowsAny<Exception>(() => run.Run(Read, null, CancellationToken.None));
        }

        Directory.Delete(Output("broken"));
        using (var run = Start("jsonl", "broken", resume: true))
        {
            Assert.True(run.IsComplete);
            run.Run(_ => throw new InvalidDataException("read again"), null, CancellationToken.None);
        }

        Assert.Equal(whole, File.ReadAllBytes(Output("broken")));
    }

    [Fact]
    public void What_is_written_is_readable_to_its_owner_alone_until_it_is_complete()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        using var run = Start("jsonl", "cases", resume: false);

        foreach (var path in Directory.GetFiles(_folder.Path, ".*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_file_that_was_gone_on_with_has_the_rights_of_any_other()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        Assert.Throws<InvalidDataException>(() => Run("jsonl", "broken", 100, resume: false));
        Run("jsonl", "broken", int.MaxValue, resume: true);

        Assert.Equal(File.GetUnixFileMode(_folder.Write("any", "")), File.GetUnixFileMode(Output("broken")));
    }

    private static IReadOnlyList<CaseRecord> Read(Narrative narrative) =>
        [SampleCase.Record with { CaseId = narrative.Id, Document = SampleCase.Record.Document with { Id = narrative.Id } }];

    private string Output(string name) => Path.Combine(_folder.Path, name + ".out");

    private string Errors(string name) => Path.Combine(_folder.Path, name + ".errors");

    private byte[] Run(string format, string name, int stopAfter, bool resume)
    {
        using (var run = Start(format, name, resume))
        {
            var done = 0;
            run.Run(Read, _ => _ = ++done > stopAfter ? throw new InvalidDataException() : 0, CancellationToken.None);
        }

        return File.ReadAllBytes(Output(name));
    }

    private ExtractRun Start(string format, string name, bool resume)
    {
        var settings = new RunSettings
        {
            Output = Output(name),
            Errors = Errors(name),
            Format = format,
            Jobs = 2,
            Resume = resume,
            CheckpointInterval = TimeSpan.Zero,
            Reading = "test",
        };
        using var terminal = new Terminal(Stream.Null, Stream.Null, Stream.Null);
        return new ExtractRun(settings, new RunInput(ReportFinder.Find([_reports]).Reports, new ReportReader(), Stream.Null, Shard.Whole), terminal);
    }
}
