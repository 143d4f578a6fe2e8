using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Spread that is told along with a tumour named before it, and is not the lesion: "a carcinoma with lung metastases".</summary>
internal sealed class AccompanyingSpread(WordRoles<SpreadWord> words, SingleMetastasis singles, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before a word of spread a tumour may stand that it accompanies.</summary>
    private const int Reach = 24;

    private readonly int _and = vocabulary.Add("and");
    private readonly int _diagnosed = vocabulary.Add("diagnosed");

    public bool Is(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Tumour, spread.FirstToken - Reach, spread.FirstToken))
        {
            if (mention.Concept is TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null }
                && spread.FirstToken - mention.EndToken is >= 1 and <= Reach && HasLink(course, mention.EndToken, spread))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasLink(ClinicalCourse course, int from, PlacedMention spread)
    {
        for (var index = from; index < spread.FirstToken; index++)
        {
            if (words.Is(course.Document.TokenArray[index].Word, SpreadWord.With) && IsLink(course, from, index, spread))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Not the "and" of "became confused, and a puncture showed", which joins clauses, nor the "with" of "consistent with", nor that of "a woman with X was diagnosed with"; but "X was diagnosed with
    /// metastases" is told of X.
    /// </summary>
    private bool IsLink(ClinicalCourse course, int from, int word, PlacedMention spread)
    {
        var tokens = course.Document.TokenArray;
        var isClause = tokens[word].Word == _and && (IsNewClause(course, spread, word) || ClauseVerbs.FirstVerb(course.Document, word + 1, spread.FirstToken) >= 0);
        return !isClause && !course.Has(spread.Sentence, word - 1, word + 1, MentionKind.Plot) && !(word - 2 > from && tokens[word - 1].Word == _diagnosed);
    }

    /// <summary>"biopsy showed carcinoma, and penile metastasis was diagnosed": the one metastasis is the subject of a clause of its own.</summary>
    private bool IsNewClause(ClinicalCourse course, PlacedMention spread, int conjunction) => course.Document.TextOf(conjunction - 1) is ","
        && singles.Is(course, spread) && ClauseVerbs.FirstVerb(course.Document, spread.EndToken, Math.Min(spread.EndToken + 3, course.SentenceOf(spread).EndToken)) >= 0;
}
