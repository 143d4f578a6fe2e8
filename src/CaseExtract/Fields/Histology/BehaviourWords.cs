using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>Words of behaviour beside the name of a tumour: "benign", "borderline", "malignant", "in situ", "immature".</summary>
internal sealed class BehaviourWords
{
    /// <summary>How far before the name such a word may stand.</summary>
    private const int Reach = 3;

    /// <summary>How far before it "noninvasive" may stand: grade and growth come between.</summary>
    private const int NoninvasiveReach = 8;

    /// <summary>How far from the name its stage may stand.</summary>
    private const int StageReach = 8;

    /// <summary>How far behind it "non-invasive" may stand, and what is said of the tumour.</summary>
    private const int ApartReach = 4;
    private const int SaidReach = 9;

    private readonly Dictionary<int, char> _behaviours;
    private readonly int _invasive;
    private readonly int _noninvasive;
    private readonly int _non;
    private readonly int _mature;
    private readonly int _immature;
    private readonly int _in;
    private readonly int _situ;

    public BehaviourWords(Vocabulary.Builder vocabulary)
    {
        _behaviours = new Dictionary<int, char>
        {
            [vocabulary.Add("malignant")] = '3',
            [vocabulary.Add("invasive")] = '3',
            [vocabulary.Add("benign")] = '0',
            [vocabulary.Add("borderline")] = '1',
        };
        _invasive = vocabulary.Add("invasive");
        _noninvasive = vocabulary.Add("noninvasive");
        _non = vocabulary.Add("non");
        _mature = vocabulary.Add("mature");
        _immature = vocabulary.Add("immature");
        _in = vocabulary.Add("in");
        _situ = vocabulary.Add("situ");
    }

    /// <summary>The behaviour told right before the name, or "in situ" behind it.</summary>
    public char? Beside(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.SentenceOf(mention);
        var next = mention.EndToken;
        if (next < bounds.EndToken && tokens[next].Kind == TokenKind.Dash)
        {
            next++;
        }

        if (next < bounds.EndToken && tokens[next].Word == _in)
        {
            for (var index = next + 1; index < Math.Min(next + 3, bounds.EndToken); index++)
            {
                if (tokens[index].Word == _situ)
                {
                    return '2';
                }
            }
        }

        if ((IsCarcinoma(mention) && (IsNoninvasive(course, bounds.FirstToken, mention.FirstToken + 1) || IsNoninvasive(course, mention.EndToken, Math.Min(mention.EndToken + ApartReach, bounds.EndToken))))
            || (IsUrothelial(mention) && IsStagedNoninvasive(course, bounds, mention)))
        {
            return '2';
        }

        for (var index = mention.FirstToken - 1; index >= Math.Max(bounds.FirstToken, mention.FirstToken - Reach); index--)
        {
            if (_behaviours.TryGetValue(tokens[index].Word, out var behaviour) && !IsOther(course, mention, index))
            {
                return behaviour;
            }
        }

        return SaidOf(course, mention, bounds.EndToken);
    }

    /// <summary>"the giant cell tumor of L5 was malignant", "…, malignant type": said of the name in the same clause, and of no other noun.</summary>
    private char? SaidOf(ClinicalCourse course, PlacedMention mention, int end)
    {
        var tokens = course.Document.TokenArray;
        for (var index = mention.EndToken; index < Math.Min(mention.EndToken + SaidReach, end); index++)
        {
            var mark = course.Document.Text[tokens[index].Start];
            if (mark is ';' or '.' or ':' || course.Document.TextOf(tokens[index]) is "and" or "but" or "which" or "who" || course.Has(mention.Sentence, index, index + 1, MentionKind.Tumour))
            {
                return null;
            }

            if (!_behaviours.TryGetValue(tokens[index].Word, out var behaviour) || tokens[index].Word == _invasive)
            {
                continue;
            }

            var before = index - 1;
            before -= before > mention.EndToken && course.Document.TextOf(tokens[before]).EndsWith("ly", StringComparison.Ordinal) ? 1 : 0;
            var isKind = index + 1 < end && course.Document.TextOf(tokens[index + 1]) is "type" or "variety" or "variant" or "form";
            var isPredicate = before >= mention.EndToken && course.Document.TextOf(tokens[before]) is "was" or "is" or "be" or "proved" or "considered" or "as"
                && (index + 1 == end || tokens[index + 1].Kind != TokenKind.Word || course.Document.TextOf(tokens[index + 1]) is "on" or "at" or "in" or "by" or "and" or "but" or "with" or "without" or "histologically");
            return isKind || isPredicate ? behaviour : null;
        }

        return null;
    }

