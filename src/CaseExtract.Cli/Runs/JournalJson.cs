using System.Text.Json.Serialization;

namespace CaseExtract.Cli.Runs;

/// <summary>Reads and writes what unfinished work leaves behind, by code made with the program.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, IncludeFields = true, PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate)]
[JsonSerializable(typeof(Checkpoint))]
[JsonSerializable(typeof(WatchLedger.Entry))]
internal sealed partial class JournalJson : JsonSerializerContext;
