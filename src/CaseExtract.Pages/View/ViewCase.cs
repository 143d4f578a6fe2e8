using System.Collections.ObjectModel;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Pages.View;

/// <summary>A record beside the report it was made from.</summary>
/// <param name="Record">The record.</param>
/// <param name="Source">What became of the report.</param>
/// <param name="Text">The report as it is read now; <see langword="null"/> where it is missing or cannot be read.</param>
public sealed record ViewCase(CaseRecord Record, SourceState Source, CodePointText? Text)
{
    /// <summary>By the key of a field, the rule that gave its value, in words. Fields whose rule is not known are left out.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How many of the record's quotations do not stand in the report where the record says.</summary>
    public int CountLostQuotations() => Text is null
        ? 0
        : RecordFields.Of(Record).SelectMany(field => field.Values).SelectMany(value => value.Field.Evidence).Count(quotation => Place(quotation) is null);

    /// <summary>Where a quotation stands in the text, in UTF-16 code units; <see langword="null"/> when the text says something else there.</summary>
    public TextSpan? Place(Evidence quotation) => Text is { } text && text.Says(quotation.Start, quotation.End, quotation.Text)
        ? new TextSpan(text.ToUtf16(quotation.Start), text.ToUtf16(quotation.End))
        : null;
}
