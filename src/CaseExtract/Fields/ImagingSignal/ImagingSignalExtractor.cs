using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Reads the signal of the index lesion on each MRI sequence and its enhancement. A signal belongs to the sequence it is written with:
/// "hypointense on T1 and hyperintense on T2", "T1: iso, T2: hyper", "iso- to hypointense on both T1 and T2", "hypo and hyperintense on T1 and
/// T2 respectively".
/// </summary>
internal sealed class ImagingSignalExtractor
{
    public IReadOnlyList<ImagingSignal> Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        var found = new List<ImagingSignal>();
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (sentence.Section.IsExcluded())
            {
                continue;
            }

            ReadSignals(course, index, evidence, found);
            ReadEnhancement(course, index, evidence, found);
        }

        return Merge(found);
    }

    private static void ReadSignals(ClinicalCourse course, int sentence, EvidenceFactory evidence, List<ImagingSignal> found)
    {
        var sequences = new List<PlacedMention>();
        var signals = new List<PlacedMention>();
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Negated) || mention.Episode == Episode.General)
            {
                continue;
            }

            if (mention.Kind == MentionKind.Sequence && !OverlapsLevel(course, mention))
            {
                sequences.Add(mention);
            }
            else if (mention.Kind == MentionKind.Signal && IsSignal(course, mention))
            {
                signals.Add(mention);
            }
        }

        if (sequences.Count == 0 || signals.Count == 0)
        {
            return;
        }

        foreach (var (signal, sequence) in Pair(course.Document, sequences, signals))
        {
            var name = SequenceName(course, sequence);
            if (name is null)
            {
                continue;
            }

            found.Add(new ImagingSignal
            {
                Modality = "MRI",
                Sequence = name,
                Kind = name == "DWI" ? "diffusion" : "signal",
                Value = name == "DWI" ? "present" : signal.Value,
                Confidence = 0.92,
                Evidence = evidence.Of(signal, sequence),
            });
        }
    }

    /// <summary>Gives each sequence its signals.</summary>
    private static List<(PlacedMention Signal, PlacedMention Sequence)> Pair(Document document, List<PlacedMention> sequences, List<PlacedMention> signals)
    {
        var pairs = new List<(PlacedMention, PlacedMention)>();
        var sequenceGroups = Group(document, sequences);
        var signalGroups = Group(document, signals);

        // one group against one group of the same number: "hypo- and hyperintense on T1 and T2 respectively"
        if (sequenceGroups.Count == 1 && signalGroups.Count == 1 && sequences.Count == signals.Count && sequences.Count > 1)
        {
            for (var index = 0; index < sequences.Count; index++)
            {
                pairs.Add((signals[index], sequences[index]));
            }

            return pairs;
        }

        // otherwise groups stand in turn: signal before sequence ("hypointense on T1") or sequence before signal ("T1 showed low signal")
        var sequenceFirst = sequenceGroups[0][0].FirstToken < signalGroups[0][0].FirstToken;
        for (var group = 0; group < signalGroups.Count; group++)
        {
            var target = sequenceFirst
                ? sequenceGroups.FindLast(candidate => candidate[^1].FirstToken < signalGroups[group][0].FirstToken)
                : sequenceGroups.Find(candidate => candidate[0].FirstToken > signalGroups[group][^1].FirstToken) ?? sequenceGroups.FindLast(candidate => candidate[^1].FirstToken < signalGroups[group][0].FirstToken);
            if (target is null)
            {
                continue;
            }

            if (target.Count == signalGroups[group].Count && target.Count > 1)
            {
                for (var index = 0; index < target.Count; index++)
                {
                    pairs.Add((signalGroups[group][index], target[index]));
                }

                continue;
            }

            foreach (var sequence in target)
            {
                foreach (var signal in signalGroups[group])
                {
                    pairs.Add((signal, sequence));
                }
            }
        }

        return pairs;
    }

    /// <summary>Mentions that are written together: only joining words, dashes and commas stand between them.</summary>
    private static List<List<PlacedMention>> Group(Document document, List<PlacedMention> mentions)
    {
        var groups = new List<List<PlacedMention>>();
        foreach (var mention in mentions)
        {
            if (groups.Count > 0 && IsJoined(document, groups[^1][^1].EndToken, mention.FirstToken))
            {
                groups[^1].Add(mention);
            }
            else
            {
                groups.Add([mention]);
            }
        }

        return groups;
    }

    private static bool IsJoined(Document document, int from, int to)
    {
        if (to - from > 4)
        {
            return false;
        }

        for (var index = from; index < to; index++)
        {
            var text = document.TextOf(document.TokenArray[index]);
            if (document.TokenArray[index].Kind != TokenKind.Dash && text is not ("and" or "to" or "or" or "," or "/" or "&" or "both" or "as" or "well" or "weighted" or "images" or "image" or "sequences" or "mildly" or "slightly" or "on" or "in"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool OverlapsLevel(ClinicalCourse course, PlacedMention sequence)
    {
        foreach (var mention in course.MentionsOf(sequence.Sentence))
        {
            if (mention.Kind == MentionKind.Level && mention.FirstToken < sequence.EndToken && mention.EndToken > sequence.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Short words such as "mixed", "dark" or "hyper" are signals only beside a sequence.</summary>
    private static bool IsSignal(ClinicalCourse course, PlacedMention signal)
    {
        var word = course.Document.TextOf(course.Document.SpanOf(signal.FirstToken, signal.EndToken));
        if (word.Contains("intens", StringComparison.OrdinalIgnoreCase) || word.Contains("signal", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var mention in course.MentionsOf(signal.Sentence))
        {
            if (mention.Kind == MentionKind.Sequence && Math.Abs(mention.FirstToken - signal.FirstToken) <= 8)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sequence without contrast; <see langword="null"/> for T1 after contrast, whose signal is enhancement.</summary>
    private static string? SequenceName(ClinicalCourse course, PlacedMention sequence)
    {
        if (sequence.Value is "T1C" or "SWI")
        {
            return null;
        }

        if (sequence.Value == "T1" && IsAfterContrast(course, sequence))
        {
            return null;
        }

        return sequence.Value;
    }

    private static bool IsAfterContrast(ClinicalCourse course, PlacedMention sequence)
    {
        foreach (var mention in course.MentionsOf(sequence.Sentence))
        {
            if (mention.Kind == MentionKind.Enhancement && mention.Value is "agent-gadolinium" or "agent-contrast" or "technique"
                && (sequence.FirstToken - mention.EndToken is >= -2 and <= 3 || mention.FirstToken - sequence.EndToken is >= 0 and <= 3))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadEnhancement(ClinicalCourse course, int sentence, EvidenceFactory evidence, List<ImagingSignal> found)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind != MentionKind.Enhancement || mention.Value is not ("word" or "absent") || mention.Is(Assertion.NotPatient) || mention.Episode is Episode.General or Episode.Earlier
                || mention.Is(Assertion.Hypothetical) || IsTechnique(course, mention))
            {
                continue;
            }

            string? pattern = null;
            string? agent = null;
            PlacedMention? patternMention = null;
            foreach (var other in course.MentionsOf(sentence))
            {
                if (other.Kind != MentionKind.Enhancement)
                {
                    continue;
                }

                var distance = other.FirstToken >= mention.EndToken ? other.FirstToken - mention.EndToken : mention.FirstToken - other.EndToken;
                if (other.Value is "homogeneous" or "heterogeneous" or "ring" && distance <= 4 && pattern is null)
                {
                    pattern = other.Value;
                    patternMention = other;
                }

                agent ??= other.Value == "agent-gadolinium" ? "gadolinium" : null;
            }

            var isAbsent = mention.Value == "absent" || mention.Is(Assertion.Negated);
            found.Add(new ImagingSignal
            {
                Modality = course.Has(sentence, MentionKind.Sequence) || agent is not null ? "MRI" : null,
                Kind = "enhancement",
                Value = isAbsent ? "absent" : "present",
                Pattern = isAbsent ? null : pattern,
                Agent = agent,
                Confidence = 0.9,
                Evidence = patternMention is { } words && !isAbsent ? evidence.Of(mention, words) : evidence.Of(mention),
            });
        }
    }

    /// <summary>"contrast-enhanced CT" names how the picture was taken.</summary>
    private static bool IsTechnique(ClinicalCourse course, PlacedMention mention)
    {
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Enhancement && other.Value == "technique" && other.FirstToken <= mention.FirstToken && other.EndToken >= mention.EndToken)
            {
                return true;
            }

            if (other.Kind == MentionKind.Sequence && other.FirstToken >= mention.EndToken && other.FirstToken - mention.EndToken <= 3
                && course.Document.TextOf(course.Document.TokenArray[mention.EndToken - 1]) is "enhanced")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One value for each sequence; the evidence of equal ones is joined. Two signals of one sequence are mixed.</summary>
    private static List<ImagingSignal> Merge(List<ImagingSignal> found)
    {
        var merged = new List<ImagingSignal>();
        foreach (var signal in found)
        {
            var index = merged.FindIndex(other => other.Kind == signal.Kind && other.Sequence == signal.Sequence && (other.Value == signal.Value || signal.Kind == "signal"));
            if (index < 0)
            {
                merged.Add(signal);
                continue;
            }

            var known = merged[index];
            merged[index] = known with
            {
                Value = known.Value == signal.Value ? known.Value : "mixed",
                Pattern = known.Pattern ?? signal.Pattern,
                Agent = known.Agent ?? signal.Agent,
                Modality = known.Modality ?? signal.Modality,
                Evidence = [.. known.Evidence.Union(signal.Evidence).OrderBy(one => one.Start).ThenBy(one => one.End)],
            };
        }

        // an enhancing lesion with a part that does not enhance enhances
        if (merged.Exists(signal => signal is { Kind: "enhancement", Value: "present" }))
        {
            merged.RemoveAll(signal => signal is { Kind: "enhancement", Value: "absent" });
        }

        return merged;
    }
}
