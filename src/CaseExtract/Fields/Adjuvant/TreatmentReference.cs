using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Treatment that nobody gives where it is named: told by its effect ("showed a response to chemotherapy"), by what came before it, or as what a tumour does not answer to.</summary>
internal sealed class TreatmentReference(WordRoles<TreatmentWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far around a treatment a word of its effect may stand, in tokens.</summary>
    private const int Reach = 6;

    /// <summary>How far before a treatment "resistant" may stand.</summary>
    private const int PropertyReach = 5;

    private readonly int _to = vocabulary.Add("to");
    private readonly int _prior = vocabulary.Add("prior");

    /// <summary>"imaging prior to chemotherapy": what something came before is told elsewhere, if it was given.</summary>
    public bool IsAhead(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var before = mention.FirstToken - 1;
        return before > course.SentenceOf(mention).FirstToken && tokens[before].Word == _to && tokens[before - 1].Word == _prior;
    }

    /// <summary>"a tumor that was resistant to imatinib and sunitinib": what it does not answer to, given before or elsewhere.</summary>
    public bool IsProperty(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        for (var index = mention.FirstToken - 1; index > Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - PropertyReach); index--)
        {
            if (tokens[index].Word == _to && words.Is(tokens[index - 1].Word, TreatmentWord.Property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a marked response to chemotherapy", "after chemotherapy the necrosis …": said of what was given, and nobody gives it.</summary>
    public bool IsEffect(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        var isEffect = false;
        // "the cumulative dose to the fossa was 98 Gy" is said of the whole sentence
        var reach = mention.Concept is AdjuvantConcept { Note: "dose" } ? 2 * Reach : Reach;
        for (var index = Math.Max(sentence.FirstToken, mention.FirstToken - reach); index < Math.Min(sentence.EndToken, mention.EndToken + Reach); index++)
        {
            if (words.Is(tokens[index].Word, TreatmentWord.Given))
            {
                return false;
            }

            isEffect |= words.Is(tokens[index].Word, TreatmentWord.Effect) || (index < mention.FirstToken && index >= mention.FirstToken - 2 && words.Is(tokens[index].Word, TreatmentWord.Preposition));
        }

        return isEffect;
    }
}
