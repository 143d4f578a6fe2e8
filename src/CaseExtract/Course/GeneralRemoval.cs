using CaseExtract.Annotation.Lexicons;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Tells words that fit any removal ("resection", "radical surgical excision") from the name of one ("low anterior resection", "transurethral resection").</summary>
internal sealed class GeneralRemoval
{
    private readonly HashSet<int> _words;

    public GeneralRemoval(Vocabulary.Builder vocabulary) =>
        _words = [.. ((string[])["resection", "removal", "excision", "extirpation", "exeresis", "surgical", "operative", "surgery", "complete", "total", "radical", "curative", "definitive", "re", "en", "bloc", "block", "wide", "extended", "extensive", "gross", "aggressive", "macroscopic"]).Select(vocabulary.Add)];

    public bool Is(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept)
    {
        if (concept.Term != "resection" || concept.Use == ProcedureUse.Verb)
        {
            return false;
        }

        for (var index = mention.FirstToken; index < mention.EndToken; index++)
        {
            if (!_words.Contains(course.Document.TokenArray[index].Word))
            {
                return false;
            }
        }

        return true;
    }
}
