using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>What is counted of a line to tell its shape.</summary>
internal readonly record struct LineCounts
{
    /// <summary>Tokens of the line.</summary>
    public int Tokens { get; private init; }

    /// <summary>Words, those with digits in them included.</summary>
    public int Words { get; private init; }

    public int Capitalized { get; private init; }

    public int AllCapitals { get; private init; }

    /// <summary>Words that start small.</summary>
    public int Lower => Words - Capitalized;

    /// <summary>Words of at most two capitals, as the initials of authors.</summary>
    public int Initials { get; private init; }

    /// <summary>Capitalized words of addresses, such as Hospital.</summary>
    public int AddressWords { get; private init; }

    /// <summary>A letter and one or two digits, as <c>T8</c>; a name with the number of its address is longer.</summary>
    public int Codes { get; private init; }

    /// <summary>Numbers with white space before them.</summary>
    public int LooseNumbers { get; private init; }

    public int Commas { get; private init; }

    public int Stops { get; private init; }

    /// <summary>Whether an electronic mail address or a web address stands in it.</summary>
    public bool IsElectronic { get; private init; }

    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens from the first of the line on.</param>
    /// <param name="headings">The words of pages.</param>
    public static LineCounts Of(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, HeadingRules headings)
    {
        int words = 0, capitalized = 0, allCapitals = 0, initials = 0, addressWords = 0, codes = 0, looseNumbers = 0, commas = 0, stops = 0;
        var isElectronic = false;
        var index = 0;
        for (; index < tokens.Length; index++)
        {
            ref readonly var token = ref tokens[index];
            if (index > 0 && token.Has(TokenMarks.LineStart))
            {
                break;
            }

            if (token.Kind == TokenKind.Word && (token.Marks & (TokenMarks.Capitalized | TokenMarks.AllCapitals)) == 0)
            {
                // nearly every word of prose: nothing more is asked of it than whether it is part of a web address
                words++;
                isElectronic |= text[token.Start] == 'h' && text[token.Start..token.End] is "http" or "https";
                continue;
            }

            var length = token.End - token.Start;
            switch (token.Kind)
            {
                case TokenKind.Word:
                case TokenKind.Alphanumeric:
                    words++;
                    capitalized += token.Has(TokenMarks.Capitalized) ? 1 : 0;
                    allCapitals += token.Has(TokenMarks.AllCapitals) ? 1 : 0;
                    addressWords += token.Has(TokenMarks.Capitalized) && headings.IsAffiliation(token.Word) ? 1 : 0;
                    initials += token.Kind == TokenKind.Word && token.Has(TokenMarks.AllCapitals) && length <= 2 ? 1 : 0;
                    codes += token.Kind == TokenKind.Alphanumeric && length is 2 or 3 && char.IsAsciiDigit(text[token.Start + 1]) ? 1 : 0;
                    isElectronic |= length is 4 or 5 && text[token.Start..token.End] is "HTTP" or "ORCID";
                    break;
                case TokenKind.Number:
                    looseNumbers += index > 0 && token.Has(TokenMarks.SpaceBefore) ? 1 : 0;
                    break;
                case TokenKind.Punctuation:
                    var mark = text[token.Start];
                    commas += mark is ',' or ';' ? 1 : 0;
                    stops += mark == '.' ? 1 : 0;
                    isElectronic |= mark == '@' && index > 0 && index + 1 < tokens.Length && (tokens[index + 1].Marks & (TokenMarks.SpaceBefore | TokenMarks.LineStart)) == 0 && !token.Has(TokenMarks.SpaceBefore);
                    break;
            }
        }

        return new LineCounts
        {
            Tokens = index,
            Words = words,
            Capitalized = capitalized,
            AllCapitals = allCapitals,
            Initials = initials,
            AddressWords = addressWords,
            Codes = codes,
            LooseNumbers = looseNumbers,
            Commas = commas,
            Stops = stops,
            IsElectronic = isElectronic,
        };
    }
}
