using System.Diagnostics;
using System.Globalization;
using CaseExtract.Documents.Tests.Formats;
using CsCheck;

namespace CaseExtract.Fuzz;

/// <summary><c>mutate TARGET SECONDS SEED FOLDER</c>: feeds a target with damaged seeds. It sees no branches, unlike AFL++, but needs nothing.</summary>
internal static class MutateCommand
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    public static int Run(string[] args)
    {
        var (target, seconds, seed, folder) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), uint.Parse(args[2], CultureInfo.InvariantCulture), args[3]);
        var seeds = Corpus.Of(target);
        var feed = Targets.Of(target);
        var clock = Stopwatch.StartNew();
        var (tried, failures, slowest) = (0L, 0, TimeSpan.Zero);
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var bytes = Mutations.Of(seeds[(int)(tried % seeds.Count)].Bytes).Generate(new PCG((uint)tried, seed + (ulong)tried), null, out _);
            var started = clock.Elapsed;
            try
            {
                feed(new MemoryStream(bytes));
            }
            catch (Exception exception)
            {
                Keep(exception.ToString());
            }

            var took = clock.Elapsed - started;
            slowest = took > slowest ? took : slowest;
            if (took > LongestReading)
            {
                Keep(string.Create(CultureInfo.InvariantCulture, $"took {took.TotalSeconds:0.0} s"));
            }

            tried++;

            void Keep(string reason)
            {
                var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{target}-{tried}");
                File.WriteAllBytes(path, bytes);
                Console.WriteLine($"{path}: {reason}");
                failures++;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {tried} damaged files, seed {seed}: {failures} failures, slowest {slowest.TotalMilliseconds:0} ms"));
        return failures == 0 ? 0 : 1;
    }
}
