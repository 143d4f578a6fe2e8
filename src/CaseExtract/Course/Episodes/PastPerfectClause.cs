using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Course;

/// <summary>
/// A past perfect that looks back from an act of the same story and not from its beginning: "after the tumor had been resected, the spine was fused", "postoperative MRI confirmed that it had
/// been removed". What its sentence says is found out once.
/// </summary>
/// <param name="document">What is told.</param>
/// <param name="mentions">All mentions of the line.</param>
internal ref struct PastPerfectClause(Document document, ReadOnlySpan<TimedMention> mentions)
{
    private readonly ReadOnlySpan<TimedMention> _mentions = mentions;
    private int _sentence = -1;
    private bool _isAfterwards;                   // a test after the operation is told in the sentence, and nothing before it is dated back
    private int _firstActEnd, _lastActStart;      // of the operations told before that as done now
    private (int Token, int Opener) _asked;

    /// <summary>Whether what a mention tells in the past perfect is of the same course as the act of its sentence.</summary>
    /// <param name="index">Index of the mention.</param>
    public bool IsOfOneCourse(int index)
    {
        ref readonly var told = ref _mentions[index];
        if (told.Mention.Sentence != _sentence)
        {
            Read(index);
        }

        if (_isAfterwards)
        {
            return true;
        }

        // "laminectomy was performed after she had undergone mastectomy" looks back further
        return _lastActStart >= 0 && told.Mention.Concept is not ProcedureConcept { Organ: not null } && Opener(told.FirstToken) is >= 0 and var opener
            && (_firstActEnd <= opener || Clauses.HasMark(document, told.EndToken, _lastActStart));
    }

    private void Read(int index)
    {
        _sentence = _mentions[index].Mention.Sentence;
        (_isAfterwards, _firstActEnd, _lastActStart) = (false, int.MaxValue, -1);
        _asked = (document.SentenceArray[_sentence].FirstToken, -1);
        while (index > 0 && _mentions[index - 1].Mention.Sentence == _sentence)
        {
            index--;
        }

        for (; index < _mentions.Length && _mentions[index].Mention.Sentence == _sentence && _mentions[index].Before is null; index++)
        {
            ref readonly var mention = ref _mentions[index];
            if (mention is { Kind: MentionKind.Phase, Mention.Concept: ValueConcept { Value: "postoperative" } } && HasTest(index))
            {
                _isAfterwards = true;
                return;
            }

            if (mention.Kind == MentionKind.Procedure && !mention.Is(Assertion.PastPerfect | Assertion.Historical | Assertion.NotFactual))
            {
                (_firstActEnd, _lastActStart) = (Math.Min(_firstActEnd, mention.EndToken), mention.FirstToken);
            }
        }
    }

    /// <summary>"[after] the chondrosarcoma had been resected": the word of time that opens the clause of a token, or -1.</summary>
    private int Opener(int token)
    {
        var opener = -1;
        for (var index = token - 1; index >= document.SentenceArray[_sentence].FirstToken && !Clauses.HasMark(document, index, index + 1); index--)
        {
            if (index < _asked.Token)
            {
                opener = _asked.Opener; // from here on it was looked for before
                break;
            }

            if (document.TextOf(index) is "after" or "After" or "once" or "Once" or "when" or "When" or "until" or "before" or "Before")
            {
                opener = index;
                break;
            }
        }

        _asked = (token, opener);
        return opener;
    }

    /// <summary>"[postoperative] MRI", "CT on postoperative day 3": what it shows was done by the operation.</summary>
    private readonly bool HasTest(int phase)
    {
        for (var index = Math.Max(0, phase - 3); index < Math.Min(_mentions.Length, phase + 4); index++)
        {
            if (_mentions[index].Kind == MentionKind.Test && _mentions[index].Mention.Sentence == _mentions[phase].Mention.Sentence)
            {
                return true;
            }
        }

        return false;
    }
}
