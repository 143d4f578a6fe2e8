using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads how a stretch of time relates to the story, by the words behind and before it: "two years ago", "nine months later", "3 years after", "at 12-month follow-up", "of two years' duration".</summary>
internal sealed class IntervalRelationReader(WordRoles<IntervalWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before a time "there is" may stand.</summary>
    private const int ThereReach = 3;

    private readonly int _follow = vocabulary.Add("follow");
    private readonly int _of = vocabulary.Add("of");
    private readonly int _after = vocabulary.Add("after");
    private readonly int _there = vocabulary.Add("there");

    /// <param name="document">The document.</param>
    /// <param name="first">The first token of the time.</param>
    /// <param name="next">The token behind it.</param>
    /// <param name="sentenceStart">The first token of the sentence.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="last">The token behind the word that tells the relation; <paramref name="next"/> where none behind the time does.</param>
    public IntervalRelation Read(Document document, int first, int next, int sentenceStart, int end, out int last)
    {
        var tokens = document.TokenArray;
        last = next;
        var behind = next < end && document.Text[tokens[next].Start] is '\'' or '’' ? next + 1 : next;
        behind = IntervalGrammar.SkipDash(tokens, behind, end);
        // "ten years have passed since her mastectomy"
        for (var index = behind + 1; index < Math.Min(end - 1, behind + 3); index++)
        {
            behind = words.Is(tokens[index].Word, IntervalWord.Passed) && words.Is(tokens[index + 1].Word, IntervalWord.Later) ? index + 1 : behind;
        }

        if (behind < end)
        {
            var word = tokens[behind].Word;
            if (words.Is(word, IntervalWord.FollowUp) || (word == _follow && behind + 1 < end) || (word == _of && behind + 1 < end && tokens[behind + 1].Word == _follow))
            {
                last = behind + 1;
                return IntervalRelation.FollowUp;
            }

            if (words.Is(word, IntervalWord.Duration) || (word == _of && behind + 1 < end && words.Is(tokens[behind + 1].Word, IntervalWord.Duration)))
            {
                return IntervalRelation.Duration;
            }

            if (words.Is(word, IntervalWord.Before))
            {
                last = behind + 1;
                // "5 weeks before surgery": within the present course
                return behind + 1 < end && words.Is(tokens[behind + 1].Word, IntervalWord.Act) ? IntervalRelation.Duration : IntervalRelation.Before;
            }

            if (words.Is(word, IntervalWord.Later))
            {
                last = behind + 1;
                var afterwards = IntervalGrammar.SkipDash(tokens, behind + 1, end); // "5 years post-gastrectomy"
                if (afterwards < end && words.Is(tokens[afterwards].Word, IntervalWord.Life))
                {
                    return IntervalRelation.Duration; // "three years post-menopausal"
                }

                return words.Is(word, IntervalWord.After) && afterwards < end && tokens[afterwards].Kind is TokenKind.Word or TokenKind.Alphanumeric ? IntervalRelation.After : IntervalRelation.Later;
            }
        }

        if (first > sentenceStart && tokens[first - 1].Word == _after)
        {
            return IntervalRelation.Later;
        }

        // "operated there is 2 years": a turn of French writers
        for (var index = Math.Max(sentenceStart, first - ThereReach); index < first; index++)
        {
            if (tokens[index].Word == _there)
            {
                return IntervalRelation.Before;
            }
        }

        return IntervalRelation.Duration;
    }
}
