using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>The cues, from <c>rules/context.tsv</c>: terms like those of the lexicons, but that they may be patterns.</summary>
internal sealed class CueTable(ModelSource models)
{
    /// <summary>Adds every cue in every way that its pattern allows.</summary>
    public void Read(LexiconReader lexicons)
    {
        var table = models.Read("rules/context.tsv");
        int cue = table.Column("cue"), assertion = table.Column("assertion"), direction = table.Column("direction"), reach = table.Column("reach");
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row[reach], out var tokens))
            {
                throw row.Fault($"reach '{row[reach]}' is no whole number");
            }

            var concept = new CueConcept(row.Enum<CueRole>(assertion), row.Enum<CueDirection>(direction), tokens);
            var words = row.Cell(cue);
            if (!words.ContainsAny("()[]|"))
            {
                lexicons.Add(words, MentionKind.Cue, concept);
                continue;
            }

            foreach (var written in CuePattern.Expand(words.ToString()) ?? throw row.Fault($"'{words}' is no cue: each bracket needs its partner, and each choice a word"))
            {
                lexicons.Add(written, MentionKind.Cue, concept);
            }
        }
    }
}
