using System.Numerics;
using System.Runtime.CompilerServices;
using CaseExtract.Models;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// The words of a rule file and the roles that each plays in a grammar or a field, kept as flags by the word's number: a token's roles are
/// one array read. The file has the columns <c>word</c>, <c>roles</c> (several with a blank between) and <c>value</c>.
/// </summary>
/// <typeparam name="TRole">A flags enumeration of 32 or 64 bits whose members, in kebab case, are the role names of the file.</typeparam>
internal sealed class WordRoles<TRole> where TRole : unmanaged, Enum
{
    private readonly Dictionary<int, string> _values = [];
    private TRole[] _roles = [];

    public WordRoles(ModelSource models, string file, Vocabulary.Builder vocabulary)
    {
        if (models.Made(file) is { } image)
        {
            Read(image);
            return;
        }

        Read(models.Read(file), vocabulary);
        models.Keep(file, Write);
    }

    /// <summary>Whether a word plays one of the roles.</summary>
    public bool Is(int word, TRole any) => (uint)word < (uint)_roles.Length && Overlap(_roles[word], any);

    /// <summary>Whether a word that plays one of the roles stands in a range of tokens.</summary>
    public bool Stand(ReadOnlySpan<Token> tokens, int from, int to, TRole any)
    {
        for (var index = from; index < to; index++)
        {
            if (Is(tokens[index].Word, any))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every role that a word plays.</summary>
    public TRole RolesOf(int word) => (uint)word < (uint)_roles.Length ? _roles[word] : default;

    /// <summary>All words that play one of the roles.</summary>
    public List<int> WordsWith(TRole any)
    {
        var words = new List<int>();
        for (var word = 0; word < _roles.Length; word++)
        {
            if (Is(word, any))
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>What the file says beside a word; empty where it says nothing.</summary>
    public string ValueOf(int word) => _values.GetValueOrDefault(word, "");

    /// <summary>Gives a word of another file a role. Only while models are loaded.</summary>
    public void Mark(int word, TRole role)
    {
        if (word >= _roles.Length)
        {
            Array.Resize(ref _roles, (int)BitOperations.RoundUpToPowerOf2((uint)word + 1));
        }

        _roles[word] = Union(_roles[word], role);
    }

    private void Read(ModelTable table, Vocabulary.Builder vocabulary)
    {
        int word = table.Column("word"), roles = table.Column("roles"), value = table.Column("value");
        foreach (var row in table.Rows)
        {
            Put(vocabulary.Add(row[word]), row, roles, value);
            foreach (var form in SpellingVariants.Of(row[word]))
            {
                // a plural that a lexicon lists, such as vertebrae, has a number of its own and plays the same roles; not one that means something else, such as patients
                if (vocabulary.TryFind(form, out var number) && !vocabulary.IsKeptApart(form))
                {
                    Put(number, row, roles, value);
                }
            }
        }
    }

    private void Read(ImageReader image)
    {
        _roles = image.Array<TRole>();
        var words = image.Array<int>();
        var values = image.Strings();
        for (var index = 0; index < words.Length; index++)
        {
            _values.Add(words[index], values[index]);
        }
    }

    private void Write(ImageWriter image)
    {
        image.Array<TRole>(_roles.AsSpan(0, Array.FindLastIndex(_roles, roles => Overlap(roles, roles)) + 1));
        image.Array<int>([.. _values.Keys]);
        image.Strings([.. _values.Values]);
    }

    private void Put(int word, ModelRow row, int roles, int value)
    {
        foreach (var role in row[roles].Split(' '))
        {
            Mark(word, row.Enum<TRole>(role));
        }

        if (row[value].Length > 0)
        {
            _values[word] = row[value];
        }
    }

    // what is not of the enumeration's width is no code once it is compiled
    private static bool Overlap(TRole one, TRole other) => Unsafe.SizeOf<TRole>() == sizeof(ulong)
        ? (Unsafe.BitCast<TRole, ulong>(one) & Unsafe.BitCast<TRole, ulong>(other)) != 0
        : (Unsafe.BitCast<TRole, uint>(one) & Unsafe.BitCast<TRole, uint>(other)) != 0;

    private static TRole Union(TRole one, TRole other) => Unsafe.SizeOf<TRole>() == sizeof(ulong)
        ? Unsafe.BitCast<ulong, TRole>(Unsafe.BitCast<TRole, ulong>(one) | Unsafe.BitCast<TRole, ulong>(other))
        : Unsafe.BitCast<uint, TRole>(Unsafe.BitCast<TRole, uint>(one) | Unsafe.BitCast<TRole, uint>(other));
}
