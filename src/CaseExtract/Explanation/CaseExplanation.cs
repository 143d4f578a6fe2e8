using CaseExtract.Schema;

namespace CaseExtract.Explanation;

/// <summary>Why a case record says what it says. Names of rules and reasons are stable and in kebab case; a program that shows them finds its own words.</summary>
public sealed record CaseExplanation
{
    /// <summary>The record that is explained.</summary>
    public required CaseRecord Record { get; init; }

    /// <summary>How the patients of the narrative were told apart: <c>one</c>, <c>numbered</c> ("Case 2") or <c>introduced</c> (each with an age of their own).</summary>
    public required string Patients { get; init; }

    /// <summary>The points where the present course may start, in text order; it starts with the narrative where none was chosen.</summary>
    public required IReadOnlyList<StoryStart> Starts { get; init; }

    /// <summary>The story as stretches that belong to one episode, in text order.</summary>
    public required IReadOnlyList<StoryStretch> Stretches { get; init; }

    /// <summary>What the report may be told for, the best supported first.</summary>
    public required IReadOnlyList<LesionChoice> Lesions { get; init; }

    /// <summary>Every field, in the order of the record.</summary>
    public required IReadOnlyList<FieldExplanation> Fields { get; init; }
}

/// <summary>Something that was weighed.</summary>
/// <param name="Name">What it is, such as <c>beside-pathology</c>.</param>
/// <param name="Worth">What it adds; negative when it speaks against.</param>
public sealed record Reason(string Name, double Worth);

/// <summary>A point where the story may start anew.</summary>
/// <param name="Place">The words from which the present course would start, to the end of their sentence.</param>
/// <param name="IsChosen">Whether the present course starts here.</param>
/// <param name="Reasons">What was weighed; empty for a point that was ruled out before.</param>
/// <param name="Threshold">What the sum of the reasons must reach.</param>
public sealed record StoryStart(Evidence Place, bool IsChosen, IReadOnlyList<Reason> Reasons, double Threshold)
{
    /// <summary>The sum of the reasons.</summary>
    public double Score => Reasons.Sum(reason => reason.Worth);
}

/// <summary>A stretch of the story in one episode.</summary>
/// <param name="Episode"><c>general</c>, <c>earlier</c>, <c>present</c> or <c>follow-up</c>.</param>
/// <param name="Reason">Why it belongs there, such as <c>dated</c> or <c>called-history</c>.</param>
/// <param name="MonthsBefore">Months before the presentation, where the story tells; negative after it.</param>
/// <param name="Place">From the first thing named in it to the last.</param>
public sealed record StoryStretch(string Episode, string Reason, double? MonthsBefore, Evidence Place);

/// <summary>A tumour or lesion that the report may be told for.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Morphology">ICD-O-3 morphology; <see langword="null"/> for words that name none.</param>
/// <param name="IsTumour"><see langword="false"/> for a lesion that is none, such as an abscess.</param>
/// <param name="Mentions">How often it is named.</param>
/// <param name="IsChosen">Whether the record is about it.</param>
/// <param name="Score">What it is worth with its repetitions and what bears it out.</param>
/// <param name="Place">Its best supported mention.</param>
/// <param name="Reasons">What was weighed at that mention.</param>
public sealed record LesionChoice(string Name, string? Morphology, bool IsTumour, int Mentions, bool IsChosen, double Score, Evidence Place, IReadOnlyList<Reason> Reasons);

/// <summary>Why a field has its value, or none.</summary>
/// <param name="Field">Its key in the record, such as <c>age</c> or <c>lesion.origin</c>.</param>
/// <param name="HasValue">Whether the record holds one.</param>
/// <param name="Rule">The rule that decided, such as <c>noun-beside-age</c>.</param>
/// <param name="Reasons">What was weighed for the value, where it was weighed.</param>
/// <param name="SetAside">What could have been a value and is none, in text order.</param>
public sealed record FieldExplanation(string Field, bool HasValue, string Rule, IReadOnlyList<Reason> Reasons, IReadOnlyList<SetAside> SetAside);

/// <summary>Words that could have given a value and did not.</summary>
/// <param name="Place">The words.</param>
/// <param name="Reason">Why not, such as <c>negated</c>, <c>earlier</c> or <c>not-chosen</c>.</param>
/// <param name="MonthsBefore">For what is earlier: months before the presentation, where the story tells.</param>
public sealed record SetAside(Evidence Place, string Reason, double? MonthsBefore);
