using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>
/// First parts of words, from <c>rules/combining-form.tsv</c>, that writers part from the rest: "an intra-cortical osteosarcoma", "the recto-vaginal septum".
/// A term that a lexicon lists with such a word is met in both ways.
/// </summary>
internal sealed class CombiningForms
{
    /// <summary>The rest of the word is at least so long.</summary>
    private const int ShortestRest = 4;

    /// <summary>A rest so long is understood though it is no word of its own: "hemangio-endothelioma".</summary>
    private const int LongRest = 7;

    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private readonly int _longest;

    public CombiningForms(ModelSource models)
    {
        var table = models.Read("rules/combining-form.tsv");
        var form = table.Column("form");
        foreach (var row in table.Rows)
        {
            _forms.Add(row[form]);
            _longest = Math.Max(_longest, row[form].Length);
        }
    }

    /// <summary>Whether a term holds a word that may be written in two.</summary>
    public bool MayPart(ReadOnlySpan<char> term)
    {
        var known = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int start = 0, end; start < term.Length; start = end + 1)
        {
            end = EndOf(term, start);
            for (var cut = start + 2; cut <= Math.Min(end - ShortestRest, start + _longest); cut++)
            {
                if (known.Contains(term[start..cut]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The other ways to write a term: one of its words in two, where what is left of the word is a word as well, or long.</summary>
    public IEnumerable<string> Part(string term, Vocabulary.Builder vocabulary)
    {
        for (int start = 0, end; start < term.Length; start = end + 1)
        {
            end = EndOf(term, start);
            for (var cut = start + 2; cut <= Math.Min(end - ShortestRest, start + _longest); cut++)
            {
                if (_forms.Contains(term[start..cut]) && (end - cut >= LongRest || vocabulary.TryFind(term.AsSpan(cut, end - cut), out _)))
                {
                    yield return term.Insert(cut, " ");
                }
            }
        }
    }

    private static int EndOf(ReadOnlySpan<char> term, int start)
    {
        var length = term[start..].IndexOfAny(' ', '-');
        return length < 0 ? term.Length : start + length;
    }
}
