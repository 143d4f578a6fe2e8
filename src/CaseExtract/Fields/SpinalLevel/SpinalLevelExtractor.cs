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
        var byRole = new SourcedLevels[(int)LevelRole.Lesion + 1];
        for (var role = 0; role < byRole.Length; role++)
        {
            byRole[role] = new SourcedLevels();
        }

        var regions = new HashSet<string>(StringComparer.Ordinal);
        var mentions = course.Mentions;
        for (var index = 0; index < mentions.Length; index++)
        {
            var mention = mentions[index];
            if (mention.Kind != MentionKind.Level || (mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical) && course.SentenceOf(mention).Section != SectionKind.Title))
            {
                continue;
            }

            var role = _roles.RoleOf(course, mention, lesion);
            if (role == LevelRole.Lesion && mention.Episode == Episode.Earlier)
            {
                role = LevelRole.Aside;
            }

            if (!lesion.IsTumour && role is LevelRole.Aside or LevelRole.Companion)
            {
                // where the report tells of no tumour, a herniation, a kyphosis or a syrinx is what it tells of
                role = LevelRole.Lesion;
            }

            var concept = (LevelConcept)mention.Concept;
            byRole[(int)role].Add(concept.Levels, index);
            if (role == LevelRole.Lesion && concept.OpenRegion is { } region)
            {
                regions.Add(region);
            }
        }

        var counted = RoleThatCounts(byRole, lesion.IsTumour);
        if (counted is LevelRole.None or LevelRole.Operation)
        {
            _regions.Read(course, regions);
            foreach (var region in regions)
            {
                // the lesion lies where it was operated on, unless words place it elsewhere too
                if (!byRole[(int)LevelRole.Operation].Levels.Any(level => level.Region == region))
                {
                    counted = LevelRole.None;
                }
            }
        }

        var levels = new List<SpinalLevelValue>();
        if (counted != LevelRole.None)
        {
            var found = byRole[(int)counted];
            foreach (var level in found.Levels)
            {
                regions.Add(level.Region);
                levels.Add(new SpinalLevelValue { Level = level.Name, Region = level.Region, Confidence = ConfidenceOf(counted, found.Levels.Count), Evidence = evidence.Of(mentions[found.SourceOf(level)]) });
            }
        }

        return new LesionLevels(levels, [.. RegionOrder.Where(regions.Contains)]);
    }

    /// <summary>The highest role that any level has; levels of an operation serve only where the report tells of a tumour.</summary>
    private static LevelRole RoleThatCounts(SourcedLevels[] byRole, bool isTumour)
    {
        for (var role = LevelRole.Lesion; role > LevelRole.None; role--)
        {
            if (!byRole[(int)role].Levels.IsEmpty && role != LevelRole.Companion && (isTumour || role != LevelRole.Operation))
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
