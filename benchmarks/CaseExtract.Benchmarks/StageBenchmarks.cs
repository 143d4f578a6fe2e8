using BenchmarkDotNet.Attributes;
using CaseExtract.Annotation;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks;

/// <summary>
/// Each stage alone, on what the stage before it made of the corpus. The baseline only looks at every character once: no segmenter does less.
/// </summary>
public class StageBenchmarks : CorpusBenchmark
{
    private Document[] _documents = [];
    private AnnotatedDocument[] _annotated = [];
    private ClinicalCourse[] _courses = [];
    private CaseRecord[] _records = [];

    private protected override void Prepare()
    {
        _documents = [.. Reports.Select(Extractor.Segment)];
        _annotated = [.. _documents.Select(Extractor.Annotate)];
        _courses = [.. _annotated.SelectMany(Extractor.Reconstruct)];
        _records = [.. _courses.Select(Extractor.Fill)];
        if (RecordText.Of([_records]) != RecordText.Of([[.. Reports.SelectMany(Extractor.Extract)]]))
            throw new InvalidOperationException("The stages one by one give other records than the whole.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = ReportCount)]
    public int ReadCharacters()
    {
        var letters = 0;
        foreach (var report in Reports)
        {
            foreach (var character in report.Text)
                letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Segment()
    {
        var tokens = 0;
        foreach (var report in Reports)
            tokens += Extractor.Segment(report).Tokens.Count;
        return tokens;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Annotate()
    {
        var mentions = 0;
        foreach (var document in _documents)
            mentions += Extractor.Annotate(document).Mentions.Count;
        return mentions;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Reconstruct()
    {
        var courses = 0;
        foreach (var annotated in _annotated)
            courses += Extractor.Reconstruct(annotated).Count;
        return courses;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Fill()
    {
        var filled = 0;
        foreach (var course in _courses)
            filled += Extractor.Fill(course).Age is null ? 0 : 1;
        return filled;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public void Write()
    {
        using var writer = new CaseRecordWriter(TextWriter.Null);
        foreach (var record in _records)
            writer.Write(record);
    }
}
