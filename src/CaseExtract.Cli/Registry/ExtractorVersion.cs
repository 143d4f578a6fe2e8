using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CaseExtract.Cli.Registry;

/// <summary>What decides the answers of this program: its version, and a fingerprint of its code and models.</summary>
/// <param name="Program">Such as <c>0.1.0</c>.</param>
/// <param name="Models">Equal where the same text gives the same record.</param>
internal sealed record ExtractorVersion(string Program, string Models)
{
    private const int FingerprintLength = 16;

    /// <param name="modelsFolder">The folder of models; <see langword="null"/>: those built in.</param>
    public static ExtractorVersion Of(string? modelsFolder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(CaseExtractor).Module.ModuleVersionId.ToByteArray());
        if (modelsFolder is not null)
        {
            foreach (var file in Directory.EnumerateFiles(modelsFolder, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(modelsFolder, file)));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        var program = typeof(ExtractorVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new ExtractorVersion(program, Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintLength]);
    }
}
