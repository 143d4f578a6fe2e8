using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Reads the MRI signals of a sentence: "hypointense on T1 and hyperintense on T2", "T1: iso, T2: hyper", "iso- to hypointense on both T1 and T2".
/// A sentence that names a signal and no sequence speaks of the one sequence that the sentence before names.
/// </summary>
internal sealed class SignalReader(WordRoles<ImagingWord> words)
{
    private readonly SignalPairing _pairing = new(words);
    private readonly SignalWords _signals = new(words);
    private readonly ContrastPhase _contrast = new(words);
    private readonly TextureReader _texture = new(words);

    /// <summary>Appends the signals of one sentence.</summary>
    /// <param name="course">The story.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="previous">The sentence before it, or -1.</param>
    /// <param name="evidence">Makes evidence.</param>
    /// <param name="found">Takes the signals.</param>
    public void Read(ClinicalCourse course, int sentence, int previous, EvidenceFactory evidence, List<FoundSignal> found)
    {
        if (!course.Has(sentence, MentionKind.Sequence) && (previous < 0 || !course.Has(sentence, MentionKind.Signal)))
        {
            return;
        }

        var sequences = SequencesOf(course, sentence);
        var isCarried = sequences.Count == 0;
        if (isCarried && !TryCarry(course, previous, sequences))
        {
            return;
        }

        var signals = _signals.Of(course, sentence, sequences, isCarried);
        if (signals.Count == 0)
        {
            foreach (var (texture, sequence) in _texture.Of(course, sentence, sequences))
            {
                AddTexture(course, texture, sequence, evidence, found);
            }

            return;
        }

        var pairs = _pairing.Pair(course.Document, sequences, signals);
        foreach (var sequence in sequences)
        {
            // "isointense on T1 and heterogeneous on T2"
            if (_texture.Beside(course, sequence) is { } texture && !pairs.Exists(pair => pair.Sequence == sequence))
            {
                AddTexture(course, texture, sequence, evidence, found);
            }
        }

        foreach (var (signal, sequence, value) in pairs)
        {
            if (_contrast.IsAfterContrast(course, sequence))
            {
                if (value == "hyper")
                {
                    // bright after contrast is enhancement
                    Add(course, found, signal, new ImagingSignal { Modality = "MRI", Kind = "enhancement", Value = "present", Confidence = 0.75, Evidence = evidence.Of(signal, sequence) });
                }

                continue;
            }

            if (sequence.Value != "SWI")
            {
                Add(course, found, signal, new ImagingSignal
                {
                    Modality = "MRI",
                    Sequence = sequence.Value,
                    Kind = sequence.Value == "DWI" ? "diffusion" : "signal",
                    Value = sequence.Value == "DWI" ? "present" : TextureReader.IsHeterogeneous(course, signal) ? "mixed" : value,
                    Confidence = isCarried ? 0.8 : 0.92,
                    Evidence = evidence.Of(signal, sequence),
                });
            }
        }
    }

    private void AddTexture(ClinicalCourse course, PlacedMention texture, PlacedMention sequence, EvidenceFactory evidence, List<FoundSignal> found)
    {
        if (sequence.Value is "T1" or "T2" && sequence.Sentence == texture.Sentence && !_contrast.IsAfterContrast(course, sequence))
        {
            Add(course, found, texture, new ImagingSignal { Modality = "MRI", Sequence = sequence.Value, Kind = "signal", Value = "mixed", Confidence = 0.75, Evidence = evidence.Of(texture, sequence) });
        }
    }

    private void Add(ClinicalCourse course, List<FoundSignal> found, PlacedMention signal, ImagingSignal value) =>
        found.Add(new FoundSignal(value, signal.Episode is Episode.Earlier or Episode.FollowUp, IsOfCord(course, signal)));

    private List<PlacedMention> SequencesOf(ClinicalCourse course, int sentence)
    {
        var sequences = new List<PlacedMention>();
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Sequence))
        {
            if (SignalWords.IsTold(mention) && !OverlapsLevel(course, mention))
            {
                sequences.Add(mention);
            }
        }

        return sequences;
    }

    /// <summary>Takes the sequence of the sentence before, if it names one alone and no signal with it.</summary>
    private bool TryCarry(ClinicalCourse course, int previous, List<PlacedMention> sequences)
    {
        if (previous < 0 || course.Has(previous, MentionKind.Signal) || _contrast.NamesContrast(course, previous))
        {
            return false;
        }

        foreach (var sequence in SequencesOf(course, previous))
        {
            if (sequence.Value is not ("T1" or "T2") || _contrast.IsAfterContrast(course, sequence) || (sequences.Count > 0 && sequences[0].Value != sequence.Value))
            {
                return false;
            }

            if (sequences.Count == 0)
            {
                sequences.Add(sequence);
            }
        }

        return sequences.Count > 0;
    }

    private static bool OverlapsLevel(ClinicalCourse course, PlacedMention sequence)
    {
        foreach (ref readonly var mention in course.MentionsNear(sequence.Sentence, MentionKind.Level, sequence.FirstToken, sequence.EndToken))
        {
            if (mention.Overlaps(sequence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the clause of a signal is about the cord: "the cord was hyperintense".</summary>
    private bool IsOfCord(ClinicalCourse course, PlacedMention signal)
    {
        if (!course.Has(signal.Sentence, MentionKind.Compression, "neural"))
        {
            return false;
        }

        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(signal).FirstToken;
        for (var index = signal.FirstToken - 1; index > start; index--)
        {
            if (words.Is(tokens[index].Word, ImagingWord.Break) || course.Document.Text[tokens[index].Start] == ';')
            {
                start = index + 1;
                break;
            }
        }

        start += words.Is(tokens[start].Word, ImagingWord.Article) ? 1 : 0;
        foreach (ref readonly var mention in course.MentionsNear(signal.Sentence, MentionKind.Compression, start, start))
        {
            if (mention.Value == "neural" && mention.FirstToken == start)
            {
                return true;
            }
        }

        return false;
    }
}
