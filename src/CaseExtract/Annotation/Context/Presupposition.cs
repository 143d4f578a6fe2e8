using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation.Context;

/// <summary>What a negation takes for granted and does not deny.</summary>
internal static class Presupposition
{
    /// <summary>
    /// Whether the words between a negation and what it might deny put the latter outside it: another subject behind a comma ("without
    /// deficit, the pain"), the object of a verb ("no deficit followed the operation"), or a place or time that is taken for granted ("no
    /// calcification within the mass"). A denied finding in an organ leaves the organ denied: it is not where the disease is.
    /// </summary>
    public static bool Holds(Document document, int from, Mention target)
    {
        if (ClauseBounds.HasOtherSubject(document, from, target.FirstToken))
        {
            return true;
        }

        if (target.Kind is not (MentionKind.Presentation or MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Test or MentionKind.Plot))
        {
            return false;
        }

        // Only the noun phrase that the target stands in: what follows a comma or a conjunction belongs to the list again.
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "," or "and" or "or" or "nor")
            {
                return false;
            }

            // "no recurrence on follow-up MRI": what shows nothing was done
            if (target.Kind is MentionKind.Procedure or MentionKind.Test or MentionKind.Plot && word is "on" or "at" or "after" or "during" or "following" or "since" or "despite" or "until" or "before")
            {
                return true;
            }

            if (word is "the" or "his" or "her" or "this" or "a" or "an")
            {
                var before = document.TextOf(document.TokenArray[index - 1]);
                return before.EndsWith("ed", StringComparison.Ordinal)
                    || (word is not ("a" or "an") && before is "in" or "within" or "inside" or "around" or "at" or "on" or "near" or "below" or "above" or "beneath" or "behind" or "beside"
                        or "after" or "before" or "during" or "following" or "since" or "to" or "from" or "with")
                    || (before is "of" && document.TextOf(document.TokenArray[index - 2]) is "level");
            }
        }

        return false;
    }

    /// <summary>Whether a mention is what something was brought about by: "resolution of the edema with [dexamethasone]".</summary>
    public static bool IsMeans(Document document, int from, Mention target)
    {
        for (var index = from; index < target.FirstToken; index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "by" or "with" or "after" or "following" or "on" or "under" or "during")
            {
                return true;
            }
        }

        return false;
    }
}
