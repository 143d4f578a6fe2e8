using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseExtract.Cli.Records;

/// <summary>Reads JSON of any shape, by code made with the program.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ElementJson : JsonSerializerContext;
