using System.Text;

namespace CaseExtract.Documents;

/// <summary>
/// Writes a document as plain text: a block a line, blank lines around headings and between paragraphs, the rows of a table a line each. White space
/// inside a block is one blank, as a page shows it.
/// </summary>
internal sealed class TextPage
{
    private readonly StringBuilder _page = new();
    private readonly StringBuilder _block = new();
    private bool _isInBlock;

    /// <summary>Adds words to the block that is being written.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                // soft hyphens and zero-width blanks are hints for line breaking, which is not done here
                if (character is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF'))
                {
                    _block.Append(character);
                }
            }
            else if (_block.Length > 0 && _block[^1] != ' ')
            {
                _block.Append(character == '\u00A0' ? '\u00A0' : ' ');
            }
        }
    }

    /// <summary>Ends a line inside a block.</summary>
    public void BreakLine()
    {
        if (AddLine())
        {
            _isInBlock = true;
        }
    }

    /// <summary>Ends the block: what follows is another paragraph.</summary>
    public void EndBlock()
    {
        AddLine();
        _isInBlock = false;
    }

    /// <summary>Adds the row of a table. Two cells are a name and its value; more are set apart by bars.</summary>
    public void Row(IReadOnlyList<string> cells)
    {
        var filled = cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        if (filled.Count == 0)
        {
            return;
        }

        var isNamed = cells.Count == 2 && filled.Count == 2 && !filled[0].EndsWith(':');
        Write(string.Join(cells.Count == 2 ? isNamed ? ": " : " " : " | ", filled));
        BreakLine();
    }

    public override string ToString()
    {
        EndBlock();
        return _page.ToString();
    }

    private bool AddLine()
    {
        var line = _block.ToString().Trim();
        _block.Clear();
        if (line.Length == 0)
        {
            return false;
        }

        if (_page.Length > 0 && !_isInBlock)
        {
            _page.Append('\n');
        }

        _page.Append(line).Append('\n');
        return true;
    }
}
