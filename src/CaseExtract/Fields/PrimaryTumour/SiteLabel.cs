using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The line of a synoptic report that says where the tumour lies: "Site: cervix uteri", "Tumour localisation: sigmoid colon".</summary>
internal static class SiteLabel
{
    /// <summary>How many words the label has at most.</summary>
    private const int Longest = 4;

    /// <summary>How far behind its label the place may stand: "Site: right lower lobe of lung".</summary>
    private const int Reach = 6;

    /// <summary>Whether a place is what such a label tells. "Site of metastasis" and "biopsy site" are other labels.</summary>
    public static bool IsBefore(ClinicalCourse course, PlacedMention place)
    {
        var start = course.SentenceOf(place).FirstToken;
        var document = course.Document;
        for (var colon = start + 1; colon <= Math.Min(start + Longest, place.FirstToken - 1); colon++)
        {
            if (document.FirstCharacterOf(colon) == ':')
            {
                return place.FirstToken - colon <= Reach && IsLabel(course, start, colon);
            }
        }

        return false;
    }

    private static bool IsLabel(ClinicalCourse course, int start, int colon)
    {
        var isPlace = false;
        for (var index = start; index < colon; index++)
        {
            switch (course.Document.TextOf(course.Document.TokenArray[index]))
            {
                case "site" or "Site" or "SITE" or "location" or "Location" or "LOCATION" or "localization" or "Localization" or "localisation" or "Localisation" or "Topography" or "topography" or "Subsite" or "subsite":
                    isPlace = true;
                    break;
                case "tumor" or "Tumor" or "TUMOR" or "tumour" or "Tumour" or "TUMOUR" or "primary" or "Primary" or "PRIMARY" or "anatomic" or "Anatomic" or "anatomical" or "Anatomical" or "of" or "the" or "lesion" or "Lesion" or "neoplasm" or "Neoplasm":
                    break;
                default:
                    return false;
            }
        }

        return isPlace;
    }
}
