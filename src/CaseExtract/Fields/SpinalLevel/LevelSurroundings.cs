using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>What stands around a level in its sentence: the lesion it is tied to, words near it, whether a list joins it to another.</summary>
internal sealed class LevelSurroundings(WordRoles<LevelUse> words)
{
    /// <summary>The kinds of mentions that may name a lesion.</summary>
    private static readonly MentionKinds Lesions = MentionKinds.Of(MentionKind.Tumour) | MentionKind.Spread | MentionKind.LesionWord;

    /// <summary>Most words that may stand between a level and the noun of the operation it is written with.</summary>
    private const int MostPremodifiers = 6;

    /// <summary>"metastasis in the body of T6", "T6 metastasis": then nothing else near it matters.</summary>
    public PlacedMention? LesionTiedTo(ClinicalCourse course, PlacedMention mention, Sentence sentence)
    {
        var tokens = course.Document.TokenArray;
        var index = mention.FirstToken - 1;
        while (index > sentence.FirstToken && index > mention.FirstToken - 6 && words.Is(tokens[index].Word, LevelUse.Tie))
        {
            index--;
        }

        return (index >= sentence.FirstToken ? LesionAt(course, mention.Sentence, index) : null)
            ?? (mention.EndToken < sentence.EndToken ? LesionAt(course, mention.Sentence, mention.EndToken) : null);
    }

    /// <summary>Whether a lesion is named before a level in its sentence.</summary>
    public bool IsBehindLesion(ClinicalCourse course, PlacedMention level)
    {
        if (!course.KindsOf(level.Sentence).HasAny(Lesions))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsOf(level.Sentence))
        {
            if (mention.FirstToken >= level.FirstToken)
            {
                return false;
            }

            if (IsLesion(course, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence tells of a lesion that is there, and of more than a <see cref="Bystander"/>.</summary>
    public bool TellsOfLesion(ClinicalCourse course, int sentence, IndexLesion index)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (((IsLesion(course, mention) && !IsNoTumour(course, index, mention)) || mention.Kind == MentionKind.Spread) && !mention.Is(Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient) && !Bystander.Is(index, mention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether one of the words stands near a mention: before it up to a comma or a lesion, or right behind it. A bracket that opens right before
    /// the mention explains the words before it: "the triceps reflex (C7)".
    /// </summary>
    public bool Near(ClinicalCourse course, PlacedMention mention, Sentence sentence, int before, int after, LevelUse any)
    {
        var tokens = course.Document.TokenArray;
        var text = course.Document.Text;
        var left = before;
        for (var index = mention.FirstToken - 1; index >= sentence.FirstToken && left > 0; index--, left--)
        {
            if (text[tokens[index].Start] == ')')
            {
                // "the vein (white arrow) was seen from C1": the bracket is passed over
                while (index > sentence.FirstToken && text[tokens[index].Start] != '(')
                {
                    index--;
                }

                continue;
            }

            if (words.Is(tokens[index].Word, any))
            {
                return true;
            }

            if (text[tokens[index].Start] is ',' or ';' || (text[tokens[index].Start] is '(' && index < mention.FirstToken - 1) || LesionAt(course, mention.Sentence, index) is not null)
            {
                break;
            }
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + after); index++)
        {
            if (words.Is(tokens[index].Word, any))
            {
                return true;
            }

            if (text[tokens[index].Start] is ',' or ';' or '.' or ')' || LesionAt(course, mention.Sentence, index) is not null)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>"[C5-C7] lateral mass screw fixation": a level before the nouns of an operation is that of the operation; none of them is a verb or preposition, and none a lesion.</summary>
    public bool IsPremodifier(ClinicalCourse course, PlacedMention mention, LevelUse any)
    {
        var tokens = course.Document.TokenArray;
        var end = Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + MostPremodifiers);
        for (var index = mention.EndToken; index < end; index++)
        {
            if (words.Is(tokens[index].Word, any))
            {
                return true;
            }

            if (!(tokens[index].Kind == TokenKind.Dash || (tokens[index].Kind == TokenKind.Word && IsOfOperationName(course.Document.TextOf(tokens[index])))))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Words in the names of operations on the spine.</summary>
    private static bool IsOfOperationName(ReadOnlySpan<char> word) => word is "posterior" or "anterior" or "posterolateral" or "anterolateral" or "lateral" or "dorsal" or "ventral" or "circumferential" or "bilateral" or "unilateral"
        or "left" or "right" or "mass" or "pedicle" or "transpedicular" or "pedicular" or "percutaneous" or "open" or "instrumented" or "interbody" or "lumbar" or "cervical" or "thoracic" or "spinal" or "short" or "long" or "segment"
        or "short-segment" or "long-segment" or "internal" or "rigid" or "cemented" or "cement" or "augmented" or "titanium" or "carbon" or "partial" or "total" or "bony" or "wide" or "door" or "expansive" or "osteoplastic";

    /// <summary>Whether only commas, "and" and brackets stand between two levels.</summary>
    public bool IsJoined(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            if (token.Kind == TokenKind.Word && !words.Is(token.Word, LevelUse.Tie | LevelUse.List | LevelUse.Area))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A tumour, a metastasis, or a plain word for a lesion that is no finding of degeneration.</summary>
    private bool IsLesion(ClinicalCourse course, PlacedMention mention) => mention.Kind switch
    {
        MentionKind.Tumour => true,
        MentionKind.Spread => mention.Value == "metastasis",
        MentionKind.LesionWord => !words.Is(course.Document.TokenArray[mention.FirstToken].Word, LevelUse.Companion),
        _ => false,
    };

    /// <summary>Where the report tells of a tumour, the "synovial cyst" of another place is no lesion, nor is the "cyst" of its name.</summary>
    private static bool IsNoTumour(ClinicalCourse course, IndexLesion index, PlacedMention mention)
    {
        if (!index.IsTumour)
        {
            return false;
        }

        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Tumour, mention.FirstToken, mention.FirstToken))
        {
            if (other.FirstToken <= mention.FirstToken && other.EndToken >= mention.EndToken && other.Concept is TumourConcept { Kind: TumourKind.Lesion })
            {
                return true;
            }
        }

        return false;
    }

    private PlacedMention? LesionAt(ClinicalCourse course, int sentence, int token)
    {
        if (!course.KindsOf(sentence).HasAny(Lesions))
        {
            return null;
        }

        foreach (ref readonly var mention in course.MentionsNear(sentence, token, token))
        {
            if (mention.FirstToken <= token && mention.EndToken > token && IsLesion(course, mention))
            {
                return mention;
            }
        }

        return null;
    }
}
