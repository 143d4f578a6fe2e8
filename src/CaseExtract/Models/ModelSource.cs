using System.Buffers;
using System.Reflection;
using System.Text;

namespace CaseExtract.Models;

/// <summary>Where model files are read from: the copy embedded in this library, or a folder laid out like <c>models/</c>.</summary>
internal abstract class ModelSource
{
    private ModelSource() { }

    public static ModelSource Embedded { get; } = new EmbeddedModels();

    public static ModelSource Folder(string directory) => new FolderModels(directory);

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
