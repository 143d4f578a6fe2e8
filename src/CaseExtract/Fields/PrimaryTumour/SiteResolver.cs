using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Finds the topography of the primary tumour: what the tumour's name tells; the organ that stands beside it, or that other sentences tell of
/// (<see cref="SiteCandidates"/>); for tumours of soft tissue, bone and nerve the body region read through the tissue (a schwannoma at a foramen is of
/// a nerve, a sarcoma of the thigh of soft tissue); for tumours of the spine what tissue and compartment say (<see cref="SpinalSite"/>).
/// </summary>
internal sealed class SiteResolver
{
    /// <summary>Below this a place is only named in passing.</summary>
    private const double Threshold = 0.4;

    /// <summary>What an organ must weigh to be that of a plasmacytoma.</summary>
    private const double OrganOfPlasmacytoma = 2;

    /// <summary>How many words before the name of the tumour may say that it lies outside bone.</summary>
    private const int BeforeName = 6;

    /// <summary>What it weighs for the spine that a vertebra or a compartment stands with the tumour, or that none does.</summary>
    private const double SaidAtSpine = 1.5;
    private const double NotSaidAtSpine = -0.5;

    /// <summary>How far a vertebra may stand from the lesion that is told to be in it, in tokens.</summary>
    private const int VertebraReach = 4;

    private readonly WordRoles<SiteWord> _words;
    private readonly SiteCandidates _candidates;
    private readonly EarlierTumourPhrase _earlierTumour;

    public SiteResolver(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _words = new WordRoles<SiteWord>(models, "rules/site-word.tsv", vocabulary);
        _candidates = new SiteCandidates(models, _words, vocabulary);
        _earlierTumour = new EarlierTumourPhrase(vocabulary);
    }

    public ResolvedSite? Resolve(ClinicalCourse course, IndexLesion lesion, string? origin, string? compartment, bool isSpinal)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        if (tumour is { Kind: TumourKind.Generic, Site: not null } && PlaceName.Of(course, diagnosis) is { } longer)
        {
            tumour = tumour with { Site = longer.Topography, SiteDisplay = longer.Display };
        }

        var isMetastatic = origin == "metastatic";
        var isPlaceOnly = isMetastatic && TissueSite.IsPlaceOnly(tumour);
        if (!isPlaceOnly && tumour.Kind is TumourKind.Tumour or TumourKind.Generic && tumour.Site is { } implied && !TissueSite.IsOpen(implied))
        {
            return new ResolvedSite(implied, tumour.SiteDisplay, diagnosis, 5);
        }

        if (isMetastatic && _earlierTumour.Find(course) is { Concept: TumourConcept { Site: { } traced } source } earlier && !TissueSite.IsOpen(traced) && !OtherTumour.AreDifferent(source, tumour))
        {
            return new ResolvedSite(traced, source.SiteDisplay, earlier, 4);   // "like the primary lung cancer"
        }

        if (tumour.Tissue == Tissue.Marrow)
        {
            // a plasmacytoma outside bone is of the organ that it stands in
            if (!isSpinal && tumour.Morphology is "9731" or "9734" && _candidates.Best(course, lesion, tumour with { Tissue = Tissue.Soft }, isMetastatic, Threshold) is { Score: > OrganOfPlasmacytoma, Mention.Concept: SiteConcept { Kind: SiteKind.Organ } } organ)
            {
                return organ;
            }

            return new ResolvedSite("C42.1", "Bone marrow", diagnosis, 3);
        }

        tumour = tumour with { Tissue = TissueSite.ImpliedBy(tumour.Site, tumour.Tissue) };
        var isSoft = tumour.Tissue == Tissue.Bone && IsExtraskeletal(course, lesion.Mentions);
        var best = _candidates.Best(course, lesion, isSoft ? tumour with { Tissue = Tissue.Soft } : tumour, isMetastatic, Threshold);
        if (isMetastatic && UnknownPrimary.Find(course, lesion) is { } unknown && best is not { Score: > 4 })
        {
            return new ResolvedSite("C80.9", "Unknown primary site", unknown, 3);
        }

        if (isSpinal && !isMetastatic && !isSoft && SpinalSite.Of(tumour, compartment, IsForaminal(course), IsOfVertebra(course), diagnosis) is { } spinal)
        {
            spinal = spinal with { Score = spinal.Score + (IsSaidAtSpine(course, lesion) ? SaidAtSpine : NotSaidAtSpine) };
            if (best is null || best.Score < spinal.Score || SpinalSite.IsCode(best.Topography))
            {
                return spinal;
            }
        }

