using CaseExtract.Annotation;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Explanation;
using CaseExtract.Fields;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract;

/// <summary>
/// Reads one narrative into case records, one for each patient it tells of. Building it loads the models; afterwards it never changes, touches
/// no file, and threads may share it. The same text and the same models give the same records.
/// </summary>
public sealed class CaseExtractor
{
    /// <summary>The part of an image that is the vocabulary.</summary>
    private const string Words = "words";

    private readonly Segmenter _segmenter;
    private readonly Annotator _annotator;
    private readonly Story _story;
    private readonly FieldFiller _fields;
    private readonly WorkspacePool _workspaces = new();

    private CaseExtractor(ModelSource models)
    {
        var words = models.Made(Words) is { } image ? new Vocabulary.Builder(new Vocabulary(image)) : new Vocabulary.Builder(models.Read("rules/plural.tsv").Rows.Select(row => row[0]));
        var functionWords = new WordRoles<FunctionWord>(models, "rules/function-word.tsv", words);
        var sentenceRules = new SentenceRules(models, words);
        var headings = new HeadingRules(models, words);
        var terms = Terminology.Load(models, words);
        var numbers = new NumberReader(models, words);
        var units = new TimeUnitReader(words);
        var ages = new AgeGrammar(models, numbers, units, words);
        var intervals = new IntervalGrammar(models, numbers, units, words);
        var times = new TimeNumber(numbers.Cardinals, [words.Add("old"), .. units.Words, .. intervals.Decades], ages.People, words);
        var grammars = new GrammarMatcher(ages, new LevelGrammar(models, numbers, words), intervals, times);
        var scales = new ScaleMatcher(models, numbers, words);
        _story = new Story(new PatientSplitter(words), new Timeline());
        _fields = new FieldFiller(models, words);

        // every room has named its words: the vocabulary is closed and the readers of text are built on it
        var vocabulary = words.Build();
        models.Keep(Words, vocabulary.Write);
        _segmenter = new Segmenter(functionWords, new Tokenizer(vocabulary), new SentenceSplitter(sentenceRules), new SectionSplitter(headings, new PageShape()));
        _annotator = new Annotator(new TermMatcher(terms(vocabulary.Count)), grammars, scales, new AbbreviationResolver(), new ContextAnnotator());
    }

    /// <summary>An extractor with the models that are embedded in this library.</summary>
    public static CaseExtractor CreateDefault() => new(ModelSource.Embedded);

    /// <summary>An extractor with the models of a folder laid out like <c>models/</c>.</summary>
    /// <param name="modelsDirectory">The folder that holds <c>lexicons/</c> and <c>rules/</c>.</param>
    /// <exception cref="ModelException">A model file is missing or malformed; the message says which, and the line.</exception>
    public static CaseExtractor Load(string modelsDirectory) => new(ModelSource.Folder(modelsDirectory));

    /// <summary>What a load makes of tables, to be read in their place: the build embeds it beside the tables.</summary>
    internal static byte[] MakeImage(ModelSource tables)
    {
        var image = new ModelImage();
        _ = new CaseExtractor(tables.Into(image));
        return image.ToBytes();
    }

    /// <summary>Reads a narrative.</summary>
    /// <returns>One record for each patient, in the order of the text; at least one. Never throws for any text.</returns>
    public IReadOnlyList<CaseRecord> Extract(Narrative narrative)
    {
        var workspace = _workspaces.Rent();
        var annotated = Annotate(narrative, workspace);                            // tokens, sentences; what is named, where; is it so, and whose
        var courses = _story.Reconstruct(annotated, workspace.Course);             // each patient: what happened when
        var records = new CaseRecord[courses.Count];
        for (var index = 0; index < records.Length; index++)
        {
            records[index] = _fields.Fill(courses[index]);                         // one value per field, with its evidence
        }

        _workspaces.Return(workspace); // after a failure it is left to the collector
        return records;
    }

    /// <summary>Reads a narrative and tells why: the story as it was understood, what was weighed, the rule that decided, and what was set aside.</summary>
    /// <returns>An explanation for each record of <see cref="Extract"/>, in the same order.</returns>
    public IReadOnlyList<CaseExplanation> Explain(Narrative narrative)
    {
        var annotated = Annotate(Segment(narrative));
        return [.. Reconstruct(annotated).Zip(_story.Explain(annotated), (course, story) => CaseExplainer.Explain(course, story, _fields.Explain(course), _fields.Fill(course)))];
    }

    /// <summary>The hot path, which allocates nothing once the workspace has held a report as long.</summary>
    internal AnnotatedDocument Annotate(Narrative narrative, Workspace workspace)
    {
        var document = _segmenter.Segment(narrative, workspace.Text);              // tokens, sentences, sections
        return _annotator.Annotate(document, workspace.Annotation);                // what is named, where; is it so, and whose
    }

    /// <summary>The stage behind <see cref="Segment"/>.</summary>
    internal AnnotatedDocument Annotate(Document document) => _annotator.Annotate(document, new AnnotationWorkspace());

    /// <summary>The stage behind <see cref="Annotate(Document)"/>.</summary>
    internal IReadOnlyList<ClinicalCourse> Reconstruct(AnnotatedDocument annotated) => _story.Reconstruct(annotated, new CourseWorkspace());

    /// <summary>The last stage.</summary>
    internal CaseRecord Fill(ClinicalCourse course) => _fields.Fill(course);

    /// <summary>The stories that the records of a narrative are filled from.</summary>
    internal IReadOnlyList<ClinicalCourse> Trace(Narrative narrative) => Reconstruct(Annotate(Segment(narrative)));

    /// <summary>What was weighed for the records of a narrative.</summary>
    internal IReadOnlyList<TumourReasoning> Weigh(Narrative narrative) => [.. Trace(narrative).Select(_fields.Explain)];

    /// <summary>What the context makes of spans of a narrative that someone else marked.</summary>
    internal IReadOnlyList<Assertion> AssertSpans(Narrative narrative, IReadOnlyList<GivenSpan> spans) => _annotator.AssertSpans(Segment(narrative), spans);

    /// <summary>Only segments a narrative: tokens, sentences and sections with their places.</summary>
    public Document Segment(Narrative narrative) => _segmenter.Segment(narrative, new TextWorkspace());
}
