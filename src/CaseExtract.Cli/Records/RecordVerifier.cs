using System.Globalization;
using CaseExtract.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CaseExtract.Cli.Records;

/// <summary>Something wrong with a record.</summary>
/// <param name="Line">Line of the file of records.</param>
/// <param name="CaseId">The record's id; empty when it has none.</param>
/// <param name="Place">Path of the faulty value inside the record, such as <c>age.evidence[0]</c>; empty for the record itself.</param>
/// <param name="Reason">What is wrong; never quotes record or source.</param>
internal sealed record RecordFault(int Line, string CaseId, string Place, string Reason);

/// <summary>Checks records against the schema, and every quotation against the text it was taken from.</summary>
internal sealed class RecordVerifier(RecordSources sources)
{
    private readonly JsonSchema _schema = CaseRecordSchema.Read();
    private readonly HashSet<string> _caseIds = new(StringComparer.Ordinal);

    /// <summary>Quotations compared with their source so far.</summary>
    public int Quotations { get; private set; }

    /// <summary>What is wrong with one record.</summary>
    public IEnumerable<RecordFault> Verify(int line, JObject record)
    {
        var caseId = record["caseId"] is JValue { Value: string id } ? id : "";
        foreach (var error in _schema.Validate(record).SelectMany(Leaves))
        {
            yield return new RecordFault(line, caseId, Place(error), Reason(error.Kind));
        }

        if (caseId.Length > 0 && !_caseIds.Add(caseId))
        {
            yield return new RecordFault(line, caseId, "caseId", "another record before this one has the same id");
        }

        var source = sources.Find(record);
        if (source.Narrative is not { } narrative)
        {
            yield return new RecordFault(line, caseId, "document", source.Error?.ToString() ?? "its source was not found");
            yield break;
        }

        var text = source.Text;

        if (record["document"]!["sha256"] is JValue { Value: string hash } && hash != narrative.Sha256)
        {
            yield return new RecordFault(line, caseId, "document.sha256", $"the source {source.Path} has other bytes than the record was made from");
        }

        if (record["document"]!["length"] is JValue { Value: long length } && length != text.Length)
        {
            yield return new RecordFault(line, caseId, "document.length", string.Create(
                CultureInfo.InvariantCulture, $"is {length}, but the source has {text.Length} code points"));
        }

        foreach (var quotation in Quotes(record))
        {
            Quotations++;
            if (FaultOf(quotation, text) is { } fault)
            {
                yield return new RecordFault(line, caseId, quotation.Path, fault);
            }
        }
    }

    /// <summary>All quotations of a record, wherever they stand in it: also in fields that this version does not know.</summary>
    private static IEnumerable<JObject> Quotes(JObject record) => record.Descendants()
        .OfType<JProperty>()
        .Where(property => property is { Name: "evidence", Value: JArray })
        .SelectMany(property => property.Value.OfType<JObject>());

    private static string? FaultOf(JObject quotation, CodePointText text)
    {
        if (quotation["start"] is not JValue { Value: long start }
            || quotation["end"] is not JValue { Value: long end }
            || quotation["text"] is not JValue { Value: string words })
        {
            return "start, end or text is missing or of the wrong type";
        }

        if (start < 0 || start >= end || end > text.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{start} to {end} is no stretch of the source, which has {text.Length} code points");
        }

        return text.Says((int)start, (int)end, words)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"the quotation is not what the source says from {start} to {end}");
    }

    /// <summary>The faults that a person can act on: inside a list its items', for a value that may be null those of the value.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error)
    {
        if (error is not ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf or ValidationErrorKind.ArrayItemNotValid } outer)
        {
            return [error];
        }

        var leaves = outer.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves)
            .Where(leaf => leaf.Kind != ValidationErrorKind.NullExpected).ToList();
        return leaves.Count == 0 ? [error] : leaves;
    }

    private static string Place(ValidationError error) => (error.Path ?? "").TrimStart('#', '/').Replace("/", "", StringComparison.Ordinal);

    private static string Reason(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "the key is missing",
        ValidationErrorKind.NotInEnumeration => "is none of the words of the vocabulary",
        ValidationErrorKind.NotAnyOf => "its value is none of those that its kind allows",
        ValidationErrorKind.PatternMismatch => "has not the form it must have",
        ValidationErrorKind.TooFewItems => "is empty",
        ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig => "is out of range",
        ValidationErrorKind.StringExpected => "is not a string",
        ValidationErrorKind.NumberExpected => "is not a number",
        ValidationErrorKind.IntegerExpected => "is not a whole number",
        ValidationErrorKind.BooleanExpected => "is not true or false",
        ValidationErrorKind.ObjectExpected => "is not an object",
        ValidationErrorKind.ArrayExpected => "is not a list",
        ValidationErrorKind.NotOneOf or ValidationErrorKind.NoTypeValidates => "is of the wrong type",
        _ => $"breaks the schema ({kind})",
    };
}
