using System.Reflection;

namespace CaseExtract.Cli.Output;

/// <summary>The words for the names in an explanation, from <c>why.tsv</c> beside this file.</summary>
internal sealed class WhyWords
{
    private readonly Dictionary<(string Kind, string Name), string> _words = [];

    public WhyWords()
    {
        using var table = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("why.tsv")!);
        while (table.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var kind, var name, var words])
            {
                _words.Add((kind, name), words);
            }
        }
    }

    public string Episode(string name) => Of("episode", name);

    public string Field(string name) => Of("field", name);

    public string Patients(string name) => Of("patients", name);

    public string Reason(string name) => Of("reason", name);

    public string Rule(string name) => Of("rule", name);

    /// <summary>Whether the table has words for a name.</summary>
    public bool Knows(string kind, string name) => _words.ContainsKey((kind, name));

    /// <summary>Models of one's own may weigh what this table does not know: its name is told then.</summary>
    private string Of(string kind, string name) => _words.GetValueOrDefault((kind, name)) ?? name.Replace('-', ' ');
}
