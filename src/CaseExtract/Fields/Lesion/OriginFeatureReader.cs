using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Gathers what a course says of spread and of origin into <see cref="OriginFeature"/>s: each word of spread first, then the course as a whole.</summary>
internal sealed class OriginFeatureReader
{
    /// <summary>The one tumour whose ICD-O-3.2 name says that it has spread and whose behaviour does not.</summary>
    private const string MetastasizingLeiomyoma = "8898";

    private readonly MetastaticTumour _tumours;
    private readonly MetastasisPlace _places;
    private readonly MetastasisFinding _findings;
    private readonly SingleMetastasis _singles;
    private readonly AccompanyingSpread _accompanying;
    private readonly SpreadSource _sources;
    private readonly PrimaryStatement _statement;
    private readonly EarlierTumourPhrase _earlierTumour;
    private readonly BehaviourWords _behaviours;

    public OriginFeatureReader(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<SpreadWord>(models, "rules/spread-word.tsv", vocabulary);
        _tumours = new MetastaticTumour(words, vocabulary);
        _places = new MetastasisPlace(words);
        _findings = new MetastasisFinding(words, vocabulary);
        _singles = new SingleMetastasis(words);
        _accompanying = new AccompanyingSpread(words, _singles, vocabulary);
        _sources = new SpreadSource(words, vocabulary);
        _statement = new PrimaryStatement(vocabulary);
        _earlierTumour = new EarlierTumourPhrase(vocabulary);
        _behaviours = new BehaviourWords(vocabulary);
        Weights = new FeatureWeights<OriginFeature>(models, "weights/origin.tsv");
    }

    public FeatureWeights<OriginFeature> Weights { get; }

    /// <summary>The words that call the lesion primary.</summary>
    public PlacedMention? FindStatement(ClinicalCourse course, IndexLesion lesion, bool isSystemic) => _statement.Find(course, lesion, isSystemic);

    /// <summary>Fills in the features.</summary>
    /// <returns>The mention that speaks loudest of a metastasis.</returns>
    public PlacedMention? Describe(ClinicalCourse course, IndexLesion lesion, Span<double> values)
    {
        var tumour = lesion.Tumour!;
        values[(int)OriginFeature.Bias] = 1;
        PlacedMention? best = null;
        var bestWeight = double.NegativeInfinity;
        var operated = PrimaryHistory.FirstOperation(course);
        var pathology = PrimaryHistory.LastPathology(course);
        var firstNamed = LaterSpread.FirstNamed(lesion);
        int count = 0, nodes = 0;
        var spine = (Sentence: -1, Place: (PlacedMention?)null);
        bool hasPresent = false, isLater = true, hasRecurrence = false, isSuspected = false, isStageSuspected = false;
        values[(int)OriginFeature.UnknownPrimary] = UnknownPrimary.Find(course, lesion) is null ? 0 : 1;
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            switch (mention.Value)
            {
                case "recurrence" when !mention.Is(Assertion.NotFactual):
                    hasRecurrence = true;
                    continue;
                case not "metastasis":
                    continue;
            }

            var inTitle = course.SentenceOf(mention).Section == SectionKind.Title;
            if (!inTitle && mention.Is(Assertion.Negated) && !mention.Is(Assertion.NotPatient))
            {
                values[(int)OriginFeature.Denied] = _singles.IsOther(course, mention) ? values[(int)OriginFeature.Denied] : 1;
                continue;
            }

            if (!inTitle && mention.Is(Assertion.NotPatient | Assertion.Hypothetical))
            {
                continue;
            }

            if (mention.Episode == Episode.Earlier && lesion.Diagnosis?.Episode != Episode.Earlier && (mention.IsDated || mention.Is(Assertion.Historical)))
            {
                values[(int)OriginFeature.InHistory] = 1;
                continue;
            }

            var said = _tumours.Of(course, mention);
            var source = _sources.Of(course, mention);
            if (OtherTumour.Is(lesion, said) || OtherTumour.Is(lesion, source))
            {
                values[(int)OriginFeature.OfOtherTumour] = 1;
                continue;
            }

            var isAdjective = said is { } named && (lesion.Has(named) || named.Concept is TumourConcept { Morphology: not null } or TumourConcept { Site: not null });
            // "suggestive of metastatic carcinoma" is what a pathologist says; what was "suspected to be a metastasis of the carcinoma" before is for the pathologist to say
            if (!inTitle && mention.Is(Assertion.Uncertain) && !(isAdjective && IsPathologists(course, mention, pathology)))
            {
                isSuspected |= _singles.Is(course, mention);
                isStageSuspected = true;
                values[(int)OriginFeature.SuspectedAndSampled] = Math.Max(values[(int)OriginFeature.SuspectedAndSampled], mention.Episode == Episode.Present && _singles.Is(course, mention) && MetastasisFinding.IsTreated(course, mention) ? 1 : 0);
                continue;
            }

            // a node that is all that was found of a cancer is the lesion
            if (values[(int)OriginFeature.UnknownPrimary] == 0 && MetastasisPlace.IsOfNodes(course, mention))
            {
                nodes++;
                continue;
            }

            count++;
            spine = spine.Sentence == mention.Sentence ? spine : (mention.Sentence, MetastasisPlace.SpineIn(course, mention.Sentence));
            if (!LaterSpread.IsLongPast(source) && !MetastasisPlace.IsAtSpine(mention, spine.Place) && LaterSpread.Is(course, mention, firstNamed, operated))
            {
                continue;
            }

            var sum = DescribeSpread(course, mention, spine.Place, tumour, isAdjective, source is not null, inTitle, operated >= 0 && mention.Sentence > operated, values);
            hasPresent |= mention.Episode is Episode.Present or Episode.FollowUp;
            isLater &= mention.Episode == Episode.FollowUp || (operated >= 0 && mention.Sentence > operated);
            if (sum > bestWeight)
            {
                bestWeight = sum;
                best = mention;
            }
        }

