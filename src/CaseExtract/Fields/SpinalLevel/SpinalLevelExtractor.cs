using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>The levels and regions of the index lesion, and which mentions give them.</summary>
internal sealed record LesionLevels(IReadOnlyList<SpinalLevelValue> Levels, IReadOnlyList<string> Regions);

/// <summary>
/// Collects the vertebral levels at which the index lesion lies. Levels of roots, dermatomes, reflexes and sensory levels, of irradiation, of
/// vessels and implants, and levels in negated or general statements are not the lesion's; those of an operation only where no others are told.
/// </summary>
internal sealed class SpinalLevelExtractor
{
    public const string File = "rules/level-use.tsv";

    private static readonly string[] RegionOrder = ["cervical", "thoracic", "lumbar", "sacral", "coccygeal"];

    private readonly LevelRoleReader _roles;
    private readonly RegionWordReader _regions;

    public SpinalLevelExtractor(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<LevelUse>(models, File, vocabulary);
        _roles = new LevelRoleReader(words);
        _regions = new RegionWordReader(words);
    }

    public LesionLevels Extract(ClinicalCourse course, IndexLesion lesion, EvidenceFactory evidence)
    {
        var byRole = new SourcedLevels?[(int)LevelRole.Lesion + 1];
        var regions = new HashSet<string>(StringComparer.Ordinal);
        var mentions = course.Mentions;
        var isTumour = lesion.IsTumour || NamesTumour(course);
        var told = RolesOf(course, lesion, isTumour);
        foreach (var (index, role) in told)
        {
            var concept = (LevelConcept)mentions[index].Concept;
            (byRole[(int)role] ??= new SourcedLevels()).Add(concept.Levels, index);
            if (role == LevelRole.Lesion && concept.OpenRegion is { } region)
            {
                regions.Add(region);
            }
        }

        var counted = RoleThatCounts(byRole, isTumour);
        if (counted is LevelRole.None or LevelRole.Operation)
        {
            _regions.Read(course, regions);
            foreach (var region in regions)
            {
                // the lesion lies where it was operated on, unless words place it elsewhere too
                if (!Names(LevelsOf(byRole, LevelRole.Operation), region))
                {
                    counted = LevelRole.None;
                }
            }
        }

        var levels = new List<SpinalLevelValue>();
        if (counted != LevelRole.None && byRole[(int)counted] is { } found)
        {
            var operated = found.Levels.Intersect(LevelsOf(byRole, LevelRole.Operation));

            // told in passing, those that were operated on are the lesion's
            var chosen = counted == LevelRole.Aside && isTumour && !operated.IsEmpty ? operated : found.Levels;
            foreach (var level in chosen)
            {
                regions.Add(level.Region);
                levels.Add(new SpinalLevelValue { Level = level.Name, Region = level.Region, Confidence = ConfidenceOf(counted, chosen.Count), Evidence = evidence.Of(mentions[found.SourceOf(level)]) });
            }
        }

        // "a tumor of the sacrum and the coccyx": the coccyx alone has one level
        if (regions.Count == 1 && regions.Contains("coccygeal"))
        {
            _regions.Read(course, regions);
        }

        return new LesionLevels(levels, regions.Count == 0 ? [] : [.. RegionOrder.Where(regions.Contains)]);
    }

    private static VertebraSet LevelsOf(SourcedLevels?[] byRole, LevelRole role) => byRole[(int)role]?.Levels ?? VertebraSet.Empty;

    private static bool Names(VertebraSet levels, string region)
    {
        foreach (var level in levels)
        {
            if (level.Region == region)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A radiologist names a mass, or suspects a metastasis, before anybody has diagnosed a tumour.</summary>
    private static bool NamesTumour(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention is { Concept: TumourConcept { Kind: not TumourKind.Lesion } } && !mention.Is(Assertion.Negated | Assertion.NotPatient | Assertion.Hypothetical))
            {
                return true;
            }
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "metastasis" && !mention.Is(Assertion.Negated | Assertion.NotPatient | Assertion.Hypothetical))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mentions of levels that are so and the patient's, each by its index, with what it is told for.</summary>
    private List<(int Mention, LevelRole Role)> RolesOf(ClinicalCourse course, IndexLesion lesion, bool isTumour)
    {
        var told = new List<(int Mention, LevelRole Role)>(8);
        if (course.Of(MentionKind.Level).IsEmpty)
        {
            return told;
        }

        var diseased = new HashSet<int>();
        var mentions = course.Mentions;
        LevelSentence? sentence = null;
        for (var index = 0; index < mentions.Length; index++)
        {
            ref readonly var mention = ref mentions[index];
            if (mention.Kind == MentionKind.Level && (course.SentenceOf(mention).Section == SectionKind.Title || (!mention.Is(Assertion.NotPatient | Assertion.Hypothetical) && !_roles.IsDenied(course, mention))))
            {
                sentence = mention.Sentence == sentence?.Index ? sentence : _roles.Read(course, mention.Sentence);
                var role = _roles.RoleOf(course, mention, lesion, sentence);
                if (role is LevelRole.Lesion or LevelRole.Companion)
                {
                    diseased.Add(mention.Sentence);
                }

                told.Add((index, role == LevelRole.Lesion && mention.Episode == Episode.Earlier ? LevelRole.Earlier : role));
            }
        }

        // where the report tells of no tumour, the slip beside the fracture is what it tells of
        for (var index = 0; index < told.Count && !isTumour; index++)
        {
            if (told[index].Role is LevelRole.Aside or LevelRole.Companion && diseased.Contains(mentions[told[index].Mention].Sentence))
            {
                told[index] = (told[index].Mention, LevelRole.Lesion);
            }
        }

        return told;
    }

    /// <summary>
    /// The highest role that any level has. A herniation or a kyphosis is what the report is told for only where it tells of no tumour, an operation
    /// only where it tells of one.
    /// </summary>
    private static LevelRole RoleThatCounts(SourcedLevels?[] byRole, bool isTumour)
    {
        for (var role = LevelRole.Lesion; role > LevelRole.None; role--)
        {
            if (!LevelsOf(byRole, role).IsEmpty && (role > LevelRole.Companion || isTumour == (role == LevelRole.Operation)))
            {
                return role;
            }
        }

        return LevelRole.None;
    }

    private static double ConfidenceOf(LevelRole role, int count) => role switch
    {
        LevelRole.Operation => 0.6,
        LevelRole.Lesion => count > 4 ? 0.8 : 0.93,
        _ => 0.8,
    };
}
