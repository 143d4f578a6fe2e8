using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Fields;

/// <summary>Reads regions of the spine that are told by words when no level is given: "a thoracolumbar mass", "sacrum", "the cervical cord".</summary>
internal sealed class RegionWordReader(WordRoles<LevelUse> words)
{
    /// <summary>Regions told by words ("a thoracolumbar mass") when no level is given.</summary>
    public void Read(ClinicalCourse course, HashSet<string> regions)
    {
        bool? isOfSpine = null; // few texts ask
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
                if (words.Is(word, LevelUse.Area) && IsSpinal(course, sentence, token, ref isOfSpine))
                {
                    regions.UnionWith(words.ValueOf(word).Split(' '));
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

    private bool IsSpinal(ClinicalCourse course, Sentence sentence, int token, ref bool? isOfSpine)
    {
        var tokens = course.Document.TokenArray;
        if (words.Is(tokens[token].Word, LevelUse.Spinal))
        {
            return true;
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
