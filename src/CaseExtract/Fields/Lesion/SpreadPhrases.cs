using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>How a word of spread is bound to what stands beside it: to a tumour, a source, a place, an act.</summary>
internal sealed class SpreadPhrases
{
    /// <summary>How far into a sentence a word of reporting may stand.</summary>
    private const int ReportReach = 8;

    /// <summary>How far from a metastasis the recurrence may stand that is told in one breath with it.</summary>
    private const int RecurrenceReach = 6;

    /// <summary>How far before a word of spread a tumour may stand that it accompanies.</summary>
    private const int Reach = 24;

    /// <summary>How far behind "diagnosed" the metastasis may stand.</summary>
    private const int DiagnosedReach = 4;

    private static readonly MentionKinds Acts = MentionKinds.Of(MentionKind.Procedure) | MentionKind.Adjuvant;

    /// <summary>How far before the word of spread a mass may stand that is said to be spread, and how far the word that says so.</summary>
    private const int MassReach = 8;
    private const int SaidReach = 4;

    private readonly WordSet _to;
    private readonly WordSet _singles;
    private readonly WordSet _with;
    private readonly WordSet _others;
    private readonly WordSet _joins;
    private readonly WordSet _reports;
    private readonly WordSet _meninges;
    private readonly int _of;
    private readonly int _and;
    private readonly int _diagnosed;

    public SpreadPhrases(Vocabulary.Builder vocabulary)
    {
        _to = Words("to", "in", "at");
        _singles = Words("deposit", "tumor", "lesion", "nodule", "mass", "origin", "nature", "involvement", "localization", "location");
        _with = Words("with", "and");
        _others = Words("other", "further", "additional");
        _joins = Words("and", "or");
        _reports = Words("report", "reported", "present", "describe", "described");
        _meninges = Words("meningeal", "leptomeningeal");
        _of = vocabulary.Add("of");
        _and = vocabulary.Add("and");
        _diagnosed = vocabulary.Add("diagnosed");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"metastatic leiomyosarcoma", "squamous cell carcinoma of the rectum metastatic to both ovaries": the tumour that the word is said of.</summary>
    public PlacedMention? TumourOf(ClinicalCourse course, PlacedMention spread)
    {
        PlacedMention? before = null;
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Tumour, spread.FirstToken - 5, spread.EndToken + 2))
        {
            if (spread.FirstToken < mention.EndToken && mention.FirstToken < spread.EndToken)
            {
                // "peritoneal carcinomatosis" is a stage of the primary's disease; that of the meninges is a lesion of its own
                if (mention.Concept is (TumourConcept { Morphology: not null } or TumourConcept { Site: not null })
                    && (mention.Concept is not TumourConcept { Morphology: "8010" } || _meninges.Contains(course.Document.TokenArray[mention.FirstToken].Word)))
                {
                    return mention;
                }

                continue;
            }

            if (spread.FirstToken - mention.EndToken is >= 0 and <= 5 && spread.EndToken < course.SentenceOf(spread).EndToken && _to.Contains(course.Document.TokenArray[spread.EndToken].Word)
                && !Any(course, mention.EndToken, spread.FirstToken, _with))
            {
                before = mention;
            }

            if (mention.FirstToken - spread.EndToken is >= 0 and <= 2 && !Any(course, spread.EndToken, mention.FirstToken, _with))
            {
                return mention;
            }
        }

