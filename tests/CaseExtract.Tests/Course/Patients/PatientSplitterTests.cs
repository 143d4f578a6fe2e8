using System.Globalization;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Course;

/// <summary>Which patients a narrative tells apart, each by age and sex.</summary>
public sealed class PatientSplitterTests
{
    [Theory]
    // By numbers.
    [InlineData("Case 1. A 61-year-old man presented with a chordoma. Case 2. A 44-year-old woman presented with a meningioma.", "61 male; 44 female")]
    [InlineData("Case number one: A 52 year old female develops back pain. Case number two: A 70 year old male develops back pain.", "52 female; 70 male")]
    [InlineData("In case 1, a 66-year-old woman underwent laminectomy. In case 2, a 31-year-old man presented with neck pain.", "66 female; 31 male")]
    [InlineData("Two patients had myeloma of the spine. The first was a 55-year-old man with T4 collapse. The second patient was a 68-year-old woman.", "55 male; 68 female")]
    [InlineData("We saw two ependymomas. In the first patient, a 20-year-old man, L2 was involved. In the second, a 37-year-old woman, L4 was.", "20 male; 37 female")]
    [InlineData("One patient was a 9-year-old boy with a mass of C4. The other patient was a 12-year-old girl with a mass of T2.", "9 male; 12 female")]
    [InlineData("The tumor recurred in one patient, a 48-year-old man, after laminectomy. Growth in the second patient, a 7-year-old girl, was slow.", "48 male; 7 female")]
    // By introductions.
    [InlineData("A 39-year-old woman was admitted with headache. MRI showed a mass. A 46-year-old woman presented with leg weakness.", "39 female; 46 female")]
    [InlineData("A 76-year-old woman presented with hematuria. A 76-year-old man, her husband, presented with flank pain.", "76 female; 76 male")]
    [InlineData("A 71-year-old woman underwent fusion at L4. A previously healthy 58-year-old man underwent laminectomy at T9.", "71 female; 58 male")]
    // In one sentence.
    [InlineData("Our first case was a 33-year-old man with a tumor of C2 and our second was a 70-year-old woman with a tumor of L5.", "33 male; 70 female")]
    [InlineData("One 57-year-old woman and one 69-year-old man presented with sacral masses.", "57 female; 69 male")]
    [InlineData("Three patients were treated: a 40-year-old man, a 52-year-old woman, and an 18-year-old girl.", "40 male; 52 female; 18 female")]
    // One patient only.
    [InlineData("A 45-year-old man presented with weakness. Surgery was done. The 45-year-old patient recovered.", "45 male")]
    [InlineData("A 45-year-old man received a kidney from a 50-year-old woman.", "45 male")]
    [InlineData("A 28-year-old woman presented with pain. Her 2-year-old daughter was healthy.", "28 female")]
    [InlineData("A 62-year-old man underwent laminectomy. At the age of 65 he presented with recurrence.", "65 male")]
    [InlineData("Case 3 of our series was a 50-year-old man with a chordoma.", "50 male")]
    [InlineData("A 53-year-old man had a chordoma. One patient of the literature relapsed; another patient died. Our patient is well.", "53 male")]
    public void Patients_are_told_apart(string narrative, string expected)
    {
        var found = Shared.Extractor.Extract(new Narrative("n", narrative))
            .Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Age?.Years} {record.Sex?.Value}"));

        Assert.Equal(expected, string.Join("; ", found));
    }

    [Fact]
    public void What_one_sentence_tells_of_two_patients_is_not_mixed()
    {
        var records = Shared.Extractor.Extract(new Narrative("n", "Our first case was a 33-year-old man with a chordoma of C2, and our second was a 70-year-old woman with a meningioma at T5. Both underwent resection."));

        Assert.Equal([["C2"], ["T5"]], records.Select(record => record.SpinalLevels.Select(level => level.Level)));
        Assert.Equal(["9370", "9530"], records.Select(record => record.Histology?.Code));
        Assert.All(records, record => Assert.Contains(record.Procedures, procedure => procedure.Term == "resection"));
    }
}
