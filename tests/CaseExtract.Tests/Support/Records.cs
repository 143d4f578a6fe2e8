using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CaseExtract.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Tests;

/// <summary>Case records as tests look at them.</summary>
internal static class Records
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static JObject ToJson(CaseRecord record) => JObject.Parse(CaseRecordWriter.ToJson(record));

    public static string ToText(IEnumerable<CaseRecord> records) => string.Join('\n', records.Select(CaseRecordWriter.ToJson));

    /// <summary>The values of records without their places in the text, line ends alike.</summary>
    public static string ValuesOf(IEnumerable<CaseRecord> records)
    {
        var array = new JArray(records.Select(ToJson));
        foreach (var property in array.Descendants().OfType<JProperty>().Where(property => property.Name is "evidence" or "document").ToList())
        {
            property.Remove();
        }

        return array.ToString(Formatting.None).Replace("\\r\\n", "\\n", StringComparison.Ordinal);
    }

    /// <summary>Every field of a record that has a value, wherever it stands, with its name.</summary>
    public static IEnumerable<(string Name, FieldValue Field)> FieldsOf(object record)
    {
        foreach (var property in Properties.GetOrAdd(record.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            switch (property.GetValue(record))
            {
                case FieldValue field:
                    yield return (property.Name, field);
                    break;
                case IEnumerable list and not string:
                    foreach (var field in list.OfType<FieldValue>())
                    {
                        yield return (property.Name, field);
                    }

                    break;
                case (Lesion or Outcome) and var group:
                    foreach (var field in FieldsOf(group))
                    {
                        yield return field;
                    }

                    break;
            }
        }
    }
}
