using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Where the clauses of a sentence begin and end, as far as a word of time reaches: at commas, conjunctions, relative pronouns and main verbs.</summary>
/// <param name="document">What is told.</param>
internal sealed class Clauses(Document document)
{
    // the last answers: words of time one after the other ask for one clause again and again
    private Start _start = new(-1, 0, 0);         // from a token that no verb stands behind
    private Start _startBeforeVerb = new(-1, 0, 0);
    private (int Token, int End, bool IsOfPast) _ended = (0, -1, false);
    private (int Sentence, bool Holds) _relative = (-1, false);

    /// <summary>The first token of the clause that a token stands in.</summary>
    public int StartOf(Sentence sentence, int token)
    {
        var start = sentence.FirstToken;
        var verb = -1; // the last one
        for (var index = token - 1; index > sentence.FirstToken; index--)
        {
            verb = verb < 0 && IsVerb(document, index) ? index : verb;
            if (IsMark(document, index) || (IsConjunction(document, index) && (verb >= 0 || !JoinsNouns(document, sentence, index))))
            {
                start = index;
                break;
            }

            // what stands before was looked through then
            var known = verb < 0 ? _start : _startBeforeVerb;
            if (known.Token == index && known.Sentence == sentence.FirstToken)
            {
                start = known.First;
                break;
            }
        }

        _start = new Start(sentence.FirstToken, token, start);
        _startBeforeVerb = verb < 0 ? _startBeforeVerb : new Start(sentence.FirstToken, verb, start);
        return start;
    }

    /// <summary>One past the last token of the clause that a token stands in.</summary>
    public int EndOf(Sentence sentence, int token)
    {
        var isOfPast = IsPastRelative(sentence, token);
        if (token < _ended.Token || token > _ended.End || isOfPast != _ended.IsOfPast)
        {
            _ended = (token, FindEnd(sentence, token, isOfPast), isOfPast);
        }

        return _ended.End;
    }

    private int FindEnd(Sentence sentence, int token, bool isOfPast)
    {
        for (var index = token; index < sentence.EndToken; index++)
        {
            if (document.FirstCharacterOf(index) == ',' && index + 1 < sentence.EndToken
                && document.TextOf(index + 1) is "followed" or "with" or "plus" or "adjuvant" or "then")
            {
                continue; // "…, followed by irradiation"
            }

            if (IsMark(document, index) || document.TextOf(index) is "presented" or "presents" or "was" or "consulted" or "admitted" or "who"
                || (isOfPast && document.Is(index, FunctionWord.ClauseVerb) && document.TextOf(index - 1) is not ("and" or "which" or "that")))
            {
                return index;
            }
        }

        return sentence.EndToken;
    }

    /// <summary>"a woman who had had a mastectomy three years before for breast cancer [underwent adrenalectomy]": the verb that the clause does not share is that of the sentence.</summary>
    private bool IsPastRelative(Sentence sentence, int token)
    {
        if (!HoldsPastRelative(sentence))
        {
            return false;
        }

        var start = StartOf(sentence, token);
        return start + 1 < token && document.TextOf(start) is "who" && document.TextOf(start + 1) is "had";
    }

    /// <summary>Whether "who had" stands in the sentence at all, which hardly one has.</summary>
    private bool HoldsPastRelative(Sentence sentence)
    {
        if (_relative.Sentence != sentence.FirstToken)
        {
            var holds = false;
            for (var index = sentence.FirstToken; index + 1 < sentence.EndToken && !holds; index++)
            {
                holds = document.TextOf(index) is "who" && document.TextOf(index + 1) is "had";
            }

            _relative = (sentence.FirstToken, holds);
        }

        return _relative.Holds;
    }

