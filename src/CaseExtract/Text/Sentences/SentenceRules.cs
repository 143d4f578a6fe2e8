using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Sentences;

/// <summary>Words that matter where sentences meet, from <c>rules/sentence.tsv</c>.</summary>
internal sealed class SentenceRules
{
    public const string File = "rules/sentence.tsv";

    private readonly WordSet _abbreviations, _starters, _open;

    public SentenceRules(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var table = models.Read(File);
        int word = table.Column("word"), role = table.Column("role");
        List<int> abbreviations = [], starters = [], open = [];
        foreach (var row in table.Rows)
        {
            var set = row[role] switch
            {
                "abbreviation" => abbreviations,
                "starter" => starters,
                "open" => open,
                _ => throw row.Fault($"role '{row[role]}' is not one of abbreviation, starter, open"),
            };
            set.Add(vocabulary.Add(row[word]));
        }

        _abbreviations = [.. abbreviations];
        _starters = [.. starters];
        _open = [.. open];
    }

    /// <summary>Whether a full stop after the word rarely ends a sentence.</summary>
    public bool IsAbbreviation(int word) => _abbreviations.Contains(word);

    /// <summary>Whether the word starts sentences so often that a full stop before it ends one, whatever it follows.</summary>
    public bool IsStarter(int word) => _starters.Contains(word);

    /// <summary>Whether the word asks for another after it, so that no line of a list ends on it.</summary>
    public bool IsOpen(int word) => _open.Contains(word);
}
