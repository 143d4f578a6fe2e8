using System.Globalization;
using CaseExtract.Schema;

namespace CaseExtract.Pages.Words;

/// <summary>Says values of a case record in words for people.</summary>
public static class PeopleWords
{
    /// <summary>The age as told, such as <c>about 9 months</c>.</summary>
    public static string Age(Age age)
    {
        var number = age.Value.ToString("0.##", CultureInfo.InvariantCulture);
        return $"{(age.Approximate ? "about " : "")}{number} {age.Unit}{(number == "1" ? "" : "s")}";
    }

    /// <summary>Site and histology with their codes.</summary>
    public static string PrimaryTumour(PrimaryTumour tumour) => Parts(
        tumour.Site is { } site ? $"{site.Display} ({site.Code})" : null,
        tumour.Laterality,
        tumour.Histology is { } histology ? Morphology(histology.Code, histology.Behaviour, histology.Display) : null);

    /// <summary>Site and histology by their names alone.</summary>
    public static string PrimaryTumourName(PrimaryTumour tumour) => Parts(tumour.Site?.Display, tumour.Laterality, tumour.Histology?.Display);

    /// <summary>The codes of site and histology; <see langword="null"/> where there is neither.</summary>
    public static string? PrimaryTumourCode(PrimaryTumour tumour) =>
        Written(tumour.Site?.Code, tumour.Histology is { } histology ? MorphologyCode(histology.Code, histology.Behaviour) : null);

    /// <summary>Name, code and grade.</summary>
    public static string Histology(Histology histology) =>
        Parts(Morphology(histology.Code, histology.Behaviour, histology.Display), histology.Grade);

    /// <summary>Name and grade.</summary>
    public static string HistologyName(Histology histology) => Parts(histology.Display ?? histology.Text, histology.Grade);

    /// <summary>A name and its code with the behaviour behind a stroke, as registries write it: <c>8890/3</c>.</summary>
    public static string Morphology(string? code, string? behaviour, string? display)
    {
        var written = MorphologyCode(code, behaviour);
        return display is null ? written ?? "" : written is null ? display : $"{display} ({written})";
    }

    /// <summary>A morphology as registries write it, such as <c>8890/3</c>; <see langword="null"/> where neither part is known.</summary>
    public static string? MorphologyCode(string? code, string? behaviour) => (code, behaviour) switch
    {
        (null, null) => null,
        (null, _) => $"behaviour {behaviour}",
        (_, null) => code,
        _ => $"{code}/{behaviour}",
    };

    /// <summary>The operation, when, what for and where.</summary>
    public static string PriorSurgery(PriorSurgery surgery) => Parts(
        surgery.Term,
        surgery.MonthsBefore is { } months ? $"{months.ToString("0.##", CultureInfo.InvariantCulture)} months before" : null,
        surgery.Indication is { } indication ? $"for {indication}" : null,
        Levels(surgery.Levels));

    /// <summary>The operation, what for, how and where.</summary>
    public static string Procedure(Procedure procedure) =>
        Parts(procedure.Term, procedure.Intent is { } intent ? $"for {intent}" : null, procedure.Approach, Levels(procedure.Levels));

    /// <summary>Modality, sequence, kind and value, such as <c>MRI T2 signal hyper</c>.</summary>
    public static string ImagingSignal(ImagingSignal signal) => Parts(
        string.Join(' ', new[] { signal.Modality, signal.Sequence, signal.Kind, signal.Value }.OfType<string>()),
        signal.Pattern,
        signal.Agent is { } agent ? $"with {agent}" : null);

    /// <summary>Whether the cord is compressed, and how much.</summary>
    public static string CordCompression(CordCompression compression) => Parts(compression.Value, compression.Severity);

    /// <summary>The symptom behind what qualifies it.</summary>
    public static string PresentingFeature(PresentingFeature feature) => string.Join(' ', feature.Modifiers.Append(feature.Term));

    /// <summary>The age in years, and what it rests on.</summary>
    public static string AgeAtDiagnosis(AgeAtDiagnosis age) => $"{Number(age.Years)} years, {age.Basis}";

    /// <summary>With or after the primary, how long after, and what that rests on.</summary>
    public static string MetastasisTiming(MetastasisTiming timing) =>
        Parts(timing.Value, timing.MonthsAfterPrimary is { } months ? $"{Number(months)} months after the primary" : null, timing.Basis);

    /// <summary>Whether the disease came back, and where.</summary>
    public static string Recurrence(Recurrence recurrence) => Parts(recurrence.Value, recurrence.Site);

    /// <summary>The time in months.</summary>
    public static string FollowUp(FollowUp followUp) => $"{Number(followUp.Months)} month{(followUp.Months == 1 ? "" : "s")}";

    /// <summary>Alive or dead, and of what.</summary>
    public static string VitalStatus(VitalStatus status) =>
        Parts(status.Value, status.Cause switch { null => null, "disease" => "of disease", var cause => $"of {cause} cause" });

    /// <summary>The scale, its value, and when it was taken.</summary>
    public static string Scale(ScaleValue scale) => Parts($"{scale.Kind} {scale.Value}", scale.Time);

    /// <summary>The interval, and the points of each component that the report says something of.</summary>
    public static string Sins(Sins sins) => Parts(
        [Interval(sins.Lower, sins.Upper), sins.Stability, .. sins.Components.Where(component => component.Evidence.Count > 0)
            .Select(component => $"{component.Component} {Interval(component.Lower, component.Upper)}")]);

    private static string Interval(int lower, int upper) =>
        lower == upper ? lower.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{lower} to {upper}");

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Written(params IEnumerable<string?> codes) => string.Join(" · ", codes.Where(code => code is not null)) is { Length: > 0 } written ? written : null;

    private static string? Levels(IReadOnlyList<string> levels) => levels.Count == 0 ? null : $"at {string.Join(' ', levels)}";

    private static string Parts(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
