using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>The levels and regions of the index lesion, and which mentions give them.</summary>
internal sealed record LesionLevels(IReadOnlyList<SpinalLevelValue> Levels, IReadOnlyList<string> Regions);

/// <summary>
/// Collects the vertebral levels at which the index lesion lies. Levels of an operation, of irradiation, of a syrinx, of roots, dermatomes,
/// reflexes and sensory levels, and levels in negated or general statements are not the lesion's.
/// </summary>
internal sealed class SpinalLevelExtractor
{
    private static readonly string[] RegionOrder = ["cervical", "thoracic", "lumbar", "sacral", "coccygeal"];

    private readonly Dictionary<int, string[]> _regionWords = [];
    private readonly HashSet<int> _spineNouns;
    private readonly HashSet<int> _neurology;
    private readonly HashSet<int> _radiation;
    private readonly HashSet<int> _otherFindings;
    private readonly HashSet<int> _approach;

    public SpinalLevelExtractor(Vocabulary.Builder vocabulary)
    {
        Add(["cervical"], "cervical", "cervicothoracic", "cervico", "cervicodorsal", "craniocervical", "odontoid", "atlantoaxial");
        Add(["thoracic"], "thoracic", "dorsal", "thoracolumbar", "dorsolumbar", "cervicothoracic", "cervicodorsal", "thoraco", "dorso", "midthoracic", "thoracolumbosacral");
        Add(["lumbar"], "lumbar", "lumbosacral", "thoracolumbar", "dorsolumbar", "lumbo", "thoracolumbosacral");
        Add(["sacral"], "sacral", "sacrum", "lumbosacral", "sacrococcygeal", "presacral", "thoracolumbosacral");
        Add(["coccygeal"], "coccyx", "coccygeal", "sacrococcygeal");
        _spineNouns = Set("spine", "vertebra", "vertebral", "cord", "spinal", "level", "region", "canal", "segment", "column", "epidural", "extradural", "intradural", "medulla", "myelon", "rachis", "intramedullary",
            "body", "lesion", "mass", "tumor", "foramen", "vertebrae", "paravertebral", "paraspinal", "laminectomy", "area", "nerve", "junction", "chordoma", "metastasis", "and", "intraspinal", "schwannoma", "meningioma", "ependymoma");
        _neurology = Set("dermatome", "sensory", "root", "radiculopathy", "radicular", "reflex", "myotome", "hypoesthesia", "hypesthesia", "anesthesia", "numbness", "sensation", "motor", "strength", "power", "weakness", "paresthesia",
            "dysesthesia", "hypoalgesia", "pinprick", "deficit", "muscle", "innervated", "sensibility", "analgesia", "touch", "distribution", "hyperesthesia", "roots", "nerve", "nerves", "sciatica", "lasegue", "proprioception", "paraplegia", "asia", "flexion", "hypalgesia", "puncture");
        _radiation = Set("radiotherapy", "irradiation", "irradiated", "radiation", "gy", "rt", "fractions", "dose");
        _otherFindings = Set("syrinx", "syringomyelia", "syringohydromyelia", "edema", "scoliosis", "kyphosis", "osteopenia", "osteoporosis", "spondylosis", "protrusion", "herniation", "hydromyelia", "catheter", "artery", "subcostal", "intercostal", "tip", "lead", "lymph", "node", "port", "cyst");
        _approach = Set("laminectomy", "laminoplasty", "hemilaminectomy", "fixation", "fusion", "instrumentation", "screw", "screws", "corpectomy", "stabilization", "laminotomy", "decompression", "vertebroplasty", "kyphoplasty", "spondylectomy", "arthrodesis", "rods", "plate", "incision", "rib", "ribs", "thoracotomy", "facetectomy", "costotransversectomy", "hemilaminectomies", "vertebrectomy", "approach", "osteosynthesis", "discectomy", "spondylodesis", "pedicle");

        HashSet<int> Set(params string[] words) => [.. words.Select(vocabulary.Add)];

        void Add(string[] regions, params string[] words)
        {
            foreach (var word in words)
            {
                var number = vocabulary.Add(word);
                _regionWords[number] = _regionWords.TryGetValue(number, out var known) ? [.. known, .. regions] : regions;
            }
        }
    }

    public LesionLevels Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        var lesion = new SortedDictionary<VertebralLevel, PlacedMention>();
        var operated = new SortedDictionary<VertebralLevel, PlacedMention>();
        foreach (var mention in course.Mentions)
        {
            if (mention.Kind != MentionKind.Level || mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical) && course.SentenceOf(mention).Section != SectionKind.Title)
            {
                continue;
            }

