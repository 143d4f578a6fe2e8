using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Where the primary tumour arose, and the words that say so.</summary>
internal sealed record ResolvedSite(string Topography, string Display, PlacedMention Mention, double Score);

/// <summary>
/// Finds the topography of the primary tumour: what the tumour's name tells, what organ stands beside it, and for tumours of soft tissue, bone
/// and nerve the body region read through the tissue (a schwannoma at a foramen is of a nerve, a sarcoma of the thigh of soft tissue).
/// </summary>
internal sealed class SiteResolver
{
    public ResolvedSite? Resolve(ClinicalCourse course, IndexLesion lesion, string? origin, string? compartment, bool isSpinal)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        var isMetastatic = origin == "metastatic";
        if (isMetastatic && UnknownPrimary(course) is { } unknown)
        {
            return new ResolvedSite("C80.9", "Unknown primary site", unknown, 3);
        }

        if (tumour.Site is { } implied && tumour.Kind == TumourKind.Tumour)
        {
            return new ResolvedSite(implied, tumour.Display, diagnosis, 4);
        }

        if (tumour.Tissue == Tissue.Lymphoid && tumour.Kind == TumourKind.Tumour)
        {
            return null;
        }

        var best = BestCandidate(course, diagnosis, tumour, isMetastatic, compartment);
        if (!isMetastatic && isSpinal && SpinalSite(course, tumour.Tissue, compartment, diagnosis) is { } spinal && (best is null || best.Score < 5 || IsSpinalCode(best.Topography)))
        {
            return spinal;
        }

