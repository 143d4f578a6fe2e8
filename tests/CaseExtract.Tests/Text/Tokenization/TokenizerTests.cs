using CaseExtract.Text;
using CaseExtract.Text.Tokenization;
using Xunit;

namespace CaseExtract.Tests.Text.Tokenization;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("T5-T6", "T5|-|T6")]
    [InlineData("L4/5", "L4|/|5")]
    [InlineData("C7–T1", "C7|–|T1")]
    [InlineData("C7—T1", "C7|—|T1")]
    [InlineData("T5\u2212T6", "T5|\u2212|T6")]                       // the minus sign
    [InlineData("T5\u2010T6", "T5|\u2010|T6")]                       // the hyphen
    [InlineData("T5\u2011T6", "T5|\u2011|T6")]                       // the hyphen that does not break
    [InlineData("D10", "D10")]
    [InlineData("Th12", "Th12")]
    [InlineData("L5/S1", "L5|/|S1")]
    [InlineData("55-year-old", "55|-|year|-|old")]
    [InlineData("63 y/o", "63|y|/|o")]
    [InlineData("63yoM", "63|yoM")]
    [InlineData("T2-weighted", "T2|-|weighted")]
    [InlineData("T2WI", "T2WI")]
    [InlineData("3.5 × 2 cm", "3.5|×|2|cm")]
    [InlineData("3,5x2cm", "3,5|x2cm")]
    [InlineData("3cm", "3|cm")]
    [InlineData("1,200 mL", "1,200|mL")]
    [InlineData("4·5 cm", "4·5|cm")]                                 // the raised point of British journals
    [InlineData("pT3aN0M0", "pT3aN0M0")]
    [InlineData("i.v.", "i.v.")]
    [InlineData("y.o. man", "y.o.|man")]
    [InlineData("63 y.o male", "63|y.o|male")]
    [InlineData("b.i.d.", "b.i.d.")]
    [InlineData("e.g., pain", "e.g.|,|pain")]
    [InlineData("U.S.Army", "U.S.|Army")]
    [InlineData("J.Smith", "J|.|Smith")]
    [InlineData("S-100", "S|-|100")]
    [InlineData("HMB-45", "HMB|-|45")]
    [InlineData("Ki67: 5%", "Ki67|:|5|%")]
    [InlineData("at C6.", "at|C6|.")]
    [InlineData("of 3.", "of|3|.")]
    [InlineData("(T5)", "(|T5|)")]
    [InlineData("\"T5\"", "\"|T5|\"")]
    [InlineData("s/p", "s|/|p")]
    [InlineData("Péoc'h", "Péoc|'|h")]
    [InlineData("10\u00A0mg", "10|mg")]                             // no-break space
    [InlineData("10\u202Fmg", "10|mg")]                             // narrow no-break space
    [InlineData("lamin\u00ADectomy", "lamin\u00ADectomy")]          // soft hyphen inside a word
    [InlineData("o\uFB03cer", "o\uFB03cer")]                        // ligature ffi
    [InlineData("tu\u200Bmor", "tu\u200Bmor")]                      // zero-width space
    [InlineData("\u200ET5\u200E", "T5")]                           // marks of direction
    [InlineData("neurofibroma\u0301tosis", "neurofibroma\u0301tosis")]
    [InlineData("5²", "5|²")]
    [InlineData("😀T5", "😀|T5")]
    [InlineData("a\0b", "a|b")]
    [InlineData("", "")]
    [InlineData(" \r\n\t", "")]
    public void Tokens_are_cut_as_clinicians_write_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokens(text).Select(token => text[token.Start..token.End])));

    [Theory]
    [InlineData("laminectomy", "lamin-\nectomy")]
    [InlineData("laminectomy", "lamin-\r\nectomy")]
    [InlineData("laminectomy", "lamin\u00AD\nectomy")]
    [InlineData("laminectomy", "lamin\u00ADectomy")]
    [InlineData("laminectomy", "LAMINECTOMY")]
    [InlineData("laminectomy", "laminectomies")]
    [InlineData("laminectomy", "Lam\u200Binectomy")]
    [InlineData("laminectomy", "ｌａｍｉｎｅｃｔｏｍｙ")]                  // full width
    [InlineData("tumor", "tumour")]
    [InlineData("tumor", "tumours")]
    [InlineData("tumor", "tumor\uFEFF")]
    [InlineData("leukemia", "leukæmia")]
    [InlineData("fibrosarcoma", "\uFB01brosarcoma")]                 // ligature fi
    [InlineData("fibrosarcoma", "ﬁbro\u00ADsarcoma")]
    [InlineData("schwannoma", "schwannomata")]
    [InlineData("laminectomy", "l0minectomy", false)]
    [InlineData("carcinoma", "carcin0ma")]                          // read by a scanner
    [InlineData("laminectomy", "lamin-ectomy", false)]              // a hyphen within the line stays
    public void One_word_has_one_number_however_it_is_written(string word, string written, bool isSame = true)
    {
        var expected = Assert.Single(Tokens(word));
        Assert.NotEqual(0, expected.Word);
        var found = Tokens(written);
        Assert.Equal(isSame, found.Count == 1 && found[0].Word == expected.Word);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_token_of_its_own()
    {
        // An attribute cannot hold one.
        var text = string.Concat("T5", '\uD83D', "L1", '\uDE00');
        Assert.Equal(["T5", "\uD83D", "L1", "\uDE00"], Tokens(text).Select(token => text[token.Start..token.End]));
    }

    [Fact]
    public void A_word_that_no_model_knows_has_the_number_zero_and_its_halves_stay_apart()
    {
        var tokens = Tokens("xyzzy-\nplugh");
        Assert.Equal(3, tokens.Count);
        Assert.Equal(0, tokens[0].Word);
    }

    [Theory]
    [InlineData("T5", TokenKind.Alphanumeric)]
    [InlineData("pT3aN0M0", TokenKind.Alphanumeric)]
    [InlineData("tumor", TokenKind.Word)]
    [InlineData("i.v.", TokenKind.Word)]
    [InlineData("3.5", TokenKind.Number)]
    [InlineData("1,200", TokenKind.Number)]
    [InlineData("–", TokenKind.Dash)]
    [InlineData("\u2212", TokenKind.Dash)]
    [InlineData("×", TokenKind.Punctuation)]
    [InlineData(".", TokenKind.Punctuation)]
    public void A_token_is_of_the_kind_of_its_characters(string text, TokenKind kind) => Assert.Equal(kind, Assert.Single(Tokens(text)).Kind);

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\u2028two")]
    [InlineData("one \t\r\n  two")]
    public void A_line_end_of_any_style_starts_a_line_and_no_block(string text)
    {
        var token = Tokens(text)[1];
        Assert.True(token.Marks.HasFlag(TokenMarks.LineStart));
        Assert.False(token.Marks.HasFlag(TokenMarks.BlockStart));
    }

    [Theory]
    [InlineData("one\n\ntwo")]
    [InlineData("one\r\n\r\ntwo")]
    [InlineData("one\n   \ntwo")]
    [InlineData("one\r\rtwo")]
    public void A_blank_line_starts_a_block(string text) => Assert.True(Tokens(text)[1].Marks.HasFlag(TokenMarks.BlockStart | TokenMarks.LineStart));

    [Theory]
    [InlineData("MRI", TokenMarks.Capitalized | TokenMarks.AllCapitals)]
    [InlineData("Mri", TokenMarks.Capitalized)]
    [InlineData("mri", TokenMarks.None)]
    [InlineData("Émile", TokenMarks.Capitalized)]
    public void Case_is_seen(string text, TokenMarks expected) =>
        Assert.Equal(expected, Assert.Single(Tokens(text)).Marks & (TokenMarks.Capitalized | TokenMarks.AllCapitals));

    private static IReadOnlyList<Token> Tokens(string text) => Shared.Extractor.Segment(new Narrative("t", text)).Tokens;
}
