using System.Buffers;
using System.Reflection;
using System.Text;

namespace CaseExtract.Models;

/// <summary>Where model files are read from: the copy embedded in this library, or a folder laid out like <c>models/</c>.</summary>
internal abstract class ModelSource
{
    private const string ImageName = "models.image";

    private ModelSource() { }

    public static ModelSource Embedded { get; } = new EmbeddedModels();

    public static ModelSource Folder(string directory) => new FolderModels(directory);

    /// <summary>The same tables, read without an image; what is made of them goes into one.</summary>
    public ModelSource Into(ModelImage image) => new KeptModels(this, image);

    /// <summary>What was made of a table ahead of time.</summary>
    /// <param name="part">The name that it was kept by.</param>
    /// <returns><see langword="null"/> when it is to be made of the table, and kept.</returns>
    public virtual ImageReader? Made(string part) => null;

    /// <summary>Keeps what was made of a table, where an image is being made; elsewhere nothing happens.</summary>
    /// <param name="part">The name that it will be asked for by.</param>
    /// <param name="write">Writes it.</param>
    public virtual void Keep(string part, Action<ImageWriter> write) { }

    /// <summary>Reads one table.</summary>
    /// <param name="name">Relative name with forward slashes, such as <c>lexicons/site.tsv</c>.</param>
    /// <exception cref="ModelException">The file is missing or malformed.</exception>
    public ModelTable Read(string name)
    {
        using var stream = Open(name);
        var bytes = ArrayPool<byte>.Shared.Rent((int)stream.Length);
        try
        {
            var length = stream.ReadAtLeast(bytes, (int)stream.Length, throwOnEndOfStream: false);
            var content = bytes.AsSpan(0, length);
            var mark = Encoding.UTF8.Preamble;
            return ModelTable.Parse(name, Encoding.UTF8.GetString(content.StartsWith(mark) ? content[mark.Length..] : content));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    protected abstract Stream Open(string name);

    private sealed class EmbeddedModels : ModelSource
    {
        protected override Stream Open(string name) =>
            Assembly.GetExecutingAssembly().GetManifestResourceStream("models/" + name)
            ?? throw new ModelException($"{name}: not embedded in this build");

        public override ImageReader? Made(string part) =>
            BitConverter.IsLittleEndian && Assembly.GetExecutingAssembly().GetManifestResourceStream(ImageName) is { } image ? ModelImage.Part(image, part) : null;
    }

    private sealed class KeptModels(ModelSource tables, ModelImage image) : ModelSource
    {
        protected override Stream Open(string name) => tables.Open(name);

        public override void Keep(string part, Action<ImageWriter> write) => write(image.Add(part));
    }

    private sealed class FolderModels(string directory) : ModelSource
    {
        protected override Stream Open(string name)
        {
            try
            {
                return File.OpenRead(Path.Combine(directory, name));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ModelException($"{name}: cannot be read from {directory}: {exception.Message}", exception);
            }
        }
    }
}
