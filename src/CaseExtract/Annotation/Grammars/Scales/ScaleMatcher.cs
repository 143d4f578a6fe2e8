using System.Globalization;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads the values of scales beside the names that the lexicon found; a text that names none costs one look at its mentions.</summary>
internal sealed class ScaleMatcher
{
    private readonly Dictionary<string, ScaleForm> _forms = new(StringComparer.Ordinal);
    private readonly ScalePhrase _phrase;
    private readonly WhoGrade _who;

    public ScaleMatcher(ModelSource models, NumberReader numbers, Vocabulary.Builder vocabulary)
    {
        var words = new WordRoles<ScaleWord>(models, "rules/scale.tsv", vocabulary);
        _phrase = new ScalePhrase(words);
        _who = new WhoGrade(words);
        var table = models.Read("rules/scale-form.tsv");
        int scale = table.Column("scale"), form = table.Column("form"), least = table.Column("least"), greatest = table.Column("greatest"), step = table.Column("step");
        foreach (var row in table.Rows)
        {
            _forms[row[scale]] = row[form] switch
            {
                "letter" => new ImpairmentGrade(words),
                "number" => new ScoreNumber(numbers, words, (Whole(row, least), Whole(row, greatest), Whole(row, step)), hasRoman: false),
                "roman" => new ScoreNumber(numbers, words, (Whole(row, least), Whole(row, greatest), Whole(row, step)), hasRoman: true),
                "enneking" => new EnnekingStage(),
                "compression" => new CompressionGrade(),
                var other => throw row.Fault($"'{other}' is no form of a scale"),
            };
        }

        var names = models.Read("lexicons/scale.tsv");
        var concept = names.Column("concept");
        foreach (var row in names.Rows)
        {
            if (!_forms.ContainsKey(row[concept]))
            {
                throw row.Fault($"'{row[concept]}' is no scale of rules/scale-form.tsv");
            }
        }
    }

    /// <summary>Adds a mention for each value.</summary>
    public void Match(Document document, List<Mention> mentions)
    {
        // values are appended: only what was there is looked at
        var count = mentions.Count;
        List<FoundScaleValue>? found = null;
        HashSet<int>? known = null; // tokens that hold a value
        for (var index = 0; index < count; index++)
        {
            switch (mentions[index].Kind)
            {
                case MentionKind.Grade:
                    ReadGrade(document, mentions[index], known, mentions);
                    break;
                case MentionKind.ScaleName when IsName(document, mentions[index]):
                    ReadScale(document, mentions[index], found ??= [], known ??= ValuesOf(mentions), mentions);
                    break;
            }
        }
    }

    private void ReadGrade(Document document, Mention grade, HashSet<int>? known, List<Mention> mentions)
    {
        var bounds = document.SentenceArray[grade.Sentence];
        if (_who.Read(document, grade, bounds.FirstToken, bounds.EndToken) is { } value)
        {
            mentions.Add(new Mention(MentionKind.Scale, value, grade.FirstToken, grade.EndToken) { Sentence = grade.Sentence });
            known?.Add(value.ValueToken);
        }
    }

    private void ReadScale(Document document, Mention name, List<FoundScaleValue> found, HashSet<int> known, List<Mention> mentions)
    {
        var scale = ((ValueConcept)name.Concept).Value;
        var bounds = document.SentenceArray[name.Sentence];
        found.Clear();
        _phrase.Read(document, _forms[scale], (name.FirstToken, name.EndToken), (bounds.FirstToken, bounds.EndToken), found);
        foreach (var value in found)
        {
            // a scale named twice ("Eastern Cooperative Oncology Group (ECOG)") has its value once
            if (known.Add(value.First))
            {
                mentions.Add(new Mention(MentionKind.Scale, new ScaleConcept(scale, value.Value, value.First, value.Change), Math.Min(name.FirstToken, value.First), Math.Max(name.EndToken, value.End))
                {
                    Sentence = name.Sentence,
                });
            }
        }
    }

    private static HashSet<int> ValuesOf(List<Mention> mentions)
    {
        var tokens = new HashSet<int>();
        foreach (var mention in mentions)
        {
            if (mention is { Kind: MentionKind.Scale, Concept: ScaleConcept scale })
            {
                tokens.Add(scale.ValueToken);
            }
        }

        return tokens;
    }

    /// <summary>One word of up to four letters is an abbreviation and written in capitals: ASIA, not Asia; SINS, not sins.</summary>
    private static bool IsName(Document document, Mention name)
    {
        var token = document.TokenArray[name.FirstToken];
        return name.EndToken - name.FirstToken > 1 || token.End - token.Start > 4 || token.Has(TokenMarks.AllCapitals) || document.TextOf(token) is "mJOA";
    }

    private static int Whole(ModelRow row, int column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw row.Fault($"'{row[column]}' is no whole number");
}
