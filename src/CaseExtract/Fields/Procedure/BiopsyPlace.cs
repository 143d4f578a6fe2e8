using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What a biopsy was taken from, as its sentence tells.</summary>
internal static class BiopsyPlace
{
    /// <summary>How far behind a biopsy its result may stand, in tokens.</summary>
    private const int ResultReach = 8;

    /// <summary>The organ written with a biopsy: "biopsy of the liver nodules", "lung biopsy".</summary>
    public static string? OrganBeside(ClinicalCourse course, PlacedMention biopsy)
    {
        foreach (ref readonly var mention in course.MentionsNear(biopsy.Sentence, MentionKind.Site, biopsy.FirstToken - 1, biopsy.EndToken + 4))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Organ } site
                && (biopsy.FirstToken - mention.EndToken is >= 0 and <= 1 || mention.FirstToken - biopsy.EndToken is >= 1 and <= 4 || (mention.FirstToken >= biopsy.FirstToken && mention.EndToken <= biopsy.EndToken))
                && !HasFinding(course, biopsy.EndToken, mention.FirstToken) && !IsInResult(course, biopsy, mention))
            {
                return site.Topography;
            }
        }

        return null;
    }

    /// <summary>"Biopsy: [lung] cancer", "Bx: metastasis of [lung] cancer": what a colon introduces was found when it begins with the name of a tumour, or with its place.</summary>
    private static bool IsInResult(ClinicalCourse course, PlacedMention biopsy, PlacedMention place)
    {
        if (place.FirstToken <= biopsy.EndToken || course.Document.FirstCharacterOf(biopsy.EndToken) != ':')
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsNear(biopsy.Sentence, MentionKind.Tumour, biopsy.EndToken + 1, place.FirstToken))
        {
            if (mention.FirstToken > biopsy.EndToken && mention.FirstToken <= place.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"bone marrow biopsy", "bone marrow aspirates and biopsy", in which no tumour was found.</summary>
    public static bool IsOfMarrow(ClinicalCourse course, PlacedMention biopsy)
    {
        if (!IsAtMarrow(course, biopsy))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsOf(biopsy.Sentence, MentionKind.Tumour))
        {
            if (mention.Concept is TumourConcept { Kind: TumourKind.Tumour } && mention.FirstToken > biopsy.EndToken && !mention.Is(Assertion.NotFactual))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAtMarrow(ClinicalCourse course, PlacedMention biopsy)
    {
        foreach (ref readonly var mention in course.MentionsNear(biopsy.Sentence, MentionKind.Site, biopsy.FirstToken - 3, biopsy.EndToken))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Marrow } && biopsy.EndToken > mention.FirstToken && biopsy.FirstToken - mention.EndToken <= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"bone marrow biopsy showed no other disease", "the bone marrow trephine was normal": done to know how far the tumour has spread, and it has not.</summary>
    public static bool IsStaging(ClinicalCourse course, PlacedMention biopsy)
    {
        if (!IsAtMarrow(course, biopsy))
        {
            return false;
        }

        var document = course.Document;
        for (var index = biopsy.EndToken; index < Math.Min(course.SentenceOf(biopsy).EndToken, biopsy.EndToken + ResultReach); index++)
        {
            switch (document.TextOf(document.TokenArray[index]))
            {
                case "no" or "not" or "normal" or "negative" or "unremarkable" or "clear" or "free" or "without" or "uninvolved":
                    return !course.Has(biopsy.Sentence, biopsy.EndToken, index, MentionKind.Tumour);
                case ";" or "but" or "although" or "while" or "whereas":
                    return false;
            }
        }

        return false;
    }

    /// <summary>"a renal biopsy showed glomerulonephritis", "nephropathy was confirmed by renal biopsy": of an organ that the tumour is not in, and no tumour was found there.</summary>
    public static bool IsBarren(ClinicalCourse course, PlacedMention biopsy, string primary)
    {
        if (OrganBeside(course, biopsy) is not { } organ || !(OrganGroup.IsOrgan(organ) || (organ.AsSpan(0, 3) is "C38" or "C44" or "C47" or "C49" && OrganGroup.IsOrgan(primary))) || OrganGroup.IsSame(organ, primary))
        {
            return false;
        }

        bool isToldBefore = false, isToldBehind = false;
        foreach (ref readonly var mention in course.MentionsOf(biopsy.Sentence, MentionKind.Tumour))
        {
            if (mention.Concept is TumourConcept && !mention.Is(Assertion.Negated))
            {
                isToldBefore |= mention.FirstToken < biopsy.FirstToken;
                isToldBehind |= mention.FirstToken >= biopsy.EndToken;
            }
        }

        var sentence = course.SentenceOf(biopsy);
        return !isToldBehind && (course.Once(biopsy.Sentence, LastFinding) >= biopsy.EndToken || (!isToldBefore && IsProof(course, sentence.FirstToken, biopsy.FirstToken)));
    }

    /// <summary>"was [confirmed] by electron microscopy in the renal biopsy": what was found is named first.</summary>
    private static bool IsProof(ClinicalCourse course, int from, int to)
    {
        var isProven = false;
        for (var index = from; index < to; index++)
        {
            var word = course.Document.TextOf(course.Document.TokenArray[index]);
            isProven = word is "confirmed" or "diagnosed" or "proven" or "proved" or "established" or "verified" || (isProven && word is not ("," or ";" or "and" or "but"));
        }

        return isProven;
    }

    /// <summary>"a biopsy of the mucosa was normal", "biopsies showed normal epithelium": what was taken was not the lesion.</summary>
    public static bool IsNormal(ClinicalCourse course, PlacedMention biopsy)
    {
        for (var index = biopsy.EndToken; index < Math.Min(course.SentenceOf(biopsy).EndToken, biopsy.EndToken + ResultReach); index++)
        {
            switch (course.Document.TextOf(course.Document.TokenArray[index]))
            {
                case "normal" or "unremarkable":
                    return HasFinding(course, index - 1, index);
                case "," or ";" or "but" or "and" or "no" or "not" or "without" or "with":
                    return false;
            }
        }

        return false;
    }

    /// <summary>"a biopsy [had shown] lung cancer": what is named behind the verb is what was found, and no place of the biopsy.</summary>
    public static bool HasFinding(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsFinding(course, index))
            {
                return true;
            }
        }

        return false;
    }

    private static int LastFinding(ClinicalCourse course, int sentence)
    {
        var bounds = course.Document.SentenceArray[sentence];
        var last = bounds.EndToken - 1;
        while (last >= bounds.FirstToken && !IsFinding(course, last))
        {
            last--;
        }

        return last;
    }

    private static bool IsFinding(ClinicalCourse course, int token) => course.Document.TextOf(course.Document.TokenArray[token]) is "showed" or "shown" or "show" or "showing" or "shows" or "revealed" or "revealing" or "confirmed" or "confirming"
        or "demonstrated" or "indicated" or "gave" or "yielded" or "was" or "were" or "proved" or "identified" or "established" or "suggested" or "found" or "disclosed";
}
