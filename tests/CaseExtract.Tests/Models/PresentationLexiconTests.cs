using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Models;

/// <summary>What a term of <c>presentation.tsv</c> is recorded as must be the same disorder under another name, never its neighbour or its opposite.</summary>
public sealed class PresentationLexiconTests
{
    /// <summary>Endings that name a kind of disorder; what stands before them, or beside the word, tells which one it is.</summary>
    private static readonly string[] Endings =
    [
        "penia", "cytosis", "philia", "emia", "uria", "itis", "ism", "thorax", "peritoneum", "megaly", "plegia", "paresis", "tonia", "kinesia", "reflexia", "cardia", "rrhea", "phagia",
    ];

    /// <summary>Nouns that name a kind of disorder.</summary>
    private static readonly string[] Heads =
    [
        "effusion", "hemorrhage", "hematoma", "infarction", "ischemia", "stroke", "embolism", "thrombosis", "fracture", "regurgitation", "reflux", "failure", "apoplexy", "puberty", "perforation", "infection",
        "abscess", "shock", "coma", "erosion", "wound", "fistula", "atrophy",
    ];

    /// <summary>Other names of one disorder, as a physician uses them.</summary>
    private static readonly HashSet<string> Synonyms = new(StringComparer.Ordinal)
    {
        "adenomegaly = lymphadenopathy", "aphagia = dysphagia", "brachial paresis = arm weakness", "dysdiadochokinesia = ataxia", "external ophthalmoplegia = ocular motor palsy", "facial nerve paresis = facial palsy",
        "facial paresis = facial palsy", "hemi paresis = hemiparesis", "lower limb paresis = paraparesis", "meteorism = abdominal distension", "ophthalmoplegia = ocular motor palsy", "paresis = weakness",
        "peritoneal effusion = ascites", "upper limb paresis = arm weakness", "bicytopenia = cytopenia", "bronchorrhea = sputum", "choluria = dark urine", "clitoromegaly = virilization", "hypercortisolism = cushing syndrome",
        "hypermenorrhea = menorrhagia", "hypertonia = spasticity", "hydrothorax = pleural effusion", "ischuria = urinary retention", "leukorrhea = vaginal discharge", "leucorrhea = vaginal discharge",
        "macrohematuria = hematuria", "microhematuria = hematuria", "oligomenorrhea = menstrual irregularity", "polymenorrhea = menstrual irregularity", "panhypopituitarism = hypopituitarism",
        "polycythemia = erythrocytosis", "hyperleukocytosis = leukocytosis", "quadraparesis = tetraparesis", "quadriparesis = tetraparesis", "quadriplegia = tetraplegia", "stranguria = dysuria",
        "thyromegaly = goiter", "ventriculomegaly = hydrocephalus", "bloody rhinorrhea = epistaxis", "incomplete paraplegia = paraparesis",
        "digestive hemorrhage = gastrointestinal bleeding", "gastrointestinal hemorrhage = gastrointestinal bleeding", "gingival hemorrhage = gum bleeding", "hemorrhage = bleeding", "rectal hemorrhage = hematochezia",
        "uterine hemorrhage = vaginal bleeding", "vaginal hemorrhage = vaginal bleeding", "subdural hemorrhage = subdural hematoma",
        "intracranial hematoma = intracranial hemorrhage", "cerebral ischemia = cerebral infarction", "ischemic stroke = cerebral infarction", "cerebral ischemic stroke = cerebral infarction",
        "ischemic cerebral stroke = cerebral infarction", "hemorrhagic stroke = intracranial hemorrhage", "hemorrhagic cerebral stroke = intracranial hemorrhage", "septic shock = sepsis",
        "hypoglycemic coma = hypoglycemia", "growth failure = growth retardation", "acid reflux = heartburn", "nipple erosion = nipple eczema", "tongue atrophy = cranial nerve palsy",
    };

    private static readonly (string Term, string Concept)[] Symptoms = Read();

    [Fact]
    public void A_kind_of_disorder_is_recorded_as_that_disorder() =>
        Assert.Empty(Symptoms.Where(row => KindWord(row.Term) is { } word && !row.Concept.Split(' ').Contains(word)).Select(row => $"{row.Term} = {row.Concept}").Except(Synonyms, StringComparer.Ordinal));

    [Theory]
    [InlineData("hyper", "hypo")]
    [InlineData("poly", "oligo")]
    [InlineData("tachy", "brady")]
    public void Opposites_are_recorded_apart(string one, string other)
    {
        var concepts = Symptoms.ToDictionary(row => row.Term, row => row.Concept, StringComparer.Ordinal);
        Assert.Empty(Symptoms.Where(row => row.Term.StartsWith(one, StringComparison.Ordinal)).Select(row => (row.Term, Opposite: other + row.Term[one.Length..], row.Concept))
            .Where(row => concepts.TryGetValue(row.Opposite, out var concept) && concept == row.Concept && !Synonyms.Contains($"{row.Term} = {row.Concept}")).Select(row => row.Term));
    }

    [Fact]
    public void What_is_a_concept_and_a_term_stands_for_itself()
    {
        var concepts = Symptoms.Select(row => row.Concept).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Symptoms.Where(row => concepts.Contains(row.Term) && row.Term != row.Concept).Select(row => $"{row.Term} = {row.Concept}"));
    }

    /// <summary>The last word of the term, where it names a kind of disorder.</summary>
    private static string? KindWord(string term)
    {
        var word = term[(term.LastIndexOf(' ') + 1)..];
        return Heads.Contains(word, StringComparer.Ordinal) || Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) ? word : null;
    }

    private static (string Term, string Concept)[] Read()
    {
        var table = ModelSource.Folder(Repository.Models).Read("lexicons/presentation.tsv");
        var (term, concept, kind) = (table.Column("term"), table.Column("concept"), table.Column("kind"));
        return [.. table.Rows.Where(row => row[kind] == "symptom").Select(row => (row[term], row[concept]))];
    }
}
