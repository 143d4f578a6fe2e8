using System.Reflection;
using System.Runtime.CompilerServices;
using NJsonSchema;

namespace CaseExtract.Cli.Records;

/// <summary>The JSON Schema of the case record: <c>docs/case-record.schema.json</c>, which a test holds against the C# types.</summary>
internal static class CaseRecordSchema
{
    /// <summary>The schema as it is published.</summary>
    public static string Text()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("case-record.schema.json")!);
        return reader.ReadToEnd();
    }

    /// <summary>The schema, to check records against.</summary>
    /// <exception cref="WrongUseException">This is a native program, in which NJsonSchema cannot work.</exception>
    public static JsonSchema Read() => RuntimeFeature.IsDynamicCodeSupported
        ? JsonSchema.FromJsonAsync(Text()).GetAwaiter().GetResult()
        : throw new WrongUseException("verify needs the .NET runtime, which a native program does without; run the one that is published without PublishAot");
}
