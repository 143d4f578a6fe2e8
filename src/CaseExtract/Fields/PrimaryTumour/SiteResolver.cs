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

    /// <summary>How well supported a place is that the name of the tumour tells, that of the earlier tumour which it is traced to, and one that follows from what it is.</summary>
    private const double ByName = 5;
    private const double ByEarlierName = 4;
    private const double ByKind = 3;

    /// <summary>The same where no place is told: what the name leaves open, and what is mostly so.</summary>
    private const double ByOpenName = 1;
    private const double ByCustom = 0.5;

    /// <summary>A place so well supported is none that was searched for in vain.</summary>
    private const double Sure = 4;

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
            return new ResolvedSite(implied, tumour.SiteDisplay, diagnosis, ByName);
        }

        if (isMetastatic && OfEarlierTumour(course, tumour) is { } traced)
        {
            return traced;
        }

        if (tumour.Tissue == Tissue.Marrow)
        {
            return (isSpinal ? null : OfPlasmacytoma(course, lesion, tumour, isMetastatic)) ?? new ResolvedSite("C42.1", "Bone marrow", diagnosis, ByKind);
        }

        tumour = tumour with { Tissue = TissueSite.ImpliedBy(tumour.Site, tumour.Tissue) };
        var isSoft = tumour.Tissue == Tissue.Bone && IsExtraskeletal(course, lesion.Mentions);
        var best = _candidates.Best(course, lesion, isSoft ? tumour with { Tissue = Tissue.Soft } : tumour, isMetastatic, Threshold);
        if (isMetastatic && UnknownPrimary.Find(course, lesion) is { } unknown && best is not { Score: > Sure })
        {
            return new ResolvedSite("C80.9", "Unknown primary site", unknown, ByKind);
        }

        if (isSpinal && !isMetastatic && !isSoft && SpinalSite.Of(tumour, compartment, IsForaminal(course), VertebralSeat.IsTold(course), diagnosis) is { } spinal)
        {
            spinal = spinal with { Score = spinal.Score + (VertebralSeat.IsAtSpine(course, lesion) ? SaidAtSpine : NotSaidAtSpine) };
            if (best is null || best.Score < spinal.Score || SpinalSite.IsCode(best.Topography))
            {
                return spinal;
            }
        }

        if (best is { Score: > Threshold })
        {
            return best;
        }

        if (SeatOf(tumour.Morphology) is { } seat)
        {
            return new ResolvedSite(seat.Topography, seat.Display, diagnosis, ByCustom);
        }

        if (tumour.Site is { } general && !isPlaceOnly)
        {
            return new ResolvedSite(general, tumour.SiteDisplay, diagnosis, ByOpenName);
        }

        var isInSkull = IsOfBrain(tumour) || (!isMetastatic && tumour.Tissue == Tissue.Other && HasCraniotomy(course));
        return isInSkull && !isSpinal ? new ResolvedSite("C71.9", "Brain", diagnosis, ByCustom)
            : isMetastatic && tumour.Tissue is Tissue.Epithelial or Tissue.Other ? new ResolvedSite("C80.9", "Unknown primary site", diagnosis, ByCustom)
            : null;
    }

    /// <summary>"like the primary lung cancer".</summary>
    private ResolvedSite? OfEarlierTumour(ClinicalCourse course, TumourConcept tumour) =>
        _earlierTumour.Find(course) is { Concept: TumourConcept { Site: { } site } source } earlier && !TissueSite.IsOpen(site) && !OtherTumour.AreDifferent(source, tumour)
            ? new ResolvedSite(site, source.SiteDisplay, earlier, ByEarlierName)
            : null;

    /// <summary>A plasmacytoma outside bone is of the organ that it stands in.</summary>
    private ResolvedSite? OfPlasmacytoma(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic) =>
        tumour.Morphology is "9731" or "9734"
        && _candidates.Best(course, lesion, tumour with { Tissue = Tissue.Soft }, isMetastatic, Threshold) is { Score: > OrganOfPlasmacytoma, Mention.Concept: SiteConcept { Kind: SiteKind.Organ } } organ
            ? organ
            : null;

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
}
