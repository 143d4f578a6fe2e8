using Xunit;

namespace CaseExtract.Tests;

/// <summary>
/// What is known to fail, in a file beside the cases: rows of a case, a check and a reason. A listed check that passes must be struck off,
/// an unlisted one that fails breaks the build, so the file can only shrink. Run the tests with <c>KNOWN_FAILURES=write</c> in the
/// environment to write the file anew; reasons written by hand stay.
/// </summary>
internal sealed class KnownFailures
{
    private const string FoundPrefix = "found ";
    private const string Variable = "KNOWN_FAILURES";

    private static readonly Lock Writing = new();

    private readonly string _path;
    private readonly string[] _head;
    private readonly Dictionary<(string Case, string Check), string> _reasons = [];

    private KnownFailures(string path)
    {
        _path = path;
        var lines = File.Exists(path) ? File.ReadAllLines(path) : ["# columns\tcase\tcheck\treason"];
        _head = [.. lines.TakeWhile(line => line.StartsWith('#'))];
        foreach (var line in lines.Skip(_head.Length))
        {
            var cells = line.Split('\t');
            Assert.True(cells.Length == 3, $"{Path.GetFileName(path)}: expected 3 columns in '{line}'");
            Assert.True(_reasons.TryAdd((cells[0], cells[1]), cells[2]), $"{Path.GetFileName(path)}: '{cells[0]}', '{cells[1]}' stands twice");
        }
    }

    public static KnownFailures Read(string folder) => new(Path.Combine(folder, "known-failures.tsv"));

    /// <summary>Compares what failed with what is listed.</summary>
    /// <param name="checks">Every check that was made: its case, its name, and what was found instead where it failed.</param>
    public void Compare(IReadOnlyCollection<(string Case, string Check, string? Found)> checks)
    {
        var failing = checks.Where(check => check.Found is not null).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{checks.Count - failing.Count} of {checks.Count} checks pass");
        if (Environment.GetEnvironmentVariable(Variable) == "write")
        {
            Write(checks);
            return;
        }

        var wrong = new List<string>();
        foreach (var (name, check, found) in checks)
        {
            var isKnown = _reasons.ContainsKey((name, check));
            if (found is not null && !isKnown)
            {
                wrong.Add($"FAILS: {name} | {check} | {FoundPrefix}{found}");
            }
            else if (found is null && isKnown)
            {
                wrong.Add($"PASSES, strike it off {Path.GetFileName(_path)}: {name} | {check}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {checks.Count} checks differ from {_path}\n{string.Join('\n', wrong)}");
    }

    /// <summary>Fails for rows that belong to no case: a case was renamed or its check taken out.</summary>
    public void AssertAllBelongTo(IReadOnlyCollection<(string Case, string Check)> checks) =>
        Assert.Empty(_reasons.Keys.Except(checks).Select(key => $"{key.Case} | {key.Check}"));

    private void Write(IReadOnlyCollection<(string Case, string Check, string? Found)> checks)
    {
        lock (Writing)
        {
            // Another file of the suite may have written since this one was read.
            var current = new KnownFailures(_path)._reasons;
            foreach (var (name, check, found) in checks)
            {
                if (found is null)
                {
                    current.Remove((name, check));
                }
                else if (!current.TryGetValue((name, check), out var reason) || reason.StartsWith(FoundPrefix, StringComparison.Ordinal))
                {
                    current[(name, check)] = FoundPrefix + found;
                }
            }

            var rows = current.Select(row => $"{row.Key.Case}\t{row.Key.Check}\t{row.Value}").Order(StringComparer.Ordinal);
            File.WriteAllText(_path, string.Join('\n', [.. _head, .. rows]) + "\n");
        }
    }
}
