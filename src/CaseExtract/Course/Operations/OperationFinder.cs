using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Finds the operations that a patient underwent: nouns ("laminectomy"), general nouns with a lesion as their object ("removal of the tumour"),
/// and verbs with a lesion or an organ ("the mass was excised", "the uterus was removed").
/// </summary>
internal sealed class OperationFinder
{
    private readonly OperationObjects _objects;
    private readonly RemovedOrgans _organs;
    private readonly OperationSense _sense;
    private readonly OperationReferences _references;
    private readonly OperationPlans _plans;
    private readonly GeneralRemoval _general;

    public OperationFinder(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<OperationWord>(models, "rules/operation-word.tsv", vocabulary);
        _objects = new OperationObjects(words, vocabulary);
        _general = new GeneralRemoval(words);
        _organs = new RemovedOrgans(words, _objects, _general, vocabulary);
        _sense = new OperationSense(words, _objects, _organs);
        _references = new OperationReferences(words, _general, vocabulary);
        _plans = new OperationPlans(new WordRoles<PlanWord>(models, "rules/plan-word.tsv", vocabulary));
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
            if (!(_sense.IsOperation(course, mention, concept) || (!lesion.IsTumour && !told.HasRemoval && _objects.IsCutOut(course, mention, concept))) || _references.IsToldBefore(course, told, mention, concept))
            {
                continue;
            }

            var isEarlier = mention.Episode == Episode.Earlier || _references.IsOfScar(course, mention);
            var isGeneral = _general.Is(course, mention, concept);
            var isReference = _references.IsReference(course, mention) && !_references.HasObjectAtHand(course, mention) && !OperationReferences.IsWithNew(course, told, mention);
            terms.Clear();
            AddTerms(course, mention, concept, terms);
            foreach (var term in terms)
            {
                operations.Add(new Operation(term, concept.Intent, concept.Organ, mention, isEarlier, concept.Use, isGeneral, isReference));
                told.Add(operations[^1]);
            }
        }

        var kept = 0;
        for (var index = 0; index < operations.Count; index++)
        {
            // "Vertebral metastasis after [mastectomy]. … Ten years ago she had undergone mastectomy": one operation, told with its date behind
            if (operations[index] is not { IsEarlier: false, IsReference: true } || !told.HasEarlier(operations[index].Term))
            {
                operations[kept++] = operations[index];
            }
        }

        operations.RemoveRange(kept, operations.Count - kept);
        for (var index = operations.Count - 1; index >= 0; index--)
        {
            if (GeneralRemoval.IsNamedBehind(course, operations, index))
            {
                operations.RemoveAt(index);
            }
        }

        return operations;
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
