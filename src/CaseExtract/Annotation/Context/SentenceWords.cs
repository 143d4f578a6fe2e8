namespace CaseExtract.Annotation.Context;

/// <summary>Words that are looked for between a cue and a mention.</summary>
[Flags]
internal enum SentenceWords : byte
{
    None = 0,
    Colon = 1,
    Before = 2,
}
