using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>Where things stand on a line that is read to its end: the mentions of a sentence, how much of the story lies behind it, and whether anything is still done or examined.</summary>
internal sealed class StoryOutline
{
    private readonly List<int> _firstOf;     // index of the first mention of a sentence or of one behind it
    private readonly List<int> _storyBefore; // sentences of the story before a sentence
    private readonly int _lastAct = -1;      // index of the last mention of an act, or -1
    private readonly int _lastPathology = -1;

    /// <param name="line">One patient's line.</param>
    /// <param name="workspace">Room for what is counted by sentence.</param>
    public StoryOutline(StoryLine line, CourseWorkspace workspace)
    {
        Line = line;
        _firstOf = workspace.FirstOf;
        _storyBefore = workspace.StoryBefore;
        Count();

        // the last ones: looked for from the end, and no further than they are found
        var mentions = Mentions;
        for (var index = mentions.Length - 1; index >= 0 && (_lastAct < 0 || _lastPathology < 0); index--)
        {
            var mention = mentions[index].Mention;
            if (mention.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Plot) || !IsTold(mention))
            {
                continue;
            }

            if (_lastAct < 0 && (mention.Kind == MentionKind.Procedure || mention.Concept is AdjuvantConcept { Kinds.Count: > 0 } || IsUnnamedAct(mention)))
            {
                _lastAct = index;
            }
            else if (_lastPathology < 0 && mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "pathology" or "final" } })
            {
                _lastPathology = index;
            }
        }
    }

    public StoryLine Line { get; }

    public Document Document => Line.Document;

    public ReadOnlySpan<TimedMention> Mentions => CollectionsMarshal.AsSpan(Line.Mentions);

    /// <summary>Whether a mention tells what was so, or may have been, of the patient's present course.</summary>
    public static bool IsTold(in Mention mention) =>
        (mention.Assertion & (Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient | Assertion.Historical)) == 0;

    /// <summary>Index of the first mention of a sentence, or of one behind it; the sentence may be up to two behind the last.</summary>
    public int FirstOf(int sentence) => _firstOf[sentence];

    /// <summary>How much of the story lies from a sentence on, from 0 to 1.</summary>
    public double ShareFrom(int sentence) => (double)(_storyBefore[^1] - _storyBefore[sentence]) / Math.Max(1, _storyBefore[^1]);

    /// <summary>Whether anything is done from a mention on.</summary>
    public bool HasActFrom(int mention) => _lastAct >= mention;

    /// <summary>Whether a pathologist is heard from a mention on.</summary>
    public bool HasPathologyFrom(int mention) => _lastPathology >= mention;

    private void Count()
    {
        var (document, mentions, telling) = (Document, Line.Mentions, Line.TellingSentences);
        var sentences = document.SentenceArray.Length;
        CollectionsMarshal.SetCount(_firstOf, sentences + 2);
        CollectionsMarshal.SetCount(_storyBefore, sentences + 2);
        _storyBefore[0] = 0;
        int next = 0, nextTelling = 0;
        for (var sentence = 0; sentence < _firstOf.Count; sentence++)
        {
            while (next < mentions.Count && mentions[next].Mention.Sentence < sentence)
            {
                next++;
            }

            _firstOf[sentence] = next;
            var isTelling = nextTelling < telling.Count && telling[nextTelling] == sentence;
            nextTelling += isTelling ? 1 : 0;
            var isTold = isTelling && !document.SentenceArray[sentence].Section.IsGeneral();
            if (sentence + 1 < _storyBefore.Count)
            {
                _storyBefore[sentence + 1] = _storyBefore[sentence] + (isTold ? 1 : 0);
            }
        }
    }

    /// <summary>"surgery was performed", "was operated on": an act without a name, unlike "was diagnosed".</summary>
    private bool IsUnnamedAct(in Mention mention) =>
        mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "treated" } } && !Document.TextOf(Document.SpanOf(mention.FirstToken, mention.EndToken)).Contains("diagnosed", StringComparison.OrdinalIgnoreCase);
}
