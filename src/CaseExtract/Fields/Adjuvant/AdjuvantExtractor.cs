using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Treatments beside surgery that were given in the present course, after or instead of an operation.</summary>
internal sealed class AdjuvantExtractor
{
    /// <summary>So far behind a drug its use as a tracer may be told: "iodine-131-metaiodobenzylguanidine scintigraphy".</summary>
    private const int TracerReach = 4;

    private readonly WordRoles<TreatmentWord> _words;
    private readonly TreatmentReference _references;
    private readonly TreatmentTime _time;
    private readonly OtherIndications _indications;

    public AdjuvantExtractor(ModelSource models, Vocabulary.Builder vocabulary)
    {
        _words = new WordRoles<TreatmentWord>(models, "rules/treatment-word.tsv", vocabulary);
        _references = new TreatmentReference(_words, vocabulary);
        _time = new TreatmentTime(_words, _references, vocabulary);
        _indications = new OtherIndications(_words);
    }

    public IReadOnlyList<Adjuvant> Extract(ClinicalCourse course, IndexLesion lesion, List<Operation> operations, EvidenceFactory evidence)
    {
        if (course.Of(MentionKind.Adjuvant).IsEmpty)
        {
            return [];
        }

        var regimen = CombinedRegimens(course);
        var byKind = new List<(string Kind, List<PlacedMention> Mentions)>();
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            if (mention.Is(Assertion.NotFactual) || mention.Episode is Episode.General or Episode.Earlier
                || course.SentenceOf(mention).Section == SectionKind.Title || IsTracer(course, mention) || IsPlainWord(course, mention) || _indications.IsOther(course, lesion, mention) || _references.IsAhead(course, mention) || _references.IsProperty(course, mention))
            {
                continue;
            }

            foreach (var kind in ((AdjuvantConcept)mention.Concept).Kinds)
            {
                if (kind is "immunotherapy" or "targeted" && IsOf(regimen, mention))
                {
                    continue;
                }

                MentionsOf(byKind, kind).Add(mention);
            }
        }

        if (byKind.Count > 1)
        {
            byKind.Sort(static (left, right) => string.CompareOrdinal(left.Kind, right.Kind));
        }

        var removal = FirstRemoval(operations);
        var adjuvants = new List<Adjuvant>(byKind.Count);
        foreach (var (kind, mentions) in byKind)
        {
            if (_time.IsBeforeOnly(course, mentions, removal) || (WasGivenEarlier(course, kind, mentions) && _time.IsReferredTo(course, mentions)))
            {
                continue;
            }

            adjuvants.Add(new Adjuvant { Kind = kind, Confidence = mentions.Count > 1 ? 0.9 : 0.82, Evidence = evidence.Of(CollectionsMarshal.AsSpan(mentions)) });
        }

        return adjuvants;
    }

    /// <summary>Whether the earlier part tells of a kind of treatment; of a drug that is named now, it must have been that drug.</summary>
    private static bool WasGivenEarlier(ClinicalCourse course, string kind, List<PlacedMention> now)
    {
        var isGiven = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            isGiven |= mention.Episode == Episode.Earlier && !mention.Is(Assertion.NotFactual) && ((AdjuvantConcept)mention.Concept).Kinds.Contains(kind);
        }

        foreach (var mention in now)
        {
            if (mention.Concept is AdjuvantConcept { Note: "drug" } && !IsNamedEarlier(course, mention))
            {
                return false;
            }
        }

        return isGiven;
    }

    private static bool IsNamedEarlier(ClinicalCourse course, PlacedMention drug)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            if (mention.Episode == Episode.Earlier && mention.FirstToken < drug.FirstToken && (mention.Concept == drug.Concept || Names(course, mention, course.Document.TextOf(course.Document.SpanOf(drug.FirstToken, drug.EndToken)))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<PlacedMention> MentionsOf(List<(string Kind, List<PlacedMention> Mentions)> byKind, string kind)
    {
        foreach (var (known, mentions) in byKind)
        {
            if (known == kind)
            {
                return mentions;
            }
        }

        byKind.Add((kind, []));
        return byKind[^1].Mentions;
    }

    /// <summary>Whether a drug stands beside one of a regimen.</summary>
    private static bool IsOf(List<PlacedMention> regimen, PlacedMention drug)
    {
        int low = 0, high = regimen.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = regimen[middle].FirstToken < drug.FirstToken - 4 ? (middle + 1, high) : (low, middle);
        }

        // a neighbour may end a sentence
        while (low < regimen.Count && regimen[low].Sentence < drug.Sentence)
        {
            low++;
        }

        return low < regimen.Count && regimen[low].Sentence == drug.Sentence && regimen[low].FirstToken <= drug.FirstToken + 4;
    }

    /// <summary>"iodine-131 MIBG scintigraphy": a drug that is only looked at.</summary>
    private bool IsTracer(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + TracerReach); index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is ",")
            {
                return false;
            }

            if (_words.Is(course.Document.TokenArray[index].Word, TreatmentWord.Scan))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"rest, ice and elevation": a regimen of one word is written in capitals; "stage IVa" is none either.</summary>
    private bool IsPlainWord(ClinicalCourse course, PlacedMention mention) =>
        mention is { Concept: AdjuvantConcept { Note: "regimen" } } && mention.EndToken - mention.FirstToken == 1
        && (!course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).ContainsAnyInRange('A', 'Z')
            || (mention.FirstToken > course.SentenceOf(mention).FirstToken && _words.Is(course.Document.TokenArray[mention.FirstToken - 1].Word, TreatmentWord.Class)));

    /// <summary>Bortezomib and R-CHOP regimens count as chemotherapy, whatever else is in them.</summary>
    private static List<PlacedMention> CombinedRegimens(ClinicalCourse course)
    {
        var regimens = new List<PlacedMention>();
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            if (Names(course, mention, "bortezomib")
                || course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).EndsWith("CHOP", StringComparison.Ordinal)
                || (Names(course, mention, "rituximab") && course.Once(mention.Sentence, NamesPartners)))
            {
                regimens.Add(mention);
            }
        }

        return regimens;
    }

    /// <summary>R-CHOP and R-CVP told drug by drug: they stand in one sentence.</summary>
    private static bool NamesPartners(ClinicalCourse course, int sentence)
    {
        bool hasCyclophosphamide = false, hasVincristine = false;
        foreach (ref readonly var other in course.MentionsOf(sentence, MentionKind.Adjuvant))
        {
            hasCyclophosphamide |= Names(course, other, "cyclophosphamide");
            hasVincristine |= Names(course, other, "vincristine");
        }

        return hasCyclophosphamide && hasVincristine;
    }

    private static bool Names(ClinicalCourse course, PlacedMention mention, ReadOnlySpan<char> drug) =>
        course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).Contains(drug, StringComparison.OrdinalIgnoreCase);

    /// <summary>The token at which the lesion was first removed in the present course; 0 when it was not.</summary>
    private static int FirstRemoval(List<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Term is "resection" or "amputation" or "enucleation" or "curettage" || operation.Organ is not null || GeneralRemoval.IsNamedByOrgan(operation))
            {
                return operation.Mention.FirstToken;
            }
        }

        return 0;
    }
}
