using System.Buffers;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>
/// Writes case records as JSON, one record a line (JSON Lines). Keys are camelCase in the order of the contract, absent knowledge is
/// written as <c>null</c> or <c>[]</c>, and the same record gives the same bytes on every machine. Properties are written by hand:
/// no reflection, nothing to warm up.
/// </summary>
public sealed class CaseRecordWriter : IDisposable
{
    private static readonly SearchValues<char> Surrogates =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    private readonly TextWriter _output;

    /// <param name="output">Receives the lines; not disposed with this writer.</param>
    public CaseRecordWriter(TextWriter output) => _output = output;

    /// <summary>Writes one record and ends its line with a line feed.</summary>
    public void Write(CaseRecord record)
    {
        // A JsonTextWriter of its own for each record: one writer for all would put a blank between two root values.
        using (var json = new JsonTextWriter(_output) { CloseOutput = false, AutoCompleteOnClose = false })
        {
            Write(json, record);
        }

        _output.Write('\n');
    }

    /// <summary>Flushes what was written to the output.</summary>
    public void Dispose() => _output.Flush();

    /// <summary>One record as JSON on one line, without a line end.</summary>
    public static string ToJson(CaseRecord record)
    {
        using var text = new CharBuffer();
        Write(text, record);
        return text.ToString();
    }

    /// <summary>What <see cref="ToJson"/> gives, in UTF-8: as it is written to files.</summary>
    public static byte[] ToUtf8(CaseRecord record)
    {
        using var text = new CharBuffer();
        Write(text, record);
        var bytes = new byte[Encoding.UTF8.GetByteCount(text.Written)];
        Encoding.UTF8.GetBytes(text.Written, bytes);
        return bytes;
    }

    private static void Write(CharBuffer text, CaseRecord record)
    {
        using var json = new JsonTextWriter(text) { CloseOutput = false };
        Write(json, record);
    }

    /// <summary>Writes one record as one JSON object to a writer that has its own formatting, such as the inside of an array.</summary>
    public static void Write(JsonWriter json, CaseRecord record)
    {
        json.WriteStartObject();
        WriteText(json, "schemaVersion", record.SchemaVersion);
        WriteText(json, "caseId", record.CaseId);
        WriteDocument(json, record.Document);
        WriteAge(json, record.Age);
        WriteSex(json, record.Sex);
        WritePrimaryTumour(json, record.PrimaryTumour);
        WriteList(json, "priorSurgeries", record.PriorSurgeries, WritePriorSurgery);
        WriteList(json, "spinalLevels", record.SpinalLevels, WriteSpinalLevel);
        WriteTexts(json, "spinalRegions", record.SpinalRegions);
        WriteList(json, "imagingSignals", record.ImagingSignals, WriteImagingSignal);
        WriteList(json, "procedures", record.Procedures, WriteProcedure);
        WriteExtent(json, record.Extent);
        WriteHistology(json, record.Histology);
        WriteLesion(json, record.Lesion);
        WriteList(json, "presentation", record.Presentation, WritePresentingFeature);
        WriteList(json, "adjuvants", record.Adjuvants, WriteAdjuvant);
        WriteTexts(json, "warnings", record.Warnings);
        json.WriteEndObject();
    }

    private static void WriteDocument(JsonWriter json, DocumentInfo document)
    {
        json.WritePropertyName("document", escape: false);
        json.WriteStartObject();
        WriteText(json, "id", document.Id);
        WriteText(json, "path", document.Path);
        WriteText(json, "sha256", document.Sha256);
        WriteText(json, "mediaType", document.MediaType);
        WriteText(json, "title", document.Title);
        json.WritePropertyName("length", escape: false);
        json.WriteValue(document.Length);
        json.WriteEndObject();
    }

    private static void WriteAge(JsonWriter json, Age? age)
    {
        if (Begin(json, "age", age))
        {
            WriteNumber(json, "value", age!.Value);
            WriteText(json, "unit", age.Unit);
            json.WritePropertyName("years", escape: false);
            json.WriteValue(age.Years);
            json.WritePropertyName("approximate", escape: false);
            json.WriteValue(age.Approximate);
            End(json, age);
        }
    }

    private static void WriteSex(JsonWriter json, Sex? sex)
    {
        if (Begin(json, "sex", sex))
        {
            WriteText(json, "value", sex!.Value);
            End(json, sex);
        }
    }

    private static void WritePrimaryTumour(JsonWriter json, PrimaryTumour? tumour)
    {
        if (!Begin(json, "primaryTumour", tumour))
        {
            return;
        }

        json.WritePropertyName("site", escape: false);
        if (tumour!.Site is { } site)
        {
            json.WriteStartObject();
            WriteText(json, "code", site.Code);
            WriteText(json, "display", site.Display);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull();
        }

        WriteText(json, "laterality", tumour.Laterality);
        json.WritePropertyName("histology", escape: false);
        if (tumour.Histology is { } histology)
        {
            json.WriteStartObject();
            WriteText(json, "code", histology.Code);
            WriteText(json, "behaviour", histology.Behaviour);
            WriteText(json, "display", histology.Display);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull();
        }

        WriteText(json, "text", tumour.Text);
        End(json, tumour);
    }