        return before;
    }

    /// <summary>Whether the tumour behind a word of spread is named with its organ: "metastatic prostate cancer", "metastatic carcinoma of the ileum".</summary>
    public bool IsOfOrgan(ClinicalCourse course, PlacedMention spread, TumourConcept tumour)
    {
        if (tumour.Site is not null)
        {
            return true;
        }

        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Site, spread.EndToken, spread.EndToken + 6))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Organ } && mention.FirstToken - spread.EndToken is >= 0 and <= 6
                && (mention.FirstToken - spread.EndToken <= 1 || WordBefore(course, mention, 1) == _of || WordBefore(course, mention, 2) == _of))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"bladder metastasis", "metastatic carcinoma to the mandible": the place that it has spread to.</summary>
    public PlacedMention? PlaceOf(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.FirstToken, spread.EndToken + 7))
        {
            if (mention.Kind is not (MentionKind.Site or MentionKind.Region or MentionKind.Level))
            {
                continue;
            }

            var behind = mention.FirstToken - spread.EndToken;
            if (spread.FirstToken - mention.EndToken is 0 || (behind is >= 1 and <= 7 && _to.Contains(WordBefore(course, mention, 1)))
                || (behind is >= 2 and <= 7 && _to.Contains(WordBefore(course, mention, 2))))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"metastatic bladder carcinoma to the clavicle", "metastatic lung carcinoma of the thyroid": a place that is not the tumour's organ stands behind its name.</summary>
    public bool IsElsewhere(ClinicalCourse course, PlacedMention spread, TumourConcept tumour)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.EndToken, spread.EndToken + 9))
        {
            if (mention.FirstToken - spread.EndToken is < 1 or > 9 || mention.Kind is not (MentionKind.Site or MentionKind.Region or MentionKind.Level))
            {
                continue;
            }

            var isTo = _to.Contains(WordBefore(course, mention, 1)) || _to.Contains(WordBefore(course, mention, 2)) || (mention.FirstToken - spread.EndToken >= 3 && _to.Contains(WordBefore(course, mention, 3)));
            var isOf = WordBefore(course, mention, 1) == _of || WordBefore(course, mention, 2) == _of || (mention.FirstToken - spread.EndToken >= 3 && WordBefore(course, mention, 3) == _of);
            if ((isTo || (isOf && tumour.Site is not null)) && !(mention.Concept is SiteConcept site && tumour.Site is { } own && TopographyCode.IsSameOrgan(site.Topography, own)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"had spread to", "metastasized": what stands before is the subject.</summary>
    public static bool IsVerb(ClinicalCourse course, PlacedMention spread)
    {
        var last = course.Document.TextOf(course.Document.TokenArray[spread.EndToken - 1]);
        return last is "to" or "from" || last.EndsWith("ized", StringComparison.OrdinalIgnoreCase) || last.EndsWith("ised", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"metastasis", "deposit", "secondary tumour", "leptomeningeal carcinomatosis"; not "metastases", "metastatic disease", "dissemination", nor "recurrence and metastasis", which tells how the disease went on.</summary>
    public bool IsSingular(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var other in course.MentionsNear(spread.Sentence, MentionKind.Spread, spread.FirstToken - RecurrenceReach, spread.EndToken + RecurrenceReach))
        {
            if (other.Value == "recurrence" && (IsJoined(course, other, spread) || IsJoined(course, spread, other)))
            {
                return false;
            }
        }

        var token = course.Document.TokenArray[spread.EndToken - 1];
        var last = course.Document.TextOf(token);
        return last.EndsWith("asis", StringComparison.OrdinalIgnoreCase) || _meninges.Contains(course.Document.TokenArray[spread.FirstToken].Word) || (_singles.Contains(token.Word) && !last.EndsWith("s", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsJoined(ClinicalCourse course, PlacedMention first, PlacedMention second) => Any(course, first.EndToken, second.FirstToken, _joins);

    /// <summary>"no other metastases": there is one.</summary>
    public bool IsOther(ClinicalCourse course, PlacedMention spread)
    {
        var start = course.SentenceOf(spread).FirstToken;
        return Any(course, Math.Max(start, spread.FirstToken - 4), spread.FirstToken, _others);
    }

    /// <summary>"We report a case of solitary splenic metastasis": a word of reporting opens the sentence, and no tumour stands before the metastasis.</summary>
    public bool IsReported(ClinicalCourse course, PlacedMention spread)
    {
        var start = course.SentenceOf(spread).FirstToken;
        if (!Any(course, start, Math.Min(spread.FirstToken, start + ReportReach), _reports))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsOf(spread.Sentence, MentionKind.Tumour))
        {
            if (mention is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: not TumourKind.Lesion } } && mention.EndToken <= spread.FirstToken)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"X with lung metastases": said along with a tumour named before it.</summary>
    public bool IsAccompanying(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Tumour, spread.FirstToken - Reach, spread.FirstToken))
        {
            if (mention.Concept is TumourConcept { Kind: TumourKind.Tumour } or TumourConcept { Kind: TumourKind.Generic, Site: not null }
                && spread.FirstToken - mention.EndToken is >= 1 and <= Reach && HasLink(mention.EndToken))
            {
                return true;
            }
        }

        return false;

        // the "and" of "became confused, and a puncture showed" joins clauses; the "with" of "consistent with" joins nothing, nor that of "a woman with X was diagnosed with", but "X was diagnosed with metastases" is told of X
        bool HasLink(int from)
        {
            for (var index = from; index < spread.FirstToken; index++)
            {
                if (_with.Contains(course.Document.TokenArray[index].Word) && !IsNewClause(course, spread, index) && !(course.Document.TokenArray[index].Word == _and && ClauseVerbs.FirstVerb(course.Document, index + 1, spread.FirstToken) >= 0) && !course.Has(spread.Sentence, index - 1, index + 1, MentionKind.Plot)
                    && !(index - 2 > from && course.Document.TokenArray[index - 1].Word == _diagnosed))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>"biopsy showed carcinoma, and penile metastasis was diagnosed": the one metastasis is the subject of a clause of its own.</summary>
    private bool IsNewClause(ClinicalCourse course, PlacedMention spread, int conjunction) => course.Document.TokenArray[conjunction].Word == _and && course.Document.TextOf(course.Document.TokenArray[conjunction - 1]) is ","
        && IsSingular(course, spread) && ClauseVerbs.FirstVerb(course.Document, spread.EndToken, Math.Min(spread.EndToken + 3, course.SentenceOf(spread).EndToken)) >= 0;

    /// <summary>"lymph node metastases": spread of the lesion with its regional nodes, not the lesion. In "a lung metastasis and a node metastasis" the first is not, nor are they in "adenopathy and metastases of the liver".</summary>
    public static bool IsOfNodes(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Site, spread.FirstToken - 3, spread.EndToken + 3))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Node } && mention.DistanceTo(spread) <= 3
                && course.Document.TextOf(course.Document.TokenArray[mention.FirstToken >= spread.EndToken ? spread.EndToken : spread.FirstToken - 1]) is not "and")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"histology confirmed a metastasis", "was diagnosed as having leptomeningeal carcinomatosis".</summary>
    public bool IsConfirmed(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.FirstToken - 14, spread.FirstToken))
        {
            var between = spread.FirstToken - mention.EndToken;
            if (between is >= 0 and <= 14
                && (mention.Value is "pathology" or "final" || (mention.Value == "diagnose" && course.Has(spread.Sentence, MentionKind.Plot, "pathology"))
                    || (between <= DiagnosedReach && IsDiagnosed(course, mention))))
            {
                return true;
            }
        }

        return IsConfirmedBehind(course, spread);
    }

    /// <summary>"the metastatic nature was confirmed by biopsy".</summary>
    private static bool IsConfirmedBehind(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.EndToken, spread.EndToken + DiagnosedReach))
        {
            if (mention.Value == "diagnose" && mention.FirstToken - spread.EndToken is 1 or 2 && ClauseVerbs.FirstVerb(course.Document, spread.EndToken, mention.FirstToken) >= 0
                && course.Document.TextOf(course.Document.TokenArray[mention.EndToken - 1]) is "confirmed" or "proven" or "proved" or "verified" or "established")
            {
                return course.Has(mention.Sentence, mention.EndToken, course.SentenceOf(mention).EndToken, MentionKind.Plot, "pathology");
            }
        }

        return false;
    }

    /// <summary>"skin tumors that were confirmed to be metastatic disease": a mass before it, and a word of diagnosis between the two; "consistent with" says less.</summary>
    public bool IsSaidOfMass(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var plot in course.MentionsNear(spread.Sentence, MentionKind.Plot, spread.FirstToken - SaidReach, spread.FirstToken))
        {
            if (plot.Value is not ("diagnose" or "final") || course.Document.TextOf(course.Document.TokenArray[plot.EndToken - 1]) is "with" || spread.FirstToken - plot.EndToken is < 1 or > SaidReach || Any(course, plot.EndToken, spread.FirstToken, _with))
            {
                continue;
            }

            foreach (ref readonly var mass in course.MentionsNear(spread.Sentence, plot.FirstToken - MassReach, plot.FirstToken))
            {
                if ((mass.Kind == MentionKind.LesionWord || mass.Concept is TumourConcept { Kind: TumourKind.Generic }) && plot.FirstToken - mass.EndToken is >= 1 and <= MassReach && !mass.Is(Assertion.NotFactual & ~Assertion.Uncertain))
                {
                    return !IsOfNodes(course, spread);
                }
            }
        }

        return false;
    }

    private bool IsDiagnosed(ClinicalCourse course, PlacedMention plot)
    {
        for (var index = plot.FirstToken; index < plot.EndToken; index++)
        {
            if (course.Document.TokenArray[index].Word == _diagnosed)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsTreated(ClinicalCourse course, PlacedMention spread)
    {
        if (!course.KindsOf(spread.Sentence).HasAny(Acts))
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.FirstToken - 5, spread.EndToken + 6))
        {
            if (mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant && !mention.Is(Assertion.NotFactual & ~Assertion.Uncertain)
                && (mention.FirstToken - spread.EndToken is >= 0 and <= 6 || spread.FirstToken - mention.EndToken is >= 0 and <= 5))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of spread stands near the first words of its sentence for the spine.</summary>
    /// <param name="spread">The word.</param>
    /// <param name="spine">These words (<see cref="SpineIn"/>).</param>
    public static bool IsAtSpine(PlacedMention spread, PlacedMention? spine) => spine is { } place && place.DistanceTo(spread) <= 12;

    /// <summary>The first words of a sentence for a place in or at the spine.</summary>
    public static PlacedMention? SpineIn(ClinicalCourse course, int sentence)
    {
        PlacedMention? first = null;
        Take(course.MentionsOf(sentence, MentionKind.Level));
        Take(course.MentionsOf(sentence, MentionKind.Compartment));
        Take(course.MentionsOf(sentence, MentionKind.Site));
        return first;

        void Take(ReadOnlySpan<PlacedMention> places)
        {
            foreach (ref readonly var mention in places)
            {
                if (mention.Kind != MentionKind.Site || mention.Concept is SiteConcept { Kind: SiteKind.Spine })
                {
                    first = first is { } known && (known.FirstToken, known.Kind).CompareTo((mention.FirstToken, mention.Kind)) <= 0 ? first : mention;
                    return;
                }
            }
        }
    }

    private static int WordBefore(ClinicalCourse course, PlacedMention mention, int distance) => course.Document.TokenArray[mention.FirstToken - distance].Word;

    private static bool Any(ClinicalCourse course, int from, int to, WordSet words)
    {
        for (var index = from; index < to; index++)
        {
            if (words.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }
}
