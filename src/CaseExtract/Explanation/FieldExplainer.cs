using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Fields;
using CaseExtract.Schema;

namespace CaseExtract.Explanation;

/// <summary>
/// Tells for each field which rule decided and what was set aside: every mention of the kinds that the field is read from which neither is evidence
/// of its value nor says the same again.
/// </summary>
internal sealed class FieldExplainer(ClinicalCourse course, TumourReasoning reasoning, CaseRecord record, EvidenceFactory evidence)
{
    private static readonly HashSet<string> Qualifiers =
    [
        "not", "act", "margin", "free", "involved", "technique", "agent-contrast", "agent-gadolinium", "neural", "whole", "severe", "mild", "moderate", "several",
        "homogeneous", "heterogeneous", "ring", "bone", "present", "treated",
    ];

    public IReadOnlyList<FieldExplanation> Explain() =>
    [
        Age(),
        Sex(),
        Field("primaryTumour", One(record.PrimaryTumour), PrimaryRule(), []),
        Field("priorSurgeries", record.PriorSurgeries, "operations-before", [MentionKind.Procedure]),
        Field("presentation", record.Presentation, "complaints-in-fact", [MentionKind.Presentation]),
        Field("spinalLevels", record.SpinalLevels, "levels-of-lesion", [MentionKind.Level]),
        Field("lesion.compartment", One(record.Lesion.Compartment), "compartment-stated", [MentionKind.Compartment]),
        Field("lesion.cordCompression", One(record.Lesion.CordCompression), "compression-stated", [MentionKind.Compression]),
        Field("imagingSignals", record.ImagingSignals, "signal-beside-sequence", [MentionKind.Signal, MentionKind.Enhancement, MentionKind.Density, MentionKind.Uptake]),
        Field("procedures", record.Procedures, "operations-of-present-course", [MentionKind.Procedure]),
        Field("extent", One(record.Extent), "extent-last-stated", [MentionKind.Extent]),
        Field("histology", One(record.Histology), HistologyRule(), []),
        Field("lesion.origin", One(record.Lesion.Origin), "origin-weighed", [MentionKind.Spread]) with { Reasons = CaseExplainer.ReasonsOf(reasoning.Origin) },
        Field("adjuvants", record.Adjuvants, "treatment-given", [MentionKind.Adjuvant]),
        Field("ageAtDiagnosis", One(record.AgeAtDiagnosis), "age-less-time-since", []),
        Field("metastasisTiming", One(record.MetastasisTiming), "six-months-border", []),
        Field("recurrence", One(record.Recurrence), "one-recurrence-counts", []),
        Field("followUp", One(record.FollowUp), "longest-observation", []),
        Field("outcome.vitalStatus", One(record.Outcome?.VitalStatus), "death-stands", []),
        Field("outcome.disease", One(record.Outcome?.Disease), "last-after-treatment", []),
        Field("outcome.neurology", One(record.Outcome?.Neurology), "change-after-treatment", []),
        Field("outcome.localRecurrence", One(record.Outcome?.LocalRecurrence), "last-after-treatment", []),
        Field("scales", record.Scales, "value-beside-scale", [MentionKind.Scale]),
        Field("sins", One(record.Sins), "sum-of-components", []),
    ];

    private static IReadOnlyList<FieldValue> One(FieldValue? value) => value is null ? [] : [value];

    private FieldExplanation Age()
    {
        var field = Field("age", One(record.Age), "age-weighed", [MentionKind.Age]);
        var chosen = reasoning.Ages.FirstOrDefault(age => record.Age is { } value && value.Evidence.Contains(evidence.Of(age.Mention)[0]));
        if (chosen is null)
        {
            return reasoning.Ages.Count == 0 ? field : field with { Rule = "age-of-earlier-event" };
        }

        var isSum = ((AgeConcept)chosen.Mention.Concept).Value != record.Age!.Value;
        return field with { Rule = isSum ? "age-with-interval" : field.Rule, Reasons = CaseExplainer.ReasonsOf(chosen.Features) };
    }

    private FieldExplanation Sex()
    {
        var setAside = new List<SetAside>();
        foreach (var mention in course.Mentions)
        {
            // a noun of the other sex is what a reader stumbles over
            if (mention.Kind == MentionKind.Person && mention.Value is "female-noun" or "male-noun" && !mention.Value.StartsWith(record.Sex?.Value ?? "-", StringComparison.Ordinal))
            {
                setAside.Add(SetAside(mention));
            }
        }

        return new FieldExplanation("sex", record.Sex is not null, SexRule(), [], setAside);
    }

