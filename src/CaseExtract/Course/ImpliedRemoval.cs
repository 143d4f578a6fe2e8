using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>A removal that is only implied by a participle: what was done is told elsewhere.</summary>
internal sealed class ImpliedRemoval
{
    private readonly WordSet _lesions;
    private readonly WordSet _tissues;
    private readonly WordSet _openers;
    private readonly WordSet _auxiliaries;
    private readonly WordSet _places;
    private readonly int _of;

    public ImpliedRemoval(Vocabulary.Builder vocabulary, WordSet lesions, WordSet auxiliaries)
    {
        _lesions = lesions;
        _auxiliaries = auxiliaries;
        _tissues = Words("tissue", "specimen", "sample", "material", "bone", "margin", "node", "segment");
        _openers = Words("the", "of", "a", "an", "surgically", "completely", "all", "both", "with", "this", "his", "her");
        _places = Words("at", "during", "from", "by", "in", "through", "via", "with");
        _of = vocabulary.Add("of");
        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"the resected specimen", "an excised skin nodule", "the tissue removed at laparotomy": a removal that is only implied.</summary>
    public bool Holds(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(verb);
        if (((ProcedureConcept)verb.Concept).Term != "resection" || verb.EndToken >= sentence.EndToken || verb.FirstToken == sentence.FirstToken || !course.Document.TextOf(tokens[verb.EndToken - 1]).EndsWith("ed", StringComparison.Ordinal))
        {
            return false;
        }

        var before = verb.FirstToken - 1;
        while (before > sentence.FirstToken && course.Document.TextOf(tokens[before]).EndsWith("ly", StringComparison.Ordinal))
        {
            before--;
        }

        if (!_openers.Contains(tokens[before].Word) && tokens[before].Kind != TokenKind.Number)
        {
            return (_places.Contains(tokens[verb.EndToken].Word) || tokens[verb.EndToken].Kind == TokenKind.Punctuation) && !_auxiliaries.Contains(tokens[before].Word) && IsNounOfNoun(course, sentence.FirstToken, verb.FirstToken);
        }

        // "the originally resected NSCLC specimen"
        if (verb.EndToken + 1 < sentence.EndToken && tokens[verb.EndToken].Kind is TokenKind.Word or TokenKind.Alphanumeric && _tissues.Contains(tokens[verb.EndToken + 1].Word))
        {
            return true;
        }

        var next = tokens[verb.EndToken];
        return next.Kind == TokenKind.Word
            && (_lesions.Contains(next.Word) || _tissues.Contains(next.Word) || course.Has(verb.Sentence, verb.EndToken, verb.EndToken + 3, MentionKind.OrganRemoved));
    }

    /// <summary>"examination of the tissue [removed at laparotomy]".</summary>
    private bool IsNounOfNoun(ClinicalCourse course, int from, int verb)
    {
        var tokens = course.Document.TokenArray;
        if (!_lesions.Contains(tokens[verb - 1].Word) && !_tissues.Contains(tokens[verb - 1].Word))
        {
            return false;
        }

        for (var index = verb - 2; index >= Math.Max(from, verb - 5); index--)
        {
            if (tokens[index].Word == _of)
            {
                return true;
            }
        }

        return false;
    }
}