    /// <summary>What a word of time dates: its clause, or all that follows until the story is back in the present where it opens the sentence ("Ten years ago, she …").</summary>
    public (int Start, int End) DatedBy(Sentence sentence, Mention time)
    {
        var start = StartOf(sentence, time.FirstToken);
        if (time.FirstToken > sentence.FirstToken + 3)
        {
            return (start, EndOf(sentence, time.EndToken));
        }

        for (var index = time.EndToken; index < sentence.EndToken; index++)
        {
            if (document.TextOf(index) is "presented" or "presents" or "consulted" or "admitted" or "referred" or "now" or "currently" or "presently" or "but" or ";" or "who")
            {
                return (start, index);
            }
        }

        return (start, sentence.EndToken);
    }

    /// <summary>Whether a word of time closes its clause: "a recurrence was seen nine months later", "spondylectomy was carried out in 2018 and the rods were placed".</summary>
    public static bool IsClosedBy(Document document, Sentence sentence, Mention time) =>
        time.EndToken >= sentence.EndToken - 1
        || (time.FirstToken > sentence.FirstToken + 3 && (IsMark(document, time.EndToken) || (time.EndToken == time.FirstToken + 1 && document.TextOf(time.EndToken) is "and")) && !IsMark(document, time.FirstToken - 1) && !IsConjunction(document, time.FirstToken - 1));

    /// <summary>"was diagnosed with X and underwent Y [three years ago]": two verbs of one subject share their time, unless the first tells how the patient came.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Where the clause of the second verb starts.</param>
    /// <returns>Where that of the first starts, or <paramref name="start"/>.</returns>
    public int StartOfSubject(Sentence sentence, int start)
    {
        if (start <= sentence.FirstToken || start + 1 >= sentence.EndToken || document.TextOf(start) is not "and"
            || document.TextOf(start + 1) is not ("underwent" or "received"))
        {
            return start;
        }

        var first = StartOf(sentence, start);
        for (var index = first; index < start; index++)
        {
            if (document.TextOf(index) is "diagnosed" or "treated" or "operated")
            {
                return first;
            }
        }

        return start;
    }

    public static bool HasMark(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsMark(document, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "hysterectomy and appendectomy [two years ago]", "for fibroids and a cyst two years ago": an "and" between two things and no clauses, unless the first has a time of its own
    /// ("mastectomy in 2003 and hysterectomy two years ago").
    /// </summary>
    private static bool JoinsNouns(Document document, Sentence sentence, int conjunction)
    {
        if (document.TextOf(conjunction) is not "and")
        {
            return false;
        }

        for (var index = conjunction - 1; index >= sentence.FirstToken && !IsMark(document, index); index--)
        {
            if (document.TokenArray[index].Kind == TokenKind.Number || document.TextOf(index) is "ago" or "earlier" or "later" or "before" or "previously" or "age" or "now" or "recently" or "presented" or "presents" or "admitted" or "referred" or "showed" or "revealed")
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVerb(Document document, int token) => document.TextOf(token) is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "underwent" or "received" or "developed" or "showed" or "revealed" or "found"
        or "diagnosed" or "performed" or "treated" or "noticed" or "experienced" or "resected" or "removed" or "excised" or "operated" or "presented" or "complained" or "began" or "started" or "suffered";

    private static bool IsMark(Document document, int token) =>
        document.TokenArray[token].Kind == TokenKind.Punctuation && document.FirstCharacterOf(token) is ',' or ';' or '.' or ':';

    private static bool IsConjunction(Document document, int token) => document.TextOf(token) is "and" or "who" or "which" or "but" or "when" or "then" || IsRelative(document, token);

    /// <summary>"metastases of the tumor that had been removed eight years earlier".</summary>
    private static bool IsRelative(Document document, int token) => token + 1 < document.TokenArray.Length && document.TextOf(token) is "that"
        && document.TextOf(token + 1) is "had" or "has" or "was" or "were";

    /// <summary>An answer: in a sentence, given by its first token, the clause that a token stands in starts at another.</summary>
    private readonly record struct Start(int Sentence, int Token, int First);
}
