using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// The behaviour of the index lesion, from the text before the name: metastatic is 6, then "benign", "malignant", "in situ", "borderline" beside
/// a mention of the tumour, then what the name implies. What has spread or invades is not in situ, and a tumour without a name that has spread is malignant.
/// </summary>
internal sealed class BehaviourReader(Vocabulary.Builder vocabulary)
{
    /// <summary>Its behaviour is its maturity.</summary>
    private const string Teratoma = "9080";

    private readonly BehaviourWords _words = new(vocabulary);
    private readonly InvasionReader _invasion = new(vocabulary);

    /// <returns>The digit, or <see langword="null"/> where neither the text nor the name tells.</returns>
    public string? Read(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic)
    {
        var named = NamedBehaviour(course, lesion, tumour)
            ?? (tumour.Morphology == Teratoma ? _words.MaturityBefore(course, lesion.Diagnosis!.Value) : null)
            ?? tumour.Behaviour switch
            {
                '\0' => BehaviourOfNames(lesion),
                '1' => BehaviourOfLongerName(course, lesion) ?? '1',
                var own => own,
            };
        if (isMetastatic)
        {
            return named is null or '2' or '3' ? "6" : named.ToString();
        }

        if (named is '2' && (InvasionReader.HasSpread(course) || _invasion.IsTold(course, lesion)))
        {
            return "3";
        }

        return named?.ToString() ?? (InvasionReader.HasSpread(course) ? "3" : null);
    }

    /// <summary>The last behaviour that any name of an unnamed tumour tells: "the tumor … a malignant tumor".</summary>
    private static char? BehaviourOfNames(IndexLesion lesion)
    {
        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            var mention = lesion.Mentions[index];
            if (mention is { Episode: not Episode.General, Concept: TumourConcept { Behaviour: not ('\0' or '1') } name } && !mention.Is(Assertion.NotFactual)
                && (name.Site is null || lesion.Tumour!.Site is null || name.Site == lesion.Tumour.Site))
            {
                return name.Behaviour;
            }
        }

        return null;
    }

    /// <summary>What the same name told elsewhere with a word more before it says: "a benign teratoma … histology confirmed a teratoma".</summary>
    private static char? BehaviourOfLongerName(ClinicalCourse course, IndexLesion lesion)
    {
        var diagnosis = lesion.Diagnosis!.Value;
        var length = diagnosis.EndToken - diagnosis.FirstToken;
        foreach (var mention in lesion.Mentions)
        {
            if (mention is { Episode: not Episode.General, Concept: TumourConcept { Behaviour: not ('\0' or '1') } name } && !mention.Is(Assertion.NotFactual)
                && mention.EndToken - mention.FirstToken > length && EndsAlike(mention.EndToken))
            {
                return name.Behaviour;
            }
        }

        return null;

        bool EndsAlike(int end)
        {
            var tokens = course.Document.TokenArray;
            for (var back = 1; back <= length; back++)
            {
                if (tokens[end - back].Word != tokens[diagnosis.EndToken - back].Word)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>What stands beside the diagnosis, else beside another mention of the same tumour; in "a benign adenoma had turned into an adenocarcinoma" it is beside another.</summary>
    private char? NamedBehaviour(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour)
    {
        if (_words.Beside(course, lesion.Diagnosis!.Value) is { } beside)
        {
            return beside;
        }

        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            var mention = lesion.Mentions[index];
            var isOpposite = mention.Concept is TumourConcept { Behaviour: '0' or '3' } other && tumour.Behaviour is '0' or '3' && other.Behaviour != tumour.Behaviour;
            if (!mention.Is(Assertion.NotFactual) && !isOpposite && _words.Beside(course, mention) is { } named && named != '3')
            {
                return named;
            }
        }

        return null;
    }
}
