using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Finds the word that makes the name of the tumour more exact: beside one of its names ("spindle-cell type undifferentiated sarcoma", "NET of the rectum,
/// grade 2"), or said of the tumour in a sentence that does not name it again ("all tumors were of the clear cell type").
/// </summary>
internal sealed class ModifierReader(Vocabulary.Builder vocabulary)
{
    /// <summary>How many words may stand between the name and a word behind or before it.</summary>
    private const int Behind = 9;
    private const int Before = 3;

    /// <summary>How far away, in tokens, such a word is looked for: what stands in brackets between the two does not count.</summary>
    private const int Window = 18;

    private const string Carcinoma = "8010";

    /// <summary>The base of words that tell the type only where they stand right before: "neuroendocrine cervical cancer", not "with neuroendocrine features".</summary>
    private const string AnyCancer = "8000";

    private readonly WordSet _kindWords = vocabulary.AddAll("type", "subtype", "variant", "variety", "form", "histology", "morphology", "predominant");

    private readonly int _non = vocabulary.Add("non");
    private readonly InvertedNameReader _turned = new(vocabulary);

    public (ModifiedHistology? Modified, PlacedMention? Modifier) Read(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour)
    {
        // a cancer that only its organ names is a carcinoma
        if ((tumour.Morphology ?? (tumour is { Kind: TumourKind.Generic, Behaviour: '3' } ? Carcinoma : null)) is not { } code)
        {
            return (null, null);
        }

        var (modified, modifier) = ReadBeside(course, lesion, tumour, code);
        if (modified?.Morphology is { } exact && exact != code && ReadBeside(course, lesion, tumour, exact) is { Modified: not null } further)
        {
            return further;   // "thyroid … a follicular variant papillary carcinoma": the organ makes the name one that has variants
        }

        return modified is null ? ReadStatement(course, lesion, tumour, code) : (modified, modifier);
    }

    /// <summary>The word beside one of the tumour's names that makes a code more exact.</summary>
    public (ModifiedHistology? Modified, PlacedMention? Modifier) ReadBeside(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, string code)
    {
        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            var mention = lesion.Mentions[index];
            if (mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.HistologyModifier, mention.FirstToken - Window, mention.EndToken + Window))
            {
                if (!other.Is(Assertion.Negated) && !IsDenied(course, other) && ResultBeside(course, mention, other, tumour, code) is { } result && !HasTumourBetween(course, mention, other))
                {
                    return (result, other);
                }
            }
        }

        return (null, null);
    }

    /// <summary>What a word makes of the name beside which it stands.</summary>
    private ModifiedHistology? ResultBeside(ClinicalCourse course, PlacedMention name, PlacedMention word, TumourConcept tumour, string code)
    {
        if (ResultOf(word, tumour, code) is { } result
            && (!result.IsInverted ? IsBeside(course, name, word) : TellsType(course, word) ? IsBeside(course, name, word) && !_turned.IsJoined(course, word) : _turned.IsTurnedRound(course, name, word)))
        {
            return result;
        }

        return code == Carcinoma && IsRightBefore(course, name, word) ? ResultOf(word, tumour, AnyCancer) : null;
    }

    /// <summary>What a word makes of the name; a benign name is made no malignant one, unless word and name are the whole of one that is ("meningioma, rhabdoid").</summary>
    private static ModifiedHistology? ResultOf(PlacedMention mention, TumourConcept tumour, string code)
    {
        if (mention.Concept is not HistologyModifierConcept modifier)
        {
            return null;
        }

        Span<char> name = stackalloc char[6];
        return (modifier.Results.TryGetValue(code, out var result) || modifier.Results.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(InvertedNames.WriteKey(code, tumour.Behaviour, name), out result))
            && (result.IsInverted || !(tumour.Behaviour == '0' && result.Behaviour == '3')) ? result : null;
    }

    /// <summary>"adenocarcinoma in situ, non-mucinous".</summary>
    private bool IsDenied(ClinicalCourse course, PlacedMention word)
    {
        var before = word.FirstToken - 1;
        var tokens = course.Document.TokenArray;
        before -= before > 0 && tokens[before].Kind == TokenKind.Dash ? 1 : 0;
        return before >= 0 && tokens[before].Word == _non;
    }

    /// <summary>"clear cell type", "lepidic variant".</summary>
    private bool TellsType(ClinicalCourse course, PlacedMention modifier)
    {
        var tokens = course.Document.TokenArray;
        return _kindWords.Contains(tokens[modifier.EndToken - 1].Word) || modifier.EndToken < course.Document.SentenceArray[modifier.Sentence].EndToken && _kindWords.Contains(tokens[modifier.EndToken].Word);
    }

    /// <summary>"Pathology showed that the tumors were of the clear cell type": the word says itself that it tells a type, and its sentence speaks of histology or of the tumour.</summary>
    private (ModifiedHistology? Modified, PlacedMention? Modifier) ReadStatement(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, string code)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.HistologyModifier))
        {
            if (TellsType(course, mention) && ResultOf(mention, tumour, code) is { } result
                && !(result.IsInverted && _turned.IsJoined(course, mention)) && !mention.Is(Assertion.NotFactual) && IsOfTumour(course, lesion, mention.Sentence))
            {
                return (result, mention);
            }
        }

        return (null, null);
    }

    /// <summary>Whether a sentence tells of the tumour or of histology, and names no other tumour that it might be of instead.</summary>
    private static bool IsOfTumour(ClinicalCourse course, IndexLesion lesion, int sentence)
    {
        var isTold = course.Has(sentence, MentionKind.Plot, "pathology");
        foreach (ref readonly var tumour in course.MentionsOf(sentence, MentionKind.Tumour))
        {
            if (tumour.Concept is not TumourConcept { Kind: TumourKind.Generic } && !lesion.Has(tumour))
            {
                return false;
            }

            isTold = true;
        }

        return isTold;
    }

    private static bool IsBeside(ClinicalCourse course, PlacedMention tumour, PlacedMention modifier) => modifier.FirstToken >= tumour.EndToken
        ? WordsBetween(course, tumour.EndToken, modifier.FirstToken) <= Behind
        : modifier.EndToken <= tumour.FirstToken && WordsBetween(course, modifier.EndToken, tumour.FirstToken) <= Before;

    /// <summary>"invasive lobular left breast cancer".</summary>
    private static bool IsRightBefore(ClinicalCourse course, PlacedMention tumour, PlacedMention modifier) =>
        tumour.FirstToken >= modifier.EndToken && WordsBetween(course, modifier.EndToken, tumour.FirstToken) <= 1;

    /// <summary>How many words stand in a range, without marks and what stands in brackets.</summary>
    private static int WordsBetween(ClinicalCourse course, int from, int to)
    {
        int words = 0, depth = 0;
        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            var mark = course.Document.Text[token.Start];
            depth += mark is '(' or '[' ? 1 : mark is ')' or ']' ? -1 : 0;
            words += depth <= 0 && token.Kind is not (TokenKind.Dash or TokenKind.Punctuation) ? 1 : 0;
        }

        return words;
    }

    private static bool HasTumourBetween(ClinicalCourse course, PlacedMention tumour, PlacedMention modifier)
    {
        var (from, to) = tumour.FirstToken < modifier.FirstToken ? (tumour.EndToken, modifier.EndToken) : (modifier.FirstToken, tumour.FirstToken);
        foreach (ref readonly var other in course.MentionsNear(tumour.Sentence, MentionKind.Tumour, from, to))
        {
            if (other.FirstToken < to && other.EndToken > from && other.FirstToken != tumour.FirstToken)
            {
                return true;
            }
        }

        return false;
    }
}
