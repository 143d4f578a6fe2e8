using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Tells a plan that was carried out: "He was scheduled for nephrectomy. Intraoperatively, the mass had invaded the fascia." What is seen during an operation was seen because it was done.
/// </summary>
internal sealed class OperationPlans
{
    /// <summary>So many sentences behind a plan its result may be told.</summary>
    private const int Patience = 3;

    /// <summary>How far into its sentence the operating room may be named.</summary>
    private const int OpeningReach = 5;

    private readonly WordRoles<PlanWord> _words;
    private readonly Func<ClinicalCourse, int, bool> _tellsOfPossibility;
    private readonly Func<ClinicalCourse, int, bool> _tellsOfResult;
    private readonly Func<ClinicalCourse, int, bool> _tellsOfEnd;

    public OperationPlans(WordRoles<PlanWord> words)
    {
        _words = words;
        _tellsOfPossibility = (course, sentence) => Stands(course, sentence, PlanWord.Possibility);
        _tellsOfResult = TellsOfResult;
        _tellsOfEnd = (course, sentence) => Stands(course, sentence, PlanWord.End);
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
        var last = IsDuring(tokens, bounds) ? next : told.HasRemovalBefore(plan.Sentence) ? -1 : ResultOf(course, plan, told);
        return last >= 0 && !Ends(course, plan.Sentence, last);
    }

    /// <summary>"[Intraoperatively], the mass had invaded the fascia", "[At laparotomy] …".</summary>
    private bool IsDuring(ReadOnlySpan<Token> tokens, Sentence bounds)
    {
        for (var index = bounds.FirstToken; index < Math.Min(bounds.EndToken, bounds.FirstToken + OpeningReach); index++)
        {
            if (_words.Is(tokens[index].Word, PlanWord.During) || (_words.Is(tokens[index].Word, PlanWord.Prefix) && index + 2 < bounds.EndToken && _words.Is(tokens[index + 2].Word, PlanWord.Operatively))
                || (_words.Is(tokens[index].Word, PlanWord.Operation) && _words.Stand(tokens, Math.Max(bounds.FirstToken, index - 2), index, PlanWord.At)))
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
        // "curettage may be considered": no plan
        if (term == "biopsy" || course.Once(plan.Sentence, _tellsOfPossibility))
        {
            return -1;
        }

        if (course.Once(plan.Sentence, LastTurn) >= plan.EndToken)
        {
            return -1;
        }

        var last = Math.Min(plan.Sentence + Patience, course.Document.SentenceArray.Length - 1);
        for (var sentence = plan.Sentence + 1; sentence <= last; sentence++)
        {
            if (HasResult(course, sentence, told))
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

    /// <summary>"[enucleation] was intended first; we opted for a pancreatectomy": what another clause goes on to plan took its place. The last word before an operation that opens such a clause.</summary>
    private static int LastTurn(ClinicalCourse course, int sentence)
    {
        var operations = course.MentionsOf(sentence, MentionKind.Procedure);
        var turn = operations.IsEmpty ? -1 : operations[^1].FirstToken - 1;
        while (turn >= course.Document.SentenceArray[sentence].FirstToken && course.Document.TextOf(course.Document.TokenArray[turn]) is not (";" or "but" or "however" or "instead"))
        {
            turn--;
        }

        return turn;
    }

    private bool Stands(ClinicalCourse course, int sentence, PlanWord role)
    {
        var bounds = course.Document.SentenceArray[sentence];
        return _words.Stand(course.Document.TokenArray, bounds.FirstToken, bounds.EndToken, role);
    }

    private bool Ends(ClinicalCourse course, int from, int last)
    {
        for (var sentence = from; sentence <= last; sentence++)
        {
            if (course.Once(sentence, _tellsOfEnd))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Examination of the [resected specimen] showed", "the [postoperative] course was uneventful".</summary>
    private bool HasResult(ClinicalCourse course, int sentence, ToldOperations told) =>
        (_words.Is(course.Document.TokenArray[course.Document.SentenceArray[sentence].FirstToken].Word, PlanWord.Pathology) && !told.Has("biopsy")) || course.Once(sentence, _tellsOfResult);

    private bool TellsOfResult(ClinicalCourse course, int sentence)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.Document.SentenceArray[sentence];
        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (_words.Is(tokens[index].Word, PlanWord.Recovery) || (_words.Is(tokens[index].Word, PlanWord.Surgery) && index > bounds.FirstToken + 1 && (_words.Is(tokens[index - 1].Word, PlanWord.Since) || _words.Is(tokens[index - 2].Word, PlanWord.Since))) || (index + 1 < bounds.EndToken && _words.Is(tokens[index].Word, PlanWord.Removed) && _words.Is(tokens[index + 1].Word, PlanWord.Piece)))
            {
                return true;
            }
        }

        return false;
    }
}
