using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>
/// Points of the components of the score that are told in words (Fisher et al. 2010). What is said narrows the range of points; what is not said leaves it
/// open, since a report is silent about much that was there.
/// </summary>
internal static class SinsComponents
{
    public const int GreatestPain = 3, GreatestBone = 2, GreatestAlignment = 4, GreatestCollapse = 3, GreatestPosterolateral = 3;

    /// <summary>Mechanical pain 3, other pain 1, none 0. A pain that no one characterizes is one of the first two.</summary>
    public static PointRange Pain(StabilityWords words)
    {
        if (words.First(MentionKind.Stability, "mechanical", words.IsPain) is { } mechanical)
        {
            return PointRange.Settled(3, mechanical);
        }

        if (words.First(MentionKind.Stability, "not-mechanical") is { } other)
        {
            return PointRange.Settled(1, other);
        }

        if (words.First(MentionKind.Stability, "pain") is { } pain)
        {
            return new PointRange(1, GreatestPain, [pain]);
        }

        return (words.FirstDenied("pain") ?? words.First(MentionKind.Stability, "painless", words.IsSpinal)) is { } none ? PointRange.Settled(0, none) : PointRange.Open(GreatestPain);
    }

    /// <summary>Lytic 2, mixed 1, blastic 0; lytic in one sentence and sclerotic in another may be mixed, or two lesions.</summary>
    public static PointRange Bone(StabilityWords words)
    {
        if (words.First(MentionKind.Density, "mixed", word => words.IsBoneMixture(word) && words.IsSpinal(word)) is { } mixed)
        {
            return PointRange.Settled(1, mixed);
        }

        return (words.First(MentionKind.Density, "lytic", words.IsSpinal), words.First(MentionKind.Density, "sclerotic", words.IsSpinal)) switch
        {
            (null, null) => PointRange.Open(GreatestBone),
            ({ } lytic, null) => PointRange.Settled(2, lytic),
            (null, { } sclerotic) => PointRange.Settled(0, sclerotic),
            ({ } lytic, { } sclerotic) => new PointRange(0, GreatestBone, [lytic, sclerotic]),
        };
    }

    /// <summary>Subluxation or translation 4, a new kyphosis or scoliosis 2, normal alignment 0. A kyphosis does not exclude that the vertebra slipped.</summary>
    public static PointRange Alignment(StabilityWords words)
    {
        if (words.First(MentionKind.Stability, "subluxation", words.IsSpinal) is { } slipped)
        {
            return PointRange.Settled(GreatestAlignment, slipped);
        }

        if (words.First(MentionKind.Stability, "deformity", words.IsNew) is { } bent)
        {
            return new PointRange(2, GreatestAlignment, [bent]);
        }

        return words.First(MentionKind.Stability, "aligned") is { } aligned ? PointRange.Settled(0, aligned) : PointRange.Open(GreatestAlignment);
    }

    /// <summary>Collapse of more than half 3, of less 2; without collapse 1 where more than half of the body is involved, else 0.</summary>
    public static PointRange Collapse(StabilityWords words)
    {
        if (words.First(MentionKind.Stability, "whole-collapse", words.IsSpinal) is { } whole)
        {
            return PointRange.Settled(3, whole);
        }

        PlacedMention? unmeasured = null;
        foreach (var collapse in words.Of(MentionKind.Stability, "collapse"))
        {
            if (!words.IsSpinal(collapse))
            {
                continue;
            }

            switch (words.PercentBeside(collapse))
            {
                case > 50:
                    return PointRange.Settled(3, collapse);
                case < 50:
                    return PointRange.Settled(2, collapse);
                default:
                    unmeasured ??= collapse;
                    break;
            }
        }

        if (unmeasured is { } some)
        {
            return new PointRange(2, GreatestCollapse, [some]);
        }

        return (words.First(MentionKind.Stability, "height-kept", words.IsSpinal) ?? words.FirstDenied("collapse", words.IsSpinal)) is { } kept
            ? new PointRange(0, 1, [kept])
            : PointRange.Open(GreatestCollapse);
    }

    /// <summary>Facets, pedicles or costovertebral joints of both sides 3, of one side 1, of none 0. One side named is one side.</summary>
    public static PointRange Posterolateral(StabilityWords words)
    {
        List<PlacedMention> involved = [];
        bool left = false, right = false, both = false;
        foreach (var part in words.Of(MentionKind.Stability, "posterolateral"))
        {
            if (words.IsSpared(part))
            {
                return PointRange.Settled(0, part);
            }

            if (!words.IsInvolved(part))
            {
                continue;
            }

            involved.Add(part);
            var side = words.SideOf(part);
            left |= side == "left";
            right |= side == "right";
            both |= side == "bilateral";
        }

        if (involved.Count > 0)
        {
            PlacedMention[] parts = [.. involved];
            return both || (left && right) ? PointRange.Settled(3, parts) : left || right ? PointRange.Settled(1, parts) : new PointRange(1, GreatestPosterolateral, parts);
        }

        return (words.FirstDenied("posterolateral") ?? words.FirstDenied("posterior") ?? words.First(MentionKind.Stability, "posterior", words.IsSpared)) is { } spared
            ? PointRange.Settled(0, spared)
            : PointRange.Open(GreatestPosterolateral);
    }
}
