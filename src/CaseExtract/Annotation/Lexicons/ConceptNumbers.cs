using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Numbers concepts in the order in which they are met, and writes the values of each.</summary>
internal sealed class ConceptNumbers
{
    private readonly Dictionary<Concept, int> _concepts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _values = [];

    /// <summary>The number of a concept.</summary>
    public int NumberOf(Concept concept)
    {
        if (!_concepts.TryGetValue(concept, out var number))
        {
            var values = ValuesOf(concept); // of another concept, it numbers that one first
            number = _starts.Count;
            _concepts.Add(concept, number);
            _starts.Add(_values.Count);
            _values.AddRange(values);
        }

        return number;
    }

    public void Write(ImageWriter image)
    {
        image.Array<int>(_starts.ToArray());
        image.Array<int>(_values.ToArray());
        image.Strings(_strings);
    }

    private int[] ValuesOf(Concept concept) => concept switch
    {
        TumourConcept tumour => [(int)ConceptKind.Tumour, Number(tumour.Morphology), tumour.Behaviour, Number(tumour.Site), Number(tumour.SiteDisplay), Number(tumour.Display), (int)tumour.Kind, (int)tumour.Tissue],
        HistologyModifierConcept modifier => [(int)ConceptKind.HistologyModifier, modifier.Results.Count, .. modifier.Results.SelectMany(result => (int[])[Number(result.Key), Number(result.Value.Morphology), Number(result.Value.Display), result.Value.Behaviour, result.Value.IsInverted ? 1 : 0])],
        SiteConcept site => [(int)ConceptKind.Site, Number(site.Topography), Number(site.Display), (int)site.Kind, site.Tissues.Count, .. site.Tissues.Select(tissue => (int)tissue)],
        RegionConcept region => [(int)ConceptKind.Region, Number(region.Skin), Number(region.Soft), Number(region.Bone), Number(region.Nerve), Number(region.Fallback), Number(region.Display)],
        ProcedureConcept procedure => [(int)ConceptKind.Procedure, Number(procedure.Term), Number(procedure.Intent), Number(procedure.Organ), (int)procedure.Use, procedure.Also.Count, .. procedure.Also.Select(Number)],
        AdjuvantConcept adjuvant => [(int)ConceptKind.Adjuvant, Number(adjuvant.Note), adjuvant.Kinds.Count, .. adjuvant.Kinds.Select(Number)],
        ValueConcept value => [(int)ConceptKind.Value, Number(value.Value)],
        PresentationConcept presentation => [(int)ConceptKind.Presentation, Number(presentation.Term), presentation.IsModifier ? 1 : 0],
        AbbreviationConcept abbreviation => [(int)ConceptKind.Abbreviation, Number(abbreviation.Surface), NumberOf(abbreviation.Concept), abbreviation.ContextWords.Count, .. abbreviation.ContextWords],
        CueConcept cue => [(int)ConceptKind.Cue, (int)cue.Role, (int)cue.Direction, cue.Reach],
        _ => throw new ArgumentException($"{concept.GetType().Name} is no concept of a lexicon", nameof(concept)),
    };

    private int Number(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _strings.Count;
            _numbers.Add(text, number);
            _strings.Add(text);
        }

        return number;
    }
}

/// <summary>Which concept the numbers of one are.</summary>
internal enum ConceptKind
{
    Tumour,
    HistologyModifier,
    Site,
    Region,
    Procedure,
    Adjuvant,
    Value,
    Presentation,
    Abbreviation,
    Cue,
}
