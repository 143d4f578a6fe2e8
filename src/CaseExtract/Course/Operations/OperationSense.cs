using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Whether words for an operation tell of one: "laminectomy" does by itself, "removal" and "excised" need an act or what they are done on ("excision of the mass", "the uterus was
/// removed"), and "fixation" needs an act or its vertebrae.
/// </summary>
internal sealed class OperationSense(WordRoles<OperationWord> words, OperationObjects objects, RemovedOrgans organs)
{
    /// <summary>How far around a general noun the act may stand.</summary>
    private const int ActReach = 15;

    /// <summary>So many tokens a note without a verb may have.</summary>
    private const int NoteLength = 14;

    /// <summary>So far behind a verb the size of its object may be told.</summary>
    private const int MeasureLength = 8;

    /// <summary>So many vertebrae are fused by an operation; two may have grown together.</summary>
    private const int LeastFused = 3;

    /// <summary>How far before a verb its object may stand: two verbs may share it ("the spine was stabilized with screws and fused").</summary>
    private const int ObjectReach = 16;

    public bool IsOperation(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept) => concept.Use switch
    {
        ProcedureUse.Plain => concept.Term.Length > 0,
        ProcedureUse.Generic => HasObject(course, mention, 8, 8) || HasAct(course, mention) || IsNote(course, mention) || IsMade(course, mention) || organs.OperationOn(course, mention) is not null,
        ProcedureUse.Ambiguous => (HasAct(course, mention) || IsAtLevels(course, mention, concept.Term) || (IsNote(course, mention) && objects.IsOn(course, mention))) && !IsOfRays(course, mention),
        ProcedureUse.Unrelated or ProcedureUse.Benign => true,
        // "the nodes were dissected" clears them; what else is dissected is not thereby removed
        _ when concept.Term == "lymphadenectomy" => organs.OperationOn(course, mention) == concept.Term,
        // what is biopsied needs no name; a spine is fused, a symptom or a patient only stabilizes
        _ when concept.Term == "biopsy" => !objects.IsAttribute(course, mention),
        _ when concept.Term is "fusion" or "instrumentation" or "laminectomy" => objects.IsDone(course, mention) && HasOwnObject(course, mention, concept.Term),
        _ => !objects.IsAttribute(course, mention) && (HasObject(course, mention, 10, 6 + MeasureBehind(course, mention)) || objects.IsSubject(course, mention) || HasOwnObject(course, mention, concept.Term) || organs.OperationOn(course, mention) is not null),
    };

    /// <summary>"remove a [10 x 6 x 4 cm] mass": a size stands between a verb and its object.</summary>
    private static int MeasureBehind(ClinicalCourse course, PlacedMention mention)
    {
        var length = 0;
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + MeasureLength); index++)
        {
            length += course.Document.TokenArray[index].Kind == TokenKind.Number || course.Document.TextOf(course.Document.TokenArray[index]) is "x" or "×" or "cm" or "mm" or "by" ? 1 : 0;
        }

        return length;
    }

    private bool HasObject(ClinicalCourse course, PlacedMention mention, int before, int after)
    {
        if (objects.Stands(course, Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - before), Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + after)))
        {
            return true;
        }

        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.FirstToken - before, mention.EndToken + after))
        {
            if (other.Kind is MentionKind.Tumour && other.FirstToken >= mention.FirstToken - before && other.EndToken <= mention.EndToken + after)
            {
                return true;
            }

            if (other.Kind == MentionKind.Extent && other.Value is "total" or "partial" or "en-bloc" or "gross-total" or "subtotal" && other.FirstToken >= mention.FirstToken - 3 && other.EndToken <= mention.EndToken + 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"radioactive iodine ablation": a treatment whose name holds the word.</summary>
    private static bool IsOfRays(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Adjuvant, mention.FirstToken, mention.EndToken))
        {
            if (other.FirstToken < mention.FirstToken && other.EndToken >= mention.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the cord was decompressed", "the spine was fused from T6 to T10".</summary>
    private bool HasOwnObject(ClinicalCourse course, PlacedMention mention, string term)
    {
        var sentence = course.SentenceOf(mention);
        int from = mention.FirstToken - ObjectReach, to = Math.Min(sentence.EndToken, mention.EndToken + 4);
        foreach (ref readonly var level in course.MentionsOf(mention.Sentence, MentionKind.Level))
        {
            // "the arteries at T8, T9 and T10 were embolized": however many levels, they say where
            from -= level.EndToken <= mention.FirstToken && level.FirstToken >= from ? level.EndToken - level.FirstToken : 0;
        }

        from = Math.Max(sentence.FirstToken, from);
        return objects.StandsOwn(course, term, from, to)
            || (term is "fusion" or "instrumentation" && course.Has(mention.Sentence, from, to, MentionKind.Level));
    }

    /// <summary>"posterior fixation T9-L1", "with L2-L4 fusion", "T9 decompression": the vertebrae from which to which it reaches make it an operation.</summary>
    private static bool IsAtLevels(ClinicalCourse course, PlacedMention mention, string term)
    {
        if (term is not ("instrumentation" or "fusion" or "decompression"))
        {
            return false;
        }

        var least = term == "decompression" ? 1 : LeastFused;

        foreach (ref readonly var level in course.MentionsNear(mention.Sentence, MentionKind.Level, mention.FirstToken - 1, mention.EndToken + 2))
        {
            if (((LevelConcept)level.Concept).Levels.Count >= least && (level.EndToken == mention.FirstToken || level.FirstToken - mention.EndToken is 0 or 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAct(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        return sentence.Section is SectionKind.Operation or SectionKind.History
            || words.Stand(course.Document.TokenArray, Math.Max(sentence.FirstToken, mention.FirstToken - ActReach), Math.Min(sentence.EndToken, mention.EndToken + ActReach), OperationWord.Act);
    }

    /// <summary>"Excision under local anesthesia.": a note that opens with what was done and has no verb.</summary>
    private bool IsNote(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        return mention.FirstToken - sentence.FirstToken <= 1 && sentence.EndToken - sentence.FirstToken <= NoteLength && !sentence.IsHeading && !sentence.Section.IsGeneral()
            && !words.Stand(course.Document.TokenArray, mention.EndToken, sentence.EndToken, OperationWord.Statement);
    }

    /// <summary>"a wide excision was made", where "the diagnosis was made" makes nothing.</summary>
    private bool IsMade(ClinicalCourse course, PlacedMention mention)
    {
        var end = Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + 3);
        return mention.EndToken < end && !words.Is(course.Document.TokenArray[mention.EndToken].Word, OperationWord.Made) && words.Stand(course.Document.TokenArray, mention.EndToken + 1, end, OperationWord.Made);
    }
}
