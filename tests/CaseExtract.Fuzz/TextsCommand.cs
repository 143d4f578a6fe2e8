using System.Diagnostics;
using System.Globalization;
using CaseExtract.Tests;
using CaseExtract.Text;
using CsCheck;

namespace CaseExtract.Fuzz;

/// <summary>
/// <c>texts COUNT SEED</c>: tries the laws of any text on random and mutated texts. Each is made from the seed and its own number, so that one that breaks
/// a law is told by its number alone: <c>texts 1 SEED NUMBER</c> tries it again.
/// </summary>
internal static class TextsCommand
{
    /// <summary>Comparing records costs many times what reading a short text does: this part of the texts is read under other line ends and with junk behind.</summary>
    private const int ComparedPart = 64;

    private const int MostFailuresShown = 20;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        var seed = args.Length > 1 ? uint.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var first = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : 0;
        var extractor = CaseExtractor.CreateDefault();
        var texts = Gen.Select(AnyText.Any, AnyText.TrailingJunk);
        var clock = Stopwatch.StartNew();
        var (characters, compared, failures) = (0L, 0L, 0);
        for (var number = first; number < first + count; number++)
        {
            var (text, junk) = texts.Generate(new PCG((uint)number, seed + (ulong)number), null, out _);
            characters += text.Length;
            var isCompared = number % ComparedPart == 0;
            compared += isCompared ? 1 : 0;
            try
            {
                Try(extractor, text, junk, isCompared || count == 1);
            }
            catch (Exception exception)
            {
                if (++failures <= MostFailuresShown)
                {
                    if (count == 1)
                    {
                        Console.WriteLine(Newtonsoft.Json.JsonConvert.SerializeObject(new { text, junk }, new Newtonsoft.Json.JsonSerializerSettings { StringEscapeHandling = Newtonsoft.Json.StringEscapeHandling.EscapeNonAscii }));
                    }

                    Console.WriteLine($"text {number} of seed {seed}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
                }
            }

            if ((number + 1 - first) % 500_000 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1 - first} texts, {failures} failures, {clock.Elapsed.TotalMinutes:0.0} min"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {count} texts, {characters} characters, {compared} of them also under other line ends and with junk behind: {failures} failures in {clock.Elapsed.TotalMinutes:0.0} min"));
        return failures == 0 ? 0 : 1;
    }

    private static void Try(CaseExtractor extractor, string text, string junk, bool isCompared)
    {
        var narrative = new Narrative("any", text);
        Laws.HoldFor(extractor.Segment(narrative));
        Laws.HoldFor(narrative, extractor.Extract(narrative));
        if (isCompared)
        {
            Laws.HoldForEitherLineEnd(extractor, text);
            Laws.HoldForTrailingJunk(extractor, text, junk);
        }
    }
}
