using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>What a metastasis that is told as a fact says of the lesion's origin.</summary>
internal sealed class SpreadDescription(ModelSource models, WordRoles<SpreadWord> words, MetastaticTumour tumours, MetastasisFinding findings, SingleMetastasis singles, AccompanyingSpread accompanying)
{
    private readonly MetastasisPlace _places = new(words);

    public FeatureWeights<OriginFeature> Weights { get; } = new(models, "weights/origin.tsv");

    /// <summary>Fills in the features that its word speaks for.</summary>
    /// <returns>The sum of its weights.</returns>
    public double Describe(ClinicalCourse course, in SpreadMention spread, TumourConcept tumour, bool isBehindOperation, Span<double> values)
    {
        var sum = 0.0;
        var mention = spread.Words;
        var isAdjective = spread.IsAdjective;
        var byPathology = IsByPathology(course, mention);

        // "a metastatic liver tumor" tells where it lies, "metastatic breast cancer" where it came from
        var isPlace = isAdjective && TissueSite.IsPlaceOnly(tumour);
        var ofOrgan = isAdjective && !byPathology && !isPlace && tumours.IsOfOrgan(course, mention, tumour);
        var accompanies = !isAdjective && !spread.HasSource && accompanying.Is(course, mention);
        var isSaidOfMass = !accompanies && !(isAdjective && isBehindOperation) && findings.IsSaidOfMass(course, mention);
        var isSingular = !accompanies && (isSaidOfMass || singles.Is(course, mention));
        Add(OriginFeature.InTitle, spread.IsInTitle, values, ref sum);
        Add(OriginFeature.FromSource, spread.HasSource, values, ref sum);
        Add(OriginFeature.AdjectiveByPathology, isAdjective && byPathology, values, ref sum);
        Add(OriginFeature.Adjective, isAdjective && !byPathology && !ofOrgan, values, ref sum);
        Add(OriginFeature.AdjectiveOfOrgan, ofOrgan, values, ref sum);
        Add(OriginFeature.AdjectiveElsewhere, isAdjective && (isPlace || tumours.IsElsewhere(course, mention, tumour)), values, ref sum);
        Add(OriginFeature.Accompanying, accompanies, values, ref sum);
        Add(OriginFeature.Singular, isSingular, values, ref sum);
        Add(OriginFeature.ToPlace, !accompanies && mention.Episode != Episode.FollowUp && _places.Of(course, mention) is not null, values, ref sum);
        Add(OriginFeature.Confirmed, isSingular && !spread.IsEarlier && (isSaidOfMass || findings.IsConfirmed(course, mention)), values, ref sum);
        Add(OriginFeature.Treated, !isAdjective && !spread.IsEarlier && MetastasisFinding.IsTreated(course, mention), values, ref sum);
        Add(OriginFeature.Reported, isSingular && !spread.IsEarlier && findings.IsReported(course, mention), values, ref sum);
        Add(OriginFeature.AtSpine, MetastasisPlace.IsAtSpine(mention, spread.Spine), values, ref sum);
        return sum;
    }

    private static bool IsByPathology(ClinicalCourse course, PlacedMention mention) =>
        course.Has(mention.Sentence, MentionKind.Plot, "pathology") || course.Has(mention.Sentence, MentionKind.Plot, "final");

    private void Add(OriginFeature feature, bool isSo, Span<double> values, ref double sum)
    {
        if (isSo)
        {
            values[(int)feature] = 1;
            sum += Weights[feature];
        }
    }
}
