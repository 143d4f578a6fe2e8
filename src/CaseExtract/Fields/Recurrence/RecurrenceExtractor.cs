using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Whether the disease came back at any time: one recurrence outweighs all denials; a metastasis long after the primary is one, elsewhere.</summary>
internal sealed class RecurrenceExtractor
{
    public Recurrence? Extract(IReadOnlyList<RecurrenceStatement> statements, MetastasisTiming? timing, EvidenceFactory evidence)
    {
        var isLate = timing is { Value: "metachronous" };
        bool isLocal = false, isDistant = isLate, isPresent = false;
        IReadOnlyList<Evidence> present = [], absent = [];
        foreach (var statement in statements)
        {
            if (statement.IsAbsent)
            {
                absent = EvidenceFactory.Join(absent, evidence.Of(statement.Mention));
                continue;
            }

            isPresent = true;
            isLocal |= statement.IsLocal;
            isDistant |= statement.IsDistant;
            present = EvidenceFactory.Join(present, evidence.Of(statement.Mention));
        }

        var site = (isLocal, isDistant) switch { (true, true) => "both", (true, false) => "local", (false, true) => "distant", _ => null };
        if (isPresent)
        {
            return new Recurrence { Value = "present", Site = site, Confidence = 0.85, Evidence = present };
        }

        if (isLate)
        {
            return new Recurrence { Value = "present", Site = "distant", Confidence = timing!.Confidence, Evidence = timing.Evidence };
        }

        return absent.Count > 0 ? new Recurrence { Value = "absent", Site = null, Confidence = 0.88, Evidence = absent } : null;
    }
}
