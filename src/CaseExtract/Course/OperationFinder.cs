using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// Finds the operations that a patient underwent: nouns ("laminectomy"), general nouns with a lesion as their object ("removal of the tumour"),
/// and verbs with a lesion or an organ ("the mass was excised", "the uterus was removed").
/// </summary>
internal sealed class OperationFinder
{
    /// <summary>So many tokens a note without a verb may have.</summary>
    private const int NoteLength = 14;

    /// <summary>So far behind a verb the size of its object may be told.</summary>
    private const int MeasureLength = 8;

    /// <summary>How far before a verb its object may stand: two verbs may share it ("the spine was stabilized with screws and fused").</summary>
    private const int ObjectReach = 16;

    private readonly OperationObjects _objects;
    private readonly RemovedOrgans _organs;
    private readonly OperationReferences _references;
    private readonly OperationPlans _plans;
    private readonly GeneralRemoval _general;
    private readonly WordSet _acts;
    private readonly WordSet _made;
    private readonly WordSet _verbs;

    public OperationFinder(Vocabulary.Builder vocabulary)
    {
        _objects = new OperationObjects(vocabulary);
        _general = new GeneralRemoval(vocabulary);
        _organs = new RemovedOrgans(vocabulary, _objects, _general);
        _references = new OperationReferences(vocabulary, _general);
        _plans = new OperationPlans(vocabulary);
        _verbs = [.. ((string[])["is", "are", "was", "were", "be", "may", "can", "could", "should", "would", "will", "remains", "has", "have", "had", "offers", "provides", "requires", "represents", "appears", "leads", "carries", "seems", "needs", "depends", "or", "versus", "if"]).Select(vocabulary.Add)];
        _made = [.. ((string[])["made", "accomplished", "practiced", "completed"]).Select(vocabulary.Add)];
        _acts = [.. ((string[])["performed", "perform", "performing", "underwent", "undergone", "done", "carried", "surgery", "operation", "undertaken", "surgical", "operated", "after", "following", "received", "procedure", "treated", "realized", "submitted", "subjected", "conducted", "executed", "emergent", "emergency", "urgent"]).Select(vocabulary.Add)];
    }

