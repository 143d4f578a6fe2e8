using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>Words of behaviour beside the name of a tumour: "benign", "borderline", "malignant", "in situ", "immature".</summary>
internal sealed class BehaviourWords
{
    /// <summary>How far before the name such a word may stand.</summary>
    private const int Reach = 3;

    private readonly Dictionary<int, char> _behaviours;
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

        for (var index = mention.FirstToken - 1; index >= Math.Max(bounds.FirstToken, mention.FirstToken - Reach); index--)
        {
            if (_behaviours.TryGetValue(tokens[index].Word, out var behaviour) && !IsOther(course, mention, index))
            {
                return behaviour;
            }
        }

        return null;
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
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Tumour && other.FirstToken <= token + 1 && other.EndToken > token && other.EndToken <= mention.FirstToken)
            {
                return true;
            }
        }

        return false;
    }
}