    private string SexRule()
    {
        if (record.Sex is not { } sex)
        {
            return "sex-stated";
        }

        foreach (var mention in course.Mentions)
        {
            if (mention.Kind == MentionKind.Person && IsQuoted(mention, [sex]))
            {
                return mention.Value switch
                {
                    "female-noun" or "male-noun" => SexExtractor.IsBesideAge(course, mention) ? "noun-beside-age" : "first-noun",
                    "female-pronoun" or "male-pronoun" => "most-pronouns",
                    _ => "sign-of-sex",
                };
            }
        }

        return "letter-beside-age";
    }

    private string PrimaryRule() => record.PrimaryTumour switch
    {
        null => "no-tumour-chosen",
        { Site: null } => "no-site-told",
        { } tumour => reasoning.Lesion.Diagnosis is { } diagnosis && IsQuoted(diagnosis, [tumour]) ? "site-by-name" : "site-by-place",
    };

    private string HistologyRule() => record.Histology switch
    {
        null => reasoning.Lesion.IsTumour ? "name-says-nothing" : "no-tumour-chosen",
        { Code: null } => "name-says-nothing",
        { Behaviour: "6" } => "best-supported-metastatic",
        _ => "best-supported",
    };

    private FieldExplanation Field(string name, IReadOnlyList<FieldValue> values, string rule, MentionKind[] kinds)
    {
        var settled = new HashSet<Concept>();
        foreach (var mention in course.Mentions)
        {
            if (kinds.Contains(mention.Kind) && IsQuoted(mention, values))
            {
                settled.Add(mention.Concept);
            }
        }

        var setAside = new List<SetAside>();
        foreach (var mention in course.Mentions)
        {
            if (!kinds.Contains(mention.Kind) || !CanBeValue(mention.Concept) || IsQuoted(mention, values) || IsGeneral(mention))
            {
                continue;
            }

            var aside = SetAside(mention);
            if (aside.Reason is not ("not-chosen" or "title") || !IsSettled(mention, settled))
            {
                setAside.Add(aside);
            }
        }

        // what the two lists of operations share out between them was not set aside by either
        setAside.RemoveAll(aside => name == "priorSurgeries" && aside.Reason is "not-chosen" or "title" or "observation");
        return new FieldExplanation(name, values.Count > 0, rule, [], setAside);
    }

    /// <summary>Words that only qualify others, such as "margin" or "mild", stand in the same lexicons.</summary>
    private static bool CanBeValue(Concept concept) => concept switch
    {
        ValueConcept value => !Qualifiers.Contains(value.Value),
        PresentationConcept presentation => !presentation.IsModifier,
        AdjuvantConcept adjuvant => adjuvant.Kinds.Count > 0,
        ProcedureConcept procedure => procedure.Term.Length > 0,
        _ => true,
    };

    /// <summary>General knowledge and other people's patients are set aside by the page-full; only a relative's is told.</summary>
    private static bool IsGeneral(PlacedMention mention) => mention.Episode == Episode.General && !mention.Is(Assertion.Relative | Assertion.OtherPatient);

    private bool IsSettled(PlacedMention mention, HashSet<Concept> settled) =>
        mention.Concept is LevelConcept level ? level.Levels.All(one => record.SpinalLevels.Any(value => value.Level == one.Name))
        : mention.Concept is ProcedureConcept procedure ? settled.OfType<ProcedureConcept>().Any(one => one.Term == procedure.Term)
        : settled.Contains(mention.Concept);

    private bool IsQuoted(PlacedMention mention, IReadOnlyList<FieldValue> values)
    {
        var place = evidence.Of(mention)[0];
        return values.Any(value => value.Evidence.Any(one => one.Start < place.End && place.Start < one.End));
    }

    private SetAside SetAside(PlacedMention mention)
    {
        var reason = mention switch
        {
            _ when mention.Is(Assertion.Relative) => "relative",
            _ when mention.Is(Assertion.OtherPatient) => "other-patient",
            _ when mention.Is(Assertion.Literature) => "literature",
            _ when mention.Is(Assertion.Negated) => "negated",
            _ when mention.Is(Assertion.Hypothetical) => "hypothetical",
            _ when mention.Is(Assertion.Uncertain) => "uncertain",
            { Placement: Placement.Told } => "not-chosen",
            _ => KebabName.Of(mention.Placement),
        };
        return new SetAside(evidence.Of(mention)[0], reason, mention.Episode == Episode.Earlier ? mention.MonthsBefore : null);
    }
}
