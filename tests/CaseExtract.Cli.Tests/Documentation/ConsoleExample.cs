using System.Text.RegularExpressions;

namespace CaseExtract.Cli.Tests.Documentation;

/// <summary>One command of a <c>console</c> block of a document, with the output that the document shows for it.</summary>
/// <param name="Line">Line of the command in the document, from 1.</param>
/// <param name="Command">What stands behind the prompt.</param>
/// <param name="Output">The lines under it up to the next prompt; none where the document shows no output.</param>
internal sealed record ConsoleExample(int Line, string Command, IReadOnlyList<string> Output)
{
    private const string Prompt = "$ ";

    /// <summary>Stands for any number of lines where it is a line, and for any text within one.</summary>
    private const string Ellipsis = "…";

    /// <summary>The commands of all console blocks, in order.</summary>
    public static IReadOnlyList<ConsoleExample> Of(IReadOnlyList<string> document)
    {
        var examples = new List<ConsoleExample>();
        for (var i = 0; i < document.Count; i++)
        {
            if (document[i] != "```console")
            {
                continue;
            }

            for (i++; document[i] != "```"; i++)
            {
                if (document[i].StartsWith(Prompt, StringComparison.Ordinal))
                {
                    examples.Add(new ConsoleExample(i + 1, document[i][Prompt.Length..], []));
                }
                else
                {
                    examples[^1] = examples[^1] with { Output = [.. examples[^1].Output, document[i]] };
                }
            }
        }

        return examples;
    }

    /// <summary>Whether the output is what the document shows, from its first line to its last. Blanks at the end of a line do not count.</summary>
    public bool Shows(string output) => Output.Count == 0 || Pattern().IsMatch(string.Concat(Lines(output).Select(line => line + "\n")));

    private Regex Pattern() => new(
        "^" + string.Concat(Output.Select(line => line == Ellipsis
            ? "(?:[^\n]*\n)*?"
            : string.Join("[^\n]*", line.TrimEnd().Split(Ellipsis).Select(Regex.Escape)) + "\n")) + "$",
        RegexOptions.CultureInvariant);

    private static IEnumerable<string> Lines(string text) => text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd());
}
