namespace CaseExtract.Registry.Loading;

/// <summary>A code with its name.</summary>
internal record struct ParsedCode
{
    public string? Code { get; set; }

    public string? Display { get; set; }
}

/// <summary>One value object of a record as it stands in JSON; what its field has no key for is <see langword="null"/>. Thirty a record: no object is made.</summary>
internal record struct ParsedValue
{
    public string? Value { get; set; }

    public string? Term { get; set; }

    public string? Level { get; set; }

    public string? Kind { get; set; }

    public string? Code { get; set; }

    public string? Behaviour { get; set; }

    public string? Display { get; set; }

    public string? Grade { get; set; }

    public string? Text { get; set; }

    public string? Sequence { get; set; }

    public string? Pattern { get; set; }

    public string? Laterality { get; set; }

    public string? Severity { get; set; }

    public string? Cause { get; set; }

    public string? Place { get; set; }

    public string? Stability { get; set; }

    /// <summary>Site and histology of the primary tumour.</summary>
    public ParsedCode? Site { get; set; }

    public ParsedCode? Histology { get; set; }

    public double? Years { get; set; }

    public double? Months { get; set; }

    public double? Lower { get; set; }

    public double? Upper { get; set; }

    public bool? Approximate { get; set; }

    /// <summary>Levels of an operation; <see langword="null"/> for none.</summary>
    public List<string>? Levels { get; set; }

    public double? Confidence { get; set; }

    public ParsedEvidence? Evidence { get; set; }
}

/// <summary>A quotation.</summary>
internal sealed record ParsedEvidence(int Start, int End, string Text, string Section);
