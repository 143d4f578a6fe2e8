using System.Collections.Frozen;

namespace CaseExtract.Documents;

/// <summary>The control words of Rich Text Format 1.9.1 that stand for a kind of group or for a character.</summary>
internal static class RichTextWords
{
    /// <summary>Groups that hold no text of the document. A group that begins with <c>\*</c> is one, too.</summary>
    public static readonly FrozenSet<string> Destinations = FrozenSet.ToFrozenSet(
        ["fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
            "fldinst", "listtable", "listoverridetable", "rsidtbl", "themedata", "colorschememapping", "datastore", "latentstyles", "xe", "tc", "annotation", "atnid", "atnauthor"],
        StringComparer.Ordinal);

    /// <summary>Characters that have a name.</summary>
    public static readonly FrozenDictionary<string, string> Characters = new Dictionary<string, string>
    {
        ["emdash"] = "—",
        ["endash"] = "–",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["bullet"] = "•",
        ["tab"] = " ",
        ["emspace"] = " ",
        ["enspace"] = " ",
        ["qmspace"] = " ",
    }.ToFrozenDictionary();
}
