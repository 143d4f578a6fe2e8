using System.Collections;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Annotation;

public sealed class TermConceptsTests
{
    private static readonly TumourConcept Tumour = new("8890", '0', "C55.9", "Uterus", "Leiomyoma", TumourKind.Tumour, Tissue.Soft);

    private static readonly Concept[] Concepts =
    [
        Tumour,
        new TumourConcept(null, '\0', null, "", "Mass", TumourKind.Lesion, Tissue.Other),
        new HistologyModifierConcept(new Dictionary<string, ModifiedHistology>(StringComparer.Ordinal) { ["8140"] = new("8480", "Mucinous adenocarcinoma", '\0'), ["9530"] = new("9539", "Atypical meningioma", '1') }),
        new SiteConcept("C72.5", "Cranial nerve", SiteKind.Neuraxis, [Tissue.Nerve, Tissue.Glial]),
        new SiteConcept("C50.9", "Breast", SiteKind.Organ, []),
        new RegionConcept("C44.5", "C49.3", "C41.3", "C47.3", "C76.1", "Chest"),
        new ProcedureConcept("laminectomy", null, "C41.2", ProcedureUse.Ambiguous, ["fusion"]),
        new AdjuvantConcept(["chemotherapy", "radiotherapy"], "both"),
        new ValueConcept("left"),
        new PresentationConcept("severe", IsModifier: true),
        new AbbreviationConcept("LM", Tumour, [3, 5]),
        new CueConcept(CueRole.Planned, CueDirection.Backward, 7),
    ];

    [Fact]
    public void A_concept_of_each_kind_is_read_as_it_was_written()
    {
        // a kind of concept that is new has to stand above
        Assert.Equal(Enum.GetValues<ConceptKind>().Length, Concepts.Select(concept => concept.GetType()).Distinct().Count());
        var read = Read(Concepts);
        for (var term = 0; term < Concepts.Length; term++)
        {
            var (expected, actual) = (Concepts[term], read.Of(term));
            Assert.IsType(expected.GetType(), actual);
            Assert.All(expected.GetType().GetProperties(), property => Assert.Equal(Plain(property.GetValue(expected)), Plain(property.GetValue(actual))));
        }
    }

    [Fact]
    public void Equal_concepts_are_one_whoever_asks()
    {
        var read = Read([.. Enumerable.Range(0, 2000).Select(term => new ValueConcept(term % 2 == 0 ? "even" : "odd"))]);
        var asked = new Concept[2000];
        Parallel.For(0, asked.Length, term => asked[term] = read.Of(term));
        Assert.All(Enumerable.Range(0, asked.Length), term => Assert.Same(asked[term % 2], asked[term]));
        Assert.NotEqual(asked[0], asked[1]);
    }

    private static TermConcepts Read(Concept[] concepts)
    {
        var image = new ModelImage();
        TermConcepts.Write(image.Add("terms"), concepts);
        return new TermConcepts(ModelImage.Part(new MemoryStream(image.ToBytes()), "terms")!);
    }

    private static object? Plain(object? value) => value is IEnumerable list and not string ? string.Join('|', list.Cast<object>()) : value;
}
