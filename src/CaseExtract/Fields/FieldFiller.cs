using System.Collections.ObjectModel;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Clinical course to case record: asks each field for its value.</summary>
internal sealed class FieldFiller(ModelSource models, Vocabulary.Builder vocabulary)
{
    private readonly LesionFinder _lesions = new(models, vocabulary);
    private readonly OperationFinder _operations = new(models, vocabulary);
    private readonly AgeExtractor _age = new(vocabulary);
    private readonly SexExtractor _sex = new();
    private readonly SpinalLevelExtractor _levels = new(models, vocabulary);
    private readonly ImagingSignalExtractor _signals = new(models, vocabulary);
    private readonly ProcedureExtractor _procedures = new();
    private readonly PriorSurgeryExtractor _priorSurgeries = new();
    private readonly ExtentExtractor _extent = new();
    private readonly AdjuvantExtractor _adjuvants = new(models, vocabulary);
    private readonly PresentationExtractor _presentation = new(models, vocabulary);
    private readonly OriginExtractor _origin = new(models, vocabulary);
    private readonly CompartmentExtractor _compartment = new();
    private readonly CordCompressionExtractor _compression = new();
    private readonly SiteResolver _sites = new(models, vocabulary);
    private readonly PrimaryTumourExtractor _primaryTumour = new();
    private readonly MetastasisTimingExtractor _metastasisTiming = new();
    private readonly RecurrenceExtractor _recurrence = new();
    private readonly AgeAtDiagnosisExtractor _ageAtDiagnosis = new();
    private readonly FollowUpExtractor _followUp = new();
    private readonly OutcomeExtractor _outcome = new();
    private readonly SinsExtractor _sins = new(models, vocabulary);
    private readonly ScaleExtractor _scales = new();
    private readonly HistologyExtractor _histology = new(models, vocabulary);

    /// <summary>Why a record says what it says of its tumour: the candidates for the index lesion, and what was weighed for its origin.</summary>
    public TumourReasoning Explain(ClinicalCourse course)
    {
        var lesion = _lesions.Find(course);
        var candidates = _lesions.Candidates(course);
        return new TumourReasoning(candidates, lesion, _origin.Explain(course, lesion))
        {
            CandidateFeatures = [.. candidates.Select(candidate => _lesions.Explain(course, candidate.Best))],
            Ages = _age.Explain(course),
        };
    }

    public CaseRecord Fill(ClinicalCourse course)
    {
        var evidence = new EvidenceFactory(course.Document);
        var lesion = _lesions.Find(course);
        var operations = _operations.Find(course, lesion);
        var levels = _levels.Extract(course, lesion, evidence);
        var compartment = _compartment.Extract(course, evidence);
        var compression = _compression.Extract(course, evidence);
        var hasLevel = levels.Levels.Count > 0 || compartment is not null || compression is not null;
        var origin = _origin.Extract(course, lesion, evidence);
        var site = _sites.Resolve(course, lesion, origin?.Value, compartment?.Value, hasLevel || levels.Regions.Count > 0);
        var histology = _histology.Extract(course, lesion, origin, site, evidence);
        PrimaryOperations.CallEarlier(course, operations, origin, site);
        var performed = IndexOperations.Select(course, operations, lesion, origin, site);
        var sex = _sex.Extract(course, evidence);
        var aftermath = new Aftermath(course);
        var recurrences = RecurrenceFinder.Find(course, lesion, origin, aftermath);
        var isFirstCourse = origin?.Value != "metastatic" && recurrences.Count == 0 && !HasEarlier(operations);
        var age = _age.Extract(course, isFirstCourse ? lesion : IndexLesion.None, origin?.Value == "metastatic", evidence);
        var past = PrimaryPast.Find(course, lesion, site, origin, operations);
        var timing = _metastasisTiming.Extract(course, lesion, origin, site, past, operations, recurrences, evidence);
        var recurrence = _recurrence.Extract(recurrences, timing, evidence);
        var scales = _scales.Extract(course, aftermath, evidence);
        var narrative = course.Document.Narrative;
        return new CaseRecord
        {
            CaseId = course.Number == 1 ? narrative.Id : $"{narrative.Id}#{course.Number}",
            Document = new DocumentInfo
            {
                Id = narrative.Id,
                Path = narrative.Path,
                Sha256 = narrative.Sha256 ?? TextHash.Of(narrative.Text),
                MediaType = narrative.MediaType,
                Title = course.Document.Title,
                Length = evidence.Length,
                Columns = Columns(narrative),
            },
            Age = age,
            Sex = sex,
            PrimaryTumour = _primaryTumour.Extract(course, lesion, site, histology, evidence),
            PriorSurgeries = _priorSurgeries.Extract(course, operations, evidence),
            SpinalLevels = levels.Levels,
            SpinalRegions = levels.Regions,
            ImagingSignals = _signals.Extract(course, evidence),
            Procedures = _procedures.Extract(course, performed, evidence),
            Extent = _extent.Extract(course, performed, evidence),
            Histology = histology,
            Lesion = new Lesion { Origin = origin, Compartment = compartment, CordCompression = compression },
            Presentation = _presentation.Extract(course, evidence),
            Adjuvants = _adjuvants.Extract(course, lesion, performed, evidence),
            AgeAtDiagnosis = _ageAtDiagnosis.Extract(course, lesion, age, origin, past, timing, recurrences, aftermath, evidence),
            MetastasisTiming = timing,
            Recurrence = recurrence,
            FollowUp = _followUp.Extract(course, aftermath, evidence),
            Outcome = _outcome.Extract(course, lesion, aftermath, recurrences, scales, evidence),
            Scales = scales,
            Sins = _sins.Extract(course, lesion, origin, site, levels, compartment, aftermath, scales, evidence),
            Warnings = narrative.Header is { } header ? HeaderComparison.Warnings(header, age, sex) : [],
        };
    }

    private static bool HasEarlier(List<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.IsEarlier)
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyDictionary<string, string> Columns(Narrative narrative)
    {
        if (narrative.Columns.Count == 0)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        // of two columns of one name the first is kept
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in narrative.Columns)
        {
            columns.TryAdd(name, value);
        }

        return columns;
    }
}
