using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Where a metastasis came from, as the words around it tell.</summary>
internal sealed class SpreadSource(WordRoles<SpreadWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind a metastasis the tumour may be named that it was the first sign of.</summary>
    private const int SignReach = 14;

    private readonly int _of = vocabulary.Add("of");
    private readonly int _origin = vocabulary.Add("origin");
    private readonly int _primary = vocabulary.Add("primary");

    /// <summary>
    /// "from" with a tumour or an organ, "of" with a tumour, "esophageal origin" or "the rectal primary"; or the tumour right before: "lung cancer metastasis", "seminoma lung metastases",
    /// "colorectal liver metastases".
    /// </summary>
    public PlacedMention? Of(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.FirstToken - 3, spread.EndToken + 8))
        {
            var isTumour = mention.Kind == MentionKind.Tumour && mention.Concept is TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null };
            if (mention.FirstToken - spread.EndToken is >= 1 and <= 8 && (isTumour || mention.Kind == MentionKind.Site))
            {
                if (words.Stand(course.Document.TokenArray, spread.EndToken, mention.FirstToken, SpreadWord.From)
                    || ((isTumour || IsOrigin(course, mention)) && course.Document.TokenArray[spread.EndToken].Word == _of))
                {
                    return mention;
                }
            }
            else if (isTumour && !mention.Is(Assertion.Negated) && !IsVerb(course, spread)
                && (spread.FirstToken == mention.EndToken || course.Has(spread.Sentence, mention.EndToken, spread.FirstToken, MentionKind.Site) && spread.FirstToken - mention.EndToken == 1))
            {
                return mention;
            }
            else if (PlaceList.IsStack(course, mention, spread))
            {
                return mention;
            }
        }

        return SourceOfSign(course, spread);
    }

    /// <summary>"a metastatic lesion of the mandible was the first manifestation of a hepatocellular carcinoma".</summary>
    private PlacedMention? SourceOfSign(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Tumour, spread.EndToken, spread.EndToken + SignReach))
        {
            if (mention.FirstToken - spread.EndToken is >= 3 and <= SignReach && mention.Concept is TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null })
            {
                for (var index = mention.FirstToken - 1; index > Math.Max(spread.EndToken, mention.FirstToken - 4); index--)
                {
                    if (course.Document.TokenArray[index].Word == _of)
                    {
                        return words.Is(course.Document.TokenArray[index - 1].Word, SpreadWord.Sign) ? mention : null;
                    }
                }

                return null;
            }
        }

        return null;
    }

    /// <summary>"of esophageal origin", "of the rectal primary".</summary>
    private bool IsOrigin(ClinicalCourse course, PlacedMention site) =>
        site.EndToken < course.SentenceOf(site).EndToken && course.Document.TokenArray[site.EndToken].Word is var word && (word == _origin || word == _primary);

    /// <summary>"had spread to", "metastasized": what stands before is the subject.</summary>
    public static bool IsVerb(ClinicalCourse course, PlacedMention spread)
    {
        var last = course.Document.TextOf(spread.EndToken - 1);
        return last is "to" or "from" || last.EndsWith("ized", StringComparison.OrdinalIgnoreCase) || last.EndsWith("ised", StringComparison.OrdinalIgnoreCase);
    }
}
