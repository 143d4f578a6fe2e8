using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>The interventions on the index lesion during the present course.</summary>
internal sealed class ProcedureExtractor
{
    private static readonly HashSet<string> Decompressive = ["laminectomy", "hemilaminectomy", "laminoplasty", "laminotomy", "corpectomy", "spondylectomy", "discectomy", "foraminotomy", "facetectomy", "costotransversectomy"];

    /// <param name="course">The story.</param>
    /// <param name="operations">Those on the index lesion in the present course.</param>
    /// <param name="evidence">Makes the evidence.</param>
    public IReadOnlyList<Procedure> Extract(ClinicalCourse course, List<Operation> operations, EvidenceFactory evidence)
    {
        if (operations.Count == 0)
        {
            return [];
        }

        var byTerm = new List<List<Operation>>();
        foreach (var operation in operations)
        {
            OperationsOf(byTerm, operation.Term).Add(operation);
        }

        // a general word stands only where no more specific one does
        if (byTerm.Exists(static same => Decompressive.Contains(same[0].Term)))
        {
            byTerm.RemoveAll(static same => same[0].Term == "decompression");
        }

        var procedures = new List<Procedure>(byTerm.Count);
        foreach (var same in byTerm)
        {
            procedures.Add(new Procedure
            {
                Term = same[0].Term,
                Intent = same.Find(static operation => operation.Intent is not null)?.Intent,
                Approach = ApproachOf(course, same),
                Levels = LevelsOf(course, same),
                Confidence = same.Exists(static operation => operation.Use == Annotation.Lexicons.ProcedureUse.Plain) ? 0.9 : 0.82,
                Evidence = same.Count == 1 ? evidence.Of(same[0].Mention) : evidence.Of(MentionsOf(same)),
            });
        }

        return procedures;
    }

    private static PlacedMention[] MentionsOf(List<Operation> operations)
    {
        var mentions = new PlacedMention[operations.Count];
        for (var index = 0; index < mentions.Length; index++)
        {
            mentions[index] = operations[index].Mention;
        }

        return mentions;
    }

    private static List<Operation> OperationsOf(List<List<Operation>> byTerm, string term)
    {
        foreach (var same in byTerm)
        {
            if (same[0].Term == term)
            {
                return same;
            }
        }

        byTerm.Add([]);
        return byTerm[^1];
    }

    /// <summary>"posterior decompression", "resected through a transthoracic approach".</summary>
    private static string? ApproachOf(ClinicalCourse course, List<Operation> operations)
    {
        var document = course.Document;
        foreach (var operation in operations)
        {
            var sentence = course.SentenceOf(operation.Mention);
            var end = Math.Min(sentence.EndToken, operation.Mention.EndToken + 10);
            for (var index = Math.Max(sentence.FirstToken, operation.Mention.FirstToken - 2); index < end; index++)
            {
                var approach = document.TextOf(document.TokenArray[index]) switch
                {
                    "anterior" or "Anterior" => "anterior",
                    "posterior" or "Posterior" => "posterior",
                    "combined" => "combined",
                    "lateral" or "posterolateral" or "anterolateral" => "lateral",
                    "transthoracic" or "thoracoscopic" => "transthoracic",
                    _ => null,
                };
                var isBefore = index < operation.Mention.EndToken;
                if (approach is not null && (isBefore || (index + 1 < end && document.TextOf(document.TokenArray[index + 1]) is "approach" or "approaches")))
                {
                    return approach;
                }
            }
        }

        return null;
    }

    /// <summary>Levels written with the operation: "T5 laminectomy", "laminectomy of T5 to T7".</summary>
    private static IReadOnlyList<string> LevelsOf(ClinicalCourse course, List<Operation> operations)
    {
        var levels = VertebraSet.Empty;
        foreach (var operation in operations)
        {
            foreach (ref readonly var mention in course.MentionsNear(operation.Mention.Sentence, MentionKind.Level, operation.Mention.FirstToken - 2, operation.Mention.EndToken + 4))
            {
                if (mention.FirstToken - operation.Mention.EndToken is >= 0 and <= 4 || operation.Mention.FirstToken - mention.EndToken is >= 0 and <= 2)
                {
                    levels = levels.Union(((LevelConcept)mention.Concept).Levels);
                }
            }
        }

        return levels.Names();
    }
}
