namespace CaseExtract.Annotation.Matching;

/// <summary>
/// Kinds of mentions, a bit for each. A sentence that holds none of the kinds that somebody wants is passed over without a look at its mentions,
/// and most sentences are.
/// </summary>
internal readonly record struct MentionKinds(ulong Bits)
{
    public static MentionKinds Of(MentionKind kind) => new(1UL << (int)kind);

    public bool Has(MentionKind kind) => (Bits & (1UL << (int)kind)) != 0;

    public bool HasAny(MentionKinds kinds) => (Bits & kinds.Bits) != 0;

    public static MentionKinds operator |(MentionKinds left, MentionKinds right) => new(left.Bits | right.Bits);

    public static MentionKinds operator |(MentionKinds left, MentionKind right) => left | Of(right);
}
