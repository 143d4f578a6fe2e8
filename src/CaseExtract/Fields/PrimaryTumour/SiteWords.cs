using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>What stands in a range of tokens between a tumour and a place.</summary>
internal static class SiteWords
{
    /// <summary>
    /// What stands in brackets between a tumour and its place, or tells a size, does not count (<see cref="IsWithin"/>), and is no longer than this: so a place is
    /// not compared with everything that its sentence names.
    /// </summary>
    public const int LongestAside = 24;

    /// <summary>The word right behind a place in its sentence; 0 if there is none.</summary>
    public static int Behind(ClinicalCourse course, PlacedMention site) =>
        site.EndToken < course.SentenceOf(site).EndToken ? course.Document.TokenArray[site.EndToken].Word : 0;

    /// <summary>Whether a mark that ends a phrase stands in the range. The commas about a size end none: "a mass, 3.1 cm, of the pancreatic head".</summary>
    public static bool HasStop(ClinicalCourse course, int from, int to)
    {
        var depth = 0;
        for (var index = from; index < to; index++)
        {
            var mark = course.Document.FirstCharacterOf(index);
            depth += mark is '(' or '[' ? 1 : mark is ')' or ']' ? -1 : 0;
            if (depth > 0 || mark is not (',' or ';' or '.' or ':'))
            {
                continue;
            }

            index = mark == ',' ? EndOfSize(course, index, to) : -1;
            if (index < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The comma behind a size that a comma opens; -1 if none does.</summary>
    private static int EndOfSize(ClinicalCourse course, int comma, int to)
    {
        var isSize = false;
        for (var index = comma + 1; index < to; index++)
        {
            var token = course.Document.TokenArray[index];
            switch (course.Document.TextOf(token))
            {
                case "," when isSize:
                    return index;
                case "cm" or "mm":
                    isSize = true;
                    break;
                case "x" or "×" or "by" or "in" or "size" or "diameter" or "measuring" or "about" or "approximately" or "maximum" or "greatest" or "largest":
                    break;
                default:
                    if (token.Kind is not (TokenKind.Number or TokenKind.Dash))
                    {
                        return -1;
                    }

                    break;
            }
        }

        return -1;
    }

    /// <summary>Whether a range holds no more than so many words, without what stands in brackets and what tells a size or a part: "a mass measuring 4 x 5 cm (figure 1) in the liver".</summary>
    public static bool IsWithin(this WordRoles<SiteWord> words, ClinicalCourse course, int from, int to, int most)
    {
        int distance = 0, depth = 0;
        for (var index = from; index < to && distance <= most; index++)
        {
            var token = course.Document.TokenArray[index];
            var mark = course.Document.Text[token.Start];
            if (mark is '(' or '[')
            {
                depth++;
            }
            else if (mark is ')' or ']')
            {
                depth--;
            }
            else if (depth <= 0 && token.Kind is not (TokenKind.Number or TokenKind.Dash) && !words.Is(token.Word, SiteWord.Measure))
            {
                distance++;
            }
        }

        return distance <= most;
    }
}
