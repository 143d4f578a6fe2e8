using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>
/// Tells a plan that was carried out: "He was scheduled for nephrectomy. Intraoperatively, the mass had invaded the fascia." What is seen during an operation was seen because it was done.
/// </summary>
internal sealed class OperationPlans
{
    /// <summary>So many sentences behind a plan its result may be told.</summary>
    private const int Patience = 3;

    private readonly WordSet _during;
    private readonly WordSet _halves;
    private readonly WordSet _whole;
    private readonly WordSet _prepositions;
    private readonly WordSet _operations;
    private readonly WordSet _ends;
    private readonly WordSet _removed;
    private readonly WordSet _pieces;
    private readonly WordSet _recoveries;
    private readonly WordSet _surgery;
    private readonly WordSet _since;
    private readonly WordSet _possibilities;
    private readonly WordSet _pathology;

    public OperationPlans(Vocabulary.Builder vocabulary)
    {
        _during = Words("intraoperatively", "intraoperative", "perioperatively", "peroperatively", "peroperative", "anesthetized", "anesthesia");
        _halves = Words("operatively", "operative");
        _whole = Words("intra", "per", "peri");
        _removed = Words("resected", "excised", "removed", "surgical", "operative");
        _pieces = Words("specimen", "piece", "tissue", "material", "segment", "part");
        _recoveries = Words("postoperative", "postoperatively", "margin");
        _surgery = Words("surgery", "operation");
        _since = Words("since", "after");
        _possibilities = Words("may", "might", "could", "can", "should", "would", "if", "option", "alternative", "usually", "either");
        _pathology = Words("histopathologically", "histologically", "pathologically", "microscopically", "histopathology", "histology", "pathology", "microscopy");
        _prepositions = Words("during", "at", "on", "upon");
        _operations = Words("surgery", "operation", "procedure", "laparotomy", "thoracotomy", "craniotomy", "exploration", "resection", "surgical", "operative");
        _ends = Words("refused", "declined", "canceled", "cancelled", "postponed", "abandoned", "aborted", "instead", "impossible", "unresectable", "inoperable", "biopsy", "biopsies", "died");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>
    /// Whether the sentence behind a plan opens in the operating room, or, when nothing was removed before, tells of what was taken there or of the days behind it; and neither tells that
    /// something else was done.
    /// </summary>
    public bool IsCarriedOut(ClinicalCourse course, PlacedMention plan, ToldOperations told)
    {
        var next = plan.Sentence + 1;
        if (plan.Is(Assertion.NotFactual & ~Assertion.Hypothetical) || next >= course.Document.SentenceArray.Length)
        {
            return false;
        }

        var tokens = course.Document.TokenArray;
        var bounds = course.Document.SentenceArray[next];
        var isDuring = false;
        for (var index = bounds.FirstToken; index < Math.Min(bounds.EndToken, bounds.FirstToken + 5); index++)
        {
            isDuring |= _during.Contains(tokens[index].Word) || (_whole.Contains(tokens[index].Word) && index + 2 < bounds.EndToken && _halves.Contains(tokens[index + 2].Word))
                || (_operations.Contains(tokens[index].Word) && index > bounds.FirstToken && (_prepositions.Contains(tokens[index - 1].Word) || (index > bounds.FirstToken + 1 && _prepositions.Contains(tokens[index - 2].Word))));
        }

        var last = isDuring ? next : told.HasRemovalBefore(plan.Sentence) ? -1 : ResultOf(course, plan, told);
        for (var index = course.SentenceOf(plan).FirstToken; last >= 0 && index < course.Document.SentenceArray[last].EndToken; index++)
        {
            last = _ends.Contains(tokens[index].Word) ? -1 : last;
        }

        return last >= 0;
    }

    /// <summary>The sentence that tells what came of a plan, when no other operation is told on the way to it; -1 if none does.</summary>
    private int ResultOf(ClinicalCourse course, PlacedMention plan, ToldOperations told)
    {
        var term = ((ProcedureConcept)plan.Concept).Term;
        if (term == "biopsy" || IsPossibility(course, plan))
        {
            return -1;
        }

        if (IsGivenUp(course, plan))
        {
            return -1;
        }

        var last = Math.Min(plan.Sentence + Patience, course.Document.SentenceArray.Length - 1);
        for (var sentence = plan.Sentence + 1; sentence <= last; sentence++)
        {
            if (HasResult(course, course.Document.SentenceArray[sentence], told))
            {
                return sentence;
            }

            foreach (ref readonly var other in course.MentionsOf(sentence, MentionKind.Procedure))
            {
                if (other.Concept is ProcedureConcept { Use: ProcedureUse.Plain } operation && operation.Term != term)
                {
                    return -1;
                }
            }
        }

        return -1;
    }

    /// <summary>"[enucleation] was intended first; we opted for a pancreatectomy": what another clause goes on to plan took its place.</summary>
    private static bool IsGivenUp(ClinicalCourse course, PlacedMention plan)
    {
        foreach (ref readonly var other in course.MentionsOf(plan.Sentence, MentionKind.Procedure))
        {
            for (var index = plan.EndToken; index < other.FirstToken; index++)
            {
                if (course.Document.TextOf(course.Document.TokenArray[index]) is ";" or "but" or "however" or "instead")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"curettage may be considered": no plan.</summary>
    private bool IsPossibility(ClinicalCourse course, PlacedMention plan)
    {
        var bounds = course.SentenceOf(plan);
        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (_possibilities.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Examination of the [resected specimen] showed", "the [postoperative] course was uneventful".</summary>
    private bool HasResult(ClinicalCourse course, Sentence bounds, ToldOperations told)
    {
        var tokens = course.Document.TokenArray;
        if (_pathology.Contains(tokens[bounds.FirstToken].Word) && !told.Has("biopsy"))
        {
            return true;
        }

        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (_recoveries.Contains(tokens[index].Word) || (_surgery.Contains(tokens[index].Word) && index > bounds.FirstToken + 1 && (_since.Contains(tokens[index - 1].Word) || _since.Contains(tokens[index - 2].Word))) || (index + 1 < bounds.EndToken && _removed.Contains(tokens[index].Word) && _pieces.Contains(tokens[index + 1].Word)))
            {
                return true;
            }
        }

        return false;
    }
}
