using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Runs the grammars over a document, each from every token where it may start; what one of them reads is not read twice.</summary>
internal sealed class GrammarMatcher(AgeGrammar ages, LevelGrammar levelGrammar, IntervalGrammar intervals, TimeNumber numbers)
{
    /// <summary>Words that an age, a level or an interval may start with: nine words in ten are none and no grammar is asked.</summary>
    private readonly WordSet _starts = [.. ages.FirstWords, .. levelGrammar.FirstWords, .. intervals.FirstWords];

    public void Match(Document document, List<Mention> mentions, GrammarConceptCache concepts)
    {
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section.IsExcluded())
            {
                continue;
            }

            var tokens = document.TokenArray[..bounds.EndToken];
            for (var first = bounds.FirstToken; first < tokens.Length;)
            {
                first = MayStart(tokens[first]) ? Read(document, first, bounds.FirstToken, bounds.EndToken, sentence, mentions, concepts) : first + 1;
            }
        }
    }

    private bool MayStart(in Token token) => token.Kind switch
    {
        TokenKind.Word => _starts.Contains(token.Word) || token.Has(TokenMarks.AllCapitals),
        TokenKind.Number or TokenKind.Alphanumeric => true,
        _ => false,
    };

    private int Read(Document document, int first, int start, int end, int sentence, List<Mention> mentions, GrammarConceptCache concepts)
    {
        if (TnmGrammar.MayStart(document, first) && TnmGrammar.Read(document, first, end, out var stage) is var behind && behind > first)
        {
            mentions.Add(new Mention(MentionKind.Scale, stage, first, behind) { Sentence = sentence });
            return behind;
        }

        if (levelGrammar.MayStart(document, first))
        {
            var next = levelGrammar.Read(document, first, start, end, out var level);
            if (next > first)
            {
                if (level is { } levels)
                {
                    mentions.Add(new Mention(MentionKind.Level, concepts.ConceptOf(levels), first, next) { Sentence = sentence });
                }

                return next;
            }
        }

        if (numbers.Is(document.TokenArray[first]) ? numbers.MayStartTime(document, first) : ages.MayStart(document.TokenArray[first].Word))
        {
            var next = ages.Read(document, first, end, out var age);
            if (next > first)
            {
                mentions.Add(new Mention(MentionKind.Age, concepts.ConceptOf(age), first, next) { Sentence = sentence });
                return next;
            }

            next = intervals.Read(document, first, start, end, out var interval);
            if (next > first)
            {
                mentions.Add(new Mention(MentionKind.Interval, concepts.ConceptOf(interval), first, next) { Sentence = sentence });
                return next;
            }
        }

        return first + 1;
    }
}
