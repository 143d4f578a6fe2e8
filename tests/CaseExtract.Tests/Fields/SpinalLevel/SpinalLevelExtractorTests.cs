using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Fields;

public sealed class SpinalLevelExtractorTests
{
    [Theory]
    [InlineData("MRI showed a metastasis in the body of T6 and a syrinx from T8 to T10.", "T6")]
    [InlineData("He had an L5 radiculopathy due to a metastasis of L4.", "L4")]
    [InlineData("After excision of the tumor at C5 the triceps reflex (C7) returned.", "C5")]
    [InlineData("Radiotherapy from T3 to T9 followed removal of the T6 metastasis.", "T6")]
    [InlineData("The metastasis of C2 was irradiated.", "C2")]
    [InlineData("Pedicle screws were placed from T4 to T8 for the metastasis of T6.", "T6")]
    [InlineData("The tumor was removed through a T6 laminectomy.", "T6")]                                        // nothing else tells where it lay
    [InlineData("MRI showed a disc herniation at L4/L5.", "L4, L5")]                                             // no tumor is told of
    [InlineData("MRI showed an intradural meningioma at L2 and a disc herniation at L4/L5.", "L2")]
    [InlineData("The vein (white arrow) was seen from C1 to C5.", "")]
    [InlineData("The Cobb angle between T5 and T12 was 40 degrees.", "")]
    [InlineData("Rats were injected at L5-L6.", "")]
    [InlineData("There was no compression of the cord by the L1 metastasis.", "L1")]
    public void Levels_are_those_at_which_the_lesion_lies(string narrative, string expected) =>
        Assert.Equal(expected, string.Join(", ", Shared.Extractor.Extract(new Narrative("test", narrative))[0].SpinalLevels.Select(level => level.Level)));

    [Theory]
    [InlineData("MRI showed an intradural mass of the thoracolumbar spine.", "thoracic, lumbar")]
    [InlineData("A lesion extended from the cervical cord to T3.", "cervical, thoracic")]
    [InlineData("A presacral teratoma was excised.", "sacral")]
    [InlineData("A large cervical mass pushed the trachea aside.", "")]                                          // the neck's
    [InlineData("A cervical lymph node was excised.", "")]
    [InlineData("The schwannoma lay at the cervicothoracic junction.", "cervical, thoracic")]
    public void Regions_come_from_levels_or_else_from_words(string narrative, string expected) =>
        Assert.Equal(expected, string.Join(", ", Shared.Extractor.Extract(new Narrative("test", narrative))[0].SpinalRegions));
}
