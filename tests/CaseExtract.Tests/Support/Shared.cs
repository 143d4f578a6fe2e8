namespace CaseExtract.Tests;

/// <summary>The extractor that tests share: it never changes, and loading takes longer than most tests.</summary>
internal static class Shared
{
    public static CaseExtractor Extractor { get; } = CaseExtractor.CreateDefault();
}
