using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Where a metastasis came from, as the words around it tell.</summary>
internal sealed class SpreadSource
{
    /// <summary>How far behind a metastasis the tumour may be named that it was the first sign of.</summary>
    private const int SignReach = 14;

    private readonly WordSet _from;
    private readonly WordSet _signs;
    private readonly int _of;
    private readonly int _origin;
    private readonly int _primary;

    public SpreadSource(Vocabulary.Builder vocabulary)
    {
        _from = [.. ((string[])["from", "originating", "arising", "originated", "derived"]).Select(vocabulary.Add)];
        _signs = [.. ((string[])["manifestation", "sign", "symptom", "presentation", "feature", "evidence"]).Select(vocabulary.Add)];
        _of = vocabulary.Add("of");
        _origin = vocabulary.Add("origin");
        _primary = vocabulary.Add("primary");
    }

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
                if (HasFrom(course, spread.EndToken, mention.FirstToken)
                    || ((isTumour || IsOrigin(course, mention)) && course.Document.TokenArray[spread.EndToken].Word == _of))
                {
                    return mention;
                }
            }
            else if (isTumour && !mention.Is(Assertion.Negated) && !SpreadPhrases.IsVerb(course, spread)
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
                        return _signs.Contains(course.Document.TokenArray[index - 1].Word) ? mention : null;
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

    private bool HasFrom(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (_from.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }
}
