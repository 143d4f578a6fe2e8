using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>All lexicons and the cues, which are met in one pass over a text: one trie of their terms.</summary>
internal sealed class Terminology
{
    private readonly LexiconReader _lexicons;

    private Terminology(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _lexicons = new LexiconReader(models, vocabulary);
        var sites = new SiteLexicon(models);
        var tumours = new TumourLexicon(models).Read(_lexicons, sites.Displays());
        sites.Read(_lexicons);
        new ProcedureLexicon(models).Read(_lexicons);
        _lexicons.Read("lexicons/adjuvant.tsv", MentionKind.Adjuvant, "term", ["kind", "note"], cells => new AdjuvantConcept(cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), cells[1]));
        _lexicons.Read("lexicons/presentation.tsv", MentionKind.Presentation, "term", ["concept", "kind"], cells => new PresentationConcept(cells[0], cells[1] == "modifier"));
        _lexicons.Read("lexicons/organ-operation.tsv", MentionKind.OrganRemoved, "organ", ["operation"], cells => new ValueConcept(cells[0]));
        _lexicons.ReadValues("laterality", MentionKind.Laterality);
        _lexicons.ReadValues("person", MentionKind.Person);
        _lexicons.ReadValues("signal", MentionKind.Signal);
        _lexicons.ReadValues("sequence", MentionKind.Sequence);
        _lexicons.ReadValues("enhancement", MentionKind.Enhancement);
        _lexicons.ReadValues("density", MentionKind.Density);
        _lexicons.ReadValues("uptake", MentionKind.Uptake);
        _lexicons.ReadValues("compartment", MentionKind.Compartment);
        _lexicons.ReadValues("compression", MentionKind.Compression);
        _lexicons.ReadValues("extent", MentionKind.Extent);
        _lexicons.ReadValues("spread", MentionKind.Spread);
        _lexicons.ReadValues("plot", MentionKind.Plot);
        _lexicons.ReadValues("grade", MentionKind.Grade);
        _lexicons.ReadValues("test", MentionKind.Test);
        _lexicons.Read("lexicons/trap.tsv", MentionKind.Trap, "term", ["what"], cells => new ValueConcept(cells[0]));
        _lexicons.ReadValues("lesion-word", MentionKind.LesionWord);
        _lexicons.ReadValues("scale", MentionKind.ScaleName);
        _lexicons.ReadValues("phase", MentionKind.Phase);
        _lexicons.ReadValues("outcome", MentionKind.Outcome);
        _lexicons.ReadValues("stability", MentionKind.Stability);
        var modifiers = new HistologyModifierLexicon(models).Read(_lexicons, tumours);
        new CueTable(models).Read(_lexicons);
        // what no table lists comes last, for what one lists stays as it is listed
        HistologyModifierLexicon.AddKinds(_lexicons, modifiers);
        _lexicons.AddParted();
    }

    /// <summary>The terms of all lexicons, as the image of the models has them or else read from the tables.</summary>
    /// <returns>Gives the trie, once every part of the program has named its words; it takes one more than the highest number of a word.</returns>
    public static Func<int, TermTrie> Load(ModelSource models, Vocabulary.Builder vocabulary)
    {
        const string Part = "terms";
        if (models.Made(Part) is { } image)
        {
            return _ => new TermTrie(image);
        }

        var terminology = new Terminology(models, vocabulary);
        return words =>
        {
            var trie = terminology._lexicons.Build(words);
            models.Keep(Part, trie.Write);
            return trie;
        };
    }
}
