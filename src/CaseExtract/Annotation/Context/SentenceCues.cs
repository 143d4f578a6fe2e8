using System.Runtime.InteropServices;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>
/// The cues of one sentence, in text order, and what is asked of the sentence for each of its mentions and is the same for all. Cues do not overlap;
/// those with the same words are several readings of one. Its memory serves sentence after sentence.
/// </summary>
internal sealed class SentenceCues
{
    private readonly List<Mention> _mentions = new(32);
    private readonly List<CueMark> _marks = new(32);
    private SentenceWords? _words; // found out where it is asked for
    private bool? _hasPredicate;
    private bool? _mayOpenClause;
    private bool? _hasLoneDash;
    private int? _firstFor;
    private (int First, int Read, int Last) _subjects; // the last subject of the words that were read

    public Document Document { get; private set; } = null!;

    /// <summary>The sentence's first token.</summary>
    public int Start { get; private set; }

    /// <summary>One past the sentence's last token.</summary>
    public int End { get; private set; }

    /// <summary>The cues as they were found.</summary>
    public ReadOnlySpan<Mention> Mentions => CollectionsMarshal.AsSpan(_mentions);

    /// <summary>The same cues, for those who pass most of them by.</summary>
    public ReadOnlySpan<CueMark> Marks => CollectionsMarshal.AsSpan(_marks);

    public bool IsEmpty => _marks.Count == 0;

    /// <summary>The farthest reach of any of the cues.</summary>
    public int LongestReach { get; private set; }

    /// <summary>Whether any cue speaks of what stands before it.</summary>
    public bool HasBackward { get; private set; }

    /// <summary>Whether any cue speaks of what stands behind it, or of the words that it holds itself: most sentences have cues, and most of those only bound the others.</summary>
    public bool HasForward { get; private set; }

    /// <summary>Whether any cue calls things history.</summary>
    public bool HasHistorical { get; private set; }

    /// <summary>Whether any cue says that a sentence is about others at large.</summary>
    public bool HasLiterature { get; private set; }

    /// <summary>Whether any cue ends the scope of others.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>Whether any cue opens a clause.</summary>
    public bool HasClause { get; private set; }

    /// <summary>Whether the sentence opens with a word that a subordinate clause, or a phrase that bounds a denial, may open with.</summary>
    public bool MayOpenClause => _mayOpenClause ??= OpeningClause.MayBeginAt(Document, Start);

    /// <summary>Whether a dash stands alone in it, as between the items of a list.</summary>
    public bool HasLoneDash => _hasLoneDash ??= ClauseBounds.LastDash(Document, Start, End - 1) > Start;

    /// <summary>Where the first "for" of the sentence stands; its end without any.</summary>
    public int FirstFor => _firstFor ??= FindFor();

    /// <summary>Turns to another sentence.</summary>
    public void Read(Document document, Sentence sentence, ReadOnlySpan<Mention> mentions)
    {
        (Document, Start, End) = (document, sentence.FirstToken, sentence.EndToken);
        _mentions.Clear();
        _marks.Clear();
        (LongestReach, HasBackward, HasForward, HasHistorical, HasEnd, HasClause, HasLiterature) = (0, false, false, false, false, false, false);
        (_words, _hasPredicate, _mayOpenClause, _hasLoneDash, _firstFor) = (null, null, null, null, null);
        foreach (ref readonly var mention in mentions)
        {
            if (mention.Kind == MentionKind.Cue)
            {
                Add(mention);
            }
        }

        _subjects = (Start, Start, -1);
    }

    /// <summary>Whether one of some words stands anywhere in the sentence: who looks for it between a cue and a mention need not, where it stands nowhere.</summary>
    public bool Holds(SentenceWords any) => ((_words ??= FindWords()) & any) != 0;

    /// <summary>Whether an adjective that something is said to be stands anywhere in the sentence.</summary>
    public bool HasPredicate => _hasPredicate ??= ListEnd.HasPredicate(Document, Start, End);

    /// <summary>
    /// Whether another subject opens between (<see cref="OtherSubject.Stands"/>). Mentions are asked about in the order of the text, each with many cues before it:
    /// the last subject is remembered, and the words are gone through once.
    /// </summary>
    public bool HasOtherSubject(int from, int to)
    {
        if (!Holds(SentenceWords.Subject))
        {
            return false;
        }

        var (first, read, last) = _subjects;
        if (to < read || from > read)
        {
            (first, read, last) = (from, from, -1);
        }

        for (; read < to; read++)
        {
            last = Math.Max(last, OtherSubject.At(Document, read));
        }

        while (last < 0 && first > from)
        {
            last = OtherSubject.At(Document, --first);
        }

        _subjects = (first, read, last);
        return last >= from;
    }

    private int FindFor()
    {
        var index = Start;
        while (index < End && !Document.Is(index, FunctionWord.Purpose))
        {
            index++;
        }

        return index;
    }

    private SentenceWords FindWords()
    {
        var found = SentenceWords.None;
        for (var index = Start; index < End; index++)
        {
            found |= Document.Text[Document.TokenArray[index].End - 1] is 'g' or 'd' ? SentenceWords.Participle : SentenceWords.None;
            found |= Document.TokenArray[index].Kind == TokenKind.Punctuation ? MarkAt(index) : WordAt(index);
        }

        return found;
    }

    private SentenceWords MarkAt(int index) => Document.FirstCharacterOf(index) switch
    {
        ':' => SentenceWords.Colon,
        ')' => SentenceWords.ClosingBracket,
        _ => SentenceWords.None,
    };

    private SentenceWords WordAt(int index) => Document.RolesOf(index) switch
    {
        FunctionWord.None => OtherSubject.MayOpenAt(Document, index) ? SentenceWords.Subject : SentenceWords.None,
        var roles when (roles & FunctionWord.Additive) != 0 => SentenceWords.And,
        var roles when (roles & FunctionWord.Anterior) != 0 => SentenceWords.Before,
        var roles when (roles & FunctionWord.Alternative) != 0 => SentenceWords.Alternative,
        var roles when (roles & FunctionWord.ClauseVerb) != 0 => SentenceWords.Verb,
        _ => OtherSubject.MayOpenAt(Document, index) ? SentenceWords.Subject : SentenceWords.None,
    };

    private void Add(in Mention cue)
    {
        var mark = CueMark.Of(cue);
        _mentions.Add(cue);
        _marks.Add(mark);
        LongestReach = Math.Max(LongestReach, mark.Reach);
        HasBackward |= mark.Direction == CueDirection.Backward;
        HasForward |= mark.Direction == CueDirection.Forward || mark.Role is CueRole.Pseudo or CueRole.Negated or CueRole.Declined or CueRole.Planned or CueRole.PastPerfect or CueRole.Historical;
        HasHistorical |= mark.Role == CueRole.Historical;
        HasLiterature |= mark.Role == CueRole.Literature;
        HasEnd |= mark.EndsScope;
        HasClause |= mark.Role == CueRole.Clause;
    }
}
