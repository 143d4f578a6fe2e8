using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Operations, from <c>lexicons/procedure.tsv</c>, and the verbs that tell of one: "excised".</summary>
internal sealed class ProcedureLexicon(ModelSource models)
{
    /// <summary>Adds both.</summary>
    public void Read(LexiconReader lexicons)
    {
        var table = models.Read("lexicons/procedure.tsv");
        int term = table.Column("term"), concept = table.Column("concept"), intent = table.Column("intent"), organ = table.Column("organ"), note = table.Column("note");
        foreach (var row in table.Rows)
        {
            var operations = row[concept].Split(';');   // "hepatectomy;splenectomy": what is done together
            lexicons.Add(row.Cell(term), MentionKind.Procedure,
                new ProcedureConcept(operations[0], row.Optional(intent), row.Optional(organ), UseOf(row[note]), operations[1..]));
        }

        lexicons.Read("lexicons/operation-verb.tsv", MentionKind.Procedure, "verb", ["concept"], cells => new ProcedureConcept(cells[0], null, null, ProcedureUse.Verb, []));
    }

    private static ProcedureUse UseOf(string note) => note switch
    {
        "generic" => ProcedureUse.Generic,
        "ambiguous" => ProcedureUse.Ambiguous,
        "benign" => ProcedureUse.Benign,
        "unrelated" => ProcedureUse.Unrelated,
        _ => ProcedureUse.Plain,
    };
}
