using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation;

public sealed class TrapFilterTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("The tumor stained for human melanoma black 45.", null)]
    [InlineData("The cells were positive for squamous cell carcinoma antigen.", null)]
    [InlineData("Stains for anaplastic lymphoma kinase were positive.", null)]
    [InlineData("The tumor was a melanoma, positive for human melanoma black 45.", "8720")]
    public void A_name_inside_a_marker_is_no_tumour(string narrative, string? morphology) =>
        Assert.Equal(morphology, Extractor.Extract(new Narrative("n", narrative))[0].Histology?.Code);

    [Theory]
    [InlineData("Synovial sarcoma (SS) was diagnosed. The SS was excised.", "9040")]
    [InlineData("A man with spinal stenosis (SS) and synovial cysts underwent decompression. The SS recurred.", null)]   // the document says what it means
    [InlineData("Biopsy showed a giant cell tumor (GCT) of bone. GCT was curetted.", "9250")]
    public void An_abbreviation_means_what_the_document_says(string narrative, string? morphology) =>
        Assert.Equal(morphology, Extractor.Extract(new Narrative("n", narrative))[0].Histology?.Code);

    [Fact]
    public void What_stands_in_a_trap_is_hidden_as_if_each_were_compared_with_each() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Bool, Gen.Bool).Array[0, 30].Sample(steps =>
        {
            // as the matcher gives them: in text order, the traps apart from each other
            var mentions = new List<Mention>();
            int first = 0, free = 0;
            foreach (var (step, length, isTumour, isTrap) in steps)
            {
                first += step;
                if (isTrap && first >= free)
                {
                    free = first + length + 1;
                    mentions.Add(new Mention(MentionKind.Trap, new ValueConcept(""), first, free));
                }
                else
                {
                    mentions.Add(new Mention(isTumour ? MentionKind.Tumour : MentionKind.Level, new ValueConcept(""), first, first + length));
                }
            }

            var traps = mentions.FindAll(mention => mention.Kind == MentionKind.Trap);
            var expected = mentions.Where(mention => mention.Kind == MentionKind.Level || (mention.Kind != MentionKind.Trap
                && !traps.Exists(trap => trap.FirstToken <= mention.FirstToken && mention.EndToken <= trap.EndToken))).ToList();
            TrapFilter.Hide(mentions);
            Assert.Equal(expected, mentions);
        });
}
