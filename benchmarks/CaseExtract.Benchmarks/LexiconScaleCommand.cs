using System.Diagnostics;
using System.Globalization;
using System.Text;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Benchmarks.Corpus;
using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Benchmarks;

/// <summary>
/// Measures how the scan, characters to tokens to terms found, slows down as the lexicon grows. The reports name the same terms whatever the lexicon: what is
/// added is made up, half of it beginning with words that reports do use, so that walks start and come to nothing.
/// </summary>
internal static class LexiconScaleCommand
{
    private const double Bar = 1.5;
    private const int Named = 1000;
    private const int Rounds = 15;
    private const int Seed = 1;

    private static readonly int[] Sizes = [Named, 10_000, 100_000];
    private static readonly TimeSpan ShortestPass = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Syllables = ["ad", "ban", "cor", "del", "ex", "fi", "gran", "hem", "il", "jun", "kar", "lip", "mu", "neo", "os", "per", "quin", "rho", "sar", "ter", "ul", "ven", "xan", "zo"];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length != 0)
        {
            Console.Error.WriteLine("usage: lexicons");
            return 2;
        }

        var reports = BenchmarkCorpus.Load();
        var terms = Terms(reports);
        var scans = Array.ConvertAll(Sizes, size => new Scan(terms.AsSpan(0, size)));
        var found = Array.ConvertAll(scans, scan => scan.Count(reports));
        if (Array.Exists(found, count => count != found[0]))
        {
            Console.Error.WriteLine($"The lexicons found {string.Join(", ", found)} terms: what is added must not stand in the corpus.");
            return 1;
        }

        // in turn, so that what else the machine does falls on all alike
        var watch = Stopwatch.StartNew();
        scans[0].Count(reports);
        var passes = Math.Max(1, (int)(ShortestPass / watch.Elapsed));
        var times = Array.ConvertAll(Sizes, _ => new double[Rounds]);
        for (var round = -3; round < Rounds; round++)
        {
            for (var size = 0; size < scans.Length; size++)
            {
                watch.Restart();
                for (var pass = 0; pass < passes; pass++)
                    scans[size].Count(reports);
                if (round >= 0)
                    times[size][round] = watch.Elapsed.TotalSeconds / passes;
            }
        }

        var bytes = reports.Sum(report => (long)Encoding.UTF8.GetByteCount(report.Text));
        var medians = Array.ConvertAll(times, all => all.Order().ElementAt(Rounds / 2));
        Print($"seed {Seed}, {reports.Length:N0} reports, {found[0]:N0} terms found, one thread, medians of {Rounds} rounds in turn");
        for (var size = 0; size < Sizes.Length; size++)
            Print($"{Sizes[size],8:N0} terms {bytes / medians[size] / 1e6,8:N1} MB/s {medians[size] / medians[0],6:N2} times");
        if (medians[^1] <= medians[0] * Bar)
            return 0;
        Console.Error.WriteLine($"With {Sizes[^1]:N0} terms the scan takes more than {Bar.ToString(CultureInfo.InvariantCulture)} times as long as with {Named:N0}.");
        return 1;
    }

    /// <summary>First terms that the corpus names, two words that stand side by side in it, then made-up ones.</summary>
    private static string[] Terms(Narrative[] reports)
    {
        var random = new SplitMix64(Seed);
        var words = Array.ConvertAll(reports, report => report.Text.ToLowerInvariant().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(all => all)
            .Where(word => word.All(char.IsAsciiLetterLower))
            .ToArray();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        while (terms.Count < Named)
        {
            var word = random.Next(words.Length - 1);
            terms.Add($"{words[word]} {words[word + 1]}");
        }

        while (terms.Count < Sizes[^1])
        {
            var first = random.Next(2) == 0 ? words[random.Next(words.Length)] : MadeUp(random);
            terms.Add(random.Next(3) == 0 ? $"{first} {MadeUp(random)} {MadeUp(random)}" : $"{first} {MadeUp(random)}");
        }

        return [.. terms];
    }

    private static string MadeUp(SplitMix64 random) => string.Concat(Enumerable.Range(0, random.Between(3, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>The stages up to the terms, with a lexicon of their own.</summary>
    private sealed class Scan
    {
        private readonly Segmenter _segmenter;
        private readonly TermMatcher _matcher;
        private readonly TextWorkspace _workspace = new();
        private readonly List<Mention> _mentions = [];

        public Scan(ReadOnlySpan<string> terms)
        {
            var words = new Vocabulary.Builder();
            var functionWords = new WordRoles<FunctionWord>(ModelSource.Embedded.Into(new ModelImage()), "rules/function-word.tsv", words);
            var sentences = new SentenceRules(ModelSource.Embedded, words);
            var headings = new HeadingRules(ModelSource.Embedded, words);
            var reader = new TermReader(words);
            var trie = new TermTrieBuilder();
            foreach (var term in terms)
                trie.Add(reader.Read(term), MentionKind.Site, new ValueConcept(term));
            var vocabulary = words.Build();
            _segmenter = new Segmenter(functionWords, new Tokenizer(vocabulary), new SentenceSplitter(sentences), new SectionSplitter(headings, new PageShape()));
            _matcher = new TermMatcher(trie.Build(vocabulary.Count));
        }

        /// <summary>How many terms stand in the reports.</summary>
        public int Count(Narrative[] reports)
        {
            var count = 0;
            foreach (var report in reports)
            {
                _mentions.Clear();
                _matcher.Match(_segmenter.Segment(report, _workspace), _mentions);
                count += _mentions.Count;
            }

            return count;
        }
    }
}
