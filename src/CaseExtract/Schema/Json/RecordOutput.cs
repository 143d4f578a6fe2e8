using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>How the writers of the record's parts write keys: each is there, with <c>null</c> or <c>[]</c> where nothing is known.</summary>
internal static class RecordOutput
{
    /// <summary>Writes a key alone; the key needs no escape.</summary>
    public static void WriteKey(this JsonWriter json, string key) => json.WritePropertyName(key, escape: false);

    /// <summary>Writes a key and what stands behind it, <c>null</c> if there is nothing.</summary>
    public static void WriteOptional<T>(this JsonWriter json, string key, T? value, Action<JsonWriter, T> write)
        where T : class
    {
        json.WriteKey(key);
        if (value is null)
        {
            json.WriteNull();
        }
        else
        {
            write(json, value);
        }
    }

    public static void WriteList<T>(this JsonWriter json, string key, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        json.WriteKey(key);
        json.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            write(json, items[i]);
        }

        json.WriteEndArray();
    }

    public static void WriteTexts(this JsonWriter json, string key, IReadOnlyList<string> texts) => json.WriteList(key, texts, WriteText);

    public static void WriteText(this JsonWriter json, string key, string? text)
    {
        json.WriteKey(key);
        WriteText(json, text);
    }

    /// <summary>Writes a text under a name that someone else chose, whatever characters it has.</summary>
    public static void WriteNamed(this JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        WriteText(json, text);
    }

    /// <summary>Writes a whole number without a fraction: <c>55</c>, not <c>55.0</c>.</summary>
    public static void WriteNumber(this JsonWriter json, string key, double? number)
    {
        json.WriteKey(key);
        if (number is { } value && double.IsInteger(value) && Math.Abs(value) < 1e15)
        {
            json.WriteValue((long)value);
        }
        else
        {
            json.WriteValue(number);
        }
    }

    public static void WriteWhole(this JsonWriter json, string key, int number)
    {
        json.WriteKey(key);
        json.WriteValue(number);
    }

    public static void WriteTruth(this JsonWriter json, string key, bool truth)
    {
        json.WriteKey(key);
        json.WriteValue(truth);
    }

    private static void WriteText(JsonWriter json, string? text)
    {
        if (text is not null && HasLoneSurrogate(text))
        {
            json.WriteRawValue(Escape(text));
        }
        else
        {
            json.WriteValue(text);
        }
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var i)
        {
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return true;
            }

            text = text[(i + 2)..];
        }

        return false;
    }

    /// <summary>
    /// A JSON string in which a half of a surrogate pair that lacks its other half is escaped. UTF-8 cannot hold it, so that an encoder
    /// would put U+FFFD in its place and the quotation would no longer equal its source.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder("\"", text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(unit).Append(text[++i]);
            }
            else if (char.IsSurrogate(unit) || char.IsControl(unit) || unit is '"' or '\\' or '\u2028' or '\u2029')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
            else
            {
                escaped.Append(unit);
            }
        }

        return escaped.Append('"').ToString();
    }
}
