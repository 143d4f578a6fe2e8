using CaseExtract.Models;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>The headings of reports and papers, from <c>rules/heading.tsv</c>.</summary>
internal sealed class HeadingRules
{
    public const string File = "rules/heading.tsv";

    /// <summary>The headings, each with one more than the number of its kind.</summary>
    private readonly WordTable _kinds = new();

    /// <summary>So many tokens has the line that says what a report is.</summary>
    private const int LongestReportName = 14;

    private readonly byte[] _lengths; // by the first word of headings, the number of words of the longest; 0 where none starts
    private readonly WordSet _address, _finding, _story, _imaging, _pathology;

    public HeadingRules(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var table = models.Read(File);
        int heading = table.Column("heading"), kind = table.Column("kind");
        var lengths = new Dictionary<int, int>();
        foreach (var row in table.Rows)
        {
            var words = row[heading].Split(' ');
            var first = vocabulary.Add(words[0]);
            lengths[first] = Math.Max(lengths.GetValueOrDefault(first), words.Length);
            if (!_kinds.TryAdd(row[heading], (int)row.Enum<SectionKind>(kind) + 1))
            {
                throw row.Fault($"heading '{row[heading]}' stands twice");
            }
        }

        var highest = 0;
        foreach (var (first, _) in lengths)
        {
            highest = Math.Max(highest, first);
        }

        _lengths = new byte[highest + 1];
        foreach (var (first, length) in lengths)
        {
            _lengths[first] = (byte)(length + 1); // the number of a case may stand behind it
        }

        var page = models.Read(PageWordsFile);
        int word = page.Column("word"), role = page.Column("role");
        List<int> address = [], finding = [], story = [], imaging = [], pathology = [];
        foreach (var row in page.Rows)
        {
            var set = row[role] switch
            {
                "address" => address,
                "finding" => finding,
                "story" => story,
                "imaging" => imaging,
                "pathology" => pathology,
                _ => throw row.Fault($"role '{row[role]}' is not one of address, finding, story, imaging, pathology"),
            };
            set.Add(vocabulary.Add(row[word]));
        }

        _address = [.. address];
        _finding = [.. finding];
        _story = [.. story];
        _imaging = [.. imaging];
        _pathology = [.. pathology];
    }

    public const string PageWordsFile = "rules/page-word.tsv";

    /// <summary>How many words a heading that starts with the word has at most, 0 when none does: asked before the words are put together.</summary>
    public int LongestFrom(int word) => word < _lengths.Length ? _lengths[word] : 0;

    /// <summary>Whether the word belongs to the addresses of authors rather than to a story.</summary>
    public bool IsAffiliation(int word) => _address.Contains(word);

    /// <summary>Whether a word that tells a story stands among some, and so no title: a verb or a pronoun.</summary>
    public bool HoldsStory(ReadOnlySpan<Token> tokens) => Holds(_story, tokens);

    /// <summary>Whether some words tell what an examination found: a history told as a note is over.</summary>
    public bool HoldsFinding(ReadOnlySpan<Token> tokens) => Holds(_finding, tokens);

    /// <summary>What an examination a first line names: "MRI of the lumbar spine", "Histopathology report"; a story, or <see cref="SectionKind.Body"/>, where it names none.</summary>
    public SectionKind ExaminationOf(ReadOnlySpan<Token> line) => line.Length > LongestReportName || HoldsStory(line) ? SectionKind.Body
        : Holds(_imaging, line) ? SectionKind.Imaging : Holds(_pathology, line) ? SectionKind.Pathology : SectionKind.Body;

    private static bool Holds(WordSet words, ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (words.Contains(token.Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The kind of section that a heading opens. The heading of a case or a patient may end with a number.</summary>
    /// <param name="heading">Its words in lower case, joined by single blanks.</param>
    /// <param name="kind">The kind, if the heading is known.</param>
    public bool TryFind(ReadOnlySpan<char> heading, out SectionKind kind)
    {
        if (TryFindWhole(heading, out kind))
        {
            return true;
        }

        var blank = heading.LastIndexOf(' ');
        return blank > 0 && !heading[(blank + 1)..].ContainsAnyExceptInRange('0', '9') && TryFindWhole(heading[..blank], out kind) && kind == SectionKind.Case;
    }

    private bool TryFindWhole(ReadOnlySpan<char> heading, out SectionKind kind)
    {
        var number = _kinds.Find(heading, WordKey.Of(heading));
        kind = (SectionKind)Math.Max(0, number - 1);
        return number > 0;
    }
}
