using CaseExtract.Benchmarks.Negation;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Annotation.Context;

public sealed class BratReaderTests
{
    [Fact]
    public void Events_carry_their_spans_and_their_polarity()
    {
        const string Text = "No fever, but cough and a stiff and painful neck.";
        var events = BratReader.Read(Text, """
            T1	Sign_symptom 3 8	fever
            E1	Sign_symptom:T1 
            A1	POLARITY E1 NEG
            T2	Sign_symptom 14 19	cough
            E2	Sign_symptom:T2 Modify1:E1
            R1	MODIFY Arg1:E1 Arg2:E2	
            T3	Sign_symptom 26 31;44 48	stiff neck
            E3	Sign_symptom:T3
            A2	TREND E3 STAY
            A3	POLARITY E3 UNCERTAIN
            #1	AnnotatorNotes E3	a note
            """);
        Assert.Equal(["NEG", "", "UNCERTAIN"], events.Select(found => found.Polarity));
        Assert.All(events, found => Assert.Equal("Sign_symptom", found.Kind));
        Assert.Equal(["fever", "cough", "stiff neck"], events.Select(found => string.Join(' ', found.Spans.Select(span => Text[span.Start..span.End]))));
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        const string Text = "𝛼-fetoprotein was not raised.";
        var found = Assert.Single(BratReader.Read(Text, "T1\tDiagnostic_procedure 0 13\t𝛼-fetoprotein\nE1\tDiagnostic_procedure:T1\n"));
        Assert.Equal([new TextSpan(0, 14)], found.Spans);
    }

    [Theory]
    [InlineData("E1\tSign_symptom:T9\n")]
    [InlineData("T1\tSign_symptom 3\tfever\nE1\tSign_symptom:T1\n")]
    public void A_broken_annotation_is_refused(string annotation) =>
        Assert.Throws<FormatException>(() => BratReader.Read("No fever.", annotation));
}
