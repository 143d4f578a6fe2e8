using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Finds the values that belong to the name of a scale: behind it ("Frankel grade C", "KPS improved from 70% to 100%", "ECOG PS was 2") or, where
/// none stands there, before it ("grade C on the Frankel scale"). Ranges are no values.
/// </summary>
internal sealed class ScalePhrase(WordRoles<ScaleWord> words)
{
    /// <summary>How many tokens may stand between a name and its value, and between two values of a change.</summary>
    private const int Reach = 9;

    private const ScaleWord Between = ScaleWord.Noun | ScaleWord.Link | ScaleWord.Change | ScaleWord.Phase;

    /// <summary>Reads the values of a scale that is named in a range of tokens.</summary>
    /// <param name="document">The document.</param>
    /// <param name="form">How values of the scale are written.</param>
    /// <param name="name">First token of the name, and the one behind it.</param>
    /// <param name="sentence">First token of the sentence, and the one behind it.</param>
    /// <param name="found">Receives the values in text order.</param>
    public void Read(Document document, ScaleForm form, (int First, int End) name, (int First, int End) sentence, List<FoundScaleValue> found)
    {
        if (IsAuthor(document, name, sentence))
        {
            return;
        }

        if (!ReadBehind(document, form, name.End, sentence.End, found))
        {
            ReadBefore(document, form, name.First, sentence.First, found);
        }
    }

    /// <summary>"Frankel et al.", "Dr. Tomita".</summary>
    private bool IsAuthor(Document document, (int First, int End) name, (int First, int End) sentence) =>
        (name.End < sentence.End && words.Is(document.TokenArray[name.End].Word, ScaleWord.Author))
        || (name.First > sentence.First && words.Is(document.TokenArray[name.First - 1].Word, ScaleWord.Author));

    private bool ReadBehind(Document document, ScaleForm form, int from, int end, List<FoundScaleValue> found)
    {
        var isChange = false;
        for (var index = from; index < Math.Min(end, from + Reach); index++)
        {
            var next = form.Read(document, index, end, out var value);
            if (next > index)
            {
                return Accept(document, form, index, next, value, end, isChange, found);
            }

            var token = document.TokenArray[index];
            if (token.Kind == TokenKind.Punctuation ? document.Text[token.Start] is not ('(' or ')' or ':' or '=' or '’' or '\'' or '"' or '/' or ',') : token.Kind != TokenKind.Dash
                && (!words.Is(token.Word, Between) || !form.Allows(document.TextOf(token))))
            {
                return false;
            }

            isChange |= words.Is(token.Word, ScaleWord.Change) || document.TextOf(token) is "from";
        }

        return false;
    }

    private bool Accept(Document document, ScaleForm form, int index, int next, string value, int end, bool isChange, List<FoundScaleValue> found)
    {
        if (next < end && words.Is(document.TokenArray[next].Word, ScaleWord.Author | ScaleWord.Toxicity))
        {
            return false;
        }

        var behind = SkipUnit(document, next, end);
        var second = ReadSecond(document, form, behind, end, isChange, out var secondIndex, out var other, out var relation);
        switch (relation)
        {
            case Relation.Range:
                return true; // read, and no value
            case Relation.Change:
                found.Add(new FoundScaleValue(value, index, next, ScaleChange.Before));
                found.Add(new FoundScaleValue(other, secondIndex, second, ScaleChange.After));
                return true;
            case Relation.Also:
                found.Add(new FoundScaleValue(value, index, next, ScaleChange.None));
                found.Add(new FoundScaleValue(other, secondIndex, second, ScaleChange.None));
                return true;
            default:
                // "improved to D": the end of a change whose begin is not told
                found.Add(new FoundScaleValue(value, index, next, isChange && IsBehindTo(document, index) ? ScaleChange.After : ScaleChange.None));
                return true;
        }
    }

