using CaseExtract.Text;

namespace CaseExtract.Annotation.Grammars;

/// <summary>How the values of a scale are written.</summary>
internal abstract class ScaleForm
{
    /// <summary>Reads a value at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="index"/> if none stands there.</returns>
    public abstract int Read(Document document, int index, int end, out string value);

    /// <summary>Whether words of another use may stand between the name and the value; "stage" belongs to no score.</summary>
    public virtual bool Allows(ReadOnlySpan<char> noun) => true;
}
