using System.Text;
using CaseExtract.Benchmarks.Corpus;

namespace CaseExtract.Benchmarks;

/// <summary><c>corpus</c> writes the corpus anew; <c>corpus --check</c> compares the committed one with what the generator writes.</summary>
internal static class CorpusCommand
{
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length == 0)
            return Write();
        if (arguments is ["--check"])
            return Check();
        Console.Error.WriteLine("usage: corpus [--check]");
        return 2;
    }

    private static int Write()
    {
        var path = Path.Combine(FindRoot(), "benchmarks", "corpus", "reports.jsonl");
        var file = BenchmarkCorpus.Regenerate();
        File.WriteAllText(path, file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Console.WriteLine($"{ReportGenerator.DefaultCount} reports, {Encoding.UTF8.GetByteCount(file):N0} bytes, written to {path}");
        return 0;
    }

    private static int Check()
    {
        var isCurrent = BenchmarkCorpus.IsCurrent();
        Console.WriteLine(isCurrent
            ? $"The committed corpus is what seed {ReportGenerator.DefaultSeed} gives."
            : "The committed corpus differs from what the generator writes: run the command corpus and look at the difference.");
        return isCurrent ? 0 : 1;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CaseExtract.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above this program holds CaseExtract.sln.");
    }
}
