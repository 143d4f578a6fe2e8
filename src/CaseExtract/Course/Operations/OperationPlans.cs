using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Tells a plan that was carried out: "He was scheduled for nephrectomy. Intraoperatively, the mass had invaded the fascia." What is seen during an operation was seen because it was done.
/// </summary>
internal sealed class OperationPlans(WordRoles<PlanWord> words)
{
    /// <summary>So many sentences behind a plan its result may be told.</summary>
    private const int Patience = 3;

    /// <summary>How far into its sentence the operating room may be named.</summary>
    private const int OpeningReach = 5;

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
        var last = IsDuring(tokens, bounds) ? next : told.HasRemovalBefore(plan.Sentence) ? -1 : ResultOf(course, plan, told);
        return last >= 0 && !words.Stand(tokens, course.SentenceOf(plan).FirstToken, course.Document.SentenceArray[last].EndToken, PlanWord.End);
    }

    /// <summary>"[Intraoperatively], the mass had invaded the fascia", "[At laparotomy] …".</summary>
    private bool IsDuring(ReadOnlySpan<Token> tokens, Sentence bounds)
    {
        for (var index = bounds.FirstToken; index < Math.Min(bounds.EndToken, bounds.FirstToken + OpeningReach); index++)
        {
            if (words.Is(tokens[index].Word, PlanWord.During) || (words.Is(tokens[index].Word, PlanWord.Prefix) && index + 2 < bounds.EndToken && words.Is(tokens[index + 2].Word, PlanWord.Operatively))
                || (words.Is(tokens[index].Word, PlanWord.Operation) && words.Stand(tokens, Math.Max(bounds.FirstToken, index - 2), index, PlanWord.At)))
            {
                return true;
            }
        }

        return false;
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
        return words.Stand(course.Document.TokenArray, bounds.FirstToken, bounds.EndToken, PlanWord.Possibility);
    }

    /// <summary>"Examination of the [resected specimen] showed", "the [postoperative] course was uneventful".</summary>
    private bool HasResult(ClinicalCourse course, Sentence bounds, ToldOperations told)
    {
        var tokens = course.Document.TokenArray;
        if (words.Is(tokens[bounds.FirstToken].Word, PlanWord.Pathology) && !told.Has("biopsy"))
        {
            return true;
        }

        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (words.Is(tokens[index].Word, PlanWord.Recovery) || (words.Is(tokens[index].Word, PlanWord.Surgery) && index > bounds.FirstToken + 1 && (words.Is(tokens[index - 1].Word, PlanWord.Since) || words.Is(tokens[index - 2].Word, PlanWord.Since))) || (index + 1 < bounds.EndToken && words.Is(tokens[index].Word, PlanWord.Removed) && words.Is(tokens[index + 1].Word, PlanWord.Piece)))
            {
                return true;
            }
        }

        return false;
    }
}
