using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Fields;

/// <summary>Reads regions of the spine that are told by words when no level is given: "a thoracolumbar mass", "sacrum", "the cervical cord".</summary>
internal sealed class RegionWordReader(WordRoles<LevelUse> words)
{
    private readonly WordSet _areas = [.. words.WordsWith(LevelUse.Area)]; // all words of a text are looked for in it

    /// <summary>Regions told by words ("a thoracolumbar mass") when no level is given.</summary>
    public void Read(ClinicalCourse course, HashSet<string> regions)
    {
        bool? isOfSpine = null; // few texts ask
        var isOfWomb = SpeaksOfWomb(course);
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            if (sentence.Section.IsExcluded() || sentence.Section.IsGeneral() || sentence.IsHeading)
            {
                continue;
            }

            var tokens = course.Document.TokenArray;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var word = tokens[token].Word;
                if (_areas.Contains(word) && (IsSpinal(course, sentence, token, ref isOfSpine) || IsOfTumour(course, index, token)))
                {
                    var named = words.ValueOf(word);
                    if (!(isOfWomb && named == "cervical" && !(token + 1 < sentence.EndToken && course.Document.TextOf(tokens[token + 1]) is "spine" or "vertebra" or "vertebrae" or "cord")))
                    {
                        regions.UnionWith(named.Split(' '));
                    }
                }
            }
        }
    }

    private bool SpeaksOfSpine(ClinicalCourse course)
    {
        foreach (var index in course.SentenceIndexes)
        {
            var sentence = course.Document.SentenceArray[index];
            for (var token = sentence.FirstToken; token < sentence.EndToken && !sentence.Section.IsExcluded(); token++)
            {
                var word = course.Document.TokenArray[token].Word;
                if (words.Is(word, LevelUse.Spine) && !words.Is(word, LevelUse.Noun))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"the cervical canal" of a womb is none of the spine.</summary>
    private static bool SpeaksOfWomb(ClinicalCourse course)
    {
        foreach (ref readonly var site in course.Of(MentionKind.Site))
        {
            if (site.Concept is SiteConcept { Kind: not SiteKind.Ambiguous, Topography: var topography } && topography.AsSpan(0, 3) is "C53" or "C54" or "C55")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "a lumbar schwannoma", "a thoracic meningioma": the region right before a tumour of cord or meninges, and before one of nerve where the region has
    /// no other nerves of note.
    /// </summary>
    private bool IsOfTumour(ClinicalCourse course, int sentence, int token)
    {
        foreach (ref readonly var tumour in course.MentionsNear(sentence, MentionKind.Tumour, token + 1, token + 1))
        {
            if (tumour.FirstToken == token + 1 && tumour.Concept is TumourConcept { Kind: TumourKind.Tumour, Tissue: var tissue })
            {
                return tissue is Tissue.Meninges or Tissue.Glial || (tissue == Tissue.Nerve && words.ValueOf(course.Document.TokenArray[token].Word) == "lumbar");
            }
        }

        return false;
    }

    private bool IsSpinal(ClinicalCourse course, Sentence sentence, int token, ref bool? isOfSpine)
    {
        var tokens = course.Document.TokenArray;
        if (words.Is(tokens[token].Word, LevelUse.Spinal))
        {
            // "the median sacral artery", "lumbosacral plexus"
            return !(token + 1 < sentence.EndToken && words.Is(tokens[token + 1].Word, LevelUse.Other));
        }

        var wanted = (isOfSpine ??= SpeaksOfSpine(course)) ? LevelUse.Spine | LevelUse.Noun : LevelUse.Spine;
        for (var index = token + 1; index < Math.Min(sentence.EndToken, token + 4); index++)
        {
            if (words.Is(tokens[index].Word, LevelUse.Other))
            {
                return false;
            }

            if (words.Is(tokens[index].Word, wanted))
            {
                return true;
            }
        }

        return false;
    }
}
