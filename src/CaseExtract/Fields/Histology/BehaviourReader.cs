using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// The behaviour of the index lesion, from the text before the name: metastatic is 6, then "benign", "malignant", "in situ", "borderline" beside
/// a mention of the tumour, then what the name implies. What has spread or invades is not in situ, and a tumour without a name that has spread is malignant.
/// </summary>
internal sealed class BehaviourReader
{
    /// <summary>How far before the name of a tumour in situ a word of invasion may stand, and how far behind it.</summary>
    private const int InvasionReach = 8;

    /// <summary>Its behaviour is its maturity.</summary>
    private const string Teratoma = "9080";

    private readonly Dictionary<int, char> _behaviours;
    private readonly WordSet _invasionWords;
    private readonly WordSet _denials;
    private readonly int _mature;
    private readonly int _immature;
    private readonly int _in;
    private readonly int _situ;

    public BehaviourReader(Vocabulary.Builder vocabulary)
    {
        _behaviours = new Dictionary<int, char>
        {
            [vocabulary.Add("malignant")] = '3',
            [vocabulary.Add("invasive")] = '3',
            [vocabulary.Add("benign")] = '0',
            [vocabulary.Add("borderline")] = '1',
        };
        _invasionWords = Words("infiltrating", "invasive", "microinvasive", "microinvasion", "invading", "infiltrated", "invaded");
        _denials = Words("no", "non", "not", "without", "minimally");
        _mature = vocabulary.Add("mature");
        _immature = vocabulary.Add("immature");
        _in = vocabulary.Add("in");
        _situ = vocabulary.Add("situ");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <returns>The digit, or <see langword="null"/> where neither the text nor the name tells.</returns>
    public string? Read(ClinicalCourse course, IndexLesion lesion, TumourConcept tumour, bool isMetastatic)
    {
        var named = NamedBehaviour(course, lesion)
            ?? (tumour.Morphology == Teratoma ? Maturity(course, lesion) : null)
            ?? tumour.Behaviour switch
            {
                '\0' => BehaviourOfNames(lesion),
                '1' => BehaviourOfLongerName(course, lesion) ?? '1',
                var own => own,
            };
        if (isMetastatic)
        {
            return named is null or '2' or '3' ? "6" : named.ToString();
        }

        if (named is '2' && (HasSpread(course) || IsInvasive(course, lesion)))
        {
            return "3";
        }

        return named?.ToString() ?? (HasSpread(course) ? "3" : null);
    }

    /// <summary>The last behaviour that any name of an unnamed tumour tells: "the tumor … a malignant tumor".</summary>
    private static char? BehaviourOfNames(IndexLesion lesion)
    {
        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            var mention = lesion.Mentions[index];
            if (mention is { Episode: not Episode.General, Concept: TumourConcept { Behaviour: not ('\0' or '1') } name } && !mention.Is(Assertion.NotFactual)
                && (name.Site is null || lesion.Tumour!.Site is null || name.Site == lesion.Tumour.Site))
            {
                return name.Behaviour;
            }
        }

        return null;
    }

    /// <summary>What the same name told elsewhere with a word more before it says: "a benign teratoma … histology confirmed a teratoma".</summary>
    private static char? BehaviourOfLongerName(ClinicalCourse course, IndexLesion lesion)
    {
        var diagnosis = lesion.Diagnosis!.Value;
        var length = diagnosis.EndToken - diagnosis.FirstToken;
        foreach (var mention in lesion.Mentions)
        {
            if (mention is { Episode: not Episode.General, Concept: TumourConcept { Behaviour: not ('\0' or '1') } name } && !mention.Is(Assertion.NotFactual)
                && mention.EndToken - mention.FirstToken > length && EndsAlike(mention.EndToken))
            {
                return name.Behaviour;
            }
        }

        return null;

        bool EndsAlike(int end)
        {
            var tokens = course.Document.TokenArray;
            for (var back = 1; back <= length; back++)
            {
                if (tokens[end - back].Word != tokens[diagnosis.EndToken - back].Word)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether any metastasis, of nodes too, is told in fact.</summary>
    private static bool HasSpread(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" }, Episode: Episode.Present or Episode.FollowUp } && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"ductal carcinoma in situ with foci of microinvasion", "intraductal and infiltrating carcinoma": a word of invasion near a mention in fact.</summary>
    private bool IsInvasive(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            var bounds = course.SentenceOf(mention);
            for (var index = Math.Max(bounds.FirstToken, mention.FirstToken - InvasionReach); index < Math.Min(bounds.EndToken, mention.EndToken + (2 * InvasionReach)); index++)
            {
                if (_invasionWords.Contains(course.Document.TokenArray[index].Word) && !IsDenied(course, bounds.FirstToken, index))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsDenied(ClinicalCourse course, int start, int token)
    {
        for (var index = Math.Max(start, token - 4); index < token; index++)
        {
            if (_denials.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands beside the diagnosis, else beside another mention of the same tumour.</summary>
    private char? NamedBehaviour(ClinicalCourse course, IndexLesion lesion)
    {
        if (NamedBehaviour(course, lesion.Diagnosis!.Value) is { } beside)
        {
            return beside;
        }

        for (var index = lesion.Mentions.Count - 1; index >= 0; index--)
        {
            if (!lesion.Mentions[index].Is(Assertion.NotFactual) && NamedBehaviour(course, lesion.Mentions[index]) is { } named && named != '3')
            {
                return named;
            }
        }

        return null;
    }

    private char? NamedBehaviour(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.SentenceOf(mention);
        var next = mention.EndToken;
        if (next < bounds.EndToken && tokens[next].Kind == Text.Tokenization.TokenKind.Dash)
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

        for (var index = mention.FirstToken - 1; index >= Math.Max(bounds.FirstToken, mention.FirstToken - 3); index--)
        {
            if (_behaviours.TryGetValue(tokens[index].Word, out var behaviour) && !IsOther(course, mention, index))
            {
                return behaviour;
            }
        }

        return null;
    }

    /// <summary>"an immature gastric teratoma", where the organ parts the word from the name.</summary>
    private char? Maturity(ClinicalCourse course, IndexLesion lesion)
    {
        var diagnosis = lesion.Diagnosis!.Value;
        for (var index = diagnosis.FirstToken - 1; index >= Math.Max(course.SentenceOf(diagnosis).FirstToken, diagnosis.FirstToken - 3); index--)
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
