namespace CaseExtract.Pages.View;

/// <summary>What became of the report that a record was made from.</summary>
public enum SourceState
{
    /// <summary>It is there, byte for byte.</summary>
    Sound,

    /// <summary>It is there with other bytes: the record tells of an earlier version.</summary>
    Changed,

    /// <summary>It was not found.</summary>
    Missing,

    /// <summary>It was found and cannot be read.</summary>
    Unreadable,
}