    /// <summary>Carcinomas of ICD-O-3: what is not invasive of them is in situ.</summary>
    private static bool IsCarcinoma(PlacedMention mention) =>
        mention.Concept is TumourConcept { Behaviour: '3', Morphology: { } morphology } && string.CompareOrdinal(morphology, "8010") >= 0 && string.CompareOrdinal(morphology, "8590") < 0;

    /// <summary>"noninvasive, low grade papillary urothelial carcinoma", "non-invasive (pTa), low grade ductal carcinoma": what stands in brackets, and marks, do not count.</summary>
    private bool IsNoninvasive(ClinicalCourse course, int start, int end)
    {
        var tokens = course.Document.TokenArray;
        int words = 0, depth = 0;
        for (var index = end - 1; index >= start && words <= NoninvasiveReach; index--)
        {
            var mark = course.Document.Text[tokens[index].Start];
            depth += mark is ')' or ']' ? 1 : mark is '(' or '[' ? -1 : 0;
            if (mark is ';' or ':')
            {
                return false;
            }

            words += depth == 0 && tokens[index].Kind is not (TokenKind.Dash or TokenKind.Punctuation) ? 1 : 0;
            if (tokens[index].Word == _noninvasive)
            {
                return true;
            }

            if (tokens[index].Word == _invasive)
            {
                var before = index > start && tokens[index - 1].Kind == TokenKind.Dash ? index - 2 : index - 1;
                return before >= start && tokens[before].Word == _non;
            }
        }

        return false;
    }

    private static bool IsUrothelial(PlacedMention mention) => mention.Concept is TumourConcept { Behaviour: '3', Morphology: ['8', '1', '2' or '3', _] };

    /// <summary>"urothelial carcinoma, low grade, pTa": the stage of those that have not left the epithelium.</summary>
    private static bool IsStagedNoninvasive(ClinicalCourse course, in Sentence bounds, PlacedMention mention)
    {
        for (var index = Math.Max(bounds.FirstToken, mention.FirstToken - StageReach); index < Math.Min(bounds.EndToken, mention.EndToken + StageReach); index++)
        {
            var word = course.Document.TextOf(index);
            if (word.StartsWith("pTa", StringComparison.Ordinal) || word.StartsWith("TaG", StringComparison.Ordinal) || word.StartsWith("TaN", StringComparison.Ordinal) || word is "Ta")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"an immature gastric teratoma", where the organ parts the word from the name.</summary>
    public char? MaturityBefore(ClinicalCourse course, PlacedMention teratoma)
    {
        for (var index = teratoma.FirstToken - 1; index >= Math.Max(course.SentenceOf(teratoma).FirstToken, teratoma.FirstToken - Reach); index--)
        {
            var word = course.Document.TokenArray[index].Word;
            if (word == _mature || word == _immature)
            {
                return word == _mature ? '0' : '3';
            }
        }

        return null;
    }

    /// <summary>Whether the word belongs to another tumour named between it and the mention.</summary>
    private static bool IsOther(ClinicalCourse course, PlacedMention mention, int token)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Tumour, token, token + 1))
        {
            if (other.FirstToken <= token + 1 && other.EndToken > token && other.EndToken <= mention.FirstToken)
            {
                return true;
            }
        }

        return false;
    }
}
