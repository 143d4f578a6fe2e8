using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Fields;

/// <summary>Which signal belongs to which sequence; expected are the signals in the order they are first told.</summary>
public sealed class SignalPairingTests
{
    [Theory]
    [InlineData("The mass was hypointense on T1 and hyperintense on T2.", "T1 hypo, T2 hyper")]
    [InlineData("T1 showed low signal, T2 high signal.", "T1 hypo, T2 hyper")]
    [InlineData("T1 low, T2 high.", "T1 hypo, T2 hyper")]
    [InlineData("The mass was slightly hyperintense on T2 and isointense on T1.", "T2 hyper, T1 iso")]
    [InlineData("T2-weighted images showed a hyperintense mass with low signal on T1.", "T2 hyper, T1 hypo")]
    [InlineData("On T1-weighted images the mass was isointense, and hyperintense on T2.", "T1 iso, T2 hyper")]
    [InlineData("On T2 the mass was hyperintense, whereas T1 showed low signal.", "T2 hyper, T1 hypo")]
    [InlineData("The mass was hypointense on a T1-weighted image and hyperintense on a fat-saturated T2-weighted image.", "T1 hypo, T2 hyper")]
    [InlineData("The mass was hyperintense compared with the cord on axial T2-weighted images.", "T2 hyper")]
    public void A_signal_goes_with_the_sequence_of_its_clause(string sentence, string expected) => Assert.Equal(expected, Signals(sentence));

    [Theory]
    [InlineData("The mass was hypo- and hyperintense on T1 and T2, respectively.", "T1 hypo, T2 hyper")]
    [InlineData("The nodule showed low and high signal intensity on T1- and T2-weighted images.", "T1 hypo, T2 hyper")]
    [InlineData("The mass was isointense on both T1- and T2-weighted images.", "T1 iso, T2 iso")]
    [InlineData("The mass was hypo- to isointense on T1 and T2.", "T1 mixed, T2 mixed")]
    [InlineData("The mass was iso/hypointense on T1.", "T1 mixed")]
    [InlineData("A mixture of low- and high-intensity areas was seen on T2.", "T2 mixed")]
    [InlineData("The mass showed heterogeneous hyperintensity on T2.", "T2 mixed")]
    [InlineData("T2-weighted images showed a heterogeneous mass.", "T2 mixed")]
    public void Signals_told_together_go_in_turn_or_make_a_span(string sentence, string expected) => Assert.Equal(expected, Signals(sentence));

    [Theory]
    [InlineData("There was a focal area of high T2 signal at T11.", "T2 hyper")]
    [InlineData("The mass had long T1 and long T2 signals.", "T1 hypo, T2 hyper")]
    [InlineData("MRI showed a short T1 signal in the nodule.", "T1 hyper")]
    public void A_signal_may_be_written_around_its_sequence(string sentence, string expected) => Assert.Equal(expected, Signals(sentence));

    [Theory]
    [InlineData("Sagittal T2-weighted MRI of the lumbar spine. Note the decreased signal of the mass.", "T2 hypo")]
    [InlineData("T1- and T2-weighted MRI were obtained. The mass was of low signal.", "")]                        // of which is not told
    [InlineData("On T2 the cyst was hyperintense. The wall was hypointense.", "T2 hyper")]
    [InlineData("Axial T1 weight MRI (after contrast) shows an isointense mass.", "")]
    [InlineData("On T1 after gadolinium the mass was isointense; on T2 it was hyperintense.", "T2 hyper")]
    [InlineData("Non-contrast T1-weighted images showed a hypointense mass.", "T1 hypo")]
    [InlineData("The mass was hypointense on T1, which enhanced after gadolinium.", "T1 hypo")]
    [InlineData("The cord was hyperintense on T2, while the tumor itself was hypointense on T2.", "T2 hypo")]
    [InlineData("The cord was hyperintense on T2.", "T2 hyper")]
    [InlineData("Highly cellular tissue and a low-grade tumor were found after MRI with T2 sequences.", "")]
    public void Sentences_around_contrast_and_the_subject_count(string narrative, string expected) => Assert.Equal(expected, Signals(narrative));

    [Theory]
    [InlineData("The mass enhanced homogeneously after gadolinium.", "present homogeneous")]
    [InlineData("Contrast-enhanced CT showed a mass.", null)]
    [InlineData("Contrast-enhanced CT showed an avidly enhancing mass.", "present")]
    [InlineData("Gadolinium-enhanced, fat-saturated, axial MRI showed absence of enhancement of the mass.", "absent")]
    [InlineData("CT with contrast enhancement showed a mass.", null)]
    [InlineData("The mass showed peripheral enhancement.", "present ring")]
    [InlineData("It took heterogeneously the contrast.", "present heterogeneous")]
    [InlineData("The mass did not take up contrast medium.", "absent")]
    [InlineData("There was no leptomeningeal enhancement.", null)]
    [InlineData("The mass was enhanced on MRI.", "present")]
    public void Enhancement_is_the_lesions_and_not_the_pictures(string sentence, string? expected)
    {
        var found = Shared.Extractor.Extract(new Narrative("test", sentence))[0].ImagingSignals.Where(signal => signal.Kind == "enhancement");
        Assert.Equal(expected, found.Select(signal => signal.Pattern is null ? signal.Value : $"{signal.Value} {signal.Pattern}").SingleOrDefault());
    }

    [Theory]
    [InlineData("CT showed a hypodense mass.", "density hypo CT")]
    [InlineData("CT showed a lytic lesion of L3.", "density lytic CT")]
    [InlineData("A radiograph showed a sclerotic lesion of L3.", "density sclerotic ")]
    [InlineData("CT showed no lytic lesion.", "")]
    [InlineData("PET showed a hypermetabolic mass.", "uptake present PET")]
    [InlineData("There was no increased uptake on bone scintigraphy.", "uptake absent PET")]
    [InlineData("The drug has a high uptake by the cells.", "")]
    public void Density_and_uptake_are_told_with_their_pictures(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(", ", Shared.Extractor.Extract(new Narrative("test", sentence))[0].ImagingSignals
            .Where(signal => signal.Kind is "density" or "uptake").Select(signal => $"{signal.Kind} {signal.Value} {signal.Modality}")));

    private static string Signals(string narrative) =>
        string.Join(", ", Shared.Extractor.Extract(new Narrative("test", narrative))[0].ImagingSignals
            .Where(signal => signal.Kind == "signal").Select(signal => $"{signal.Sequence} {signal.Value}"));
}
