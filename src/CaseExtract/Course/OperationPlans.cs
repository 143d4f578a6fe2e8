using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>
/// Tells a plan that was carried out: "He was scheduled for nephrectomy. Intraoperatively, the mass had invaded the fascia." What is seen during an operation was seen because it was done.
/// </summary>
internal sealed class OperationPlans
{
    private readonly WordSet _during;
    private readonly WordSet _halves;
    private readonly WordSet _whole;
    private readonly WordSet _prepositions;
    private readonly WordSet _operations;
    private readonly WordSet _ends;
    private readonly WordSet _removed;
    private readonly WordSet _pieces;
    private readonly WordSet _recoveries;

    public OperationPlans(Vocabulary.Builder vocabulary)
    {
        _during = Words("intraoperatively", "intraoperative", "perioperatively", "peroperatively", "peroperative", "anesthetized", "anesthesia");
        _halves = Words("operatively", "operative");
        _whole = Words("intra", "per", "peri");
        _removed = Words("resected", "excised", "removed", "surgical", "operative");
        _pieces = Words("specimen", "piece", "tissue", "material", "segment", "part");
        _recoveries = Words("postoperative", "postoperatively");
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
        var isDuring = !told.HasRemoval && ((ProcedureConcept)plan.Concept).Term != "biopsy" && HasResult(course, bounds);
        for (var index = bounds.FirstToken; index < Math.Min(bounds.EndToken, bounds.FirstToken + 5); index++)
        {
            isDuring |= _during.Contains(tokens[index].Word) || (_whole.Contains(tokens[index].Word) && index + 2 < bounds.EndToken && _halves.Contains(tokens[index + 2].Word))
                || (_operations.Contains(tokens[index].Word) && index > bounds.FirstToken && (_prepositions.Contains(tokens[index - 1].Word) || (index > bounds.FirstToken + 1 && _prepositions.Contains(tokens[index - 2].Word))));
        }

        for (var index = course.SentenceOf(plan).FirstToken; isDuring && index < bounds.EndToken; index++)
        {
            isDuring = !_ends.Contains(tokens[index].Word);
        }

        return isDuring;
    }

    /// <summary>"Examination of the [resected specimen] showed", "the [postoperative] course was uneventful".</summary>
    private bool HasResult(ClinicalCourse course, Sentence bounds)
    {
        var tokens = course.Document.TokenArray;
        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (_recoveries.Contains(tokens[index].Word) || (index + 1 < bounds.EndToken && _removed.Contains(tokens[index].Word) && _pieces.Contains(tokens[index + 1].Word)))
            {
                return true;
            }
        }

        return false;
    }
}
