using CaseExtract.Pages.Words;

namespace CaseExtract.Pages.View;

/// <summary>What the list and the filters need of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Summary">Who and what, on one line.</param>
/// <param name="Source">What became of the report.</param>
/// <param name="LostQuotations">Quotations that do not stand in it.</param>
/// <param name="HasWarnings">Whether the record warns of something.</param>
/// <param name="Lowest">By field, the confidence of its least certain value, in thousandths; -1 where it has none.</param>
internal sealed record CaseEntry(string Id, string Summary, SourceState Source, int LostQuotations, bool HasWarnings, int[] Lowest)
{
    public static CaseEntry Of(ViewCase viewCase)
    {
        var record = viewCase.Record;
        var who = string.Join(' ', new[] { record.Age is { } age ? PeopleWords.Age(age) : null, record.Sex?.Value }.OfType<string>());
        var what = record.Histology is { } histology ? PeopleWords.HistologyName(histology) : record.PrimaryTumour is { } tumour ? PeopleWords.PrimaryTumourName(tumour) : "";
        return new CaseEntry(
            record.CaseId,
            string.Join(" · ", new[] { who, what }.Where(part => part.Length > 0)),
            viewCase.Source,
            viewCase.CountLostQuotations(),
            record.Warnings.Count > 0,
            [.. RecordFields.Of(record).Select(field => field.Values.Count == 0 ? -1 : (int)Math.Floor((field.Values.Min(value => value.Field.Confidence) * 1000) + 1e-6))]);
    }
}
