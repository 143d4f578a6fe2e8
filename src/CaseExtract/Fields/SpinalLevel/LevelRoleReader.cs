using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Decides what each level is told for. A lesion tied to the level ("metastasis in the body of T6", "T6 metastasis") settles it; then words near
/// the level that make it something else's; then whether its sentence tells of a lesion at all.
/// </summary>
internal sealed class LevelRoleReader(WordRoles<LevelUse> words)
{
    /// <summary>How far from the start of its clause the noun may stand that the clause tells of: "the anterior spinal vein".</summary>
    private const int OpeningWords = 4;

    private readonly LevelSurroundings _around = new(words);

    /// <param name="course">The story.</param>
    /// <param name="mention">The mention of a level.</param>
    /// <param name="index">The index lesion.</param>
    /// <param name="told">Its sentence (<see cref="Read"/>).</param>
    public LevelRole RoleOf(ClinicalCourse course, PlacedMention mention, IndexLesion index, LevelSentence told)
    {
        var sentence = course.SentenceOf(mention);
        var tied = _around.LesionTiedTo(course, mention, sentence);
        if (index.IsTumour && LevelFracture.IsByTheWay(course, mention))
        {
            return LevelRole.Companion;
        }

        if ((told.Uses & LevelUse.Incidental) != 0 && !(tied is { Concept: TumourConcept { Kind: TumourKind.Generic } } || (tied is { } known && index.Has(known))))
        {
            // "L4-5 disc bulge, incidental"; an incidental hemangioma beside the tumour, but not "a mass at L4 was found incidentally"
            return LevelRole.None;
        }

        if (tied is { } lesion)
        {
            // a haematoma or a herniation beside the tumour is not what the report is told for
            return index.IsTumour && lesion.Concept is TumourConcept { Kind: TumourKind.Lesion } ? LevelRole.Companion : LevelRole.Lesion;
        }

        var isDiseased = IsNear(course, mention, told, 7, 7, LevelUse.Disease);
        if (!isDiseased && IsOfMeasurement(course, mention, told.Uses))
        {
            return LevelRole.None;
        }

        if (IsToldOf(course, mention, told, LevelUse.Landmark)
            || (IsToldOf(course, mention, told, LevelUse.Neurology) && !isDiseased && !_around.IsBehindLesion(course, mention))
            || IsNear(course, mention, told, 4, 3, LevelUse.Neurology) || IsOfNerve(course, mention, told)
            || IsNear(course, mention, told, 7, 4, LevelUse.Radiation) || IsNear(course, mention, told, 5, 2, LevelUse.Elsewhere))
        {
            return LevelRole.None;
        }

        return IsToldOf(course, mention, told, LevelUse.Companion) || IsNear(course, mention, told, 5, 4, LevelUse.Companion) ? LevelRole.Companion
            : IsNear(course, mention, told, 5, 2, LevelUse.Operation) || ((told.Uses & LevelUse.Operation) != 0 && _around.IsPremodifier(course, mention, LevelUse.Operation)) ? LevelRole.Operation
            : isDiseased || (TellsOfLesion(course, told) && !IsBesideTied(course, mention, told)) ? LevelRole.Lesion
            : LevelRole.Aside;
    }

    /// <summary>Whether a word stands near a level; in a sentence without such words nothing is looked for.</summary>
    private bool IsNear(ClinicalCourse course, PlacedMention mention, LevelSentence told, int before, int after, LevelUse any) =>
        (told.Uses & any) != 0 && _around.Near(course, mention, course.SentenceOf(mention), before, after, any);

    private bool TellsOfLesion(ClinicalCourse course, LevelSentence told) => told.HasLesion ??= _around.TellsOfLesion(course, told.Index);

    /// <summary>
    /// Whether a level is denied. A negation before it may be of something else: "without epidural extension, lies in the body of L3", "amyloid,
    /// without plasma cells, in the T7 lesion".
    /// </summary>
    public bool IsDenied(ClinicalCourse course, PlacedMention mention)
    {
        if (!mention.Is(Assertion.Negated))
        {
            return false;
        }

        foreach (ref readonly var lesion in course.MentionsNear(mention.Sentence, mention.EndToken, mention.EndToken))
        {
            if (lesion.Kind is MentionKind.LesionWord or MentionKind.Tumour && lesion.FirstToken == mention.EndToken)
            {
                return lesion.Is(Assertion.Negated);
            }
        }

        var tokens = course.Document.TokenArray;
        var verb = mention.FirstToken - 1;
        var start = course.SentenceOf(mention).FirstToken;
        while (verb > start && words.Is(tokens[verb].Word, LevelUse.Tie) && !words.Is(tokens[verb].Word, LevelUse.Disease))
        {
            verb--;
        }

        return !(verb > start && words.Is(tokens[verb].Word, LevelUse.Disease) && course.Document.Text[tokens[verb - 1].Start] == ',');
    }