        if (best is { Score: > Threshold })
        {
            return best;
        }

        return SeatOf(tumour.Morphology) is { } seat ? new ResolvedSite(seat.Topography, seat.Display, diagnosis, 0.5)
            : tumour.Site is { } general && !isPlaceOnly ? new ResolvedSite(general, tumour.SiteDisplay, diagnosis, 1)
            : !isSpinal && (IsOfBrain(tumour) || (!isMetastatic && tumour.Tissue == Tissue.Other && HasCraniotomy(course))) ? new ResolvedSite("C71.9", "Brain", diagnosis, 0.5)
            : isMetastatic && tumour.Tissue is Tissue.Epithelial or Tissue.Other ? new ResolvedSite("C80.9", "Unknown primary site", diagnosis, 0.5)
            : null;
    }

    /// <summary>Where no place is told: basal cell carcinoma is of the skin, urothelial carcinoma mostly of the bladder, cholangiocarcinoma of the ducts in the liver.</summary>
    private static (string Topography, string Display)? SeatOf(string? morphology) => morphology switch
    {
        "8120" or "8122" or "8130" or "8131" => ("C67.9", "Bladder"),
        "8160" => ("C22.1", "Intrahepatic bile duct"),
        not null when morphology.StartsWith("809", StringComparison.Ordinal) => ("C44.9", "Skin"),
        _ => null,
    };

    /// <summary>A tumor that was reached through the skull, where no place is told.</summary>
    private static bool HasCraniotomy(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Present, Concept: ProcedureConcept { Term: "craniotomy" } } && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Glioma and embryonal tumours of the central nervous system: where no place is told, the brain.</summary>
    private static bool IsOfBrain(TumourConcept tumour) =>
        tumour.Tissue == Tissue.Glial && string.CompareOrdinal(tumour.Morphology, "9380") >= 0 && string.CompareOrdinal(tumour.Morphology, "9480") <= 0;

    private bool IsForaminal(ClinicalCourse course)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (!sentence.Section.IsExcluded() && !sentence.Section.IsGeneral() && _words.Stand(course.Document.TokenArray, sentence.FirstToken, sentence.EndToken, SiteWord.Foraminal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a mass in the body of T11".</summary>
    private static bool IsOfBody(ClinicalCourse course)
    {
        foreach (ref readonly var level in course.Of(MentionKind.Level))
        {
            if (level.Is(Assertion.NotFactual) || level.FirstToken - 2 < course.SentenceOf(level).FirstToken || course.Document.TextOf(level.FirstToken - 2) is not ("body" or "bodies")
                || course.Document.TextOf(level.FirstToken - 1) is not "of")
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(level.Sentence, level.FirstToken - VertebraReach - 2, level.EndToken + VertebraReach))
            {
                if (other.Kind is MentionKind.Tumour or MentionKind.LesionWord && !other.Is(Assertion.NotFactual) && other.DistanceTo(level) <= VertebraReach + 2)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"a mass of the vertebral body with an epidural part", "of vertebral origin": a vertebra beside a word for the lesion or for where it arose.</summary>
    private static bool IsOfVertebra(ClinicalCourse course)
    {
        if (IsOfBody(course))
        {
            return true;
        }

        foreach (ref readonly var site in course.Of(MentionKind.Site))
        {
            if (site is not { Concept: SiteConcept { Kind: SiteKind.Spine } } || site.Is(Assertion.NotFactual)
                || !course.Document.TextOf(course.Document.SpanOf(site.FirstToken, site.EndToken)).StartsWith("vertebra", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(site.Sentence, site.FirstToken - VertebraReach, site.EndToken + VertebraReach))
            {
                var isLesion = other.Kind is MentionKind.Tumour or MentionKind.LesionWord || other is { Kind: MentionKind.Spread, Value: "primary" };
                if (isLesion && other.DistanceTo(site) <= VertebraReach && !other.Is(Assertion.NotFactual))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsExtraskeletal(ClinicalCourse course, List<PlacedMention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (_words.Stand(course.Document.TokenArray, Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - BeforeName), mention.EndToken, SiteWord.Extraskeletal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mention of the tumour with a vertebra or a compartment in its sentence.</summary>
    private static bool IsSaidAtSpine(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (!mention.Is(Assertion.NotFactual) && mention.Episode != Episode.Earlier && (course.Has(mention.Sentence, MentionKind.Level) || course.Has(mention.Sentence, MentionKind.Compartment)))
            {
                return true;
            }
        }

        return false;
    }
}
