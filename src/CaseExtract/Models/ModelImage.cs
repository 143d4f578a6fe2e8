namespace CaseExtract.Models;

/// <summary>
/// What loading makes of the tables, kept as arrays that are read as they lie: the build makes it, so that no process reads the lexicons word by word
/// before its first report. A part is what one class keeps and has the name of its table, or of what it is.
/// </summary>
/// <remarks>The numbers are little endian; another machine reads the tables.</remarks>
internal sealed class ModelImage
{
    private readonly List<string> _names = [];
    private readonly List<ImageWriter> _parts = [];

    /// <summary>A part to be written.</summary>
    public ImageWriter Add(string name)
    {
        if (_names.Contains(name, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"two classes keep what they make of {name}");
        }

        _names.Add(name);
        _parts.Add(new ImageWriter());
        return _parts[^1];
    }

    /// <summary>The names and the lengths of the parts, then the parts.</summary>
    public byte[] ToBytes()
    {
        var head = new ImageWriter();
        head.Strings(_names);
        head.Array<int>([.. _parts.Select(part => part.Bytes.Length)]);
        return [.. head.Bytes, .. _parts.SelectMany(part => part.Bytes.ToArray())];
    }

    /// <summary>Finds a part.</summary>
    /// <param name="image">What <see cref="ToBytes"/> gave, from its start on.</param>
    /// <param name="name">The name of the part.</param>
    /// <returns><see langword="null"/> when there is none of the name.</returns>
    public static ImageReader? Part(Stream image, string name)
    {
        var head = new ImageReader(image);
        var names = head.Strings();
        var lengths = head.Array<int>();
        for (var index = 0; index < lengths.Length; index++)
        {
            if (names[index] == name)
            {
                return head;
            }

            image.Position += lengths[index];
        }

        return null;
    }
}
