using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Which place a mention names, and whether a tumour may have arisen there at all.</summary>
internal sealed class NamedPlaceReader(ModelSource models, WordRoles<SiteWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>Of a tumour that is primary, the primary that was searched for is no place.</summary>
    private const string UnknownPrimary = "C80.9";

    /// <summary>The kinds of mentions that name a place.</summary>
    private static readonly MentionKinds Places = MentionKinds.Of(MentionKind.Site) | MentionKind.Region | MentionKind.Tumour | MentionKind.Procedure;

    private readonly TumourPlaces _places = new(models);
    private readonly Landmarks _landmarks = new(models, words, vocabulary);

    /// <summary>Whether a mention is of a kind that names a place, and not a part of another name.</summary>
    public static bool MayName(ClinicalCourse course, PlacedMention mention, TumourConcept tumour)
    {
        if (mention.Kind != MentionKind.Region)
        {
            return Places.Has(mention.Kind);
        }

        return !PlaceName.IsInSiteName(course, mention) && (tumour.Tissue == Tissue.Lymphoid || !PlaceName.IsOfNode(course, mention));
    }

    /// <summary>The place that a mention tells, if any.</summary>
    public NamedPlace Read(ClinicalCourse course, PlacedMention mention, TumourConcept tumour)
    {
        var isOfWomb = PlaceName.IsOfWomb(course, mention);
        if (mention.Kind == MentionKind.Site && _landmarks.Is(course, mention, out var pointedTo))
        {
            return new NamedPlace(pointedTo.Topography, pointedTo.Display, isOfWomb, IsPointedTo: pointedTo.Topography is not null);
        }

        if (isOfWomb)
        {
            return new NamedPlace("C53.9", "Cervix of the uterus", isOfWomb);
        }

        var (topography, display) = TissueSite.Of(mention, tumour);
        return topography is not null && mention.Concept is TumourConcept { Kind: TumourKind.Generic } && PlaceName.Of(course, mention) is { } longer
            ? new NamedPlace(longer.Topography, longer.Display)
            : new NamedPlace(topography, display);
    }

    /// <summary>Whether the tumour may have arisen at a place, by what it is and by how the place is named.</summary>
    public bool MayArise(PlacedMention mention, TumourConcept tumour, NamedPlace place, string topography, bool isMetastatic)
    {
        if (isMetastatic ? MetastasisSeat.Is(mention, tumour) : topography == UnknownPrimary)
        {
            return false;
        }

        return (place.IsOfWomb || !TissueSite.IsImpossible(mention, tumour)) && _places.Allow(tumour.Morphology, topography);
    }
}
