using System.CommandLine;
using System.Globalization;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Commands;

/// <summary>Options that several commands have, and what they stand for.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths()
    {
        var argument = new Argument<string[]>("PATH")
        {
            Description = "Report files, folders (searched to their depths) or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        RefuseMistypedOptions(argument);
        return argument;
    }

    public static Argument<string> File(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        RefuseMistypedOptions(argument);
        return argument;
    }

    public static Option<string?> Models() => new("--models")
    {
        Description = "Read lexicons, rules and weights from this folder instead of the built-in ones.",
        HelpName = "DIR",
    };

    public static Option<string> Page() => new("--output", "-o")
    {
        Description = "Write the page to this file, or - for standard output.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Runs.RunSettings.StandardOutput,
    };

    public static Option<int> MaximumSize()
    {
        var option = new Option<int>("--max-size")
        {
            Description = "Refuse reports of more MiB.",
            HelpName = "MIB",
            DefaultValueFactory = _ => (int)(ReadingOptions.DefaultSizeLimit >> 20),
        };
        const int Highest = (int)(ReadingOptions.MaximumSizeLimit >> 20);
        RefuseOutside(option, Highest);
        return option;
    }

    public static Option<int> MaximumDepth()
    {
        var option = new Option<int>("--max-depth")
        {
            Description = "Refuse reports whose elements are nested deeper (HTML, JATS, Word, RTF, PDF).",
            HelpName = "N",
            DefaultValueFactory = _ => ReadingOptions.DefaultDepthLimit,
        };
        RefuseOutside(option, ReadingOptions.MaximumDepthLimit);
        return option;
    }

    /// <summary>Refuses what is no whole number, and numbers below 1 and above the highest.</summary>
    public static void RefuseOutside(Option<int> option, int highest) => option.CustomParser = result =>
    {
        var text = result.Tokens is [{ Value: var value }] ? value : "";
        if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || number < 1 || number > highest)
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes a whole number from 1 to {highest}, not '{text}'."));
        }

        return number;
    };

    /// <param name="result">What the command was asked for.</param>
    /// <param name="models">The option for the folder of models.</param>
    /// <param name="coming">The extractor with the built-in models, where it is being made already.</param>
    public static CaseExtractor Extractor(ParseResult result, Option<string?> models, Runs.ComingExtractor? coming = null)
    {
        if (result.GetValue(models) is not { } folder)
        {
            return coming?.Value ?? CaseExtractor.CreateDefault();
        }

        return Directory.Exists(folder) ? CaseExtractor.Load(folder) : throw new WrongUseException($"{folder}: no such folder of models");
    }

    /// <summary>The parser takes what is no option for an argument: a mistyped option would become a file that does not exist.</summary>
    private static void RefuseMistypedOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        }
    });
}
