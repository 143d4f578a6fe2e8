using CaseExtract.Annotation.Grammars;

namespace CaseExtract.Fields;

/// <summary>Levels, each with the first mention that gives it.</summary>
internal sealed class SourcedLevels
{
    private readonly int[] _sources = new int[VertebralLevel.Count];

    public VertebraSet Levels { get; private set; }

    public void Add(VertebraSet levels, int mention)
    {
        foreach (var level in levels)
        {
            if (!Levels.Contains(level))
            {
                _sources[level.Order] = mention;
            }
        }

        Levels = Levels.Union(levels);
    }

    /// <summary>Index of the mention that gives a level of the set.</summary>
    public int SourceOf(VertebralLevel level) => _sources[level.Order];
}
