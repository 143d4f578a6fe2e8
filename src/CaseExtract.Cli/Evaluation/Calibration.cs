using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Evaluation;

/// <summary>The values that were given with about the same confidence.</summary>
/// <param name="From">The least confidence.</param>
/// <param name="To">No value of the row has more.</param>
/// <param name="Values">How many values were given.</param>
/// <param name="Right">The share of them that is right.</param>
/// <param name="Confidence">Their mean confidence, which a calibrated extractor makes equal to that share.</param>
internal readonly record struct CalibrationRow(double From, double To, int Values, double Right, double Confidence);

/// <summary>
/// How often values are right that were given with about the same confidence, by tenths (Guo et al., On Calibration of Modern Neural Networks, ICML 2017). A value of a list counts by itself; values
/// that a gold case does not ask for, and records without confidence, count for nothing.
/// </summary>
internal sealed class Calibration
{
    private const int Tenths = 10;

    private readonly int[] _values = new int[Tenths];
    private readonly int[] _right = new int[Tenths];
    private readonly double[] _confidence = new double[Tenths];

    /// <summary>How many values were given with a confidence.</summary>
    public int Values => _values.Sum();

    /// <summary>The expected calibration error: how far confidence and share of right values lie apart, in the mean over the values; 0 without any.</summary>
    public double Error => Values == 0 ? 0 : Enumerable.Range(0, Tenths).Sum(tenth => Math.Abs(_confidence[tenth] - _right[tenth])) / Values;

    /// <summary>The tenths in which values were given, from the lowest.</summary>
    public IReadOnlyList<CalibrationRow> Rows() =>
    [
        .. Enumerable.Range(0, Tenths).Where(tenth => _values[tenth] > 0).Select(tenth => new CalibrationRow(
            (double)tenth / Tenths, (double)(tenth + 1) / Tenths, _values[tenth], (double)_right[tenth] / _values[tenth], _confidence[tenth] / _values[tenth])),
    ];

    /// <summary>Takes a value.</summary>
    /// <param name="said">The parts of the record that say it: the surest counts.</param>
    /// <param name="isRight">Whether it is right.</param>
    public void Add(IEnumerable<JObject> said, bool isRight)
    {
        if (said.Max(ConfidenceOf) is not { } confidence)
        {
            return;
        }

        var tenth = Math.Clamp((int)(confidence * Tenths), 0, Tenths - 1);
        _values[tenth]++;
        _right[tenth] += isRight ? 1 : 0;
        _confidence[tenth] += confidence;
    }

    private static double? ConfidenceOf(JObject value) => value["confidence"] is JValue { Type: JTokenType.Float or JTokenType.Integer } number ? (double)number : null;
}
