#pragma warning disable CA1822
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract;

/// <summary>Temporary.</summary>
public sealed partial class CaseExtractor
{
    /// <summary>Temporary.</summary>
    public static CaseExtractor CreateDefault() => new();

    /// <summary>Temporary.</summary>
    public static CaseExtractor Load(string modelsDirectory) =>
        Directory.Exists(modelsDirectory) ? File.Exists(System.IO.Path.Combine(modelsDirectory, "bad")) ? throw new ModelException("lexicons/level.tsv(12): expected 3 columns, found 2") : new() : throw new ModelException(modelsDirectory + ": no such folder");

    /// <summary>Temporary.</summary>
    public Document Segment(Narrative narrative)
    {
        var list = new List<Sentence>();
        var start = 0;
        foreach (Match m in Ends().Matches(narrative.Text))
        {
            list.Add(new Sentence(new TextSpan(start, m.Index + 1)));
            start = m.Index + m.Length;
        }

        if (start < narrative.Text.Length)
        {
            list.Add(new Sentence(new TextSpan(start, narrative.Text.Length)));
        }

        return new Document(narrative, list);
    }

    /// <summary>Temporary.</summary>
    public IReadOnlyList<CaseRecord> Extract(Narrative narrative)
    {
        var text = narrative.Text;
        int Point(int index)
        {
            var n = 0;
            for (var i = 0; i < index; i++)
            {
                if (!(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])))
                {
                    n++;
                }
            }

            return n;
        }

        Evidence Quote(Match m) => new(Point(m.Index), Point(m.Index + m.Length), m.Value, "body");
        var age = Ages().Match(text) is { Success: true } a
            ? new Age { Value = int.Parse(a.Groups[1].Value), Unit = "year", Years = int.Parse(a.Groups[1].Value), Confidence = 0.99, Evidence = [Quote(a)] }
            : null;
        var sex = Sexes().Match(text) is { Success: true } s
            ? new Sex { Value = s.Value is "woman" or "girl" ? "female" : "male", Confidence = 1, Evidence = [Quote(s)] }
            : null;
        var levels = Levels().Matches(text).DistinctBy(m => m.Value)
            .Select(m => new SpinalLevelValue { Level = m.Value, Region = m.Value[0] == 'T' ? "thoracic" : "lumbar", Confidence = 0.9, Evidence = [Quote(m)] }).ToList();
        return
        [
            new CaseRecord
            {
                CaseId = narrative.Id,
                Document = new DocumentInfo
                {
                    Id = narrative.Id, Path = narrative.Path, MediaType = narrative.MediaType, Length = Point(text.Length),
                    Sha256 = narrative.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                },
                Age = age, Sex = sex, SpinalLevels = levels, SpinalRegions = levels.Select(l => l.Region).Distinct().ToList(),
            },
        ];
    }

    [GeneratedRegex(@"(\d+)-year-old")]
    private static partial Regex Ages();

    [GeneratedRegex(@"\b(woman|man|girl|boy)\b")]
    private static partial Regex Sexes();

    [GeneratedRegex(@"\b[TL](5|6|7|8)\b")]
    private static partial Regex Levels();

    [GeneratedRegex(@"[.!?]\s+")]
    private static partial Regex Ends();
}
