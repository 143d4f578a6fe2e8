namespace CaseExtract.Fields;

/// <summary>What a level is told for; a later role counts before an earlier one.</summary>
internal enum LevelRole
{
    /// <summary>Something that is no part of the disease: a root, a field of irradiation, a landmark, a normal vertebra.</summary>
    None,

    /// <summary>An operation: where no other level is told, the lesion lies where it was operated on.</summary>
    Operation,

    /// <summary>A finding that goes with a lesion, such as a syrinx.</summary>
    Companion,

    /// <summary>A finding in a sentence that names no lesion: it counts where no level is told with the lesion.</summary>
    Aside,

    /// <summary>The lesion, told of the time before the present course.</summary>
    Earlier,

    /// <summary>The lesion.</summary>
    Lesion,
}
