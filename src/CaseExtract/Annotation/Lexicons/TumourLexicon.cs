using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>The names of tumours, from <c>lexicons/tumour.tsv</c>, and what stands for them in short.</summary>
internal sealed class TumourLexicon(ModelSource models)
{
    /// <summary>Adds the names and their abbreviations.</summary>
    /// <param name="lexicons">The reader.</param>
    /// <param name="places">What each topography is called.</param>
    /// <returns>The tumours by their names.</returns>
    public Dictionary<string, TumourConcept> Read(LexiconReader lexicons, Dictionary<string, string> places)
    {
        var tumours = ReadNames(lexicons, places);
        ReadAbbreviations(lexicons, tumours);
        return tumours;
    }

    private Dictionary<string, TumourConcept> ReadNames(LexiconReader lexicons, Dictionary<string, string> places)
    {
        var tissues = new TissueTable(models);
        var table = models.Read("lexicons/tumour.tsv");
        int term = table.Column("term"), morphology = table.Column("morphology"), behaviour = table.Column("behaviour");
        int site = table.Column("site"), display = table.Column("display"), kind = table.Column("kind");
        var tumours = new Dictionary<string, TumourConcept>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var code = row.Optional(morphology);
            var topography = row.Optional(site);
            var siteDisplay = "";
            if (topography is not null && !places.TryGetValue(topography, out siteDisplay))
            {
                throw row.Fault($"'{topography}' is no topography of lexicons/site.tsv");
            }

            var concept = new TumourConcept(code, row.Cell(behaviour) is [var digit, ..] ? digit : '\0', topography, siteDisplay, row[display],
                row.Enum<TumourKind>(kind), code is null ? Tissue.Other : tissues.Of(code, row));
            tumours[row[term]] = concept;
            lexicons.Add(row.Cell(term), MentionKind.Tumour, concept);
        }

        return tumours;
    }

    private void ReadAbbreviations(LexiconReader lexicons, Dictionary<string, TumourConcept> tumours)
    {
        var table = models.Read("lexicons/tumour-abbreviation.tsv");
        int abbreviation = table.Column("abbreviation"), term = table.Column("term"), context = table.Column("context");
        foreach (var row in table.Rows)
        {
            if (!tumours.TryGetValue(row[term], out var concept))
            {
                throw row.Fault($"'{row[term]}' is no term of lexicons/tumour.tsv");
            }

            int[] words = [.. row.Words(context).Select(lexicons.NumberOf)];
            lexicons.Add(row.Cell(abbreviation), MentionKind.Abbreviation, new AbbreviationConcept(row[abbreviation], concept, words));
        }
    }
}
