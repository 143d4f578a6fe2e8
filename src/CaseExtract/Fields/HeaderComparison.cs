using System.Globalization;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Fields;

/// <summary>Compares what a message says of its patient with what its text says. The text fills the record; where they disagree a person should look.</summary>
internal static class HeaderComparison
{
    /// <summary>A report tells of a presentation that may lie some time back.</summary>
    private const double YearsOfTolerance = 1.5;

    private const double DaysOfAYear = 365.25;

    public static IReadOnlyList<string> Warnings(PatientHeader header, Age? age, Sex? sex)
    {
        var warnings = new List<string>();
        if (header.Sex is { } declared && sex is { Value: var told } && declared != told)
        {
            warnings.Add($"the message says that the patient is {declared}, its text {told}");
        }

        if (header is { BirthDate: { } birth, ReportDate: { } reported } && age is { Approximate: false, Years: var years })
        {
            var atReport = (reported.DayNumber - birth.DayNumber) / DaysOfAYear;
            if (Math.Abs(atReport - years) > YearsOfTolerance)
            {
                warnings.Add(string.Create(
                    CultureInfo.InvariantCulture, $"by the message's date of birth the patient is {Math.Floor(atReport):0} years old at the report, by its text {years:0.##}"));
            }
        }

        return warnings;
    }
}
