using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Finds the words of a sentence that tell a signal of the lesion: "mixed", "dark" or "low" are signals only beside a sequence or another signal,
/// and a rim or a cap around the lesion has a signal of its own.
/// </summary>
internal sealed class SignalWords(WordRoles<ImagingWord> words)
{
    /// <summary>How near a short word such as "hyper" stands to its sequence.</summary>
    private const int ShortReach = 8;

    /// <summary>How far behind a signal the edema may stand that it is of: "hyperintense perilesional bone marrow edema".</summary>
    private const int EdemaReach = 5;

    /// <summary>So far before its verb the word "signal" may stand: "the signal of the tumor of the left psoas was".</summary>
    private const int SubjectReach = 8;

    public List<PlacedMention> Of(ClinicalCourse course, int sentence, List<PlacedMention> sequences, bool isCarried)
    {
        var signals = new List<PlacedMention>();
        var mentions = course.MentionsOf(sentence);
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind == MentionKind.Signal && IsTold(mention) && !IsOfRim(course, mention) && !IsOfEdema(course, mention) && IsSignal(course, mention, mentions[(index + 1)..], sequences, isCarried))
            {
                signals.Add(mention);
            }
        }

        return signals;
    }

    public static bool IsTold(PlacedMention mention) => !mention.Is(Assertion.NotPatient | Assertion.Negated) && mention.Episode != Episode.General;

    /// <summary>Words such as "mixed", "dark" or "low" are signals only beside a sequence or another signal.</summary>
    private bool IsSignal(ClinicalCourse course, PlacedMention signal, ReadOnlySpan<PlacedMention> following, List<PlacedMention> sequences, bool isCarried)
    {
        var tokens = course.Document.TokenArray;
        var word = tokens[signal.FirstToken].Word;
        // "T1, high grade"
        if (signal.EndToken < course.SentenceOf(signal).EndToken && course.Document.TextOf(tokens[signal.EndToken]) is "grade" or "risk")
        {
            return false;
        }

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

        if (sequences.Count > 0 && IsSaidOfSignal(course, signal))
        {
            return true;
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

    /// <summary>"the T1 signal of the tumor was [low]": a signal is the subject of the verb right before.</summary>
    private bool IsSaidOfSignal(ClinicalCourse course, PlacedMention signal)
    {
        var document = course.Document;
        var tokens = document.TokenArray;
        var start = course.SentenceOf(signal).FirstToken;
        var verb = signal.FirstToken - 1;
        verb -= verb > start && words.Is(tokens[verb].Word, ImagingWord.Joint) ? 1 : 0; // "was slightly low"
        if (verb <= start || !words.Is(tokens[verb].Word, ImagingWord.Copula))
        {
            return false;
        }

        for (var index = verb - 1; index >= Math.Max(start, verb - SubjectReach) && !words.Is(tokens[index].Word, ImagingWord.Break | ImagingWord.Copula); index--)
        {
            if (document.TextOf(tokens[index]) is "signal" or "Signal" or "intensity" or "signals" or "Signals")
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

    /// <summary>"surrounding T2-hyperintense [edema]", "hyperintense marrow edema", "edema of high signal": what a lesion does to its surroundings.</summary>
    private static bool IsOfEdema(ClinicalCourse course, PlacedMention signal)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(signal);
        for (var index = signal.EndToken; index < Math.Min(sentence.EndToken, signal.EndToken + EdemaReach); index++)
        {
            switch (document.TextOf(index))
            {
                case "edema" or "oedema" or "edematous" or "oedematous" or "syrinx" or "syringomyelia" or "gliosis" or "myelopathy" or "myelomalacia":
                    return true;
                case "marrow" or "bone" or "bony" or "vasogenic" or "cord" or "spinal" or "perilesional" or "peritumoral" or "peritumoural" or "surrounding" or "adjacent" or "reactive" or "intramedullary" or "soft" or "tissue" or "signal" or "-" or "muscle" or "T2" or "STIR" or "extensive" or "diffuse":
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>"a cap of low signal", "a hypointense rim": what lies around the lesion.</summary>
    private bool IsOfRim(ClinicalCourse course, PlacedMention signal)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(signal);
        return (signal.EndToken < sentence.EndToken && words.Is(tokens[signal.EndToken].Word, ImagingWord.Rim))
            || (signal.FirstToken - 2 >= sentence.FirstToken && words.Is(tokens[signal.FirstToken - 2].Word, ImagingWord.Rim));
    }
}
