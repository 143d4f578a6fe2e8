using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>What became of the patient; nothing where nothing is told.</summary>
internal sealed class OutcomeExtractor
{
    public Outcome? Extract(ClinicalCourse course, IndexLesion lesion, Aftermath aftermath, IReadOnlyList<RecurrenceStatement> recurrences, IReadOnlyList<ScaleValue> scales, EvidenceFactory evidence)
    {
        var vital = VitalStatusReader.Read(course, aftermath, evidence);
        var disease = lesion.IsTumour ? DiseaseStatusReader.Read(course, aftermath, vital, recurrences, evidence) : null;
        vital ??= VitalStatusReader.FromDisease(disease);
        var neurology = NeurologyReader.Read(course, aftermath, scales, evidence);
        var local = ReadLocalRecurrence(recurrences, evidence);
        return vital is null && disease is null && neurology is null && local is null
            ? null
            : new Outcome { VitalStatus = vital, Disease = disease, Neurology = neurology, LocalRecurrence = local };
    }

    /// <summary>The last statement after the treatment that speaks of the place; "no recurrence" denies one there too.</summary>
    private static LocalRecurrence? ReadLocalRecurrence(IReadOnlyList<RecurrenceStatement> recurrences, EvidenceFactory evidence)
    {
        LocalRecurrence? local = null;
        foreach (var statement in recurrences)
        {
            if (statement.IsAfterTreatment && (statement.IsLocal || (statement.IsAbsent && !statement.IsDistant)) && local is not { Value: "present" })
            {
                local = new LocalRecurrence { Value = statement.IsAbsent ? "absent" : "present", Confidence = 0.88, Evidence = evidence.Of(statement.Mention) };
            }
        }

        return local;
    }
}
