using System.Text.Json.Serialization;

namespace CaseExtract.Registry.Store;

/// <summary>Writes lists of texts as JSON, by code made with the program.</summary>
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
internal sealed partial class TextListJson : JsonSerializerContext;
