using System.CommandLine;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary>Options that several commands have, and what they stand for.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Report files, folders (searched to their depths) or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Models() => new("--models")
    {
        Description = "Read lexicons, rules and weights from this folder instead of the built-in ones.",
        HelpName = "DIR",
    };

    public static Option<int> MaximumSize()
    {
        var option = new Option<int>("--max-size")
        {
            Description = "Refuse files of more MiB.",
            HelpName = "MIB",
            DefaultValueFactory = _ => (int)(PlainTextReader.DefaultSizeLimit >> 20),
        };
        const int Highest = (int)(PlainTextReader.MaximumSizeLimit >> 20);
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() is false && result.GetValueOrDefault<int>() is < 1 or > Highest)
            {
                result.AddError($"--max-size must be from 1 to {Highest}.");
            }
        });
        return option;
    }

    public static PlainTextReader Reader(ParseResult result, Option<int> maximumSize) => new((long)result.GetValue(maximumSize) << 20);

    public static CaseExtractor Extractor(ParseResult result, Option<string?> models) =>
        result.GetValue(models) is { } folder ? CaseExtractor.Load(folder) : CaseExtractor.CreateDefault();
}
