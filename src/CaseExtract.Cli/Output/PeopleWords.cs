using System.Globalization;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Output;

/// <summary>Says values of a case record in words for people.</summary>
internal static class PeopleWords
{
    public static string Age(Age age)
    {
        var number = age.Value.ToString("0.##", CultureInfo.InvariantCulture);
        return $"{(age.Approximate ? "about " : "")}{number} {age.Unit}{(number == "1" ? "" : "s")}";
    }

    public static string PrimaryTumour(PrimaryTumour tumour) => Parts(
        tumour.Site is { } site ? $"{site.Display} ({site.Code})" : null,
        tumour.Laterality,
        tumour.Histology is { } histology ? Morphology(histology.Code, histology.Behaviour, histology.Display) : null);

    public static string Histology(Histology histology) =>
        Parts(Morphology(histology.Code, histology.Behaviour, histology.Display), histology.Grade);

    /// <summary>A name and its code with the behaviour behind a stroke, as registries write it: <c>8890/3</c>.</summary>
    public static string Morphology(string? code, string? behaviour, string? display)
    {
        var written = (code, behaviour) switch
        {
            (null, null) => null,
            (null, _) => $"behaviour {behaviour}",
            (_, null) => code,
            _ => $"{code}/{behaviour}",
        };
        return display is null ? written ?? "" : written is null ? display : $"{display} ({written})";
    }

    public static string PriorSurgery(PriorSurgery surgery) => Parts(
        surgery.Term,
        surgery.MonthsBefore is { } months ? $"{months.ToString("0.##", CultureInfo.InvariantCulture)} months before" : null,
        surgery.Indication is { } indication ? $"for {indication}" : null,
        Levels(surgery.Levels));

    public static string Procedure(Procedure procedure) =>
        Parts(procedure.Term, procedure.Intent is { } intent ? $"for {intent}" : null, procedure.Approach, Levels(procedure.Levels));

    public static string ImagingSignal(ImagingSignal signal) => Parts(
        string.Join(' ', new[] { signal.Modality, signal.Sequence, signal.Kind, signal.Value }.OfType<string>()),
        signal.Pattern,
        signal.Agent is { } agent ? $"with {agent}" : null);

    public static string CordCompression(CordCompression compression) => Parts(compression.Value, compression.Severity);

    public static string PresentingFeature(PresentingFeature feature) => string.Join(' ', feature.Modifiers.Append(feature.Term));

    public static string AgeAtDiagnosis(AgeAtDiagnosis age) => $"{Number(age.Years)} years, {age.Basis}";

    public static string MetastasisTiming(MetastasisTiming timing) =>
        Parts(timing.Value, timing.MonthsAfterPrimary is { } months ? $"{Number(months)} months after the primary" : null, timing.Basis);

    public static string Recurrence(Recurrence recurrence) => Parts(recurrence.Value, recurrence.Site);

    public static string FollowUp(FollowUp followUp) => $"{Number(followUp.Months)} month{(followUp.Months == 1 ? "" : "s")}";

    public static string VitalStatus(VitalStatus status) =>
        Parts(status.Value, status.Cause switch { null => null, "disease" => "of disease", var cause => $"of {cause} cause" });

    public static string Scale(ScaleValue scale) => Parts($"{scale.Kind} {scale.Value}", scale.Time);

    /// <summary>The interval, and the points of each component that the report says something of.</summary>
    public static string Sins(Sins sins) => Parts(
        [Interval(sins.Lower, sins.Upper), sins.Stability, .. sins.Components.Where(component => component.Evidence.Count > 0)
            .Select(component => $"{component.Component} {Interval(component.Lower, component.Upper)}")]);

    private static string Interval(int lower, int upper) =>
        lower == upper ? lower.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{lower} to {upper}");

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Levels(IReadOnlyList<string> levels) => levels.Count == 0 ? null : $"at {string.Join(' ', levels)}";

    private static string Parts(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
