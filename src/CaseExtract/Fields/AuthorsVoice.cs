using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Tells the authors' "we present a case of" from how a patient presents.</summary>
internal static class AuthorsVoice
{
    /// <summary>Whether the authors are the subject of a verb.</summary>
    public static bool Tells(ClinicalCourse course, PlacedMention plot) =>
        plot.FirstToken > 0 && course.Document.TextOf(plot.FirstToken - 1) is "We" or "we" or "to" or "herein" or "here" or "Here";
}