        var isEarlier = PrimaryHistory.IsEarlier(course, lesion);
        values[(int)OriginFeature.Count] = Math.Min(4, count);
        values[(int)OriginFeature.Suspected] = isSuspected || (isStageSuspected && count == 0) ? 1 : 0;
        values[(int)OriginFeature.NodesOnly] = count == 0 && nodes > 0 ? 1 : 0;
        values[(int)OriginFeature.Later] = count > 0 && isLater ? 1 : 0;
        values[(int)OriginFeature.PrimaryEarlier] = isEarlier && hasPresent ? 1 : 0;
        values[(int)OriginFeature.RecurrenceOfEarlier] = hasRecurrence && isEarlier && count == 0 ? 1 : 0;
        values[(int)OriginFeature.StrangerAtSpine] = SpinalLesion.IsStranger(tumour) && SpinalLesion.IsTold(course) ? 1 : 0;
        values[(int)OriginFeature.DiagnosisEarlier] = count > 0 && hasPresent && PrimaryHistory.IsOnlyEarlier(lesion) ? 1 : 0;
        values[(int)OriginFeature.OrganExamined] = ExaminedOrgan.IsPrimary(course, lesion) ? 1 : 0;
        values[(int)OriginFeature.OtherOrganExamined] = ExaminedOrgan.IsOther(course, lesion) ? 1 : 0;
        values[(int)OriginFeature.OpensWithSpread] = count > 0 && ((isEarlier && PrimaryHistory.OpensWithSpread(course)) || PrimaryHistory.IsFirstNamedAsSpread(course, lesion)) ? 1 : 0;
        values[(int)OriginFeature.TracedToEarlier] = _earlierTumour.Find(course) is null ? 0 : 1;
        values[(int)OriginFeature.NamedMetastasizing] = tumour.Morphology == MetastasizingLeiomyoma ? 1 : 0;
        values[(int)OriginFeature.CalledPrimary] = _statement.Find(course, lesion, isSystemic: false) is null ? 0 : 1;
        values[(int)OriginFeature.NotMalignant] = tumour is { Kind: TumourKind.Tumour, Behaviour: '0' or '1' or '2' } && _behaviours.Beside(course, lesion.Diagnosis!.Value) is not '3' ? 1 : 0;
        return best;
    }

    /// <summary>What one word of spread says.</summary>
    /// <returns>The sum of its weights.</returns>
    private double DescribeSpread(ClinicalCourse course, PlacedMention mention, PlacedMention? spine, TumourConcept tumour, bool isAdjective, bool hasSource, bool inTitle, bool isBehindOperation, Span<double> values)
    {
        var sum = 0.0;
        var byPathology = IsByPathology(course, mention);

        // "a metastatic liver tumor" tells where it lies, "metastatic breast cancer" where it came from
        var isPlace = isAdjective && TissueSite.IsPlaceOnly(tumour);
        var ofOrgan = isAdjective && !byPathology && !isPlace && _tumours.IsOfOrgan(course, mention, tumour);
        var accompanies = !isAdjective && !hasSource && _accompanying.Is(course, mention);
        var isSaidOfMass = !accompanies && !(isAdjective && isBehindOperation) && _findings.IsSaidOfMass(course, mention);
        var isSingular = !accompanies && (isSaidOfMass || _singles.Is(course, mention));
        Add(OriginFeature.InTitle, inTitle, values, ref sum);
        Add(OriginFeature.FromSource, hasSource, values, ref sum);
        Add(OriginFeature.AdjectiveByPathology, isAdjective && byPathology, values, ref sum);
        Add(OriginFeature.Adjective, isAdjective && !byPathology && !ofOrgan, values, ref sum);
        Add(OriginFeature.AdjectiveOfOrgan, ofOrgan, values, ref sum);
        Add(OriginFeature.AdjectiveElsewhere, isAdjective && (isPlace || _tumours.IsElsewhere(course, mention, tumour)), values, ref sum);
        Add(OriginFeature.Accompanying, accompanies, values, ref sum);
        Add(OriginFeature.Singular, isSingular, values, ref sum);
        Add(OriginFeature.ToPlace, !accompanies && mention.Episode != Episode.FollowUp && _places.Of(course, mention) is not null, values, ref sum);
        Add(OriginFeature.Confirmed, isSingular && mention.Episode != Episode.Earlier && (isSaidOfMass || _findings.IsConfirmed(course, mention)), values, ref sum);
        Add(OriginFeature.Treated, !isAdjective && mention.Episode != Episode.Earlier && MetastasisFinding.IsTreated(course, mention), values, ref sum);
        Add(OriginFeature.Reported, isSingular && mention.Episode != Episode.Earlier && _findings.IsReported(course, mention), values, ref sum);
        Add(OriginFeature.AtSpine, MetastasisPlace.IsAtSpine(mention, spine), values, ref sum);
        return sum;
    }

    /// <summary>Whether a doubt is the pathologist's: told behind a word for the examination, or behind the last of them.</summary>
    private static bool IsPathologists(ClinicalCourse course, PlacedMention mention, int lastPathology)
    {
        if (mention.Sentence > lastPathology)
        {
            return true;
        }

        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.Plot))
        {
            if (other.FirstToken >= mention.FirstToken)
            {
                return false;
            }

            if (other.Value is "pathology" or "final")
            {
                return true;
            }
        }

        return false;
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
