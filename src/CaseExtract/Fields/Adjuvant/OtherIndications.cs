using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Drugs that are given for tumours and for other diseases: a sentence that names such a disease and no tumour tells what it was given for.</summary>
internal sealed class OtherIndications
{
    private readonly WordSet _drugs;
    private readonly WordSet _diseases;

    public OtherIndications(Vocabulary.Builder vocabulary)
    {
        // of others, such as checkpoint inhibitors, a disease beside them is rather what they did
        _drugs = Words("methotrexate", "mtx", "cyclophosphamide", "mercaptopurine", "mitomycin", "fluorouracil", "5-fu", "bevacizumab", "ranibizumab", "rituximab", "interferon", "ifn", "thalidomide", "adalimumab", "infliximab", "etanercept", "tocilizumab");
        _diseases = Words(
            "arthritis", "lupus", "psoriasis", "vasculitis", "glomerulonephritis", "nephritis", "nephropathy", "colitis", "crohn", "crohn's", "sarcoidosis", "myasthenia", "uveitis", "scleritis", "glaucoma",
            "trabeculectomy", "pemphigus", "pemphigoid", "dermatomyositis", "polymyositis", "hepatitis", "pterygium", "antirheumatic", "spondylitis", "behcet", "behcet's");
        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"methotrexate for her rheumatoid arthritis", "interferon for hepatitis C"; in a report that tells of no tumor it is given for what that is about.</summary>
    public bool IsOther(ClinicalCourse course, IndexLesion lesion, PlacedMention mention)
    {
        if (mention.Concept is not AdjuvantConcept { Note: "drug" } || !IsOfOtherUse(course, mention) || (lesion.IsTumour && course.Has(mention.Sentence, MentionKind.Tumour)))
        {
            return false;
        }

        if (!lesion.IsTumour)
        {
            return true;
        }

        var sentence = course.SentenceOf(mention);
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            if (_diseases.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfOtherUse(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.FirstToken; index < mention.EndToken; index++)
        {
            if (_drugs.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }
}
