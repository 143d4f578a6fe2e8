namespace CaseExtract.Course;

/// <summary>A feature of a weighed choice in one case.</summary>
/// <param name="Name">Its name in kebab case, as the tables of weights write it.</param>
/// <param name="Value">0 or 1, or a measure.</param>
/// <param name="Weight">What one of it is worth; negative when it speaks against.</param>
internal readonly record struct WeighedFeature(string Name, double Value, double Weight)
{
    public double Worth => Value * Weight;
}
