using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Text.Tokenization;

public sealed class WordRunTests
{
    /// <summary>Words and what stands around them, with letters that are no ASCII, lone halves of pairs and invisible characters among them.</summary>
    private static readonly Gen<string> Text = Gen.Char["abzAZ059 .,-/@[`{\u00ADéßΔ\u200B\uD83D\uFFFD"].Array[1, 48].Select(characters => new string(characters));

    [Fact]
    public void Sixteen_characters_at_once_give_what_one_after_the_other_gives() =>
        Text.Sample(text =>
        {
            for (var start = 0; start < text.Length; start++)
            {
                if (!char.IsLetter(text[start]))
                {
                    continue;
                }

                var run = WordRun.Scan(text, start);
                var plain = WordRun.ScanAny(text, start);
                Assert.Equal((plain.Start, plain.End, plain.Key, plain.IsAscii, plain.Kind, plain.Marks), (run.Start, run.End, run.Key, run.IsAscii, run.Kind, run.Marks));
                Assert.Equal(run.IsAscii ? WordKey.Of(text.AsSpan(run.Start..run.End)) : default, run.Key);
            }
        });
}
