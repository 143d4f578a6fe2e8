using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Annotation.Grammars;

/// <summary>What is written as a vertebral level, whoever's it is; several mentions of one sentence are separated by a bar.</summary>
public sealed class LevelGrammarTests
{
    [Theory]
    [InlineData("A mass at T6 was seen.", "T6")]
    [InlineData("A mass at T5-T7 was seen.", "T5, T6, T7")]
    [InlineData("A mass at T5–7 was seen.", "T5, T6, T7")]
    [InlineData("A mass at T5--T7 was seen.", "T5, T6, T7")]
    [InlineData("A mass at L1~L3 was seen.", "L1, L2, L3")]
    [InlineData("A mass at L4/5 was seen.", "L4, L5")]
    [InlineData("A mass at L5/1 was seen.", "L5, S1")]
    [InlineData("A mass at T12-1 was seen.", "T12, L1")]
    [InlineData("A mass at C7–D1 was seen.", "C7, T1")]
    [InlineData("A mass at L4L5 was seen.", "L4, L5")]
    [InlineData("A mass at Th 4 was seen.", "T4")]
    [InlineData("A mass at D10 was seen.", "T10")]
    [InlineData("A mass at L-4 was seen.", "L4")]
    [InlineData("A mass at C3, 4 and 5 was seen.", "C3, C4, C5")]
    [InlineData("A mass at T8-9-10 was seen.", "T8, T9, T10")]
    [InlineData("There was uptake at D5-7-12.", "T5, T7, T12")]          // two dashes list, they do not span
    [InlineData("Metastases of T3, T7, as well as L1 were seen.", "T3, T7, L1")]
    [InlineData("A mass from L5 to S2 was seen.", "L5, S1, S2")]         // no sixth lumbar vertebra unless it is named
    [InlineData("A mass of L6 was seen.", "L6")]
    public void Levels_are_read_as_clinicians_write_them(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("A lipoma extended between T2 and T4.", "T2, T3, T4")]
    [InlineData("It reached from C5 down to T2.", "C5, C6, C7, T1, T2")]
    [InlineData("A syrinx extended from T7 down to the level of T10.", "T7, T8, T9, T10")]
    [InlineData("It extended from the T5 vertebral body to the upper border of T7.", "T5, T6, T7")]
    [InlineData("It extended from the T12, left paraspinal level, inferiorly to the L2.", "T12, L1, L2")]
    [InlineData("Compression from T5 was relieved and fixation added at T9.", "T5 | T9")]
    [InlineData("A lesion extended from the cervical cord to T3.", "T1, T2, T3 > cervical")]
    [InlineData("A lesion extended from L4 to the sacral canal.", "L4, L5 > sacral")]
    [InlineData("Pain spread from the lumbar spine to the legs.", "")]
    public void A_stretch_holds_all_between_its_ends(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("It involved the eighth thoracic vertebra.", "T8")]
    [InlineData("It involved the 8th dorsal vertebra.", "T8")]
    [InlineData("It had destroyed the second and third sacral vertebrae.", "S2, S3")]
    [InlineData("It had destroyed the third to fifth lumbar vertebral bodies.", "L3, L4, L5")]
    [InlineData("It had destroyed the 10th–12th thoracic vertebrae.", "T10, T11, T12")]
    [InlineData("It extended from the second cervical to the first thoracic vertebrae.", "C2, C3, C4, C5, C6, C7, T1")]
    [InlineData("Thoracic vertebrae 6 and 7 were infiltrated.", "T6, T7")]
    [InlineData("Lumbar 4-5 laminectomy was done.", "")]                 // an adjective and a number need their noun or a mark behind
    [InlineData("A thoracic 3 cm mass was seen.", "")]
    [InlineData("The first lumbar puncture was dry.", "")]
    [InlineData("The second thoracic operation failed.", "")]
    [InlineData("A meningioma at vertebra D VIII was removed.", "T8")]
    [InlineData("The metastasis was located in L III.", "L3")]
    [InlineData("The vertebra DXII had collapsed.", "T12")]
    [InlineData("The ejection fraction of the LV was normal.", "")]
    [InlineData("The odontoid was destroyed.", "C2")]
    [InlineData("A chordoma of the axis displaced the pharynx.", "C2")]
    [InlineData("The long axis of the mass was horizontal.", "")]
    [InlineData("The Cancer Genome Atlas lists them.", "")]
    public void Words_and_Roman_numerals_name_vertebrae(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("A mass at T1O was seen.", "T10")]
    [InlineData("A mass at Tl2 was seen.", "T12")]
    [InlineData("A mass at L5/Sl was seen.", "L5, S1")]
    [InlineData("A mass at T5T8 was seen.", "T5, T6, T7, T8")]           // the dash is lost
    [InlineData("Gemcitabine was given on C1D1.", "")]
    [InlineData("The TO and SO lines were drawn.", "")]
    [InlineData("Exhaled CO2 was measured.", "")]
    public void Misread_levels_are_mended_where_that_is_safe(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("The lesion was hypointense on T1 and hyperintense on T2.", "")]
    [InlineData("A lytic lesion of the T2 vertebral body was hypointense on T1-weighted MRI.", "T2")]
    [InlineData("MRI showed an intradural mass at the level of T1-T2.", "T1, T2")]
    [InlineData("MRI showed an epidural mass at T2 with cord compression.", "T2")]
    [InlineData("It was hyperintense at T2.", "")]
    [InlineData("The lesion lay at T8, T2-weighted images showed it well.", "T8")]
    [InlineData("A stage T3 carcinoma was found.", "")]
    [InlineData("A T2 N0 M0 carcinoma was found.", "")]
    [InlineData("Free T3 and T4 were normal.", "")]
    [InlineData("Complement C3 and C4 were low.", "")]
    [InlineData("It encased the C2 and C3 segments of the internal carotid artery.", "")]
    [InlineData("The cytokines were those of a Th2 response.", "")]
    [InlineData("Cisplatin was given on D1 and D8 of each cycle.", "")]
    [InlineData("Heart sounds S1 and S2 were normal.", "")]
    [InlineData("She received S-1 by mouth.", "")]
    [InlineData("The pre-S1 and pre-S2 domains of HBV were sequenced.", "")]
    [InlineData("She took calcium carbonate D3 granules.", "")]
    [InlineData("Cytology was malignant (C5).", "")]
    [InlineData("A large T2 hyperintensive lesion was seen.", "")]
    [InlineData("The nodule in S4 and the opacity in S10 were resected.", "")]
    [InlineData("Samples S1 and S2 were clear; the mass lay at S3.", "S3")]
    [InlineData("The tumor expressed PD-L1 in half of the cells.", "")]
    [InlineData("At C5, 3 months later, a mass was seen.", "C5")]
    public void What_only_looks_like_a_level_is_none(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    private static string Read(string sentence)
    {
        var course = Assert.Single(Shared.Extractor.Trace(new Narrative("test", sentence)));
        var levels = new List<string>();
        foreach (var mention in course.Mentions)
        {
            if (mention is { Kind: MentionKind.Level, Concept: LevelConcept level })
            {
                levels.Add(level.Levels + (level.OpenRegion is { } region ? " > " + region : ""));
            }
        }

        return string.Join(" | ", levels);
    }
}
