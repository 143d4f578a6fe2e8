using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads ages: with a unit (<see cref="CountedAge"/>), beside who is so old (<see cref="BareAge"/>), behind a word for age (<see cref="AgedPhrase"/>), as a
/// decade (<see cref="AgeDecade"/>), and "newborn". Durations ("for 5 years", "a 20-year history") are none.
/// </summary>
internal sealed class AgeGrammar
{
    private readonly WordRoles<AgeWord> _words;
    private readonly NumberReader _numbers;
    private readonly BareAge _bare;
    private readonly CountedAge _counted;
    private readonly AgedPhrase _phrases;
    private readonly AgeDecade _decades;
    private readonly int _in, _age, _aged;

    public AgeGrammar(ModelSource models, NumberReader numbers, TimeUnitReader units, Vocabulary.Builder vocabulary)
    {
        _words = new WordRoles<AgeWord>(models, "rules/age-word.tsv", vocabulary);
        _numbers = numbers;
        _bare = new BareAge(_words, units, vocabulary);
        _counted = new CountedAge(_words, numbers, units, vocabulary);
        _phrases = new AgedPhrase(_words, numbers, units, vocabulary);
        _decades = new AgeDecade(_words, numbers, vocabulary);
        _in = vocabulary.Add("in");
        _age = vocabulary.Add("age");
        _aged = vocabulary.Add("aged");
    }

    /// <summary>The words that an age may start with; it may start with a number too.</summary>
    public IReadOnlyCollection<int> FirstWords => [_in, _aged, _age, .. _words.WordsWith(AgeWord.Newborn), .. _numbers.Cardinals];

    /// <summary>The words that tell who is of an age.</summary>
    public WordSet People => [.. _words.WordsWith(AgeWord.Person | AgeWord.SexLetter)];

    /// <summary>Whether an age may start with a word that is no number.</summary>
    public bool MayStart(int word) => word == _in || word == _aged || word == _age || _words.Is(word, AgeWord.Newborn);

    /// <summary>Reads an age that starts at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none starts there.</returns>
    public int Read(Document document, int first, int end, out AgeValue age)
    {
        age = default;
        var word = document.TokenArray[first].Word;
        if (_words.Is(word, AgeWord.Newborn))
        {
            return ReadNewborn(document, first, end, ref age);
        }

        if (word == _in)
        {
            return _decades.Read(document, first, end, ref age);
        }

        if (word == _aged || word == _age)
        {
            return _phrases.Read(document, first, end, ref age);
        }

        if (!AgeNumber.TryRead(document, first, end, _numbers, _words, out var number))
        {
            return first;
        }

        var behind = _bare.Read(document, number, end, ref age);
        return behind > first ? behind : _counted.Read(document, number, end, ref age);
    }

    /// <summary>"a newborn", not the patient's child in "delivery of a healthy newborn".</summary>
    private int ReadNewborn(Document document, int first, int end, ref AgeValue age)
    {
        var tokens = document.TokenArray;
        if (first + 1 < end && !_words.Is(tokens[first + 1].Word, AgeWord.Person | AgeWord.SexLetter) && first > 0 && tokens[first - 1].Kind == TokenKind.Word
            && document.TextOf(tokens[first - 1]) is "healthy" or "the")
        {
            return first;
        }

        age = new AgeValue(0, TimeUnit.Day, IsApproximate: true);
        return first + 1;
    }
}
