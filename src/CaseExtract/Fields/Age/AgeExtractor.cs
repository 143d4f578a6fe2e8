using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Chooses the age at the presentation of the index lesion. An age at an earlier event counts only as a sum with the interval that the story
/// gives ("a 47-year-old underwent X; ten years later …" is 57).
/// </summary>
internal sealed class AgeExtractor
{
    /// <summary>How far behind the age its main verb may stand: "a 72-year-old woman with hepatitis, liver cirrhosis and diabetes underwent …".</summary>
    private const int MainVerbReach = 24;

    /// <summary>So many months lie behind an act that is surely of another course, however it is told.</summary>
    private const double LongAgo = 36;

    /// <summary>How far behind an age the operation may stand that was done at it.</summary>
    private const int OperationReach = 10;

    private readonly int _at, _age, _the, _of, _since, _when, _was, _until, _underwent, _operated, _patient;

    public AgeExtractor(Vocabulary.Builder vocabulary)
    {
        _at = vocabulary.Add("at");
        _age = vocabulary.Add("age");
        _the = vocabulary.Add("the");
        _of = vocabulary.Add("of");
        _since = vocabulary.Add("since");
        _when = vocabulary.Add("when");
        _was = vocabulary.Add("was");
        _until = vocabulary.Add("until");
        _underwent = vocabulary.Add("underwent");
        _operated = vocabulary.Add("operated");
        _patient = vocabulary.Add("patient");
    }

    /// <param name="course">The story.</param>
    /// <param name="lesion">The index lesion, when the report tells its first course: it has neither spread nor come back, and no operation is earlier; else <see cref="IndexLesion.None"/>.</param>
    /// <param name="isMetastasis">Whether the report is told for a metastasis.</param>
    /// <param name="evidence">Makes the evidence.</param>
    public Schema.Age? Extract(ClinicalCourse course, IndexLesion lesion, bool isMetastasis, EvidenceFactory evidence)
    {
        PlacedMention? best = null;
        var bestScore = double.NegativeInfinity;
        var isFirst = true;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention.Is(Assertion.NotPatient))
            {
                continue;
            }

