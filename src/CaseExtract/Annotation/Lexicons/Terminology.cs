using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>All lexicons and the cues, which are met in one pass over a text: one trie of their terms.</summary>
internal static class Terminology
{
    /// <summary>The terms of all lexicons, as the image of the models has them or else read from the tables.</summary>
    /// <returns>Gives the trie, once every part of the program has named its words; it takes one more than the highest number of a word.</returns>
    public static Func<int, TermTrie> Load(ModelSource models, Vocabulary.Builder vocabulary)
    {
        const string Part = "terms";
        if (models.Made(Part) is { } image)
        {
            return _ => new TermTrie(image);
        }

        var lexicons = new LexiconReader(models, vocabulary);
        ReadAll(lexicons);
        return words =>
        {
            var trie = lexicons.Build(words);
            models.Keep(Part, trie.Write);
            return trie;
        };
    }

    private static void ReadAll(LexiconReader lexicons)
    {
        var sites = lexicons.Open(SiteLexicon.File);
        var tumours = TumourLexicon.Read(lexicons, SiteLexicon.DisplaysOf(sites));
        SiteLexicon.Read(lexicons, sites);
        ProcedureLexicon.Read(lexicons);
        lexicons.Read("lexicons/adjuvant.tsv", MentionKind.Adjuvant, "term", ["kind", "note"], cells => new AdjuvantConcept(cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), cells[1]));
        lexicons.Read("lexicons/presentation.tsv", MentionKind.Presentation, "term", ["concept", "kind"], cells => new PresentationConcept(cells[0], cells[1] == "modifier"));
        lexicons.Read("lexicons/organ-operation.tsv", MentionKind.OrganRemoved, "organ", ["operation"], cells => new ValueConcept(cells[0]));
        lexicons.ReadValues("laterality", MentionKind.Laterality);
        lexicons.ReadValues("person", MentionKind.Person);
        lexicons.ReadValues("signal", MentionKind.Signal);
        lexicons.ReadValues("sequence", MentionKind.Sequence);
        lexicons.ReadValues("enhancement", MentionKind.Enhancement);
        lexicons.ReadValues("density", MentionKind.Density);
        lexicons.ReadValues("uptake", MentionKind.Uptake);
        lexicons.ReadValues("compartment", MentionKind.Compartment);
        lexicons.ReadValues("compression", MentionKind.Compression);
        lexicons.ReadValues("extent", MentionKind.Extent);
        lexicons.ReadValues("spread", MentionKind.Spread);
        lexicons.ReadValues("plot", MentionKind.Plot);
        lexicons.ReadValues("grade", MentionKind.Grade);
        lexicons.ReadValues("test", MentionKind.Test);
        lexicons.Read("lexicons/trap.tsv", MentionKind.Trap, "term", ["what"], cells => new ValueConcept(cells[0]));
        lexicons.ReadValues("lesion-word", MentionKind.LesionWord);
        lexicons.ReadValues("scale", MentionKind.ScaleName);
        lexicons.ReadValues("phase", MentionKind.Phase);
        lexicons.ReadValues("outcome", MentionKind.Outcome);
        lexicons.ReadValues("stability", MentionKind.Stability);
        var modifiers = HistologyModifierLexicon.Read(lexicons, tumours);
        CueTable.Read(lexicons);
        // what no table lists comes last, for what one lists stays as it is listed
        HistologyModifierLexicon.AddKinds(lexicons, modifiers);
        lexicons.AddParted();
    }
}
