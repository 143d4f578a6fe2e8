using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Reads the number of the patient whose part a sentence opens: "Case 2", "Case number two: …", "The second patient …", "Our second was a 75-year-old man",
/// "One patient was a 7-year-old boy", "The recurrence in the other patient, a 5-year-old girl, …".
/// </summary>
internal sealed class PatientNumber
{
    /// <summary>A larger number is a year or a count.</summary>
    private const int Largest = 30;

    /// <summary>How many words may stand between the noun and the age that is told of this patient: "one patient, a 59-year-old", "one patient was a 7-year-old".</summary>
    private const int MostBeforeAge = 4;

    private readonly int _in;
    private readonly int _one;
    private readonly WordSet _openers;
    private readonly WordSet _patients;
    private readonly WordSet _numberWords;
    private readonly Dictionary<int, int> _cardinals;
    private readonly Dictionary<int, int> _ordinals;

    public PatientNumber(Vocabulary.Builder vocabulary)
    {
        _in = vocabulary.Add("in");
        _one = vocabulary.Add("one");
        _openers = vocabulary.AddAll("the", "our", "in", "a");
        _patients = vocabulary.AddAll("case", "patient");
        _numberWords = vocabulary.AddAll("no", "number", "report");
        _cardinals = Numbers("one", "two", "three", "four", "five", "six");
        _ordinals = Numbers("first", "second", "third", "fourth", "fifth", "sixth");
        _ordinals[vocabulary.Add("other")] = 2;
        _ordinals[vocabulary.Add("another")] = 2;
        Dictionary<int, int> Numbers(params string[] words)
        {
            var numbers = new Dictionary<int, int>();
            foreach (var word in words)
            {
                numbers.Add(vocabulary.Add(word), numbers.Count + 1);
            }

            return numbers;
        }
    }

    /// <summary>The number, or 0 for a sentence that opens nobody's part.</summary>
    public int Of(AnnotatedDocument annotated, int sentence)
    {
        var document = annotated.Document;
        var bounds = document.SentenceArray[sentence];
        var tokens = document.TokenArray;
        var index = bounds.FirstToken;
        while (index < bounds.EndToken && index < bounds.FirstToken + 3 && (_openers.Contains(tokens[index].Word) || tokens[index].Kind is TokenKind.Number or TokenKind.Punctuation or TokenKind.Dash))
        {
            index++;
        }

        if (index + 1 >= bounds.EndToken)
        {
            return 0;
        }

        if (_patients.Contains(tokens[index].Word))
        {
            var next = index + 1;
            while (next + 1 < bounds.EndToken && (_numberWords.Contains(tokens[next].Word) || document.Text[tokens[next].Start] is '#' or '.'))
            {
                next++;
            }

            return Cardinal(document, next, bounds.EndToken, bounds.IsHeading, isNamed: next > index + 1, isPlace: tokens[bounds.FirstToken].Word == _in);
        }

        // "The second patient", "the second, a 60-year-old man,": an ordinal of a patient, or beside an age
        return _ordinals.TryGetValue(tokens[index].Word, out var ordinal) && (_patients.Contains(tokens[index + 1].Word) || HasAge(annotated, sentence, index + 1, index + 6))
            ? ordinal
            : OfAged(annotated, sentence);
    }

    /// <summary>"One patient", "the second patient" anywhere in a sentence, with an age right behind it: without the age it counts patients ("one patient relapsed").</summary>
    private int OfAged(AnnotatedDocument annotated, int sentence)
    {
        if (!annotated.KindsOf(sentence).Has(MentionKind.Age))
        {
            return 0;
        }

        var bounds = annotated.Document.SentenceArray[sentence];
        var tokens = annotated.Document.TokenArray;
        for (var index = bounds.FirstToken; index + 2 < bounds.EndToken; index++)
        {
            if (_patients.Contains(tokens[index + 1].Word) && HasAge(annotated, sentence, index + 2, index + 2 + MostBeforeAge))
            {
                return tokens[index].Word == _one ? 1 : _ordinals.GetValueOrDefault(tokens[index].Word);
            }
        }

        return 0;
    }

    private int Cardinal(Document document, int index, int end, bool isHeading, bool isNamed, bool isPlace)
    {
        var token = document.TokenArray[index];
        var text = document.TextOf(token);
        var isLast = isHeading || index + 1 >= end;
        var isFollowedByComma = !isLast && document.FirstCharacterOf(index + 1) == ',';
        if (token.Kind == TokenKind.Number && int.TryParse(text, out var number) && number < Largest)
        {
            // "Case 1, a slide of …" is a list; "In case 1, a 57-year-old woman …" opens a part
            return isFollowedByComma && !isPlace ? 0 : number;
        }

        // a bare letter or word counts only where it cannot be the beginning of a sentence: "Case A" alone, "Case number two"
        var isMarked = isLast || isNamed || document.FirstCharacterOf(index + 1) is ':' or '.' or '-' or '–';
        return !isMarked ? 0
            : _cardinals.TryGetValue(token.Word, out var cardinal) ? cardinal
            : text switch { "I" or "A" => 1, "II" or "B" => 2, "III" or "C" => 3, "IV" or "D" => 4, _ => 0 };
    }

    private static bool HasAge(AnnotatedDocument annotated, int sentence, int first, int end)
    {
        foreach (var mention in annotated.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Age && mention.FirstToken >= first && mention.FirstToken < end)
            {
                return true;
            }
        }

        return false;
    }
}
