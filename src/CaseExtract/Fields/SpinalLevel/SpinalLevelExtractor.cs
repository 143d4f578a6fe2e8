using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Fields;

/// <summary>The levels and regions of the index lesion, and which mentions give them.</summary>
internal sealed record LesionLevels(IReadOnlyList<SpinalLevelValue> Levels, IReadOnlyList<string> Regions);

/// <summary>
/// Collects the vertebral levels at which the index lesion lies. Levels of roots, dermatomes, reflexes and sensory levels, of irradiation, of
/// vessels and implants, and levels in negated or general statements are not the lesion's; those of an operation only where no others are told.
/// </summary>
internal sealed class SpinalLevelExtractor(ModelSource models, Vocabulary.Builder vocabulary)
{
    public const string File = "rules/level-use.tsv";

    private static readonly string[] RegionOrder = ["cervical", "thoracic", "lumbar", "sacral", "coccygeal"];

    private readonly WordRoles<LevelUse> _words = new(models, File, vocabulary);

    public LesionLevels Extract(ClinicalCourse course, IndexLesion lesion, EvidenceFactory evidence)
    {
        Span<int> ofLesion = stackalloc int[VertebralLevel.Count];
        Span<int> ofCompanion = stackalloc int[VertebralLevel.Count];
        Span<int> ofOperation = stackalloc int[VertebralLevel.Count];
        ofLesion.Fill(-1);
        ofCompanion.Fill(-1);
        ofOperation.Fill(-1);
        VertebraSet lesions = default, companions = default, operations = default;
        var regions = new HashSet<string>(StringComparer.Ordinal);
        var mentions = course.Mentions;
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind != MentionKind.Level || (mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical) && course.SentenceOf(mention).Section != SectionKind.Title))
            {
                continue;
            }

            var role = RoleOf(course, mention, lesion.IsTumour);
            if (role == LevelRole.None || (mention.Episode == Episode.Earlier && !lesions.IsEmpty))
            {
                continue;
            }

            var concept = (LevelConcept)mention.Concept;
            switch (role)
            {
                case LevelRole.Operation:
                    Put(concept.Levels, ref operations, ofOperation, index);
                    break;
                case LevelRole.Companion:
                    Put(concept.Levels, ref companions, ofCompanion, index);
                    break;
                default:
                    Put(concept.Levels, ref lesions, ofLesion, index);
                    if (concept.OpenRegion is { } region)
                    {
                        regions.Add(region);
                    }

                    break;
            }
        }

        // a herniation or a kyphosis is what the report is told for only where it tells of no tumour
        var isCompanion = lesions.IsEmpty && !companions.IsEmpty && !lesion.IsTumour;
        var isOperation = lesions.IsEmpty && !isCompanion && !operations.IsEmpty && lesion.IsTumour;
        if (lesions.IsEmpty && !isCompanion)
        {
            // the lesion lies where it was operated on, unless words place it elsewhere too
            AddWords(course, regions);
            foreach (var region in regions)
            {
                isOperation &= operations.Any(level => level.Region == region);
            }
        }

        var found = isCompanion ? companions : isOperation ? operations : lesions;
        var sources = isCompanion ? ofCompanion : isOperation ? ofOperation : ofLesion;
        var confidence = isOperation ? 0.6 : isCompanion || found.Count > 4 ? 0.8 : 0.93;
        var levels = new List<SpinalLevelValue>(found.Count);
        foreach (var level in found)
        {
            regions.Add(level.Region);
            levels.Add(new SpinalLevelValue { Level = level.Name, Region = level.Region, Confidence = confidence, Evidence = evidence.Of(mentions[sources[level.Order]]) });
        }

        return new LesionLevels(levels, [.. RegionOrder.Where(regions.Contains)]);
    }

    /// <summary>Adds levels, each with the first mention that gives it.</summary>
    private static void Put(VertebraSet levels, ref VertebraSet known, Span<int> sources, int mention)
    {
        foreach (var level in levels)
        {
            if (sources[level.Order] < 0)
            {
                sources[level.Order] = mention;
            }
        }

        known = known.Union(levels);
    }

    private enum LevelRole
    {
        None,
        Lesion,
        Companion,
        Operation,
    }

    private LevelRole RoleOf(ClinicalCourse course, PlacedMention mention, bool isTumour)
    {
        var sentence = course.SentenceOf(mention);
        if (LesionTiedTo(course, mention, sentence) is { } lesion)
        {
            // a haematoma or a herniation beside the tumour is not what the report is told for
            return isTumour && lesion.Concept is TumourConcept { Kind: TumourKind.Lesion } ? LevelRole.Companion : LevelRole.Lesion;
        }

        if (IsOfMeasurement(course, mention, sentence))
        {
            return LevelRole.None;
        }

        if (Near(course, mention, sentence, 4, 3, LevelUse.Neurology) || Near(course, mention, sentence, 7, 4, LevelUse.Radiation) || Near(course, mention, sentence, 5, 2, LevelUse.Elsewhere))
        {
            return LevelRole.None;
        }

        return Near(course, mention, sentence, 5, 2, LevelUse.Companion) ? LevelRole.Companion
            : Near(course, mention, sentence, 5, 2, LevelUse.Operation) ? LevelRole.Operation
            : LevelRole.Lesion;
    }

    /// <summary>"metastasis in the body of T6", "T6 metastasis": then nothing else near it matters.</summary>
    private PlacedMention? LesionTiedTo(ClinicalCourse course, PlacedMention mention, Sentence sentence)
    {
        var tokens = course.Document.TokenArray;
        var index = mention.FirstToken - 1;
        while (index > sentence.FirstToken && index > mention.FirstToken - 6 && _words.Is(tokens[index].Word, LevelUse.Tie))
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
            if (_words.Is(word, LevelUse.Model))
            {
                return true;
            }

            isMeasurement |= _words.Is(word, LevelUse.Measure);
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

            if (_words.Is(tokens[index].Word, any))
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
            if (_words.Is(tokens[index].Word, any))
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

    /// <summary>Regions told by words ("a thoracolumbar mass") when no level is given.</summary>
    private void AddWords(ClinicalCourse course, HashSet<string> regions)
    {
        var isOfSpine = SpeaksOfSpine(course);
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (sentence.Section.IsExcluded() || sentence.Section.IsGeneral() || sentence.IsHeading)
            {
                continue;
            }

            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var word = course.Document.TokenArray[token].Word;
                if (_words.Is(word, LevelUse.Area) && IsSpinal(course, sentence, token, isOfSpine))
                {
                    regions.UnionWith(_words.ValueOf(word).Split(' '));
                }
            }
        }
    }

    private bool SpeaksOfSpine(ClinicalCourse course)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            for (var token = sentence.FirstToken; token < sentence.EndToken && !sentence.Section.IsExcluded(); token++)
            {
                var word = course.Document.TokenArray[token].Word;
                if (_words.Is(word, LevelUse.Spine) && !_words.Is(word, LevelUse.Noun))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsSpinal(ClinicalCourse course, Sentence sentence, int token, bool isOfSpine)
    {
        var tokens = course.Document.TokenArray;
        if (_words.Is(tokens[token].Word, LevelUse.Spinal))
        {
            return true;
        }

        var wanted = isOfSpine ? LevelUse.Spine | LevelUse.Noun : LevelUse.Spine;
        for (var index = token + 1; index < Math.Min(sentence.EndToken, token + 4); index++)
        {
            if (_words.Is(tokens[index].Word, LevelUse.Other))
            {
                return false;
            }

            if (_words.Is(tokens[index].Word, wanted))
            {
                return true;
            }
        }

        return false;
    }
}