            var role = RoleOf(course, mention);
            if (role == LevelRole.None || (mention.Episode == Episode.Earlier && lesion.Count > 0))
            {
                continue;
            }

            var into = role == LevelRole.Operated ? operated : lesion;
            foreach (var level in ((LevelConcept)mention.Concept).Levels)
            {
                into.TryAdd(level, mention);
            }
        }

        var found = lesion.Count > 0 ? lesion : operated;
        var confidence = lesion.Count == 0 ? 0.6 : lesion.Count > 4 ? 0.8 : 0.93;
        var levels = new List<SpinalLevelValue>(found.Count);
        foreach (var (level, mention) in found)
        {
            levels.Add(new SpinalLevelValue { Level = level.Name, Region = level.Region, Confidence = confidence, Evidence = evidence.Of(mention) });
        }

        return new LesionLevels(levels, Regions(course, levels));
    }

    private enum LevelRole
    {
        None,
        Lesion,
        Operated,
    }

    private LevelRole RoleOf(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        if (Near(course, mention, sentence.FirstToken, sentence.EndToken, 4, 3, _neurology, stopAtLesion: true))
        {
            return LevelRole.None;
        }

        if (Near(course, mention, sentence.FirstToken, sentence.EndToken, 7, 4, _radiation, stopAtLesion: true) || Near(course, mention, sentence.FirstToken, sentence.EndToken, 5, 2, _otherFindings, stopAtLesion: true))
        {
            return LevelRole.None;
        }

        return Near(course, mention, sentence.FirstToken, sentence.EndToken, 5, 2, _approach, stopAtLesion: true) ? LevelRole.Operated : LevelRole.Lesion;
    }

    /// <summary>Whether one of the words stands near a mention: before it up to a comma or a lesion, or right behind it.</summary>
    private static bool Near(ClinicalCourse course, PlacedMention mention, int start, int end, int before, int after, HashSet<int> words, bool stopAtLesion)
    {
        var tokens = course.Document.TokenArray;
        var text = course.Document.Narrative.Text;
        for (var index = mention.FirstToken - 1; index >= Math.Max(start, mention.FirstToken - before); index--)
        {
            if (words.Contains(tokens[index].Word))
            {
                return true;
            }

            if (text[tokens[index].Start] is ',' or ';' or '(' || (stopAtLesion && IsLesion(course, mention.Sentence, index)))
            {
                break;
            }
        }

        for (var index = mention.EndToken; index < Math.Min(end, mention.EndToken + after); index++)
        {
            if (words.Contains(tokens[index].Word))
            {
                return true;
            }

            if (text[tokens[index].Start] is ',' or ';' or '.' or ')' || (stopAtLesion && IsLesion(course, mention.Sentence, index)))
            {
                break;
            }
        }

        return false;
    }

    private static bool IsLesion(ClinicalCourse course, int sentence, int token)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.FirstToken <= token && mention.EndToken > token && (mention.Kind == MentionKind.Tumour || mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" } }))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Regions(ClinicalCourse course, List<SpinalLevelValue> levels)
    {
        var regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in levels)
        {
            regions.Add(level.Region);
        }

        if (regions.Count == 0)
        {
            AddWords(course, regions);
        }

        return [.. RegionOrder.Where(regions.Contains)];
    }

    /// <summary>Regions told by words ("a thoracolumbar mass") when no level is given.</summary>
    private void AddWords(ClinicalCourse course, HashSet<string> regions)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (sentence.Section.IsExcluded() || sentence.Section.IsGeneral() || sentence.IsHeading)
            {
                continue;
            }

            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (_regionWords.TryGetValue(course.Document.TokenArray[token].Word, out var named) && IsSpinal(course, sentence.FirstToken, sentence.EndToken, token))
                {
                    regions.UnionWith(named);
                }
            }
        }
    }

    private bool IsSpinal(ClinicalCourse course, int start, int end, int token)
    {
        var tokens = course.Document.TokenArray;
        var word = course.Document.TextOf(tokens[token]);
        if (word.StartsWith("sacr", StringComparison.OrdinalIgnoreCase) || word.StartsWith("coccy", StringComparison.OrdinalIgnoreCase) || word.StartsWith("thoracol", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("lumbos", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var index = token + 1; index < Math.Min(end, token + 4); index++)
        {
            var next = course.Document.TextOf(tokens[index]);
            if (next is "lymph" or "node" or "nodes" or "pain" or "puncture" or "surgery" or "aorta" or "esophagus" or "cavity" or "wall" or "lymphadenopathy" or "cancer" or "carcinoma" or "smear")
            {
                return false;
            }

            if (_spineNouns.Contains(tokens[index].Word) && next is not "and")
            {
                return true;
            }
        }

        return false;
    }
}
