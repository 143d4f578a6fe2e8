using System.Globalization;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>The share of the lesion that a word of removal is told with: "about [70%] of the tumor was removed", "a [90 %] resection", "[nine tenths] of the tumor were removed", "removal of 80-90% of the mass".</summary>
internal static class RemovedShare
{
    /// <summary>How far from a removal its share may stand.</summary>
    private const int Reach = 9;

    /// <summary>The percentage; <see langword="null"/> where none is told of the removal.</summary>
    public static int? Of(ClinicalCourse course, PlacedMention act)
    {
        var sentence = course.SentenceOf(act);
        if (!IsRemoval(course.Document.TextOf(course.Document.TokenArray[act.FirstToken])))
        {
            return null;
        }

        // "70% of the tumor was [removed]", "a 70% [resection]"
        for (var index = act.FirstToken - 1; index > Math.Max(sentence.FirstToken, act.FirstToken - Reach) && !IsEnd(course, index); index--)
        {
            if (ShareAt(course, index) is { } share)
            {
                return index == act.FirstToken - 1 || (course.Document.TextOf(course.Document.TokenArray[index + 1]) is "of" && IsOfLesion(course, act.Sentence, index + 2, act.FirstToken)) ? share : null;
            }
        }

        // "[removal] of about 70% of the tumor", "we [resected] 70% of it", "was [removed] by about 70%"
        for (var index = act.EndToken; index < Math.Min(sentence.EndToken, act.EndToken + Reach - 2) && !IsEnd(course, index); index++)
        {
            if (ShareAt(course, index) is { } share)
            {
                return index + 1 < sentence.EndToken && course.Document.TextOf(course.Document.TokenArray[index + 1]) is "of" && IsOfLesion(course, act.Sentence, index + 2, Math.Min(sentence.EndToken, index + 6)) ? share : null;
            }
        }

        return null;
    }

    private static bool IsRemoval(ReadOnlySpan<char> word) => word.StartsWith("resect", StringComparison.OrdinalIgnoreCase) || word.StartsWith("remov", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("excis", StringComparison.OrdinalIgnoreCase) || word.StartsWith("extirpat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("enucleat", StringComparison.OrdinalIgnoreCase);

    private static bool IsEnd(ClinicalCourse course, int token) => course.Document.TextOf(course.Document.TokenArray[token]) is "," or ";" or "(" or ")" or "." or ":" or "which" or "with" or "after" or "specimen" or "specimens" or "showed" or "revealed" or "cells" or "necrosis";

    private static bool IsOfLesion(ClinicalCourse course, int sentence, int from, int to)
    {
        if (course.Has(sentence, from, to, MentionKind.LesionWord) || course.Has(sentence, from, to, MentionKind.Tumour))
        {
            return true;
        }

        for (var index = from; index < to; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "it" or "volume")
            {
                return true;
            }
        }

        return false;
    }

    private static int? ShareAt(ClinicalCourse course, int token)
    {
        var document = course.Document;
        if (document.TextOf(document.TokenArray[token]) is "tenths" or "thirds" or "quarters" or "fourths" or "fifths")
        {
            return 90; // part of it, however much
        }

        if (document.TextOf(document.TokenArray[token]) is "cent" && token > 0 && document.TextOf(document.TokenArray[token - 1]) is "per")
        {
            return token > 1 && int.TryParse(document.TextOf(document.TokenArray[token - 2]), NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths) && hundredths is > 0 and <= 100 ? hundredths : null;
        }

        return document.TextOf(document.TokenArray[token]) is "%" or "percent" && token > 0 && document.TokenArray[token - 1].Kind == TokenKind.Number
            && int.TryParse(document.TextOf(document.TokenArray[token - 1]), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 100 ? share : null;
    }
}