        return best is { Score: > 0.4 } ? best : tumour.Site is { } generic ? new ResolvedSite(generic, tumour.Display, diagnosis, 2) : null;
    }

    private static bool IsSpinalCode(string topography) => topography is "C41.2" or "C72.0" or "C72.9" or "C70.1" or "C76.7";

    private static ResolvedSite? SpinalSite(ClinicalCourse course, Tissue tissue, string? compartment, PlacedMention diagnosis)
    {
        var isForaminal = HasWord(course, "foramen", "foraminal", "paraspinal", "paravertebral", "dumbbell", "dumb");
        return tissue switch
        {
            Tissue.Meninges => new ResolvedSite("C70.1", "Spinal meninges", diagnosis, 3),
            Tissue.Glial => new ResolvedSite("C72.0", "Spinal cord", diagnosis, 3),
            Tissue.Nerve when compartment is "intramedullary" or "intradural-extramedullary" || !isForaminal => new ResolvedSite("C72.5", "Spinal nerve root within the dura", diagnosis, 2.5),
            Tissue.Nerve => new ResolvedSite("C47.6", "Peripheral nerves of the trunk", diagnosis, 2.5),
            Tissue.Bone => new ResolvedSite("C41.2", "Spine", diagnosis, 2.5),
            Tissue.Paraganglion when compartment is not "extradural" => new ResolvedSite("C72.1", "Cauda equina", diagnosis, 2),
            _ when compartment is "intramedullary" or "intradural-extramedullary" => new ResolvedSite("C72.0", "Spinal cord", diagnosis, 2),
            Tissue.Vascular when compartment is "extradural" => new ResolvedSite("C72.9", "Epidural space", diagnosis, 1.5),
            _ => null,
        };
    }

    private static bool HasWord(ClinicalCourse course, params string[] words)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (sentence.Section.IsExcluded() || sentence.Section.IsGeneral())
            {
                continue;
            }

            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                foreach (var word in words)
                {
                    if (course.Document.TextOf(course.Document.TokenArray[token]).StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static PlacedMention? UnknownPrimary(ClinicalCourse course)
    {
        foreach (var mention in course.Mentions)
        {
            if (mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "unknown-primary" } } && !mention.Is(Assertion.NotPatient))
            {
                return mention;
            }
        }

        return null;
    }

    private ResolvedSite? BestCandidate(ClinicalCourse course, PlacedMention diagnosis, TumourConcept tumour, bool isMetastatic, string? compartment)
    {
        var scores = new Dictionary<string, ResolvedSite>(StringComparer.Ordinal);
        foreach (var mention in course.Mentions)
        {
            var (topography, display) = CodeOf(mention, tumour);
            if (topography is null)
            {
                continue;
            }

            var score = Weigh(course, mention, diagnosis, tumour, isMetastatic);
            var key = topography[..3];
            if (!scores.TryGetValue(key, out var known))
            {
                scores[key] = new ResolvedSite(topography, display, mention, score);
            }
            else
            {
                var sum = Math.Max(known.Score, score) + (score > 0.3 && known.Score > 0.3 ? 0.35 : 0);
                var more = score > known.Score || (known.Topography.EndsWith('9') && score >= known.Score - 1);
                scores[key] = (more ? new ResolvedSite(topography, display, mention, score) : known) with { Score = sum };
            }
        }

        ResolvedSite? best = null;
        foreach (var candidate in scores.Values)
        {
            if (best is null || candidate.Score > best.Score)
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>The topography that a mention tells of a tumour of this tissue.</summary>
    private static (string? Topography, string Display) CodeOf(PlacedMention mention, TumourConcept tumour)
    {
        switch (mention.Concept)
        {
            case SiteConcept site when mention.Kind == MentionKind.Site:
                if (site.Kind is SiteKind.Node or SiteKind.Marrow or SiteKind.Region or SiteKind.Ambiguous)
                {
                    return (null, "");
                }

                var isBonePlace = site.Kind is SiteKind.Bone or SiteKind.Spine;
                if (isBonePlace && tumour.Tissue is Tissue.Soft or Tissue.Epithelial && tumour.Kind == TumourKind.Tumour)
                {
                    return (null, "");
                }

                return (site.Topography, site.Display);
            case RegionConcept region when mention.Kind == MentionKind.Region:
                var code = tumour.Tissue switch
                {
                    Tissue.Soft or Tissue.Vascular => region.Soft,
                    Tissue.Bone => region.Bone,
                    Tissue.Nerve => region.Nerve,
                    Tissue.Melanocytic => region.Skin,
                    Tissue.Epithelial when tumour.Morphology is "8070" or "8071" or "8090" or "8247" or "8072" => region.Skin,
                    Tissue.Paraganglion or Tissue.Germ or Tissue.Mesothelial or Tissue.Histiocytic => region.Soft,
                    _ => "",
                };
                return code.Length == 0 ? (null, "") : (code, region.Display);
            case TumourConcept { Kind: TumourKind.Generic, Site: { } named } generic:
                return (named, generic.Display);
            case TumourConcept { Kind: TumourKind.Tumour, Site: { } named } other:
                return (named, other.Display);
            case ProcedureConcept { Organ: { } organ }:
                return (organ, "");
            default:
                return (null, "");
        }
    }

    private static double Weigh(ClinicalCourse course, PlacedMention mention, PlacedMention diagnosis, TumourConcept tumour, bool isMetastatic)
    {
        var section = course.SentenceOf(mention).Section;
        var inTitle = section == SectionKind.Title;
        if (!inTitle && mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical))
        {
            return -3;
        }

        var score = section switch { SectionKind.Discussion => -1.0, SectionKind.Background => -1.0, SectionKind.Caption => -0.3, _ => 0.2 };
        if (mention.Kind == MentionKind.Procedure)
        {
            return score + (isMetastatic == (mention.Episode == Episode.Earlier) ? 1.2 : 0.5);
        }

        if (mention.Kind == MentionKind.Tumour)
        {
            return score + (inTitle ? 1.5 : 0) + (mention.Is(Assertion.Uncertain) ? -1 : 0) + (((TumourConcept)mention.Concept).Kind == TumourKind.Generic ? 2.2 : 0.8)
                + (isMetastatic && mention.Episode == Episode.Earlier ? 0.8 : 0);
        }

        score += mention.Kind == MentionKind.Region ? -0.2 : 0;
        score += mention.Concept is SiteConcept { Kind: SiteKind.Neuraxis } && tumour.Tissue is not (Tissue.Glial or Tissue.Meninges or Tissue.Nerve or Tissue.Vascular or Tissue.Germ or Tissue.Other) ? -1.5 : 0;
        score += inTitle ? 1.2 : 0;
        score += Adjacent(course, mention, isMetastatic);
        var distance = mention.Sentence == diagnosis.Sentence ? Math.Abs(mention.FirstToken - diagnosis.FirstToken) : 99;
        score += distance <= 4 ? 1.2 : distance <= 9 ? 0.5 : 0;
        score += mention.Episode == Episode.Earlier ? (isMetastatic ? 0.4 : -0.6) : 0;
        score += mention.Is(Assertion.Uncertain) ? -0.6 : 0;
        return score;
    }

    /// <summary>"renal carcinoma", "carcinoma of the left breast", "primary lung …", "arising from the ileum"; against "metastasis to the liver", "liver metastases".</summary>
    private static double Adjacent(ClinicalCourse course, PlacedMention site, bool isMetastatic)
    {
        var best = 0.0;
        foreach (var other in course.MentionsOf(site.Sentence))
        {
            var behind = other.FirstToken - site.EndToken;   // other stands behind the site
            var before = site.FirstToken - other.EndToken;   // other stands before the site
            if (other.Kind == MentionKind.Tumour)
            {
                if (behind is >= 0 and <= 2 && !HasStop(course, site.EndToken, other.FirstToken))
                {
                    best = Math.Max(best, 2.5);
                }
                else if (before is >= 1 and <= 5 && HasLink(course, other.EndToken, site.FirstToken))
                {
                    best = Math.Max(best, 2.5);
                }
            }
            else if (other.Kind == MentionKind.Spread)
            {
                if (other.Value == "primary" && (before is >= 0 and <= 4 || behind is >= 0 and <= 2))
                {
                    best = Math.Max(best, 2.2);
                }
                else if (other.Value == "metastasis" && (behind is >= 0 and <= 1 || before is >= 1 and <= 4 && HasWordBetween(course, other.EndToken, site.FirstToken, "to", "in", "of")))
                {
                    best = Math.Min(best, isMetastatic && HasWordBetween(course, other.EndToken, site.FirstToken, "from") ? 1 : -2.2);
                }
            }
        }

        return best;
    }

    private static bool HasLink(ClinicalCourse course, int from, int to) => HasWordBetween(course, from, to, "of", "in", "from", "at", "within", "involving", "on");

    private static bool HasStop(ClinicalCourse course, int from, int to) => HasWordBetween(course, from, to, ",", ";", "and", ".", "with", "showed", "revealed");

    private static bool HasWordBetween(ClinicalCourse course, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var index = from; index < to; index++)
        {
            foreach (var word in words)
            {
                if (course.Document.TextOf(course.Document.TokenArray[index]).SequenceEqual(word))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
