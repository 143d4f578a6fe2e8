using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Whether the index lesion is a metastasis: what is said of spread and of origin is gathered into features (<see cref="OriginFeature"/>), whose
/// weighted sum is the log odds. So a primary with metastases (stage IV) is told from a metastasis that the report is about. Disease of blood,
/// marrow and lymph is neither unless the report calls it primary or solitary.
/// </summary>
internal sealed class OriginExtractor(ModelSource models, Vocabulary.Builder vocabulary)
{
    private readonly OriginFeatureReader _reader = new(models, vocabulary);

    public LesionOrigin? Extract(ClinicalCourse course, IndexLesion lesion, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is not { } tumour)
        {
            return null;
        }

        Span<double> values = stackalloc double[_reader.Weights.Count];
        values.Clear();
        var spread = _reader.Describe(course, lesion, values);
        if (tumour.Tissue is Tissue.Marrow or Tissue.Lymphoid)
        {
            return _reader.FindStatement(course, lesion, isSystemic: true) is { } stated ? Make("primary", 0.8, stated) : null;
        }

        var odds = _reader.Weights.Score(values);
        var probability = 1 / (1 + Math.Exp(-Math.Abs(odds)));
        return odds > 0
            ? Make("metastatic", probability, spread ?? diagnosis)
            : Make("primary", probability, _reader.FindStatement(course, lesion, isSystemic: false) ?? diagnosis);

        LesionOrigin Make(string value, double confidence, PlacedMention mention) => new()
        {
            Value = value,
            Confidence = Math.Round(Math.Clamp(confidence, 0.5, 0.98), 2),
            Evidence = evidence.Of(mention),
        };
    }

    /// <summary>The features of a case that are not zero, with their weights.</summary>
    public IReadOnlyList<WeighedFeature> Explain(ClinicalCourse course, IndexLesion lesion)
    {
        var weighed = new List<WeighedFeature>();
        if (lesion.Tumour is null)
        {
            return weighed;
        }

        Span<double> values = stackalloc double[_reader.Weights.Count];
        values.Clear();
        _reader.Describe(course, lesion, values);
        foreach (var feature in Enum.GetValues<OriginFeature>())
        {
            if (values[(int)feature] != 0)
            {
                weighed.Add(new WeighedFeature(FeatureWeights<OriginFeature>.NameOf(feature), values[(int)feature], _reader.Weights[feature]));
            }
        }

        return weighed;
    }
}
