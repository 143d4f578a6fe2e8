using System.Globalization;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// The interval of the Spinal Instability Neoplastic Score (Fisher et al., Spine 2010;35:E1221): for a tumour of the vertebral column whose level is known, the
/// sum of what each component may be. A stated total outranks the sum. Tumours inside the dura, and of nerves and meninges, have no such score.
/// </summary>
internal sealed class SinsExtractor(ModelSource models, Vocabulary.Builder vocabulary)
{
    private readonly WordRoles<StabilityWord> _roles = new(models, "rules/stability.tsv", vocabulary);

    /// <summary>Totals from which the spine is potentially unstable, and unstable.</summary>
    private const int Indeterminate = 7, Unstable = 13;

    public Sins? Extract(ClinicalCourse course, IndexLesion lesion, LesionOrigin? origin, ResolvedSite? site, LesionLevels levels, Compartment? compartment, Aftermath aftermath, IReadOnlyList<ScaleValue> scales, EvidenceFactory evidence)
    {
        var stated = scales.FirstOrDefault(scale => scale is { Kind: "sins", Time: null or "preoperative" });
        if (stated is null && (levels.Levels.Count == 0 || !IsOfColumn(lesion, compartment) || (origin is { Value: "primary" } && site is not null && !MayLieInColumn(site.Topography))))
        {
            return null;
        }

        var words = new StabilityWords(course, aftermath, _roles);
        var components = new List<SinsComponent>(6) { Location(levels.Levels) };
        Add("pain", SinsComponents.Pain(words));
        Add("bone-lesion", SinsComponents.Bone(words));
        Add("alignment", SinsComponents.Alignment(words));
        Add("collapse", SinsComponents.Collapse(words));
        Add("posterolateral", SinsComponents.Posterolateral(words));

        var total = stated is null ? -1 : int.Parse(stated.Value, CultureInfo.InvariantCulture);
        int lower = total, upper = total;
        IReadOnlyList<Evidence> said = [];
        if (stated is null)
        {
            (lower, upper) = (0, 0);
            foreach (var component in components)
            {
                (lower, upper) = (lower + component.Lower, upper + component.Upper);
                said = EvidenceFactory.Join(said, component.Evidence);
            }
        }

        return new Sins
        {
            Lower = lower,
            Upper = upper,
            Stability = upper < Indeterminate ? "stable" : lower >= Unstable ? "unstable" : lower >= Indeterminate && upper < Unstable ? "indeterminate" : null,
            IsStated = stated is not null,
            Components = components,
            Confidence = stated?.Confidence ?? LeastConfidence(levels.Levels),
            Evidence = stated?.Evidence ?? said,
        };

        void Add(string name, PointRange range) =>
            components.Add(new SinsComponent { Component = name, Lower = range.Lower, Upper = range.Upper, Evidence = evidence.Of(range.Words) });
    }

    private static double LeastConfidence(IReadOnlyList<SpinalLevelValue> levels)
    {
        var least = levels[0].Confidence;
        for (var index = 1; index < levels.Count; index++)
        {
            least = Math.Min(least, levels[index].Confidence);
        }

        return least;
    }

    private static SinsComponent Location(IReadOnlyList<SpinalLevelValue> levels)
    {
        int lower = levels.Count == 0 ? 0 : SinsLocation.Greatest, upper = levels.Count == 0 ? SinsLocation.Greatest : 0;
        IReadOnlyList<Evidence> evidence = [];
        foreach (var level in levels)
        {
            if (VertebralLevel.TryParse(level.Level, out var vertebra))
            {
                var points = SinsLocation.PointsOf(vertebra);
                (lower, upper) = (Math.Min(lower, points), Math.Max(upper, points));
                evidence = EvidenceFactory.Join(evidence, level.Evidence);
            }
        }

        return new SinsComponent { Component = "location", Lower = lower, Upper = upper, Evidence = evidence };
    }

    /// <summary>Bone, marrow, nodes and the epidural space: a primary of any other organ, the cord and the cauda equina among them, has no level in the column, whatever "C5" or "L4" stands for.</summary>
    private static bool MayLieInColumn(string topography) =>
        topography.StartsWith("C40", StringComparison.Ordinal) || topography.StartsWith("C41", StringComparison.Ordinal) || topography.StartsWith("C42", StringComparison.Ordinal)
        || topography.StartsWith("C77", StringComparison.Ordinal) || topography.StartsWith("C80", StringComparison.Ordinal) || topography is "C72.9";

    /// <summary>A tumour of the vertebral column or epidural space.</summary>
    private static bool IsOfColumn(IndexLesion lesion, Compartment? compartment) =>
        lesion is { IsTumour: true, Tumour: not { Tissue: Tissue.Nerve or Tissue.Meninges or Tissue.Glial } }
        && compartment is not { Value: "intradural-extramedullary" or "intramedullary" };
}
