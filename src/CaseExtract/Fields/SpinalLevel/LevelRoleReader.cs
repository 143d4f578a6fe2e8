using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
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

    /// <summary>How far from a level the word may stand that tells that its vertebra is diseased.</summary>
    private const int DiseaseReach = 7;

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

        // "L4-5 disc bulge, incidental"; an incidental hemangioma beside the tumour, but not "a mass at L4 was found incidentally"
        var isOfTumour = tied is { } known && (known.Concept is TumourConcept { Kind: TumourKind.Generic } || index.Has(known));
        if ((told.Uses & LevelUse.Incidental) != 0 && !isOfTumour)
        {
            return LevelRole.None;
        }

        if (tied is { } lesion)
        {
            if (Bystander.Is(index, lesion))
            {
                return index.Tumour!.Behaviour == '3' ? LevelRole.None : LevelRole.Aside;
            }

            // a haematoma or a herniation beside the tumour is not what the report is told for
            return index.IsTumour && lesion.Concept is TumourConcept { Kind: TumourKind.Lesion } ? LevelRole.Companion : LevelRole.Lesion;
        }

        var isDiseased = IsNear(course, mention, told, DiseaseReach, DiseaseReach, LevelUse.Disease);
        if (!isDiseased && IsOfMeasurement(course, mention, told.Uses))
        {
            return LevelRole.None;
        }

        if (IsOfElse(course, mention, told) || IsOfNeurology(course, mention, index, told, isDiseased))
        {
            return LevelRole.None;
        }

        return IsOfCompanion(course, mention, told) ? LevelRole.Companion
            : IsOfOperation(course, mention, told) ? LevelRole.Operation
            : isDiseased || (TellsOfLesion(course, told, index) && !IsBesideTied(course, mention, told)) ? LevelRole.Lesion
            : LevelRole.Aside;
    }

    /// <summary>"irradiation from T4 to T8", "an artery at T9", "the conus ended at L1".</summary>
    private bool IsOfElse(ClinicalCourse course, PlacedMention mention, LevelSentence told) =>
        IsToldOf(course, mention, told, LevelUse.Landmark)
        || IsNear(course, mention, told, before: 7, after: 4, LevelUse.Radiation)
        || IsNear(course, mention, told, before: 5, after: 2, LevelUse.Elsewhere);

    /// <summary>"numbness below T10", "the C7 root": unless a lesion is told before the level, or that the vertebra is diseased.</summary>
    private bool IsOfNeurology(ClinicalCourse course, PlacedMention mention, IndexLesion index, LevelSentence told, bool isDiseased) =>
        (IsToldOf(course, mention, told, LevelUse.Neurology) && !isDiseased && !_around.IsBehindLesion(course, mention))
        || IsNear(course, mention, told, before: 4, after: 3, LevelUse.Neurology)
        || IsOfNerve(course, mention, told, index);

    /// <summary>"a syrinx from T2 to T6".</summary>
    private bool IsOfCompanion(ClinicalCourse course, PlacedMention mention, LevelSentence told) =>
        IsToldOf(course, mention, told, LevelUse.Companion) || IsNear(course, mention, told, before: 5, after: IsLesionWith(course, mention) ? 0 : 4, LevelUse.Companion);

    /// <summary>"laminectomy of T7", "C5-C7 lateral mass screw fixation".</summary>
    private bool IsOfOperation(ClinicalCourse course, PlacedMention mention, LevelSentence told) =>
        IsNear(course, mention, told, before: 5, after: 2, LevelUse.Operation)
        || ((told.Uses & LevelUse.Operation) != 0 && _around.IsPremodifier(course, mention, LevelUse.Operation));

    /// <summary>"a nodule in the cord at [C2] with a syrinx": what the lesion has beside it is not what lies at its level alone.</summary>
    private bool IsLesionWith(ClinicalCourse course, PlacedMention mention) =>
        mention.EndToken < course.SentenceOf(mention).EndToken && course.Document.TextOf(mention.EndToken) is "with" && _around.IsBehindLesion(course, mention);

    /// <summary>Whether a word stands near a level; in a sentence without such words nothing is looked for.</summary>
    private bool IsNear(ClinicalCourse course, PlacedMention mention, LevelSentence told, int before, int after, LevelUse any) =>
        (told.Uses & any) != 0 && _around.Near(course, mention, course.SentenceOf(mention), before, after, any);

    private bool TellsOfLesion(ClinicalCourse course, LevelSentence told, IndexLesion lesion) => told.HasLesion ??= _around.TellsOfLesion(course, told.Index, lesion);

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
    private bool IsOfNerve(ClinicalCourse course, PlacedMention mention, LevelSentence told, IndexLesion lesion)
    {
        var before = mention.FirstToken - 1;
        return IsNear(course, mention, told, before: 4, after: 3, LevelUse.Nerve)
            && !(before >= course.SentenceOf(mention).FirstToken && words.Is(course.Document.TokenArray[before].Word, LevelUse.At) && TellsOfLesion(course, told, lesion));
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

    /// <summary>A specimen or an animal, or "a Cobb angle of 40 degrees from T5 to T12" where no lesion is told.</summary>
    private static bool IsOfMeasurement(ClinicalCourse course, PlacedMention mention, LevelUse told)
    {
        if ((told & LevelUse.Model) != 0)
        {
            return true;
        }

        var sentence = mention.Sentence;
        return (told & LevelUse.Measure) != 0
            && !course.Has(sentence, MentionKind.Tumour) && !course.Has(sentence, MentionKind.Spread) && !course.Has(sentence, MentionKind.OrganRemoved, "resection");
    }
}
