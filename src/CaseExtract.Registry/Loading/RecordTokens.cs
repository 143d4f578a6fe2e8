using System.Text.Json;

namespace CaseExtract.Registry.Loading;

/// <summary>The keys, texts and numbers at which a reader of a record stands, of the type that they must have. Used by one thread.</summary>
internal sealed class RecordTokens
{
    private readonly TextPool _texts = new();

    /// <summary>Moves to the next key of the object and to what stands behind it; <see langword="false"/> at the object's end.</summary>
    public bool Next(ref Utf8JsonReader json, out string key)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            key = "";
            return false;
        }

        key = _texts.Text(ref json);
        json.Read();
        return true;
    }

    public string? Id(ref Utf8JsonReader json, string field) => json.TokenType == JsonTokenType.String ? _texts.AsIs(ref json) : Text(ref json, field);

    public string? Text(ref Utf8JsonReader json, string field) => json.TokenType switch
    {
        JsonTokenType.String => _texts.Text(ref json),
        JsonTokenType.Null => null,
        _ => throw new RecordFaultException($"{field}: a string is of the wrong type"),
    };

    public static double? Number(ref Utf8JsonReader json, string field) => json.TokenType switch
    {
        JsonTokenType.Number when ShortNumber.TryParse(json.ValueSpan, out var number) || (json.TryGetDouble(out number) && double.IsFinite(number)) => number,
        JsonTokenType.Null => null,
        _ => throw new RecordFaultException($"{field}: a number is of the wrong type or too large"),
    };

    public static void Expect(ref Utf8JsonReader json, JsonTokenType type, string field)
    {
        if (json.TokenType != type)
        {
            throw new RecordFaultException($"{field} is of the wrong type");
        }
    }
}
