using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>What speaks for and against a mention of a place as that of the primary tumour: where and when it is told, what was done there, which tumour is named with it.</summary>
internal sealed class SiteFeatureReader(BroaderMorphologies broader, WordRoles<SiteWord> words)
{
    private readonly SiteSurroundings _surroundings = new(broader, words);
    private readonly SiteSpread _spread = new(words);

    public void Describe(ClinicalCourse course, IndexLesion lesion, PlacedMention mention, TumourConcept tumour, bool isMetastatic, Span<double> values)
    {
        var section = course.SentenceOf(mention).Section;
        var inTitle = section == SectionKind.Title;
        Set(values, SiteFeature.InTitle, inTitle);
        Set(values, SiteFeature.InGeneral, section is SectionKind.Discussion or SectionKind.Background or SectionKind.Caption);

        // a clause of general knowledge before the diagnosis marks the whole sentence: "such metastases are rare; ours was a schwannoma of the cauda equina"
        var unlike = Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical;
        var diagnosed = lesion.Diagnosis!.Value;
        unlike &= diagnosed.Sentence == mention.Sentence && mention.FirstToken >= diagnosed.FirstToken ? ~diagnosed.Assertion : ~Assertion.Affirmed;
        Set(values, SiteFeature.NotFactual, !inTitle && mention.Is(unlike));
        Set(values, SiteFeature.Uncertain, !inTitle && mention.Is(Assertion.Uncertain));
        Set(values, SiteFeature.EarlierOfMetastasis, isMetastatic && mention.Episode == Episode.Earlier);

        // "orchiectomy for seminoma six years ago": what was done for the diagnosis belongs to its time
        var isOfItsTime = !isMetastatic && mention.Concept is ProcedureConcept && mention.Sentence == diagnosed.Sentence && mention.Episode == diagnosed.Episode;
        Set(values, SiteFeature.EarlierOfPrimary, !isMetastatic && mention.Episode == Episode.Earlier && !isOfItsTime);
        switch (mention.Concept)
        {
            case ProcedureConcept:
                Set(values, SiteFeature.OrganRemoved, true);
                Set(values, SiteFeature.OrganRemovedInTime, isOfItsTime || isMetastatic == (mention.Episode == Episode.Earlier));
                return;
            case TumourConcept { Kind: TumourKind.Generic } generic:
                Set(values, SiteFeature.OrganTumour, true);
                Set(values, SiteFeature.PlaceOfMetastasis, isMetastatic && TissueSite.IsPlaceOnly(generic));
                Set(values, SiteFeature.OfDiagnosis, mention.FirstToken == diagnosed.FirstToken && !(isMetastatic && TissueSite.IsPlaceOnly(generic)));
                _spread.Describe(course, mention, values);
                return;
            case TumourConcept other:
                Set(values, SiteFeature.OtherTumour, true);
                Set(values, SiteFeature.SameTumour, other.Morphology is { } named && (named == tumour.Morphology || (tumour.Morphology is { } diagnosis && broader.IsBroader(named, diagnosis))));
                if (isMetastatic || !OtherTumour.AreDifferent(other, tumour))
                {
                    _spread.Describe(course, mention, values);   // where another tumour went is not where this one arose
                }

                // "a histological diagnosis of metastatic breast carcinoma": the diagnosis itself, by a name that says less
                Set(values, SiteFeature.OfDiagnosis, isMetastatic && values[(int)SiteFeature.SourceOfSpread] > 0 && course.Has(mention.Sentence, MentionKind.Plot, "final"));
                return;
            default:
                Set(values, SiteFeature.Region, mention.Kind == MentionKind.Region);
                _surroundings.Describe(course, lesion, mention, tumour, values);
                if (isMetastatic && SiteSample.GaveMetastasis(course, mention))
                {
                    values[(int)SiteFeature.OfDiagnosis] = values[(int)SiteFeature.OfLesion] = 0;
                    Set(values, SiteFeature.PlaceOfSpread, true);
                }

                if (!isMetastatic && SiteLabel.IsBefore(course, mention) && !TissueSite.IsImpossible(mention, tumour))
                {
                    values[(int)SiteFeature.OfDiagnosis] = 1;
                    values[(int)SiteFeature.StrangeTissue] = 0;
                }

                Set(values, SiteFeature.Sampled, tumour.Tissue == Tissue.Lymphoid && mention.Episode != Episode.Earlier && values[(int)SiteFeature.OfOtherTumour] == 0 && SiteSample.Gave(course, lesion, mention, tumour));
                if (isMetastatic && (PlaceName.IsInPlaceName(course, mention) || (tumour.Morphology is null && mention.Episode != Episode.Earlier && values[(int)SiteFeature.OfDiagnosis] > 0)))
                {
                    values[(int)SiteFeature.OfDiagnosis] = values[(int)SiteFeature.OfLesion] = 0;   // the place of an unnamed metastasis
                    Set(values, SiteFeature.PlaceOfMetastasis, true);
                }

                return;
        }
    }

    private static void Set(Span<double> values, SiteFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
