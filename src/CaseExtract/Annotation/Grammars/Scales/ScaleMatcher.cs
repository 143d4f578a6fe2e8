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
    }

    /// <summary>Adds a mention for each value.</summary>
    public void Match(Document document, List<Mention> mentions)
    {
        List<Mention>? names = null;
        foreach (var mention in mentions)
        {
            if (mention.Kind is MentionKind.ScaleName or MentionKind.Grade)
            {
                (names ??= []).Add(mention);
            }
        }

        if (names is null)
        {
            return;
        }

        var found = new List<FoundScaleValue>();
        var taken = new HashSet<int>();
        foreach (var name in names)
        {
            var bounds = document.SentenceArray[name.Sentence];
            if (name.Kind == MentionKind.Grade)
            {
                if (_who.Read(document, name, bounds.FirstToken, bounds.EndToken) is { } grade)
                {
                    mentions.Add(new Mention(MentionKind.Scale, grade, name.FirstToken, name.EndToken) { Sentence = name.Sentence });
                }

                continue;
            }

            var scale = ((ValueConcept)name.Concept).Value;
            if (!_forms.TryGetValue(scale, out var form) || !IsName(document, name))
            {
                continue;
            }

            found.Clear();
            _phrase.Read(document, form, (name.FirstToken, name.EndToken), (bounds.FirstToken, bounds.EndToken), found);
            foreach (var value in found)
            {
                if (taken.Add(value.First))
                {
                    mentions.Add(new Mention(MentionKind.Scale, new ScaleConcept(scale, value.Value, value.First, value.Change), Math.Min(name.FirstToken, value.First), Math.Max(name.EndToken, value.End))
                    {
                        Sentence = name.Sentence,
                    });
                }
            }
        }
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