    /// <summary>"the C2 root", "roots of C5 and C6"; but a tumour of a nerve lies "in the foramen of the nerve at C2".</summary>
    private bool IsOfNerve(ClinicalCourse course, PlacedMention mention, LevelSentence told)
    {
        var before = mention.FirstToken - 1;
        return IsNear(course, mention, told, 4, 3, LevelUse.Nerve)
            && !(before >= course.SentenceOf(mention).FirstToken && words.Is(course.Document.TokenArray[before].Word, LevelUse.At) && TellsOfLesion(course, told));
    }

    /// <summary>
    /// Whether a word is what its clause tells of: it stands within the first words of the clause. "The conus lies at T12-L1", "a large syrinx below
    /// the tumor reached down to T2", "the anterior spinal vein (arrow) was seen from C1".
    /// </summary>
    private bool IsToldOf(ClinicalCourse course, PlacedMention mention, LevelSentence told, LevelUse any)
    {
        if ((told.Uses & any) == 0)
        {
            return false;
        }

        var sentence = course.SentenceOf(mention);
        var tokens = course.Document.TokenArray;
        var text = course.Document.Text;
        for (var index = mention.FirstToken - 1; index >= sentence.FirstToken; index--)
        {
            if (text[tokens[index].Start] == ')')
            {
                while (index > sentence.FirstToken && text[tokens[index].Start] != '(')
                {
                    index--;
                }
            }
            else if (text[tokens[index].Start] is ',' or ';' or ':' or '(')
            {
                return false;
            }
            else if (words.Is(tokens[index].Word, any))
            {
                return IsNearClauseStart(course, sentence, index);
            }
        }

        return false;
    }

    private static bool IsNearClauseStart(ClinicalCourse course, Sentence sentence, int token)
    {
        for (var index = token - 1; index >= token - OpeningWords; index--)
        {
            if (index < sentence.FirstToken || course.Document.TokenArray[index].Kind == TokenKind.Punctuation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a scan from T9 to L1 showed a lesion of T11": another level of the sentence is tied to the lesion, which no list joins this one to and which is no part of this one ("a T1 neuroma enlarging the foramen T1-2").</summary>
    private bool IsBesideTied(ClinicalCourse course, PlacedMention mention, LevelSentence sentence)
    {
        if (!sentence.AreTiedKnown)
        {
            FindTied(course, sentence);
        }

        if (sentence.TiedBeside(mention.FirstToken) is not { } other)
        {
            return false;
        }

        var (from, to) = other.FirstToken < mention.FirstToken ? (other.EndToken, mention.FirstToken) : (mention.EndToken, other.FirstToken);
        var levels = ((LevelConcept)mention.Concept).Levels;
        var isPart = levels.Count <= 2 && !levels.Intersect(((LevelConcept)other.Concept).Levels).IsEmpty;
        return !isPart && !_around.IsJoined(course, from, to);
    }

    private void FindTied(ClinicalCourse course, LevelSentence sentence)
    {
        PlacedMention? first = null;
        var bounds = course.Document.SentenceArray[sentence.Index];
        foreach (ref readonly var level in course.MentionsOf(sentence.Index, MentionKind.Level))
        {
            if (level.FirstToken == first?.FirstToken || _around.LesionTiedTo(course, level, bounds) is null)
            {
                continue;
            }

            if (first is not null)
            {
                sentence.SetTied(first, level);
                return;
            }

            first = level;
        }

        sentence.SetTied(first, null);
    }

    /// <summary>Reads a sentence for all its levels.</summary>
    public LevelSentence Read(ClinicalCourse course, int index)
    {
        LevelUse uses = 0;
        var sentence = course.Document.SentenceArray[index];
        foreach (ref readonly var token in course.Document.TokenArray[sentence.FirstToken..sentence.EndToken])
        {
            uses |= words.RolesOf(token.Word);
        }

        return new LevelSentence(index, uses);
    }

    private static bool IsOfMeasurement(ClinicalCourse course, PlacedMention mention, LevelUse told) =>
        (told & LevelUse.Model) != 0
            || ((told & LevelUse.Measure) != 0 && !course.Has(mention.Sentence, MentionKind.Tumour) && !course.Has(mention.Sentence, MentionKind.Spread) && !course.Has(mention.Sentence, MentionKind.OrganRemoved, "resection"));
}
