namespace CaseExtract.Schema;

/// <summary>The index lesion: the tumour that the report is about.</summary>
public sealed record Lesion
{
    /// <summary>Whether it is a metastasis or arose where it is.</summary>
    public LesionOrigin? Origin { get; init; }

    /// <summary>Its place relative to the dura and the cord.</summary>
    public Compartment? Compartment { get; init; }

    /// <summary>Compression of cord, cauda equina or thecal sac.</summary>
    public CordCompression? CordCompression { get; init; }
}

/// <summary>Whether the index lesion is a metastasis or arose where it is.</summary>
public sealed record LesionOrigin : FieldValue
{
    /// <summary><c>metastatic</c> or <c>primary</c>.</summary>
    [Vocabulary("metastatic", "primary")]
    public required string Value { get; init; }
}

/// <summary>The index lesion's place relative to the dura and the cord.</summary>
public sealed record Compartment : FieldValue
{
    /// <summary><c>extradural</c>, <c>intradural-extramedullary</c> or <c>intramedullary</c>.</summary>
    [Vocabulary("extradural", "intradural-extramedullary", "intramedullary")]
    public required string Value { get; init; }
}

/// <summary>Compression of cord, cauda equina or thecal sac.</summary>
public sealed record CordCompression : FieldValue
{
    /// <summary><c>present</c> or <c>absent</c>.</summary>
    [Vocabulary("present", "absent")]
    public required string Value { get; init; }

    /// <summary><c>mild</c>, <c>moderate</c>, <c>severe</c> or <see langword="null"/>.</summary>
    [Vocabulary("mild", "moderate", "severe")]
    public string? Severity { get; init; }
}
