using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CaseExtract.Models;

/// <summary>The weights of a linear model, one for each member of an enumeration of features, read from <c>weights/*.tsv</c>.</summary>
/// <typeparam name="TFeature">The features, numbered from 0 without gaps; the table calls them by their names in kebab case.</typeparam>
internal sealed class FeatureWeights<TFeature>
    where TFeature : struct, Enum
{
    private readonly double[] _weights;

    /// <summary>Reads a table that names every feature once.</summary>
    /// <exception cref="ModelException">A feature is missing, unknown or listed twice, or its weight is no number.</exception>
    public FeatureWeights(ModelSource models, string name)
    {
        var table = models.Read(name);
        int feature = table.Column("feature"), weight = table.Column("weight");
        var features = Enum.GetValues<TFeature>();
        _weights = new double[features.Length];
        for (var index = 0; index < _weights.Length; index++)
        {
            _weights[index] = double.NaN;
        }

        foreach (var row in table.Rows)
        {
            var index = IndexOf(row.Enum<TFeature>(feature));
            if (!double.IsNaN(_weights[index]))
            {
                throw row.Fault($"'{row[feature]}' has a weight already");
            }

            if (!double.TryParse(row[weight], NumberStyles.Float, CultureInfo.InvariantCulture, out _weights[index]) || !double.IsFinite(_weights[index]))
            {
                throw row.Fault($"weight '{row[weight]}' is no number");
            }
        }

        foreach (var one in features)
        {
            if (double.IsNaN(_weights[IndexOf(one)]))
            {
                throw new ModelException($"{name}: feature '{NameOf(one)}' has no weight");
            }
        }
    }

    public int Count => _weights.Length;

    public double this[TFeature feature] => _weights[IndexOf(feature)];

    /// <summary>The weighted sum of feature values given in the order of the enumeration.</summary>
    public double Score(ReadOnlySpan<double> values)
    {
        var score = 0.0;
        for (var index = 0; index < _weights.Length; index++)
        {
            score += _weights[index] * values[index];
        }

        return score;
    }

    /// <summary>The name of a feature as the tables write it: <c>BesidePathology</c> is <c>beside-pathology</c>.</summary>
    public static string NameOf(TFeature feature)
    {
        var name = new StringBuilder();
        foreach (var letter in feature.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    private static int IndexOf(TFeature feature) => Unsafe.As<TFeature, byte>(ref feature);
}
