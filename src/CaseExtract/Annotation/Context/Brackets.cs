using CaseExtract.Text;

namespace CaseExtract.Annotation.Context;

/// <summary>What stands in parentheses is said there and not outside.</summary>
internal static class Brackets
{
    /// <summary>Whether parentheses that a cue stands in close before a mention: "cells (negative for keratin) with [atypia]".</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">One past the cue.</param>
    /// <param name="to">The mention's first token.</param>
    public static bool CloseBetween(Document document, int from, int to)
    {
        var depth = 0;
        for (var index = from; index < to; index++)
        {
            depth += document.TextOf(index) switch
            {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a cue stands in parentheses that open behind a mention and have a subject of their own: "the [mass] (the markers were normal)", but not "[edema] (absent)".</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">One past the mention.</param>
    /// <param name="to">The cue's first token.</param>
    public static bool HoldClause(Document document, int from, int to)
    {
        for (var index = to - 1; index >= from; index--)
        {
            switch (document.TextOf(index))
            {
                case ")":
                    return false;
                case "(":
                    return index < to - 1;
            }
        }

        return false;
    }
}
