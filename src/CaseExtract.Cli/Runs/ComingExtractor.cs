using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Runs;

/// <summary>
/// The extractor with the built-in models, made on a thread of its own while the arguments are read and the output is opened. That thread goes on to
/// extract a report: most of what the first report costs is code that the runtime makes ready, and it is then ready when a file is.
/// </summary>
internal sealed class ComingExtractor
{
    /// <summary>It names something for most fields, so that their code is run.</summary>
    private const string Report =
        "A 63-year-old man presented with back pain for three months. He had undergone nephrectomy for renal cell carcinoma four years ago. MRI showed an epidural mass at T9, "
        + "hypointense on T1 and enhancing, with compression of the spinal cord. There was no evidence of other metastases. A laminectomy of T8 to T10 was performed and the tumor was "
        + "resected completely. Histology confirmed metastatic renal cell carcinoma. Radiotherapy followed. At 12 months there was no recurrence.";

    private readonly Lazy<CaseExtractor> _extractor = new(CaseExtractor.CreateDefault);

    private ComingExtractor() { }

    /// <summary>Waits for the extractor, but not for the report.</summary>
    public CaseExtractor Value => _extractor.Value;

    public static ComingExtractor Start()
    {
        var coming = new ComingExtractor();
        new Thread(coming.Prepare) { IsBackground = true }.Start();
        return coming;
    }

    private void Prepare()
    {
        try
        {
            var extractor = _extractor.Value;
            if (Environment.ProcessorCount > 1)
            {
                foreach (var record in extractor.Extract(new Narrative("", Report)))
                {
                    CaseRecordWriter.ToUtf8(record);
                }
            }
        }
        catch (Exception)
        {
            // what is wrong with the models is told to whoever asks for the extractor
        }
    }
}
