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
        var mechanical = words.Of(MentionKind.Stability, "mechanical").Where(words.IsPain).Take(1).ToList();
        if (mechanical.Count > 0)
        {
            return PointRange.Settled(3, mechanical);
        }

        var other = words.Of(MentionKind.Stability, "not-mechanical").Take(1).ToList();
        if (other.Count > 0)
        {
            return PointRange.Settled(1, other);
        }

        var pain = words.Of(MentionKind.Stability, "pain").Take(1).ToList();
        if (pain.Count > 0)
        {
            return new PointRange(1, GreatestPain, pain);
        }

        var none = words.Denied("pain").Concat(words.Of(MentionKind.Stability, "painless").Where(words.IsSpinal)).Take(1).ToList();
        return none.Count > 0 ? PointRange.Settled(0, none) : PointRange.Open(GreatestPain);
    }

    /// <summary>Lytic 2, mixed 1, blastic 0; lytic in one sentence and sclerotic in another may be mixed, or two lesions.</summary>
    public static PointRange Bone(StabilityWords words)
    {
        var mixed = words.Of(MentionKind.Density, "mixed").Where(words.IsBoneMixture).Where(words.IsSpinal).Take(1).ToList();
        if (mixed.Count > 0)
        {
            return PointRange.Settled(1, mixed);
        }

        var lytic = words.Of(MentionKind.Density, "lytic").Where(words.IsSpinal).Take(1).ToList();
        var sclerotic = words.Of(MentionKind.Density, "sclerotic").Where(words.IsSpinal).Take(1).ToList();
        return (lytic.Count, sclerotic.Count) switch
        {
            (0, 0) => PointRange.Open(GreatestBone),
            (_, 0) => PointRange.Settled(2, lytic),
            (0, _) => PointRange.Settled(0, sclerotic),
            _ => new PointRange(0, GreatestBone, [lytic[0], sclerotic[0]]),
        };
    }

    /// <summary>Subluxation or translation 4, a new kyphosis or scoliosis 2, normal alignment 0. A kyphosis does not exclude that the vertebra slipped.</summary>
    public static PointRange Alignment(StabilityWords words)
    {
        var slipped = words.Of(MentionKind.Stability, "subluxation").Where(words.IsSpinal).Take(1).ToList();
        if (slipped.Count > 0)
        {
            return PointRange.Settled(GreatestAlignment, slipped);
        }

        var bent = words.Of(MentionKind.Stability, "deformity").Where(words.IsNew).Take(1).ToList();
        if (bent.Count > 0)
        {
            return new PointRange(2, GreatestAlignment, bent);
        }

        var aligned = words.Of(MentionKind.Stability, "aligned").Take(1).ToList();
        return aligned.Count > 0 ? PointRange.Settled(0, aligned) : PointRange.Open(GreatestAlignment);
    }

    /// <summary>Collapse of more than half 3, of less 2; without collapse 1 where more than half of the body is involved, else 0.</summary>
    public static PointRange Collapse(StabilityWords words)
    {
        var whole = words.Of(MentionKind.Stability, "whole-collapse").Where(words.IsSpinal).Take(1).ToList();
        if (whole.Count > 0)
        {
            return PointRange.Settled(3, whole);
        }

        PlacedMention? unmeasured = null;
        foreach (var collapse in words.Of(MentionKind.Stability, "collapse").Where(words.IsSpinal))
        {
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

        var kept = words.Of(MentionKind.Stability, "height-kept").Concat(words.Denied("collapse")).Where(words.IsSpinal).Take(1).ToList();
        return kept.Count > 0 ? new PointRange(0, 1, kept) : PointRange.Open(GreatestCollapse);
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
            return both || (left && right) ? PointRange.Settled(3, involved) : left || right ? PointRange.Settled(1, involved) : new PointRange(1, GreatestPosterolateral, involved);
        }

        var spared = words.Denied("posterolateral").Concat(words.Denied("posterior")).Concat(words.Of(MentionKind.Stability, "posterior").Where(words.IsSpared)).Take(1).ToList();
        return spared.Count > 0 ? PointRange.Settled(0, spared) : PointRange.Open(GreatestPosterolateral);
    }
}
