using System.Text;
using CsCheck;

namespace CaseExtract.Tests;

/// <summary>Texts of no sense, and samples that lost theirs.</summary>
internal static class AnyText
{
    /// <summary>Pieces that grammars, page shapes and cues look for, beside characters of every block, halves of pairs included.</summary>
    private static readonly string[] Words =
    [
        "T5", "T5-T7", "L4/5", "C7–T1", "D10", "Th12", "55-year-old", "63 y/o M", "a woman", "his mother", "two years ago", "in 2009", "T2WI", "hyperintense on T2",
        "3.5 × 2 cm", "pT3aN0M0", "i.v.", "y.o.", "no ", "without ", "denied ", "but ", "history of ", "was ruled out", "metastatic leiomyosarcoma", "GCT", "giant cell tumor (GCT)",
        "laminectomy", "lamin-\nectomy", "lamin\u00ADectomy", "nephrectomy", "radiotherapy", "enhancing", "intramedullary", "CASE DESCRIPTION: ", "References\n", "Keywords: ",
        "Case 2\n", "Figure 1. ", "1. Smith J. ", "(2015). ", "2011;6:20-4", "doi:10.1/x", "a@b.c", ". ", "? ", ": ", ", ", "\n", "\r\n", "\n\n", "\r", "(", ")", "[", "]", "-", "–",
        "\u2212", "\0", "\u00A0", "\u200B", "\uFEFF", "e\u0301", "\uFB01", "😀", "\u2028", "\t", "²", "½", "Ⅳ", "１２", "٣", "年",
    ];

    private static readonly string[] Unseen = [" ", "\n", "\r\n", "\t", "\f", "\v", "\0", "\u001A", "\u00A0", "\u200B", "\uFEFF"];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (8, Gen.Int[0, Words.Length - 1].Select(index => Words[index])),
        (2, Gen.Char.AlphaNumeric.Array[1, 8].Select(letters => new string(letters))),
        (1, Gen.Char.Select(character => character.ToString())),
        (1, Gen.Char[(char)0xD800, (char)0xDFFF].Select(half => half.ToString())));

    private static readonly Gen<(int Kind, double Place, int Length, string Piece)[]> Edits =
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[0, 60], Piece).Array[1, 12];

    /// <summary>Pieces in a row, with blanks between or none.</summary>
    public static readonly Gen<string> Arbitrary = Pieces(120);

    /// <summary>A sample with stretches cut out, doubled, moved or overwritten by pieces.</summary>
    public static readonly Gen<string> Mutated =
        Gen.Select(Gen.Int[0, SampleTexts.All.Count - 1], Edits, (sample, edits) => Mutate(SampleTexts.All[sample].Text, edits));

    /// <summary>Mostly short texts, of which millions can be tried: pieces, mutated stretches of samples, and now and then a whole one.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (56, Pieces(40)),
        (43, Gen.Select(Gen.Int[0, SampleTexts.All.Count - 1], Gen.Double[0, 1], Gen.Int[20, 400], Edits, MutatedStretch)),
        (1, Mutated));

    /// <summary>What a copy or a printer leaves behind a text, and nobody sees.</summary>
    public static readonly Gen<string> TrailingJunk =
        Gen.Int[0, Unseen.Length - 1].Array[1, 12].Select(characters => string.Concat(characters.Select(index => Unseen[index])));

    private static Gen<string> Pieces(int most) =>
        Gen.Select(Piece.Array[0, most], Gen.Bool, (pieces, spaced) => string.Join(spaced ? " " : "", pieces));

    private static string MutatedStretch(int sample, double place, int length, (int Kind, double Place, int Length, string Piece)[] edits)
    {
        var text = SampleTexts.All[sample].Text;
        var start = (int)(place * Math.Max(0, text.Length - length));
        return Mutate(text.Substring(start, Math.Min(length, text.Length)), edits);
    }

    private static string Mutate(string original, (int Kind, double Place, int Length, string Piece)[] edits)
    {
        var text = new StringBuilder(original);
        foreach (var (kind, place, length, piece) in edits)
        {
            var start = (int)(place * text.Length);
            var end = Math.Min(text.Length, start + length);
            var stretch = text.ToString(start, end - start);
            _ = kind switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(start, stretch),
                2 => text.Insert(start, piece),
                _ => text.Remove(start, end - start).Insert(text.Length / 2, stretch),
            };
        }

        return text.ToString();
    }
}