    private bool IsBehindTo(Document document, int index) => words.Is(document.TokenArray[index - 1].Word, ScaleWord.To);

    /// <summary>A second value behind a first: the other end of a range or of a change, or the value at another time.</summary>
    private int ReadSecond(Document document, ScaleForm form, int from, int end, bool isChange, out int at, out string value, out Relation relation)
    {
        relation = Relation.None;
        value = "";
        at = from;
        bool hasPhase = false, hasTo = false, hasAnd = false, isAdjacent = true;
        for (var index = from; index < Math.Min(end, from + Reach); index++)
        {
            var token = document.TokenArray[index];
            var next = form.Read(document, index, end, out value);
            if (next > index && index > from)
            {
                at = index;
                next = SkipUnit(document, next, end);
                hasPhase |= next < end && words.Is(document.TokenArray[next].Word, ScaleWord.Phase);
                relation = hasTo && (isChange || hasPhase) ? Relation.Change
                    : isAdjacent ? Relation.Range
                    : hasAnd && hasPhase ? Relation.Also
                    : Relation.None;
                return next;
            }

            var character = document.Text[token.Start];
            if (token.Kind == TokenKind.Dash || character is '/' or '→' or '>')
            {
                hasTo |= character is '→' or '>';
                isChange |= character is '→' or '>';
                continue;
            }

            if (words.Is(token.Word, ScaleWord.To | ScaleWord.Range))
            {
                hasTo = true;
                continue;
            }

            if (words.Is(token.Word, ScaleWord.And) || character == ',')
            {
                // "grade 2 or 3" is a range, "2 before and 4 after surgery" are two values
                hasAnd = true;
                continue;
            }

            if (!words.Is(token.Word, Between) && character is not ('(' or ')'))
            {
                return from;
            }

            isAdjacent = false;
            isChange |= words.Is(token.Word, ScaleWord.Change);
            hasPhase |= words.Is(token.Word, ScaleWord.Phase);
        }

        return from;
    }

    /// <summary>"70 %", "12 points", "9/18", "2 (two)".</summary>
    private int SkipUnit(Document document, int index, int end)
    {
        if (index < end && (document.FirstCharacterOf(index) == '%' || document.TextOf(index) is "points" or "point"))
        {
            return index + 1;
        }

        return index + 1 < end && document.TextOf(index) is "/" && document.TokenArray[index + 1].Kind == TokenKind.Number ? index + 2 : index;
    }

    /// <summary>"grade C on the modified Frankel scale", "grade II (McCormick)".</summary>
    private void ReadBefore(Document document, ScaleForm form, int from, int start, List<FoundScaleValue> found)
    {
        var index = from - 1;
        while (index > start && index > from - Reach && (words.Is(document.TokenArray[index].Word, ScaleWord.By) || document.TextOf(index) is "(" or "," or "/"))
        {
            index--;
        }

        // values of two tokens, such as 1c, begin one earlier
        for (var first = index; first >= Math.Max(start + 1, index - 1); first--)
        {
            if (form.Read(document, first, from, out var value) == index + 1 && HasNounBefore(document, first, start))
            {
                found.Add(new FoundScaleValue(value, first, index + 1, ScaleChange.None));
                return;
            }
        }
    }

    private bool HasNounBefore(Document document, int first, int start)
    {
        for (var index = first - 1; index >= Math.Max(start, first - 3); index--)
        {
            if (words.Is(document.TokenArray[index].Word, ScaleWord.Noun))
            {
                return true;
            }

            if (!words.Is(document.TokenArray[index].Word, ScaleWord.Link))
            {
                return false;
            }
        }

        return false;
    }

    private enum Relation : byte
    {
        None,
        Range,
        Change,
        Also,
    }
}

/// <summary>A value read beside the name of its scale.</summary>
/// <param name="Value">The value in its one spelling.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Change">Which end of a change it is.</param>
internal readonly record struct FoundScaleValue(string Value, int First, int End, ScaleChange Change);
