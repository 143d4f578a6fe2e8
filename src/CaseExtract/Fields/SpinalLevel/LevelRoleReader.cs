using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Fields;

/// <summary>
/// Decides what each level is told for. A lesion tied to the level ("metastasis in the body of T6", "T6 metastasis") settles it; then words near
/// the level that make it something else's; then whether its sentence tells of a lesion at all.
/// </summary>
internal sealed class LevelRoleReader(WordRoles<LevelUse> words)
{
    public LevelRole RoleOf(ClinicalCourse course, PlacedMention mention, IndexLesion index)
    {
        var sentence = course.SentenceOf(mention);
        var tied = LesionTiedTo(course, mention, sentence);
        if (HasWord(course, sentence, LevelUse.Incidental) && !(tied is { Concept: TumourConcept { Kind: TumourKind.Generic } } || (tied is { } known && index.Has(known))))
        {
            // "L4-5 disc bulge, incidental"; an incidental hemangioma beside the tumour, but not "a mass at L4 was found incidentally"
            return LevelRole.None;
        }

        if (tied is { } lesion)
        {
            // a haematoma or a herniation beside the tumour is not what the report is told for
            return index.IsTumour && lesion.Concept is TumourConcept { Kind: TumourKind.Lesion } ? LevelRole.Companion : LevelRole.Lesion;
        }

        var isDiseased = Near(course, mention, sentence, 7, 7, LevelUse.Disease);
        if (!isDiseased && IsOfMeasurement(course, mention, sentence))
        {
            return LevelRole.None;
        }

        if (Near(course, mention, sentence, 4, 3, LevelUse.Neurology) || IsOfNerve(course, mention, sentence) || Near(course, mention, sentence, 7, 4, LevelUse.Radiation) || Near(course, mention, sentence, 5, 2, LevelUse.Elsewhere))
        {
            return LevelRole.None;
        }

        return Near(course, mention, sentence, 5, 2, LevelUse.Companion) ? LevelRole.Companion
            : Near(course, mention, sentence, 5, 2, LevelUse.Operation) ? LevelRole.Operation
            : isDiseased || TellsOfLesion(course, mention.Sentence) ? LevelRole.Lesion
            : LevelRole.Aside;
    }

    /// <summary>"the C2 root", "roots of C5 and C6"; but a tumour of a nerve lies "in the foramen of the nerve at C2".</summary>
    private bool IsOfNerve(ClinicalCourse course, PlacedMention mention, Sentence sentence)
    {
        var before = mention.FirstToken - 1;
        return Near(course, mention, sentence, 4, 3, LevelUse.Nerve)
            && !(before >= sentence.FirstToken && words.Is(course.Document.TokenArray[before].Word, LevelUse.At) && TellsOfLesion(course, mention.Sentence));
    }

    private static bool TellsOfLesion(ClinicalCourse course, int sentence)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind is MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Spread && !mention.Is(Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasWord(ClinicalCourse course, Sentence sentence, LevelUse any)
    {
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            if (words.Is(course.Document.TokenArray[index].Word, any))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"metastasis in the body of T6", "T6 metastasis": then nothing else near it matters.</summary>
    private PlacedMention? LesionTiedTo(ClinicalCourse course, PlacedMention mention, Sentence sentence)
    {
        var tokens = course.Document.TokenArray;
        var index = mention.FirstToken - 1;
        while (index > sentence.FirstToken && index > mention.FirstToken - 6 && words.Is(tokens[index].Word, LevelUse.Tie))
        {
            index--;
        }

        return (index >= sentence.FirstToken && index < mention.FirstToken - 1 ? LesionAt(course, mention.Sentence, index) : null)
            ?? (mention.EndToken < sentence.EndToken ? LesionAt(course, mention.Sentence, mention.EndToken) : null);
    }

    private bool IsOfMeasurement(ClinicalCourse course, PlacedMention mention, Sentence sentence)
    {
        var isMeasurement = false;
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            var word = course.Document.TokenArray[index].Word;
            if (words.Is(word, LevelUse.Model))
            {
                return true;
            }

            isMeasurement |= words.Is(word, LevelUse.Measure);
        }

        return isMeasurement && !course.Has(mention.Sentence, MentionKind.Tumour) && !course.Has(mention.Sentence, MentionKind.Spread) && !course.Has(mention.Sentence, MentionKind.OrganRemoved, "resection");
    }

    /// <summary>
    /// Whether one of the words stands near a mention: before it up to a comma or a lesion, or right behind it. A bracket that opens right before
    /// the mention explains the words before it: "the triceps reflex (C7)".
    /// </summary>
    private bool Near(ClinicalCourse course, PlacedMention mention, Sentence sentence, int before, int after, LevelUse any)
    {
        var tokens = course.Document.TokenArray;
        var text = course.Document.Narrative.Text;
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

    private static PlacedMention? LesionAt(ClinicalCourse course, int sentence, int token)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.FirstToken <= token && mention.EndToken > token && (mention.Kind == MentionKind.Tumour || mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" } }))
            {
                return mention;
            }
        }

        return null;
    }
}
