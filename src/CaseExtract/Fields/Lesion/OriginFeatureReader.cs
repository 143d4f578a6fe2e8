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

    /// <summary>More words of spread say no more.</summary>
    private const int MostCounted = 4;

    private readonly MetastaticTumour _tumours;
    private readonly SpreadDescription _descriptions;
    private readonly SingleMetastasis _singles;
    private readonly SpreadSource _sources;
    private readonly PrimaryStatement _statement;
    private readonly EarlierTumourPhrase _earlierTumour;
    private readonly BehaviourWords _behaviours;

    public OriginFeatureReader(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<SpreadWord>(models, "rules/spread-word.tsv", vocabulary);
        _tumours = new MetastaticTumour(words, vocabulary);
        _singles = new SingleMetastasis(words);
        _sources = new SpreadSource(words, vocabulary);
        _statement = new PrimaryStatement(vocabulary);
        _earlierTumour = new EarlierTumourPhrase(vocabulary);
        _behaviours = new BehaviourWords(vocabulary);
        _descriptions = new SpreadDescription(models, words, _tumours, new MetastasisFinding(words, vocabulary), _singles, new AccompanyingSpread(words, _singles, vocabulary));
    }

    public FeatureWeights<OriginFeature> Weights => _descriptions.Weights;

    /// <summary>The words that call the lesion primary.</summary>
    public PlacedMention? FindStatement(ClinicalCourse course, IndexLesion lesion, bool isSystemic) => _statement.Find(course, lesion, isSystemic);

    /// <summary>Fills in the features.</summary>
    /// <returns>The mention that speaks loudest of a metastasis.</returns>
    public PlacedMention? Describe(ClinicalCourse course, IndexLesion lesion, Span<double> values)
    {
        values[(int)OriginFeature.Bias] = 1;
        values[(int)OriginFeature.UnknownPrimary] = UnknownPrimary.Find(course, lesion) is null ? 0 : 1;
        var told = new ToldSpread(course, lesion);
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            switch (mention.Value)
            {
                case "recurrence":
                    told.HasRecurrence |= !mention.Is(Assertion.NotFactual);
                    break;
                case "metastasis":
                    DescribeMention(course, lesion, mention, told, values);
                    break;
            }
        }

        DescribeCourse(course, lesion, told, values);
        return told.Best;
    }

    /// <summary>A word of spread: what is denied, of others, of the past or suspected says something of its own; what is left is told as a fact.</summary>
    private void DescribeMention(ClinicalCourse course, IndexLesion lesion, PlacedMention mention, ToldSpread told, Span<double> values)
    {
        // a title is no sentence that could deny or suspect
        var inTitle = course.SentenceOf(mention).Section == SectionKind.Title;
        if (!inTitle && mention.Is(Assertion.Negated | Assertion.NotPatient | Assertion.Hypothetical))
        {
            if (mention.Is(Assertion.Negated) && !mention.Is(Assertion.NotPatient) && !_singles.IsOther(course, mention))
            {
                values[(int)OriginFeature.Denied] = 1;
            }

            return;
        }

        if (mention.Episode == Episode.Earlier && lesion.Diagnosis?.Episode != Episode.Earlier && (mention.IsDated || mention.Is(Assertion.Historical)))
        {
            values[(int)OriginFeature.InHistory] = 1;
            return;
        }

        var said = _tumours.Of(course, mention);
        var source = _sources.Of(course, mention);
        if (OtherTumour.Is(lesion, said) || OtherTumour.Is(lesion, source))
        {
            values[(int)OriginFeature.OfOtherTumour] = 1;
            return;
        }

        // "suggestive of metastatic carcinoma" is what a pathologist says; what was "suspected to be a metastasis of the carcinoma" before is for the pathologist to say
        var isAdjective = said is { } named && (lesion.Has(named) || named.Concept is TumourConcept { Morphology: not null } or TumourConcept { Site: not null });
        if (!inTitle && mention.Is(Assertion.Uncertain) && !(isAdjective && IsPathologists(course, mention, told.LastPathology)))
        {
            DescribeSuspicion(course, mention, told, values);
            return;
        }

        // a node that is all that was found of a cancer is the lesion
        if (values[(int)OriginFeature.UnknownPrimary] == 0 && MetastasisPlace.IsOfNodes(course, mention))
        {
            told.Nodes++;
            return;
        }

        told.Count++;
        var spread = new SpreadMention(mention, told.SpineIn(mention.Sentence), inTitle, isAdjective, source is not null);
        var mayBeLater = !LaterSpread.IsLongPast(source) && !MetastasisPlace.IsAtSpine(mention, spread.Spine);
        if (!mayBeLater || !LaterSpread.Is(course, mention, told.FirstNamed, told.Operated))
        {
            told.Take(mention, _descriptions.Describe(course, spread, lesion.Tumour!, told.IsBehindOperation(mention), values));
        }
    }

    private void DescribeSuspicion(ClinicalCourse course, PlacedMention mention, ToldSpread told, Span<double> values)
    {
        var isLesion = _singles.Is(course, mention);
        told.IsSuspected |= isLesion;
        told.IsAnySuspected = true;
        if (isLesion && mention.Episode == Episode.Present && MetastasisFinding.IsTreated(course, mention))
        {
            values[(int)OriginFeature.SuspectedAndSampled] = 1;
        }
    }

    /// <summary>What the course says as a whole.</summary>
    private void DescribeCourse(ClinicalCourse course, IndexLesion lesion, ToldSpread told, Span<double> values)
    {
        var tumour = lesion.Tumour!;
        var isEarlier = PrimaryHistory.IsEarlier(course, lesion);
        var hasSpread = told.Count > 0;
        var opensWithSpread = hasSpread && ((isEarlier && PrimaryHistory.OpensWithSpread(course)) || PrimaryHistory.IsFirstNamedAsSpread(course, lesion));
        var isNotMalignant = tumour is { Kind: TumourKind.Tumour, Behaviour: '0' or '1' or '2' } && _behaviours.Beside(course, lesion.Diagnosis!.Value) is not '3';
        values[(int)OriginFeature.Count] = Math.Min(MostCounted, told.Count);
        Set(values, OriginFeature.Suspected, told.IsSuspected || (told.IsAnySuspected && !hasSpread));
        Set(values, OriginFeature.NodesOnly, !hasSpread && told.Nodes > 0);
        Set(values, OriginFeature.Later, hasSpread && told.IsLater);
        Set(values, OriginFeature.PrimaryEarlier, isEarlier && told.HasPresent);
        Set(values, OriginFeature.RecurrenceOfEarlier, told.HasRecurrence && isEarlier && !hasSpread);
        Set(values, OriginFeature.StrangerAtSpine, SpinalLesion.IsStranger(tumour) && SpinalLesion.IsTold(course));
        Set(values, OriginFeature.DiagnosisEarlier, hasSpread && told.HasPresent && PrimaryHistory.IsOnlyEarlier(lesion));
        Set(values, OriginFeature.OrganExamined, ExaminedOrgan.IsPrimary(course, lesion));
        Set(values, OriginFeature.OtherOrganExamined, ExaminedOrgan.IsOther(course, lesion));
        Set(values, OriginFeature.OpensWithSpread, opensWithSpread);
        Set(values, OriginFeature.TracedToEarlier, _earlierTumour.Find(course) is not null);
        Set(values, OriginFeature.NamedMetastasizing, tumour.Morphology == MetastasizingLeiomyoma);
        Set(values, OriginFeature.CalledPrimary, _statement.Find(course, lesion, isSystemic: false) is not null);
        Set(values, OriginFeature.NotMalignant, isNotMalignant);
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

    private static void Set(Span<double> values, OriginFeature feature, bool isSo) => values[(int)feature] = isSo ? 1 : 0;
}
