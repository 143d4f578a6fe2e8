using System.Text;

namespace CaseExtract.Documents;

/// <summary>
/// Rich Text Format 1.9.1 (Microsoft, 2008), which word processors and hospital systems write: its words, paragraphs and rows of tables. Fonts, styles,
/// pictures, headers, hidden and deleted text are left out.
/// </summary>
internal static class RichText
{
    /// <exception cref="DocumentException">It is no RTF, or nested too deep.</exception>
    public static DocumentText Read(ReadOnlySpan<byte> bytes, ReadingOptions options)
    {
        if (!bytes.StartsWith("{\\rtf"u8))
        {
            throw new DocumentException(ReportErrorKind.Malformed, "the file is no RTF document");
        }

        return new DocumentText(new Reading(bytes, options).Run(), "application/rtf");
    }

    /// <summary>What a group changes and its end restores.</summary>
    /// <param name="IsLeftOut">Nothing in it is text of the document.</param>
    /// <param name="FallbackLength">How many characters stand behind a <c>\u</c> for readers that do not know it.</param>
    private readonly record struct Group(bool IsLeftOut, int FallbackLength);

    private ref struct Reading(ReadOnlySpan<byte> bytes, ReadingOptions options)
    {
        private RichTextLexer _lexer = new(bytes);
        private readonly TextPage _page = new();
        private readonly List<string> _cells = [];
        private readonly List<byte> _encoded = [];
        private readonly StringBuilder _text = new();
        private readonly Stack<Group> _outer = new();
        private Encoding _encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        private Group _group = new(false, 1);
        private int _toSkip;
        private bool _isInRow;
        private bool _isBehindRow;

        public string Run()
        {
            for (var piece = _lexer.Read(); piece != RichTextPiece.End; piece = _lexer.Read())
            {
                switch (piece)
                {
                    case RichTextPiece.GroupStart:
                        Open();
                        break;
                    case RichTextPiece.GroupEnd:
                        Close();
                        break;
                    case RichTextPiece.Word:
                        Control(_lexer.Word, _lexer.Number);
                        break;
                    case RichTextPiece.Symbol:
                        Symbol();
                        break;
                    case RichTextPiece.Byte:
                        Encoded(_lexer.Value);
                        break;
                }
            }

            EndParagraph();
            return _page.ToString();
        }

        private void Open()
        {
            FlushEncoded();
            if (_outer.Count >= options.DepthLimit)
            {
                throw options.TooDeep();
            }

            _outer.Push(_group);
            _toSkip = 0;
        }

        private void Close()
        {
            FlushEncoded();
            _group = _outer.TryPop(out var group) ? group : _group;
            _toSkip = 0;
        }

        private void Symbol()
        {
            switch (_lexer.Value)
            {
                case (byte)'*':
                    _group = _group with { IsLeftOut = true };
                    break;
                case (byte)'~':
                    Write("\u00A0");
                    break;
                case (byte)'_':
                    Write("-");
                    break;
                case (byte)'\r' or (byte)'\n':
                    EndParagraph();
                    break;
            }
        }

        private void Control(string word, int? number)
        {
            if (word == "u" && number is { } code)
            {
                Write(((char)(code < 0 ? code + 65_536 : code)).ToString());
                _toSkip = _group.FallbackLength;
                return;
            }

            FlushEncoded();
            switch (word)
            {
                case "par" or "sect" or "page":
                    EndParagraph();
                    break;
                case "line":
                    FlushText();
                    _page.BreakLine();
                    break;
                case "cell" or "nestcell":
                    EndCell();
                    break;
                case "row" or "nestrow":
                    EndRow();
                    break;
                case "intbl":
                    _isInRow = true;
                    break;
                case "pard":
                    _isInRow = false;
                    break;
                case "uc":
                    _group = _group with { FallbackLength = Math.Clamp(number ?? 1, 0, 16) };
                    break;
                case "ansicpg" when number is { } page:
                    _encoding = CodePage(page) ?? _encoding;
                    break;
                case "v" or "deleted" when number != 0:
                    _group = _group with { IsLeftOut = true };
                    break;
                case "bin":
                    _lexer.Skip(number ?? 0);
                    break;
                case var _ when RichTextWords.Destinations.Contains(word):
                    _group = _group with { IsLeftOut = true };
                    break;
                case var _ when RichTextWords.Characters.TryGetValue(word, out var character):
                    Write(character);
                    break;
            }
        }

        private static Encoding? CodePage(int page)
        {
            try
            {
                return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            }
            catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
            {
                return null;
            }
        }

        /// <summary>A byte in the document's code page, of which some characters take two.</summary>
        private void Encoded(byte value)
        {
            if (_toSkip > 0)
            {
                _toSkip--;
            }
            else if (!_group.IsLeftOut)
            {
                _encoded.Add(value);
            }
        }

        private void Write(string text)
        {
            FlushEncoded();
            if (!_group.IsLeftOut)
            {
                _text.Append(text);
            }
        }

        private void FlushEncoded()
        {
            if (_encoded.Count > 0)
            {
                _text.Append(_encoding.GetString([.. _encoded]));
                _encoded.Clear();
            }
        }

        private void FlushText()
        {
            FlushEncoded();
            _page.Write(_text.ToString());
            _text.Clear();
        }

        private void EndParagraph()
        {
            FlushEncoded();
            if (_isInRow)
            {
                _text.Append(' ');
                return;
            }

            if (_isBehindRow)
            {
                _page.EndBlock();
                _isBehindRow = false;
            }

            FlushText();
            _page.EndBlock();
        }

        private void EndCell()
        {
            FlushEncoded();
            _cells.Add(_text.ToString().Trim());
            _text.Clear();
        }

        private void EndRow()
        {
            FlushText();
            _page.Row(_cells);
            _cells.Clear();
            _isBehindRow = true;
        }
    }
}
