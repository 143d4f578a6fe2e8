using System.Globalization;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>
/// JSON as the readers of the record's parts see it: objects whose unknown keys are skipped, lists and single values, and errors that say at
/// which key and line they are, without quoting the text.
/// </summary>
internal sealed class RecordInput : IDisposable
{
    private readonly JsonTextReader _json;
    private readonly string _source;
    private readonly List<string> _place = [];

    /// <param name="input">The JSON; disposed with this.</param>
    /// <param name="source">What errors call it, such as its path.</param>
    public RecordInput(TextReader input, string source)
    {
        _source = source;
        _json = new JsonTextReader(input)
        {
            SupportMultipleContent = true,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
        };
    }

    /// <summary>What the reader stands at.</summary>
    public JsonToken TokenType => _json.TokenType;

    public void Dispose() => ((IDisposable)_json).Dispose();

    /// <summary>Forgets at which key the reader is, for the next record.</summary>
    public void Restart() => _place.Clear();

    /// <summary>
    /// Reads the object that the reader stands at. <paramref name="readKey"/> is called with the reader at the key's value, reads it to
    /// its last token, and returns <see langword="false"/> for a key it does not know, which is then skipped.
    /// </summary>
    public void ReadObject(Func<string, bool> readKey)
    {
        Expect(JsonToken.StartObject, "an object");
        for (Need(); _json.TokenType != JsonToken.EndObject; Need())
        {
            var key = (string)_json.Value!;
            Need();
            _place.Add(key);
            if (!readKey(key))
            {
                Skip();
            }

            _place.RemoveAt(_place.Count - 1);
        }
    }

    public List<T> List<T>(Func<RecordInput, T> readItem)
    {
        Expect(JsonToken.StartArray, "a list");
        var items = new List<T>();
        for (Need(); _json.TokenType != JsonToken.EndArray; Need())
        {
            _place.Add(string.Create(CultureInfo.InvariantCulture, $"[{items.Count}]"));
            items.Add(readItem(this));
            _place.RemoveAt(_place.Count - 1);
        }

        return items;
    }

    public List<string> Texts() => List(static input => input.Text());

    public T? Optional<T>(Func<RecordInput, T> read)
        where T : class => _json.TokenType == JsonToken.Null ? null : read(this);

    public string Text()
    {
        Expect(JsonToken.String, "a string");
        return (string)_json.Value!;
    }

    public string? OptionalText() => _json.TokenType == JsonToken.Null ? null : Text();

    public bool Truth()
    {
        Expect(JsonToken.Boolean, "true or false");
        return (bool)_json.Value!;
    }

    public int Whole()
    {
        Expect(JsonToken.Integer, "a whole number");
        return _json.Value is long and >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw Fault("the number is too large");
    }

    public double Number()
    {
        if (_json.TokenType is not (JsonToken.Integer or JsonToken.Float))
        {
            throw Fault($"expected a number, found {Found()}");
        }

        return Convert.ToDouble(_json.Value, CultureInfo.InvariantCulture);
    }

    public double? OptionalNumber() => _json.TokenType == JsonToken.Null ? null : Number();

    public T Required<T>(T? value, string key)
        where T : class => value ?? throw Fault($"the key {key} is missing");

    public T Required<T>(T? value, string key)
        where T : struct => value ?? throw Fault($"the key {key} is missing");

    /// <summary>Moves to the next token, which must be there.</summary>
    public void Need()
    {
        if (!Advance())
        {
            throw Fault("the text ends inside a record");
        }
    }

    /// <summary>Moves to the next token that is no comment; <see langword="false"/> at the end.</summary>
    public bool Advance()
    {
        try
        {
            while (_json.Read())
            {
                if (_json.TokenType != JsonToken.Comment)
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonReaderException exception)
        {
            // Its message quotes the text.
            throw NotJson(exception);
        }
    }

    /// <summary>The error to throw at the place where the reader is.</summary>
    public CaseRecordFormatException Fault(string reason)
    {
        var place = string.Join('.', _place).Replace(".[", "[", StringComparison.Ordinal);
        return new CaseRecordFormatException(_source, _json.LineNumber, place.Length == 0 ? reason : $"{place}: {reason}");
    }

    private void Expect(JsonToken token, string expected)
    {
        if (_json.TokenType != token)
        {
            throw Fault($"expected {expected}, found {Found()}");
        }
    }

    private void Skip()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonReaderException exception)
        {
            throw NotJson(exception);
        }
    }

    private CaseRecordFormatException NotJson(JsonReaderException exception) =>
        new(_source, exception.LineNumber, $"not valid JSON at column {exception.LinePosition}");

    private string Found() => _json.TokenType switch
    {
        JsonToken.Null or JsonToken.Undefined => "null",
        JsonToken.String => "a string",
        JsonToken.Integer or JsonToken.Float => "a number",
        JsonToken.Boolean => "true or false",
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "a list",
        _ => "something else",
    };
}
