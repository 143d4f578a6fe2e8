using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Tells treatment that was given before the removal only, whatever it is called, from treatment given after it. Words on the effect of what had been
/// given before ("showed a response to chemotherapy") are no new treatment.
/// </summary>
internal sealed class TreatmentTime
{
    /// <summary>How far around a treatment a word of its effect may stand, in tokens.</summary>
    private const int Reach = 6;

    /// <summary>How far behind a drug it may be told that it was taken up again.</summary>
    private const int ResumptionReach = 16;

    /// <summary>How far behind a treatment it may be said that it was given before the operation.</summary>
    private const int CalledReach = 10;

    private readonly WordSet _resumed;
    private readonly WordSet _after;
    private readonly WordSet _before;
    private readonly WordSet _ahead;
    private readonly WordSet _properties;
    private readonly WordSet _none;
    private readonly WordSet _effects;
    private readonly WordSet _prepositions;
    private readonly WordSet _acts;
    private readonly WordSet _surgery;
    private readonly int _followed, _by, _to, _prior;

    public TreatmentTime(Vocabulary.Builder vocabulary)
    {
        _resumed = Words("resumed", "restarted", "recommenced", "reinitiated", "reintroduced", "reinstituted");
        _after = Words("after", "following", "followed");
        _before = Words("before", "preceding", "preceded", "precedes", "prior");
        _ahead = Words("prior", "before");
        _to = vocabulary.Add("to");
        _prior = vocabulary.Add("prior");
        _properties = Words("resistant", "refractory", "resistance", "refractoriness", "allergic", "allergy", "intolerant", "contraindication");
        _none = Words("no", "not", "nothing", "none", "without");
        _effects = Words("response", "responded", "effect", "achieved", "influenced", "induced", "responsive", "resistant", "refractory", "change", "associated", "due", "efficacy", "completion", "cumulative", "contained", "containing", "detected", "concentration");
        _prepositions = Words("after", "following", "despite", "before", "post");
        _acts = Words("given", "received", "administered", "underwent", "started", "treated", "initiated", "continued", "resumed", "begun", "commenced", "added", "rechallenged", "retreated", "reinitiated", "restarted", "switched", "adjuvant", "postoperative", "postoperatively", "cycle", "course", "maintenance");
        _surgery = Words("surgery", "surgeries", "surgical", "surgically", "operation", "operative");
        _followed = vocabulary.Add("followed");
        _by = vocabulary.Add("by");
        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"imaging prior to chemotherapy": what something came before is told elsewhere, if it was given.</summary>
    public bool IsAhead(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var before = mention.FirstToken - 1;
        return before > course.SentenceOf(mention).FirstToken && tokens[before].Word == _to && tokens[before - 1].Word == _prior;
    }

    /// <summary>"a tumor that was resistant to imatinib and sunitinib": what it does not answer to, given before or elsewhere.</summary>
    public bool IsProperty(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        for (var index = mention.FirstToken - 1; index > Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 5); index--)
        {
            if (tokens[index].Word == _to && _properties.Contains(tokens[index - 1].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="course">The story.</param>
    /// <param name="mentions">All mentions of one kind of treatment in the present course.</param>
    /// <param name="removal">The token at which the lesion was first removed; 0 when it was not.</param>
    public bool IsBeforeOnly(ClinicalCourse course, List<PlacedMention> mentions, int removal)
    {
        var isToldBefore = false;
        foreach (var mention in mentions)
        {
            if (IsResumed(course, mention))
            {
                return false;
            }

            if ((IsNeoadjuvant(course, mention) && (removal > 0 || NamesOperation(course, mention))) || IsAheadOfOperation(course, mention) || (mention.FirstToken < removal && !IsCalledAdjuvant(course, mention) && !IsToldAfter(course, mention, removal)))
            {
                isToldBefore = true;
            }
            else if (!isToldBefore || !IsEffect(course, mention))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"imatinib was stopped preoperatively and resumed two weeks later".</summary>
    private bool IsResumed(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + ResumptionReach); index++)
        {
            if (_resumed.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"in the 17 years after chemotherapy she had been well": no mention tells that it was given, only what came of it or when.</summary>
    public bool IsReferredTo(ClinicalCourse course, List<PlacedMention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (!IsEffect(course, mention))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"radioiodine was given after the thyroidectomy", "… before the resection and four cycles after it": named first, given later.</summary>
    private bool IsToldAfter(ClinicalCourse course, PlacedMention mention, int removal)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        if (removal >= sentence.EndToken)
        {
            return false;
        }

        for (var index = mention.EndToken; index < removal; index++)
        {
            if (_after.Contains(tokens[index].Word) && !(tokens[index].Word == _followed && tokens[index + 1].Word == _by))
            {
                return true;
            }
        }

        var isBoth = false;
        for (var index = mention.EndToken; index < sentence.EndToken; index++)
        {
            isBoth |= index < removal && _before.Contains(tokens[index].Word);
            if (index > removal && _none.Contains(tokens[index].Word))
            {
                return false;
            }

            if (isBoth && index > removal && _after.Contains(tokens[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a marked response to chemotherapy", "after chemotherapy the necrosis …": said of what was given, and nobody gives it.</summary>
    private bool IsEffect(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        var isEffect = false;
        // "the cumulative dose to the fossa was 98 Gy" is said of the whole sentence
        var reach = mention.Concept is AdjuvantConcept { Note: "dose" } ? 2 * Reach : Reach;
        for (var index = Math.Max(sentence.FirstToken, mention.FirstToken - reach); index < Math.Min(sentence.EndToken, mention.EndToken + Reach); index++)
        {
            if (_acts.Contains(tokens[index].Word))
            {
                return false;
            }

            isEffect |= _effects.Contains(tokens[index].Word) || (index < mention.FirstToken && index >= mention.FirstToken - 2 && _prepositions.Contains(tokens[index].Word));
        }

        return isEffect;
    }

    private static bool IsCalledAdjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 4); index < mention.EndToken; index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.Equals("adjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("postop", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Prior to gastrectomy, she received chemotherapy", "chemotherapy was given before gastrectomy", whatever else is told of that operation.</summary>
    private bool IsAheadOfOperation(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        if (_ahead.Contains(document.TokenArray[sentence.FirstToken].Word))
        {
            return course.Has(mention.Sentence, sentence.FirstToken, Math.Min(mention.FirstToken, sentence.FirstToken + 6), MentionKind.Procedure);
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + 8); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (_ahead.Contains(document.TokenArray[index].Word))
            {
                return course.Has(mention.Sentence, index, Math.Min(sentence.EndToken, index + 5), MentionKind.Procedure) && !HasAfter(course, index, sentence.EndToken);
            }

            if (word is "," or ";" or "and" && index > mention.EndToken + 4)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"… before the resection and four cycles after it".</summary>
    private bool HasAfter(ClinicalCourse course, int from, int end)
    {
        for (var index = from; index < end; index++)
        {
            if (_after.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the story names an operation at all: what is called neoadjuvant and is followed by none was the treatment.</summary>
    private bool NamesOperation(ClinicalCourse course, PlacedMention treatment)
    {
        var sentence = course.SentenceOf(treatment);
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            // "instead of surgery"
            if (_surgery.Contains(course.Document.TokenArray[index].Word) && (index >= treatment.EndToken || (index > sentence.FirstToken && course.Document.TextOf(course.Document.TokenArray[index - 1]) is "underwent" or "had" or "to" or "undergo" or "by")))
            {
                return true;
            }
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (!mention.Is(Assertion.Negated | Assertion.NotPatient) && mention.Concept is ProcedureConcept { Term: not "biopsy", Use: not (ProcedureUse.Verb or ProcedureUse.Unrelated) })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"neoadjuvant chemotherapy", "preoperative radiotherapy", "pre-operative irradiation".</summary>
    private static bool IsNeoadjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var start = course.SentenceOf(mention).FirstToken;
        for (var index = mention.FirstToken; index >= Math.Max(start, mention.FirstToken - 5); index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.StartsWith("neoadjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("preoperative", StringComparison.OrdinalIgnoreCase)
                || word.Equals("neo", StringComparison.OrdinalIgnoreCase) || word.Equals("pre", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsCalledNeoadjuvantBehind(course, mention);
    }

    /// <summary>"denosumab for six months as [neoadjuvant] treatment", "was given in the [neoadjuvant] setting", "imatinib [preoperatively]".</summary>
    private static bool IsCalledNeoadjuvantBehind(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var isLed = false;
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + CalledReach); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "," or ";" or "and" or "but" or "then" or "followed")
            {
                return false;
            }

            isLed |= word is "as" or "in" or "with";
            if (word is "preoperatively" or "neoadjuvantly" || (isLed && word.StartsWith("neoadjuvant", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
