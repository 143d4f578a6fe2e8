using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// The imaging appearances of the index lesion: its signal on each MRI sequence, its enhancement, density and uptake, one value for each.
/// </summary>
internal sealed class ImagingSignalExtractor
{
    public const string File = "rules/imaging.tsv";

    private readonly SignalReader _signals;
    private readonly EnhancementReader _enhancement;
    private readonly DensityReader _density;

    public ImagingSignalExtractor(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<ImagingWord>(models, File, vocabulary);
        _signals = new SignalReader(words);
        _enhancement = new EnhancementReader(words);
        _density = new DensityReader(words);
    }

    public IReadOnlyList<ImagingSignal> Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        if (!NamesAny(course))
        {
            return [];
        }

        var found = new List<FoundSignal>(8);
        var previous = -1;
        foreach (var sentence in course.SentenceIndexes)
        {
            if (course.Document.SentenceArray[sentence].Section.IsExcluded())
            {
                continue;
            }

            _signals.Read(course, sentence, previous == sentence - 1 ? previous : -1, evidence, found);
            _enhancement.Read(course, sentence, evidence, found);
            _density.Read(course, sentence, evidence, found);
            previous = sentence;
        }

        return found.Count switch { 0 => [], 1 => [found[0].Signal], _ => Merge(found) };
    }

    /// <summary>Most reports at large name nothing of an image: then no sentence is looked at.</summary>
    private static bool NamesAny(ClinicalCourse course) =>
        !course.Of(MentionKind.Sequence).IsEmpty || !course.Of(MentionKind.Enhancement).IsEmpty || !course.Of(MentionKind.Density).IsEmpty || !course.Of(MentionKind.Uptake).IsEmpty;

    /// <summary>
    /// One value for each sequence; the evidence of equal ones is joined, and two signals of one sequence are mixed. An enhancing lesion with a
    /// part that does not enhance enhances.
    /// </summary>
    private static List<ImagingSignal> Merge(List<FoundSignal> found)
    {
        var lowest = new Dictionary<(string Kind, string? Sequence), int>();
        foreach (var one in found)
        {
            var key = (one.Signal.Kind, one.Signal.Sequence);
            lowest[key] = lowest.TryGetValue(key, out var known) ? Math.Min(known, one.Rank) : one.Rank;
        }

        var merged = new List<ImagingSignal>();
        var evidence = new List<List<Evidence>>();
        foreach (var one in found)
        {
            var signal = one.Signal;
            if (one.Rank > lowest[(signal.Kind, signal.Sequence)])
            {
                continue;
            }

            var index = PlaceOf(merged, signal);
            if (index < 0)
            {
                merged.Add(signal);
                evidence.Add([.. signal.Evidence]);
                continue;
            }

            var known = merged[index];
            evidence[index].AddRange(signal.Evidence);
            merged[index] = known with
            {
                Value = known.Value == signal.Value ? known.Value : "mixed",
                Pattern = known.Pattern ?? signal.Pattern,
                Agent = known.Agent ?? signal.Agent,
                Modality = known.Modality ?? signal.Modality,
                Confidence = Math.Max(known.Confidence, signal.Confidence),
            };
        }

        for (var index = 0; index < merged.Count; index++)
        {
            if (evidence[index].Count > 1)
            {
                merged[index] = merged[index] with { Evidence = [.. evidence[index].Distinct().OrderBy(static one => one.Start).ThenBy(static one => one.End)] };
            }
        }

        foreach (var kind in (ReadOnlySpan<string>)["enhancement", "uptake"])
        {
            if (merged.Exists(signal => signal.Kind == kind && signal.Value == "present"))
            {
                merged.RemoveAll(signal => signal.Kind == kind && signal.Value == "absent");
            }
        }

        return merged;
    }

    /// <summary>Where the value stands that a signal says more of, or -1.</summary>
    private static int PlaceOf(List<ImagingSignal> merged, ImagingSignal signal)
    {
        for (var index = 0; index < merged.Count; index++)
        {
            var other = merged[index];
            if (other.Kind == signal.Kind && other.Sequence == signal.Sequence && (other.Value == signal.Value || signal.Kind == "signal"))
            {
                return index;
            }
        }

        return -1;
    }
}
