using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>The lesion that the report is told for, and the tumour it is or came from.</summary>
/// <param name="Diagnosis">The mention whose name is the last confirmed diagnosis; <see langword="null"/> if none is named.</param>
/// <param name="Tumour">What that mention names.</param>
/// <param name="IsTumour">Whether the report is about a tumour at all.</param>
/// <param name="Score">How well supported the choice is, for the confidence.</param>
internal sealed record IndexLesion(PlacedMention? Diagnosis, TumourConcept? Tumour, bool IsTumour, double Score)
{
    public static readonly IndexLesion None = new(null, null, false, 0);
}

/// <summary>
/// Decides which of the tumours and lesions that a narrative names it is told for. Every mention is weighed by where it stands and what its
/// sentence says of it; mentions of one morphology support each other; the best supported diagnosis wins, and among equals the last.
/// </summary>
internal sealed class LesionFinder
{
    /// <summary>Below this no diagnosis counts as made.</summary>
    private const double Threshold = -1.5;

    public IndexLesion Find(ClinicalCourse course)
    {
        var groups = new Dictionary<string, (double Score, PlacedMention Best, double BestScore)>(StringComparer.Ordinal);
        var last = Math.Max(1, course.Document.TokenArray.Length);
        foreach (var mention in course.Mentions)
        {
            if (mention.Kind != MentionKind.Tumour)
            {
                continue;
            }

            var concept = (TumourConcept)mention.Concept;
            var score = Weigh(course, mention) + ((double)mention.FirstToken / last);
            var key = concept.Kind == TumourKind.Lesion ? "lesion" : concept.Morphology ?? "generic";
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = (score, mention, score);
                continue;
            }

            var best = score >= group.BestScore;
            groups[key] = (Math.Max(group.Score, score) + (score > 0 ? 0.4 : 0), best ? mention : group.Best, best ? score : group.BestScore);
        }

        var tumour = Best(groups, key => key is not ("lesion" or "generic"));
        var hasTumourWord = groups.TryGetValue("generic", out var generic) && generic.Score > Threshold;
        groups.TryGetValue("lesion", out var lesion);
        if (lesion.Best.Mention is not null && lesion.Score > 1 && lesion.Score > (tumour?.Score ?? -9) + 1 && !(hasTumourWord && generic.Score > lesion.Score))
        {
            return new IndexLesion(null, null, IsTumour: false, lesion.Score);
        }

        if (tumour is { } found && found.Score > Threshold)
        {
            return new IndexLesion(found.Mention, (TumourConcept)found.Mention.Concept, IsTumour: true, found.Score);
        }

        return hasTumourWord
            ? new IndexLesion(generic.Best, (TumourConcept)generic.Best.Concept, IsTumour: true, generic.Score)
            : IndexLesion.None;
    }

    private static (double Score, PlacedMention Mention)? Best(Dictionary<string, (double Score, PlacedMention Best, double BestScore)> groups, Func<string, bool> isWanted)
    {
        (double Score, PlacedMention Mention)? best = null;
        foreach (var (key, group) in groups)
        {
            if (!isWanted(key))
            {
                continue;
            }

            var score = group.Score - (IsUnspecific(key) ? 1.2 : 0);
            if (best is null || score > best.Value.Score)
            {
                best = (score, group.Best);
            }
        }

        return best;
    }

    /// <summary>Morphologies that say no more than that it is a tumour or a carcinoma.</summary>
    private static bool IsUnspecific(string morphology) => morphology is "8000" or "8010" or "8800" or "9590" or "8001";

    private static double Weigh(ClinicalCourse course, PlacedMention mention)
    {
        var score = 0.0;
        var assertion = mention.Assertion;
        var section = course.SentenceOf(mention).Section;
        if (section == SectionKind.Title)
        {
            score += 2.5;
        }
        else
        {
            score -= (assertion & Assertion.Negated) != 0 ? 7 : 0;
            score -= (assertion & Assertion.Uncertain) != 0 ? 3.5 : 0;
            score -= (assertion & Assertion.Hypothetical) != 0 ? 3 : 0;
            score -= (assertion & Assertion.Literature) != 0 ? 3 : 0;
            score -= (assertion & (Assertion.Relative | Assertion.OtherPatient)) != 0 ? 8 : 0;
            score -= mention.Episode == Episode.Earlier ? 2.5 : 0;
        }

        score += section == SectionKind.Pathology ? 2 : 0;
        score -= section == SectionKind.Discussion ? 1 : 0;
        var hasPathology = false;
        var hasDiagnosis = false;
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Plot && other.FirstToken < mention.EndToken + 12)
            {
                hasPathology |= other.Value == "pathology";
                hasDiagnosis |= other.Value is "diagnose" or "final" && other.FirstToken < mention.FirstToken;
                score += other.Value == "final" && other.EndToken <= mention.FirstToken && mention.FirstToken - other.EndToken <= 6 ? 1.5 : 0;
            }
        }

        score += hasPathology ? 1.5 : 0;
        score += hasPathology && hasDiagnosis ? 1.5 : hasDiagnosis ? 0.7 : 0;
        score += 0.15 * Math.Min(4, mention.EndToken - mention.FirstToken);
        return score;
    }
}