            // the first age of a story is the patient's
            var score = Weigh(course, mention, isFirst, features: null);
            isFirst &= course.SentenceOf(mention).Section == SectionKind.Title;
            if (score > bestScore)
            {
                best = mention;
                bestScore = score;
            }
        }

        if (best is not { } chosen || bestScore < -2)
        {
            return null;
        }

        chosen = AtPresentation(course, chosen) ?? chosen;
        var atDiagnosis = AtDiagnosis(course, lesion, chosen);
        chosen = atDiagnosis ?? chosen;
        var age = (AgeConcept)chosen.Concept;
        var value = age.Value;
        var confidence = bestScore >= 3 ? 0.98 : bestScore >= 1 ? 0.93 : 0.75;
        if (atDiagnosis is null && chosen.Episode == Episode.Earlier && IsEarlierEvent(course, chosen, isMetastasis))
        {
            // an act of the past at that age: the sum where the story gives whole years, the same age within half a year, else nothing
            if (age.Unit != TimeUnit.Year || chosen.MonthsBefore is not { } months || months is >= 6 and < 12)
            {
                return null;
            }

            value = months < 12 ? value : Math.Round(value + (months / 12), 2, MidpointRounding.AwayFromZero);
            confidence = 0.7;
        }

        return new Schema.Age
        {
            Value = value,
            Unit = NameOf(age.Unit),
            Years = Math.Round(value / age.Unit.PerYear(), 2, MidpointRounding.AwayFromZero),
            Approximate = age.IsApproximate,
            Confidence = confidence,
            Evidence = evidence.Of(chosen),
        };
    }

    private static string NameOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Year => "year",
        TimeUnit.Month => "month",
        TimeUnit.Week => "week",
        _ => "day",
    };

    /// <summary>"A 71-year-old man was treated for … In 2012, aged 80, he developed back pain": the age told with how the patient came outdoes one told before.</summary>
    private static PlacedMention? AtPresentation(ClinicalCourse course, PlacedMention chosen)
    {
        if (chosen.Placement != Placement.BeforePresentation)
        {
            return null;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention is { Kind: MentionKind.Age, Placement: Placement.Told } && mention.FirstToken > chosen.FirstToken && ((AgeConcept)mention.Concept).Years > ((AgeConcept)chosen.Concept).Years
                && !mention.Is(Assertion.NotPatient | Assertion.Historical) && !course.Has(mention.Sentence, MentionKind.Person, "relative") && course.Has(mention.Sentence, MentionKind.Plot, "present"))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>
    /// "A 6-year-old boy came with a blocked shunt. He had been diagnosed at the age of three months with an ependymoma": where the index lesion is first named
    /// with the age at which it was found, that is the age at its presentation.
    /// </summary>
    private PlacedMention? AtDiagnosis(ClinicalCourse course, IndexLesion lesion, PlacedMention chosen)
    {
        if (lesion.Mentions.Count == 0)
        {
            return null;
        }

        var sentence = lesion.Mentions[0].Sentence;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention.Sentence == sentence && mention.FirstToken > chosen.FirstToken && ((AgeConcept)mention.Concept).Years < ((AgeConcept)chosen.Concept).Years
                && !mention.Is(Assertion.NotPatient) && StartsLikeEarlierEvent(course, mention) && course.Has(sentence, MentionKind.Plot, "treated"))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>The ages that were weighed, in text order.</summary>
    public IReadOnlyList<WeighedAge> Explain(ClinicalCourse course)
    {
        var ages = new List<WeighedAge>();
        var isFirst = true;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (!mention.Is(Assertion.NotPatient))
            {
                var features = new List<WeighedFeature>();
                Weigh(course, mention, isFirst, features);
                isFirst &= course.SentenceOf(mention).Section == SectionKind.Title;
                ages.Add(new WeighedAge(mention, features));
            }
        }

        return ages;
    }

    private double Weigh(ClinicalCourse course, PlacedMention mention, bool isFirst, List<WeighedFeature>? features)
    {
        var score = course.SentenceOf(mention).Section switch
        {
            SectionKind.Title => Add("age-in-title", -0.5),
            SectionKind.Caption => Add("age-in-caption", -1),
            SectionKind.Discussion => Add("age-in-discussion", -2),
            SectionKind.History => Add("age-in-history", -2),
            _ => 0,
        };
        var isBesideNoun = false;
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind != MentionKind.Person)
            {
                continue;
            }

            var distance = other.FirstToken >= mention.EndToken ? other.FirstToken - mention.EndToken : mention.FirstToken - other.EndToken;
            if (!isBesideNoun && other.Value is "female-noun" or "male-noun" or "patient" && distance is >= 0 and <= 5)
            {
                isBesideNoun = true;
                score += Add("beside-patient", 2);
            }

            if (other.Value == "relative" && other.FirstToken - mention.EndToken is >= 0 and <= 1)
            {
                score += Add("beside-relative", -4);
            }

            // "her 60-year-old brother", "his 5-year-old son"
            if (other.Value is "female-pronoun" or "male-pronoun" && other.EndToken == mention.FirstToken)
            {
                score += Add("behind-pronoun", -2);
            }

            if (other.Value == "patients" && distance is >= 0 and <= 4)
            {
                score += Add("beside-patients", -3);
            }
        }

        return score + (isFirst ? Add("first-age", 1.5) : 0)
            + (StartsLikeEarlierEvent(course, mention) ? Add("age-of-event", -3) : 0)
            + (mention.Is(Assertion.Historical) ? Add("called-history", -1) : 0);

        double Add(string name, double worth)
        {
            features?.Add(new WeighedFeature(name, 1, worth));
            return worth;
        }
    }

    /// <summary>"at the age of 37", "since she was 4 years old": the age of an event, mostly not this one.</summary>
    private bool StartsLikeEarlierEvent(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(mention).FirstToken;
        for (var index = mention.FirstToken; index >= start && index >= mention.FirstToken - 5; index--)
        {
            var word = tokens[index].Word;
            if (word == _since || word == _when || word == _until || (word == _at && index < mention.FirstToken))
            {
                return true;
            }

            if (index < mention.FirstToken && word != _age && word != _the && word != _of && word != _was && word != _patient && tokens[index].End - tokens[index].Start > 4)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"[was operated on] for a melanoma", "[underwent surgery] for …"; drugs that somebody "was treated with" are rather the present course.</summary>
    private static bool IsMainVerbFor(Document document, PlacedMention act) =>
        document.TextOf(document.TokenArray[act.FirstToken]) is "was" or "underwent" && act.EndToken < document.TokenArray.Length && document.TextOf(document.TokenArray[act.EndToken]) is "for";

    /// <summary>
    /// Whether the age is that at an earlier event: told before the present course starts, or with an act of the past as its main verb ("a 47-year-old man
    /// underwent …"). It is not when its sentence dates the past back from it ("a 50-year-old woman who had a mastectomy two years ago").
    /// </summary>
    private bool IsEarlierEvent(ClinicalCourse course, PlacedMention age, bool isMetastasis)
    {
        bool hasOperation = false, isPresented = false, isDiagnosed = false, isTreated = false;
        var isOfEvent = StartsLikeEarlierEvent(course, age);
        foreach (ref readonly var mention in course.MentionsOf(age.Sentence))
        {
            if (mention.FirstToken < age.FirstToken)
            {
                // "we report on a 41-year-old woman who underwent three operations": the age of the report
                if (mention is { Kind: MentionKind.Person, Value: "our-patient" })
                {
                    return false;
                }

                // "the tumor was first curetted when she was 24 years old"
                if (isOfEvent && mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant)
                {
                    return true;
                }

                continue;
            }

            if (mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Tumour && (mention.IsDated || mention.Is(Assertion.Historical | Assertion.PastPerfect)))
            {
                return false;
            }

            isPresented |= mention.Kind == MentionKind.Plot && mention.Value == "present";
            var isDiagnosis = mention.Kind == MentionKind.Plot && course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).Contains("diagnosed", StringComparison.OrdinalIgnoreCase);
            isDiagnosed |= isDiagnosis;
            isTreated |= !isDiagnosis && mention is { Kind: MentionKind.Plot, Value: "treated" } && IsMainVerbFor(course.Document, mention);
            isMetastasis &= mention.Kind != MentionKind.Spread || mention.Value != "metastasis"; // "was diagnosed with a lung metastasis" is the presentation
            hasOperation |= mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant;
        }

        // "a 40-year-old man was diagnosed with a liposarcoma … Two years after the surgery a metastasis was found in the heart"
        if (isDiagnosed && !isPresented && isMetastasis && age is { Placement: Placement.BeforePresentation, MonthsBefore: >= 12 })
        {
            return true;
        }

        // "a 43-year-old woman was operated on for a melanoma. After two years …", "X at the age of 36, and Y six years later"
        if (((isTreated && !isPresented) || isOfEvent) && age is { Placement: Placement.BeforePresentation, MonthsBefore: >= 12 })
        {
            return true;
        }

        var end = Math.Min(course.SentenceOf(age).EndToken, age.EndToken + MainVerbReach);
        // "he was 47 when his kidney was removed"
        var hasAct = hasOperation && age.EndToken < end && (course.Document.TokenArray[age.EndToken].Word == _when || course.Document.TokenArray[age.EndToken].Word == _at);
        if (age is { Placement: Placement.BeforePresentation, MonthsBefore: >= LongAgo } && IsOfOperation(course, age))
        {
            return true;
        }

        for (var index = age.EndToken; index < end; index++)
        {
            hasAct |= hasOperation && (course.Document.TokenArray[index].Word == _underwent || (course.Document.TokenArray[index].Word == _operated && course.Document.TokenArray[index - 1].Word == _was));
        }

        return hasAct && (!isPresented || age.Placement == Placement.BeforePresentation);
    }

    /// <summary>
    /// "a 60-year-old man had his kidney removed", "was treated by nephrectomy": the sentence tells an operation as what was done at that age; not one that it dates, or tells in passing ("a
    /// 68-year-old patient, operated …", "a woman who had …").
    /// </summary>
    private static bool IsOfOperation(ClinicalCourse course, PlacedMention age)
    {
        if (course.Has(age.Sentence, MentionKind.Interval))
        {
            return false;
        }

        foreach (ref readonly var operation in course.MentionsNear(age.Sentence, MentionKind.Procedure, age.EndToken, age.EndToken + OperationReach))
        {
            if (operation.FirstToken < age.EndToken || operation.Is(Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect) || operation.Concept is ProcedureConcept { Term: "biopsy" })
            {
                continue;
            }

            for (var index = age.EndToken; index < operation.FirstToken; index++)
            {
                if (WordAt(index) is "," or "who" or "whose" or "with" or "after" or "following" or "for" or "diagnosed")
                {
                    return WordAt(index) is "with" && index > age.EndToken + 2 && WordAt(index - 1) is "treated" or "managed" or "surgically" or "operated";
                }
            }

            return true;
        }

        return false;

        ReadOnlySpan<char> WordAt(int token) => course.Document.TextOf(course.Document.TokenArray[token]);
    }
}