    private static void WritePriorSurgery(JsonWriter json, PriorSurgery surgery)
    {
        json.WriteStartObject();
        WriteText(json, "term", surgery.Term);
        WriteNumber(json, "monthsBefore", surgery.MonthsBefore);
        WriteText(json, "indication", surgery.Indication);
        WriteTexts(json, "levels", surgery.Levels);
        End(json, surgery);
    }

    private static void WriteSpinalLevel(JsonWriter json, SpinalLevelValue level)
    {
        json.WriteStartObject();
        WriteText(json, "level", level.Level);
        WriteText(json, "region", level.Region);
        End(json, level);
    }

    private static void WriteImagingSignal(JsonWriter json, ImagingSignal signal)
    {
        json.WriteStartObject();
        WriteText(json, "modality", signal.Modality);
        WriteText(json, "sequence", signal.Sequence);
        WriteText(json, "kind", signal.Kind);
        WriteText(json, "value", signal.Value);
        WriteText(json, "pattern", signal.Pattern);
        WriteText(json, "agent", signal.Agent);
        End(json, signal);
    }

    private static void WriteProcedure(JsonWriter json, Procedure procedure)
    {
        json.WriteStartObject();
        WriteText(json, "term", procedure.Term);
        WriteText(json, "intent", procedure.Intent);
        WriteText(json, "approach", procedure.Approach);
        WriteTexts(json, "levels", procedure.Levels);
        End(json, procedure);
    }

    private static void WriteExtent(JsonWriter json, Extent? extent)
    {
        if (Begin(json, "extent", extent))
        {
            WriteText(json, "value", extent!.Value);
            End(json, extent);
        }
    }

    private static void WriteHistology(JsonWriter json, Histology? histology)
    {
        if (Begin(json, "histology", histology))
        {
            WriteText(json, "code", histology!.Code);
            WriteText(json, "behaviour", histology.Behaviour);
            WriteText(json, "display", histology.Display);
            WriteText(json, "grade", histology.Grade);
            WriteText(json, "text", histology.Text);
            End(json, histology);
        }
    }

    private static void WriteLesion(JsonWriter json, Lesion lesion)
    {
        json.WritePropertyName("lesion", escape: false);
        json.WriteStartObject();
        if (Begin(json, "origin", lesion.Origin))
        {
            WriteText(json, "value", lesion.Origin!.Value);
            End(json, lesion.Origin);
        }

        if (Begin(json, "compartment", lesion.Compartment))
        {
            WriteText(json, "value", lesion.Compartment!.Value);
            End(json, lesion.Compartment);
        }

        if (Begin(json, "cordCompression", lesion.CordCompression))
        {
            WriteText(json, "value", lesion.CordCompression!.Value);
            WriteText(json, "severity", lesion.CordCompression.Severity);
            End(json, lesion.CordCompression);
        }

        json.WriteEndObject();
    }

    private static void WritePresentingFeature(JsonWriter json, PresentingFeature feature)
    {
        json.WriteStartObject();
        WriteText(json, "term", feature.Term);
        WriteTexts(json, "modifiers", feature.Modifiers);
        End(json, feature);
    }

    private static void WriteAdjuvant(JsonWriter json, Adjuvant adjuvant)
    {
        json.WriteStartObject();
        WriteText(json, "kind", adjuvant.Kind);
        End(json, adjuvant);
    }

    /// <summary>Writes the key and opens the object, or writes <c>null</c> and returns <see langword="false"/>.</summary>
    private static bool Begin(JsonWriter json, string key, FieldValue? value)
    {
        json.WritePropertyName(key, escape: false);
        if (value is null)
        {
            json.WriteNull();
            return false;
        }

        json.WriteStartObject();
        return true;
    }

    /// <summary>Writes what every value ends with, and closes its object.</summary>
    private static void End(JsonWriter json, FieldValue value)
    {
        json.WritePropertyName("confidence", escape: false);
        json.WriteValue(value.Confidence);
        WriteList(json, "evidence", value.Evidence, WriteEvidence);
        json.WriteEndObject();
    }

    private static void WriteEvidence(JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WritePropertyName("start", escape: false);
        json.WriteValue(evidence.Start);
        json.WritePropertyName("end", escape: false);
        json.WriteValue(evidence.End);
        WriteText(json, "text", evidence.Text);
        WriteText(json, "section", evidence.Section);
        json.WriteEndObject();
    }

    private static void WriteList<T>(JsonWriter json, string key, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        json.WritePropertyName(key, escape: false);
        json.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            write(json, items[i]);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WritePropertyName(key, escape: false);
        json.WriteStartArray();
        for (var i = 0; i < texts.Count; i++)
        {
            WriteText(json, texts[i]);
        }

        json.WriteEndArray();
    }

    private static void WriteText(JsonWriter json, string key, string? text)
    {
        json.WritePropertyName(key, escape: false);
        WriteText(json, text);
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

    /// <summary>Writes a whole number without a fraction: <c>55</c>, not <c>55.0</c>.</summary>
    private static void WriteNumber(JsonWriter json, string key, double? number)
    {
        json.WritePropertyName(key, escape: false);
        if (number is { } value && double.IsInteger(value) && Math.Abs(value) < 1e15)
        {
            json.WriteValue((long)value);
        }
        else
        {
            json.WriteValue(number);
        }
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Surrogates) is >= 0 and var i)
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