    /// <param name="course">The story.</param>
    /// <param name="lesion">What it is told for: where that is no tumor, whatever is cut out is what it is told for.</param>
    public List<Operation> Find(ClinicalCourse course, IndexLesion lesion)
    {
        var operations = new List<Operation>();
        var told = new ToldOperations();
        var terms = new List<string>();
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Negated) || (mention.Is(Assertion.Hypothetical) && !_plans.IsCarriedOut(course, mention, told)) || mention.Episode == Episode.General
                || course.SentenceOf(mention).Section is SectionKind.Title)
            {
                continue;
            }

            var concept = (ProcedureConcept)mention.Concept;
            if (!(IsUsable(course, mention, concept) || (!lesion.IsTumour && !told.HasRemoval && _objects.IsCutOut(course, mention, concept))) || _references.IsToldBefore(course, told, mention, concept))
            {
                continue;
            }

            var operation = new Operation(concept.Term, concept.Intent, concept.Organ, mention, mention.Episode == Episode.Earlier || _references.IsOfScar(course, mention), concept.Use, _general.Is(course, mention, concept),
                _references.IsReference(course, mention) && !_references.HasObjectAtHand(course, mention));
            terms.Clear();
            AddTerms(course, mention, concept, terms);
            foreach (var term in terms)
            {
                operations.Add(operation with { Term = term });
                told.Add(operations[^1]);
            }
        }

        // "Vertebral metastasis after mastectomy. … Ten years ago she had undergone mastectomy": one operation, told with its date behind
        operations.RemoveAll(operation => operation is { IsEarlier: false, IsReference: true } && operations.Exists(other => other.IsEarlier && other.Term == operation.Term));
        for (var index = operations.Count - 1; index >= 0; index--)
        {
            if (GeneralRemoval.IsNamedBehind(course, operations, index))
            {
                operations.RemoveAt(index);
            }
        }

        return operations;
    }

    private bool IsUsable(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept) => concept.Use switch
    {
        ProcedureUse.Plain => concept.Term.Length > 0,
        ProcedureUse.Generic => HasObject(course, mention, 8, 8) || HasAct(course, mention) || IsNote(course, mention) || IsMade(course, mention) || _organs.OperationOn(course, mention) is not null,
        ProcedureUse.Ambiguous => (HasAct(course, mention) || IsAtLevels(course, mention, concept.Term) || (IsNote(course, mention) && _objects.IsOn(course, mention))) && !IsOfRays(course, mention),
        ProcedureUse.Unrelated or ProcedureUse.Benign => true,
        // "the nodes were dissected" clears them; what else is dissected is not thereby removed
        _ when concept.Term == "lymphadenectomy" => _organs.OperationOn(course, mention) == concept.Term,
        // what is biopsied needs no name; a spine is fused, a symptom or a patient only stabilizes
        _ when concept.Term == "biopsy" => !_objects.IsAttribute(course, mention),
        _ when concept.Term is "fusion" or "instrumentation" or "laminectomy" => _objects.IsDone(course, mention) && HasOwnObject(course, mention, concept.Term),
        _ => !_objects.IsAttribute(course, mention) && (HasObject(course, mention, 10, 6 + MeasureBehind(course, mention)) || _objects.IsSubject(course, mention) || HasOwnObject(course, mention, concept.Term) || _organs.OperationOn(course, mention) is not null),
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
        if (_objects.Stands(course, Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - before), Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + after)))
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
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.Adjuvant))
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
        return _objects.StandsOwn(course, term, from, to)
            || (term is "fusion" or "instrumentation" && course.Has(mention.Sentence, from, to, MentionKind.Level));
    }

    /// <summary>"posterior fixation T9-L1", "with L2-L4 fusion": the vertebrae from which to which it reaches make it an operation.</summary>
    private static bool IsAtLevels(ClinicalCourse course, PlacedMention mention, string term)
    {
        if (term is not ("instrumentation" or "fusion"))
        {
            return false;
        }

        foreach (ref readonly var level in course.MentionsNear(mention.Sentence, MentionKind.Level, mention.FirstToken - 1, mention.EndToken + 2))
        {
            if (((Annotation.Grammars.LevelConcept)level.Concept).Levels.Count > 2 && (level.EndToken == mention.FirstToken || level.FirstToken - mention.EndToken is 0 or 1))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAct(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        for (var index = Math.Max(sentence.FirstToken, mention.FirstToken - 15); index < Math.Min(sentence.EndToken, mention.EndToken + 15); index++)
        {
            if (_acts.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return sentence.Section is SectionKind.Operation or SectionKind.History;
    }

    /// <summary>"Excision under local anesthesia.": a note that opens with what was done and has no verb.</summary>
    private bool IsNote(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        if (mention.FirstToken - sentence.FirstToken > 1 || sentence.EndToken - sentence.FirstToken > NoteLength || sentence.IsHeading || sentence.Section.IsGeneral())
        {
            return false;
        }

        for (var index = mention.EndToken; index < sentence.EndToken; index++)
        {
            if (_verbs.Contains(course.Document.TokenArray[index].Word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"a wide excision was made", where "the diagnosis was made" makes nothing.</summary>
    private bool IsMade(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + 3); index++)
        {
            if (_made.Contains(tokens[index].Word))
            {
                return index > mention.EndToken;
            }
        }

        return false;
    }

    /// <summary>What a mention says was done: one operation, or several on organs that are named together.</summary>
    private void AddTerms(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept, List<string> terms)
    {
        // "removal of the lung" may go on with "lesion"
        if (concept.Organ is not null && _organs.IsOnLesionIn(course, mention))
        {
            terms.Add("resection");
            return;
        }

        // a part of the lung taken out, or what an endoscope takes, is a resection; of other organs it has the organ's term
        terms.Add(concept.Term == "resection" && _organs.OperationOn(course, mention) is { } operation && !_organs.IsPartial(course, mention, operation) ? operation : concept.Term);
        terms.AddRange(concept.Also);
        _organs.AddCoordinated(course, mention, concept, terms);
        if (terms.Count == 1 && (terms is ["resection"] ? _organs.TakenAlong(course, mention) : _organs.TakenEnBloc(course, mention)) is { } along)
        {
            terms.Add(along);
        }
    }
}
