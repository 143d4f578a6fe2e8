using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>
/// Reads the MRI signals of a sentence: "hypointense on T1 and hyperintense on T2", "T1: iso, T2: hyper", "iso- to hypointense on both T1 and T2".
/// A sentence that names a signal and no sequence speaks of the one sequence that the sentence before names.
/// </summary>
internal sealed class SignalReader(WordRoles<ImagingWord> words)
{
    /// <summary>How near a short word such as "hyper" stands to its sequence.</summary>
    private const int ShortReach = 8;

    private readonly SignalPairing _pairing = new(words);

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

        var signals = SignalsOf(course, sentence, sequences, isCarried);
        if (signals.Count == 0)
        {
            ReadTexture(course, sentence, sequences, evidence, found);
            return;
        }

        foreach (var (signal, sequence, value) in _pairing.Pair(course.Document, sequences, signals))
        {
            if (IsAfterContrast(course, sequence))
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
                    Value = sequence.Value == "DWI" ? "present" : IsHeterogeneous(course, signal) ? "mixed" : value,
                    Confidence = isCarried ? 0.8 : 0.92,
                    Evidence = evidence.Of(signal, sequence),
                });
            }
        }
    }

    /// <summary>"a heterogeneous mass on T2": the texture of a lesion whose signal is not told.</summary>
    private void ReadTexture(ClinicalCourse course, int sentence, List<PlacedMention> sequences, EvidenceFactory evidence, List<FoundSignal> found)
    {
        PlacedMention? texture = null;
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Enhancement && mention.Value is "word" or "absent")
            {
                return;
            }

            texture ??= mention.Kind == MentionKind.Enhancement && mention.Value == "heterogeneous" && !mention.Is(Assertion.NotPatient | Assertion.Negated) && mention.Episode != Episode.General ? mention : null;
        }

        foreach (var sequence in sequences)
        {
            if (texture is { } words && sequence.Value is "T1" or "T2" && sequence.Sentence == sentence && !IsAfterContrast(course, sequence))
            {
                Add(course, found, words, new ImagingSignal { Modality = "MRI", Sequence = sequence.Value, Kind = "signal", Value = "mixed", Confidence = 0.75, Evidence = evidence.Of(words, sequence) });
            }
        }
    }

    private void Add(ClinicalCourse course, List<FoundSignal> found, PlacedMention signal, ImagingSignal value) =>
        found.Add(new FoundSignal(value, signal.Episode is Episode.Earlier or Episode.FollowUp, IsOfCord(course, signal)));

    private List<PlacedMention> SequencesOf(ClinicalCourse course, int sentence)
    {
        var sequences = new List<PlacedMention>();
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Sequence && IsTold(mention) && !OverlapsLevel(course, mention))
            {
                sequences.Add(mention);
            }
        }

        return sequences;
    }

    /// <summary>Takes the sequence of the sentence before, if it names one alone and no signal with it.</summary>
    private bool TryCarry(ClinicalCourse course, int previous, List<PlacedMention> sequences)
    {
        if (previous < 0 || course.Has(previous, MentionKind.Signal) || NamesContrast(course, previous))
        {
            return false;
        }

        foreach (var sequence in SequencesOf(course, previous))
        {
            if (sequence.Value is not ("T1" or "T2") || IsAfterContrast(course, sequence) || (sequences.Count > 0 && sequences[0].Value != sequence.Value))
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

    /// <summary>"T1-weighted scan with fat saturation and gadolinium": what is bright in the next sentence may be so from contrast.</summary>
    private bool NamesContrast(ClinicalCourse course, int sentence)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention is { Kind: MentionKind.Enhancement, Value: "agent-gadolinium" or "agent-contrast" or "technique" } && !IsWithout(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    private List<PlacedMention> SignalsOf(ClinicalCourse course, int sentence, List<PlacedMention> sequences, bool isCarried)
    {
        var signals = new List<PlacedMention>();
        var mentions = course.MentionsOf(sentence);
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind == MentionKind.Signal && IsTold(mention) && !IsOfRim(course, mention) && IsSignal(course, mention, mentions[(index + 1)..], sequences, isCarried))
            {
                signals.Add(mention);
            }
        }

        return signals;
    }

    /// <summary>"a cap of low signal", "a hypointense rim": what lies around the lesion.</summary>
    private bool IsOfRim(ClinicalCourse course, PlacedMention signal)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(signal);
        return (signal.EndToken < sentence.EndToken && words.Is(tokens[signal.EndToken].Word, ImagingWord.Rim))
            || (signal.FirstToken - 2 >= sentence.FirstToken && words.Is(tokens[signal.FirstToken - 2].Word, ImagingWord.Rim));
    }

    private static bool IsTold(PlacedMention mention) => !mention.Is(Assertion.NotPatient | Assertion.Negated) && mention.Episode != Episode.General;

    /// <summary>Words such as "mixed", "dark" or "low" are signals only beside a sequence or another signal.</summary>
    private bool IsSignal(ClinicalCourse course, PlacedMention signal, ReadOnlySpan<PlacedMention> following, List<PlacedMention> sequences, bool isCarried)
    {
        var tokens = course.Document.TokenArray;
        var word = tokens[signal.FirstToken].Word;
        if (signal.EndToken - signal.FirstToken > 1 || !words.Is(word, ImagingWord.Short | ImagingWord.Bare))
        {
            return true;
        }

        // "low- and high-signal areas", "hypo- to isointense"
        foreach (var other in following)
        {
            if (other.Kind == MentionKind.Signal)
            {
                if (other.FirstToken - signal.EndToken > 3 || !IsJoint(course, signal.EndToken, other.FirstToken))
                {
                    break;
                }

                if (other.EndToken - other.FirstToken > 1 || !words.Is(tokens[other.FirstToken].Word, ImagingWord.Bare))
                {
                    return true;
                }
            }
        }

        if (isCarried)
        {
            return false;
        }

        foreach (var sequence in sequences)
        {
            var gap = sequence.FirstToken >= signal.EndToken ? sequence.FirstToken - signal.EndToken : signal.FirstToken - sequence.EndToken;
            if (gap <= 1 || (gap <= 2 && sequence.FirstToken >= signal.EndToken && words.Is(tokens[signal.EndToken].Word, ImagingWord.On)) || (gap <= ShortReach && words.Is(word, ImagingWord.Short)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsJoint(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            if (token.Kind == Text.Tokenization.TokenKind.Word && !words.Is(token.Word, ImagingWord.Joint))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"heterogeneous hyperintensity", "hyperintense and heterogeneous".</summary>
    private static bool IsHeterogeneous(ClinicalCourse course, PlacedMention signal)
    {
        foreach (var mention in course.MentionsOf(signal.Sentence))
        {
            if (mention.Kind == MentionKind.Enhancement && mention.Value == "heterogeneous"
                && (signal.FirstToken - mention.EndToken is 0 or 1 || mention.FirstToken - signal.EndToken == 1))
            {
                return !course.Has(signal.Sentence, mention.EndToken, mention.EndToken + 3, MentionKind.Enhancement, "word");
            }
        }

        return false;
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

    /// <summary>T1 after contrast, whose signal is enhancement.</summary>
    private bool IsAfterContrast(ClinicalCourse course, PlacedMention sequence)
    {
        if (sequence.Value == "T1C")
        {
            return true;
        }

        if (sequence.Value != "T1")
        {
            return false;
        }

        foreach (var mention in course.MentionsOf(sequence.Sentence))
        {
            if (mention.Kind == MentionKind.Enhancement && mention.Value is "agent-gadolinium" or "agent-contrast" or "technique"
                && (sequence.FirstToken - mention.EndToken is >= -2 and <= 3 || IsRightBehind(course, sequence.EndToken, mention.FirstToken))
                && !IsWithout(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"T1-weighted fat-saturated sequence after intravenous gadolinium", but not "hypointense on T1, which enhanced after gadolinium".</summary>
    private bool IsRightBehind(ClinicalCourse course, int from, int to)
    {
        if (to - from is < 0 or > 6)
        {
            return false;
        }

        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            if (words.Is(token.Word, ImagingWord.Link | ImagingWord.Break | ImagingWord.Copula) || (course.Document.Narrative.Text[token.Start] is ',' or ';' or ':' && to - from > 3))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"non-contrast", "before contrast", "without and with contrast".</summary>
    private bool IsWithout(ClinicalCourse course, PlacedMention contrast)
    {
        var tokens = course.Document.TokenArray;
        for (var index = contrast.FirstToken - 1; index >= Math.Max(course.SentenceOf(contrast).FirstToken, contrast.FirstToken - 3); index--)
        {
            if (words.Is(tokens[index].Word, ImagingWord.Without))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the clause of a signal is about the cord: "the cord was hyperintense".</summary>
    private bool IsOfCord(ClinicalCourse course, PlacedMention signal)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(signal).FirstToken;
        for (var index = signal.FirstToken - 1; index > start; index--)
        {
            if (words.Is(tokens[index].Word, ImagingWord.Break) || course.Document.Narrative.Text[tokens[index].Start] == ';')
            {
                start = index + 1;
                break;
            }
        }

        start += words.Is(tokens[start].Word, ImagingWord.Article) ? 1 : 0;
        foreach (var mention in course.MentionsOf(signal.Sentence))
        {
            if (mention.Kind == MentionKind.Compression && mention.Value == "neural" && mention.FirstToken == start)
            {
                return true;
            }
        }

        return false;
    }
}
