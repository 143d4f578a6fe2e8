using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// What became of neurological deficits after treatment: two values of one scale tell it best; else words of change beside a neurological subject
/// ("the weakness improved"), the last of them.
/// </summary>
internal static class NeurologyReader
{
    /// <summary>How far the subject may stand from the word of change, in tokens.</summary>
    private const int Reach = 9;

    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient;

    private static readonly string[] ByScale = ["frankel", "asia", "mjoa", "mccormick", "nurick"];

    private static readonly HashSet<string> Deficits = new(StringComparer.Ordinal)
    {
        "weakness", "arm weakness", "paralysis", "paraparesis", "paraplegia", "monoparesis", "monoplegia", "hemiparesis", "hemiplegia", "tetraparesis", "tetraplegia", "foot drop", "leg heaviness",
        "spasticity", "pyramidal syndrome", "muscle stiffness", "ataxia", "cerebellar syndrome", "imbalance", "clumsiness", "gait disturbance", "inability to walk", "numbness", "paresthesia", "hyperesthesia",
        "sensory disturbance", "sensory level", "saddle anesthesia", "radiculopathy", "myelopathy", "spinal cord compression", "neurological deficit", "facial palsy", "facial numbness", "cranial nerve palsy",
        "bladder dysfunction", "bowel dysfunction", "bladder and bowel dysfunction", "sphincter dysfunction", "anal hypotonia", "urinary retention", "voiding difficulty", "urinary incontinence", "incontinence",
    };

    public static NeurologicalChange? Read(ClinicalCourse course, Aftermath aftermath, IReadOnlyList<ScaleValue> scales, EvidenceFactory evidence) =>
        FromScales(scales) ?? FromWords(course, aftermath, evidence);

    private static NeurologicalChange? FromScales(IReadOnlyList<ScaleValue> scales)
    {
        if (scales.Count < 2)
        {
            return null;
        }

        foreach (var kind in ByScale)
        {
            var before = scales.LastOrDefault(scale => scale.Kind == kind && scale.Time == "preoperative");
            var after = scales.LastOrDefault(scale => scale.Kind == kind && scale.Time == "follow-up") ?? scales.LastOrDefault(scale => scale.Kind == kind && scale.Time == "postoperative");
            if (before is null || after is null)
            {
                continue;
            }

            // more is better on Frankel, ASIA and mJOA, worse on McCormick and Nurick
            var difference = Rank(after.Value) - Rank(before.Value);
            difference = kind is "mccormick" or "nurick" ? -difference : difference;
            return new NeurologicalChange
            {
                Value = difference > 0 ? "improved" : difference < 0 ? "worse" : "unchanged",
                Basis = "derived",
                Confidence = 0.95,
                Evidence = EvidenceFactory.Join(before.Evidence, after.Evidence),
            };
        }

        return null;
    }

    private static int Rank(string value) => value is [>= 'A' and <= 'E' and var letter] ? letter - 'A' : int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static NeurologicalChange? FromWords(ClinicalCourse course, Aftermath aftermath, EvidenceFactory evidence)
    {
        PlacedMention? last = null, subject = null;
        var value = "";
        foreach (ref readonly var mention in course.Of(MentionKind.Outcome))
        {
            if (mention.Is(NoFact) || ChangeOf(mention) is not { } change || !aftermath.Holds(mention))
            {
                continue;
            }

            var isWhole = mention.Value.StartsWith("neuro-", StringComparison.Ordinal);
            var beside = isWhole ? null : SubjectOf(course, mention);
            if (isWhole || beside is not null)
            {
                (last, subject, value) = (mention, beside, change);
            }
        }

        return last is { } words
            ? new NeurologicalChange { Value = value, Basis = "stated", Confidence = 0.85, Evidence = subject is { } named ? evidence.Of(named, words) : evidence.Of(words) }
            : null;
    }

    private static string? ChangeOf(PlacedMention mention) => (mention.Value, mention.Is(Assertion.Negated)) switch
    {
        ("better" or "neuro-better", false) => "improved",
        ("better" or "neuro-better", true) => "unchanged",
        ("same" or "neuro-same", false) => "unchanged",
        ("worse" or "neuro-worse", false) => "worse",
        _ => null,
    };

    /// <summary>The neurological subject of a change: no comma or semicolon stands between, and no other subject is nearer.</summary>
    private static PlacedMention? SubjectOf(ClinicalCourse course, PlacedMention change)
    {
        PlacedMention? nearest = null;
        var least = Reach + 1;
        var isNeurological = false;
        foreach (ref readonly var mention in course.MentionsNear(change.Sentence, change.FirstToken - Reach, change.EndToken + Reach))
        {
            if (mention.Kind is not (MentionKind.Outcome or MentionKind.Presentation))
            {
                continue;
            }

            var isSubject = mention is { Kind: MentionKind.Outcome, Value: "neuro" } || mention is { Kind: MentionKind.Presentation, Concept: PresentationConcept { IsModifier: false } };
            var distance = mention.EndToken <= change.FirstToken ? change.FirstToken - mention.EndToken : mention.FirstToken - change.EndToken;
            if (!isSubject || distance < 0 || distance >= least || HasMark(course, mention, change))
            {
                continue;
            }

            (nearest, least) = (mention, distance);
            isNeurological = mention.Kind == MentionKind.Outcome || Deficits.Contains(((PresentationConcept)mention.Concept).Term);
        }

        return isNeurological ? nearest : null;
    }

    private static bool HasMark(ClinicalCourse course, PlacedMention left, PlacedMention right)
    {
        var (from, to) = left.EndToken <= right.FirstToken ? (left.EndToken, right.FirstToken) : (right.EndToken, left.FirstToken);
        for (var index = from; index < to; index++)
        {
            if (course.Document.TokenArray[index].Kind == TokenKind.Punctuation && course.Document.TextOf(index) is "," or ";" or ":")
            {
                return true;
            }
        }

        return false;
    }
}
