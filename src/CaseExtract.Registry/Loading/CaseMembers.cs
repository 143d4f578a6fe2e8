using System.Globalization;
using System.Text;

namespace CaseExtract.Registry.Loading;

/// <summary>
/// The members of a case's lists with their confidence in one text, <c>;11 laminectomy=0.9 ;11 corpectomy=0.82 ;</c>, each once, with the highest it
/// has: the number of the field, the code where the field has one, the word. A cohort that asks for the confidence of a member compares texts in the
/// row of the case; to look for the rows of its values costs a search and some thirty rows for each case.
/// </summary>
internal sealed class CaseMembers
{
    /// <summary>Sorts before all digits, so 0.9 sorts before 0.93 whatever stands behind it.</summary>
    private const char BehindConfidence = ' ';

    /// <summary>Sorts behind <see cref="BehindConfidence"/> and before all digits.</summary>
    private const char Above = '!';

    private const int TextsKept = 1000;

    private readonly Dictionary<string, double?> _highest = new(StringComparer.Ordinal);
    private readonly Dictionary<double, string> _texts = [];
    private readonly StringBuilder _text = new();

    /// <summary>The text; <see langword="null"/> where a confidence is none, so that the rows are to be asked.</summary>
    public string? Of(FlatCase flat)
    {
        _highest.Clear();
        foreach (var value in flat.Values)
        {
            if (!IsList(value.Field))
            {
                continue;
            }

            if (value.Confidence is < 0 or > 1)
            {
                return null;
            }

            var word = value.Field == "spinalLevels" ? Spine.Name((int)value.Number!.Value) : value.Text;
            if (word is null)
            {
                continue;
            }

            var member = Name(value.Field, value.Code ?? "", word);
            _highest[member] = _highest.TryGetValue(member, out var other) && !(value.Confidence > other || other is null) ? other : value.Confidence;
        }

        _text.Clear().Append(';');
        foreach (var (member, confidence) in _highest)
        {
            _text.Append(member).Append(confidence is { } known ? Kept(known) : "").Append(BehindConfidence).Append(';');
        }

        return _text.ToString();
    }

    /// <summary>What stands before the confidence of a member, from the semicolon on.</summary>
    /// <param name="field">The field.</param>
    /// <param name="code">The code of its rows; empty for none.</param>
    /// <param name="word">The member.</param>
    public static string Key(string field, string code, string word) => ";" + Name(field, code, word);

    /// <summary>The least text behind a key whose confidence is high enough.</summary>
    /// <param name="confidence">From 0 to 1.</param>
    /// <param name="isOpen">Whether that confidence itself is too low.</param>
    public static string Least(double confidence, bool isOpen) => isOpen ? Text(confidence) + Above : Text(confidence);

    private static bool IsList(string field) => field is "spinalLevels" or "imagingSignals" or "procedures" or "priorSurgeries" or "presentation" or "adjuvants" or "scales";

    private static string Name(string field, string code, string word) => string.Create(
        CultureInfo.InvariantCulture, $"{RecordField.KeyOf(field)} {code}{(code.Length == 0 ? "" : " ")}{FlatCase.Separable(word).Replace('=', '~')}=");

    /// <summary>Few confidences come again and again.</summary>
    private string Kept(double confidence)
    {
        if (!_texts.TryGetValue(confidence, out var text))
        {
            text = Text(confidence);
            if (_texts.Count < TextsKept)
            {
                _texts.Add(confidence, text);
            }
        }

        return text;
    }

    /// <summary>A confidence such that texts sort like numbers.</summary>
    private static string Text(double confidence)
    {
        var text = confidence.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? confidence.ToString("F20", CultureInfo.InvariantCulture).TrimEnd('0') : text;
    }
}
