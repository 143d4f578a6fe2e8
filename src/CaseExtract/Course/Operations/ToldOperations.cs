using System.Runtime.InteropServices;

namespace CaseExtract.Course;

/// <summary>What an account of operations needs to know of those told so far, so that no operation is compared with all before it.</summary>
internal sealed class ToldOperations
{
    private readonly List<string> _terms = [];  // each once: the lexicon bounds them
    private readonly List<string> _now = []; // those of the present course
    private List<string>? _earlier; // those of an earlier one: few reports have any
    private List<double>? _months; // of earlier operations that took an organ, each once
    private int _firstRemoval; // the sentence that told it
    private bool _hasOrganRemoval;
    private bool _hasEarlierOrganRemoval;

    /// <summary>Whether a lesion or an organ was taken in the present course.</summary>
    public bool HasRemoval { get; private set; }

    /// <summary>Whether one was taken before a sentence.</summary>
    public bool HasRemovalBefore(int sentence) => HasRemoval && _firstRemoval < sentence;

    public void Add(Operation operation)
    {
        if (!_terms.Contains(operation.Term))
        {
            _terms.Add(operation.Term);
        }

        var ofItsTime = operation.IsEarlier ? _earlier ??= [] : _now;
        if (!ofItsTime.Contains(operation.Term))
        {
            ofItsTime.Add(operation.Term);
        }

        if (operation is { IsEarlier: true, Organ: not null, Mention.MonthsBefore: { } months } && !IsKnown(months))
        {
            (_months ??= []).Add(months);
        }

        var isOfOrgan = operation.Organ is not null || GeneralRemoval.IsNamedByOrgan(operation);
        var isRemoval = operation.Term == "resection" || (isOfOrgan && operation.Term != "lymphadenectomy");
        if (isRemoval && !operation.IsEarlier && !HasRemoval)
        {
            (HasRemoval, _firstRemoval) = (true, operation.Mention.Sentence);
        }

        _hasOrganRemoval |= isRemoval && isOfOrgan && !operation.IsEarlier;
        _hasEarlierOrganRemoval |= isRemoval && isOfOrgan && operation.IsEarlier;
    }

    private bool IsKnown(double months)
    {
        foreach (var known in CollectionsMarshal.AsSpan(_months))
        {
            if (known.Equals(months))
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(string term) => _terms.Contains(term);

    /// <summary>Whether an operation was told in the present course.</summary>
    public bool HasNow(string term) => _now.Contains(term);

    /// <summary>Whether an operation was told of an earlier course.</summary>
    public bool HasEarlier(string term) => _earlier?.Contains(term) is true;

    public bool HasOrganRemoval(bool isEarlier) => isEarlier ? _hasEarlierOrganRemoval : _hasOrganRemoval;

    /// <summary>Whether an organ was operated on within a month of so many months ago.</summary>
    public bool HasOrganOperation(double months)
    {
        foreach (var before in CollectionsMarshal.AsSpan(_months))
        {
            if (Math.Abs(before - months) < 1)
            {
                return true;
            }
        }

        return false;
    }
}
