using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseExtract.Documents;

namespace CaseExtract.Cli.Runs;

/// <summary>A report that waits for its turn.</summary>
/// <param name="Report">The report.</param>
/// <param name="BytesBefore">The bytes of the input that lie before it.</param>
internal sealed record RunReport(PendingReport Report, long BytesBefore);

/// <summary>What a run reads: the files found, or a part of them.</summary>
internal sealed class RunInput
{
    private readonly IReadOnlyList<FoundReport> _files;
    private readonly ReportReader _reader;
    private readonly Stream _standardInput;
    private readonly Shard _shard;
    private readonly long[] _lengths;

    public RunInput(IReadOnlyList<FoundReport> files, ReportReader reader, Stream standardInput, Shard shard)
    {
        (_files, _reader, _standardInput, _shard) = (files, reader, standardInput, shard);
        _lengths = new long[files.Count];
        for (var index = 0; index < _lengths.Length; index++)
        {
            _lengths[index] = Length(files[index]);
            TotalLength += _lengths[index];
        }
    }

    /// <summary>Bytes of all files.</summary>
    public long TotalLength { get; }

    /// <summary>The reports in their order.</summary>
    public IEnumerable<RunReport> Reports()
    {
        var start = 0L;
        for (var i = 0; i < _files.Count; i++)
        {
            if (_shard.TryCut(start, _lengths[i], TotalLength, out var from, out var to))
            {
                foreach (var report in _reader.Open(_files[i], _standardInput, from, to))
                {
                    yield return new RunReport(report, start + report.Position);
                }
            }

            start += _lengths[i];
        }
    }

    /// <summary>A fingerprint of the input and of how it is read: equal for a run that can go on with another's work.</summary>
    /// <param name="settings">What else decides what is written.</param>
    public string Fingerprint(string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{settings}\n{_shard}\n"));
        for (var i = 0; i < _files.Count; i++)
        {
            var changed = File.Exists(_files[i].Path) ? File.GetLastWriteTimeUtc(_files[i].Path).Ticks : 0;
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_files[i].Path}\0{_lengths[i]}\0{changed}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static long Length(FoundReport file)
    {
        if (file.IsStandardInput || file.Error is not null)
        {
            return 0;
        }

        try
        {
            return new FileInfo(file.Path).Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
