using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>A removal that is only implied by a participle: what was done is told elsewhere.</summary>
internal sealed class ImpliedRemoval(WordRoles<OperationWord> words, Vocabulary.Builder vocabulary)
{
    private readonly int _of = vocabulary.Add("of");

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

        if (!words.Is(tokens[before].Word, OperationWord.Opener) && tokens[before].Kind != TokenKind.Number)
        {
            return (words.Is(tokens[verb.EndToken].Word, OperationWord.Occasion) || tokens[verb.EndToken].Kind == TokenKind.Punctuation) && !words.Is(tokens[before].Word, OperationWord.Doer) && IsNounOfNoun(course, sentence.FirstToken, verb.FirstToken);
        }

        // "the originally resected NSCLC specimen"
        if (verb.EndToken + 1 < sentence.EndToken && tokens[verb.EndToken].Kind is TokenKind.Word or TokenKind.Alphanumeric && words.Is(tokens[verb.EndToken + 1].Word, OperationWord.Tissue))
        {
            return true;
        }

        var next = tokens[verb.EndToken];
        return next.Kind == TokenKind.Word
            && (words.Is(next.Word, OperationWord.Lesion | OperationWord.Tissue) || course.Has(verb.Sentence, verb.EndToken, verb.EndToken + 3, MentionKind.OrganRemoved));
    }

    /// <summary>"examination of the tissue [removed at laparotomy]".</summary>
    private bool IsNounOfNoun(ClinicalCourse course, int from, int verb)
    {
        var tokens = course.Document.TokenArray;
        if (!words.Is(tokens[verb - 1].Word, OperationWord.Lesion | OperationWord.Tissue))
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
