using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>
/// Reads case records from JSON Lines or from a JSON array, one at a time: a file of any size needs the memory of one record. Keys that
/// this version does not know are skipped, optional keys may be missing, since later versions add fields and never rename one.
/// </summary>
public sealed class CaseRecordReader : IDisposable
{
    private readonly JsonTextReader _json;
    private readonly string _source;
    private readonly List<string> _place = [];
    private bool _inArray;
    private bool _started;

    /// <param name="input">JSON Lines, or an array of records; disposed with this reader.</param>
    /// <param name="source">What errors call the input, such as its path.</param>
    public CaseRecordReader(TextReader input, string source)
    {
        _source = source;
        _json = new JsonTextReader(input)
        {
            SupportMultipleContent = true,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
        };
    }

    /// <summary>Reads the records of a file, opening it at the first one.</summary>
    /// <exception cref="CaseRecordFormatException">The file holds something else; thrown when reading comes to it.</exception>
    public static IEnumerable<CaseRecord> ReadFile(string path)
    {
        using var reader = new CaseRecordReader(new StreamReader(path, Encoding.UTF8), path);
        while (reader.Read() is { } record)
        {
            yield return record;
        }
    }

    /// <summary>Reads the next record; <see langword="null"/> at the end.</summary>
    /// <exception cref="CaseRecordFormatException">The input is no JSON, or not a case record.</exception>
    public CaseRecord? Read()
    {
        _place.Clear();
        if (!Advance())
        {
            return _inArray ? throw Fault("the array is not closed") : null;
        }

        if (!_started)
        {
            _started = true;
            if (_json.TokenType == JsonToken.StartArray)
            {
                _inArray = true;
                Need();
            }
        }

        if (_inArray && _json.TokenType == JsonToken.EndArray)
        {
            _inArray = false;
            return Advance() ? throw Fault("expected nothing after the array") : null;
        }

        return ReadRecord();
    }

    /// <summary>Disposes the input.</summary>
    public void Dispose() => ((IDisposable)_json).Dispose();

    private CaseRecord ReadRecord()
    {
        string? schemaVersion = null, caseId = null;
        DocumentInfo? document = null;
        Age? age = null;
        Sex? sex = null;
        PrimaryTumour? primaryTumour = null;
        IReadOnlyList<PriorSurgery> priorSurgeries = [];
        IReadOnlyList<SpinalLevelValue> spinalLevels = [];
        IReadOnlyList<string> spinalRegions = [];
        IReadOnlyList<ImagingSignal> imagingSignals = [];
        IReadOnlyList<Procedure> procedures = [];
        Extent? extent = null;
        Histology? histology = null;
        Lesion? lesion = null;
        IReadOnlyList<PresentingFeature> presentation = [];
        IReadOnlyList<Adjuvant> adjuvants = [];
        IReadOnlyList<string> warnings = [];
        ReadObject(key =>
        {
            switch (key)
            {
                case "schemaVersion": schemaVersion = Text(); break;
                case "caseId": caseId = Text(); break;
                case "document": document = ReadDocument(); break;
                case "age": age = Optional(ReadAge); break;
                case "sex": sex = Optional(ReadSex); break;
                case "primaryTumour": primaryTumour = Optional(ReadPrimaryTumour); break;
                case "priorSurgeries": priorSurgeries = List(ReadPriorSurgery); break;
                case "spinalLevels": spinalLevels = List(ReadSpinalLevel); break;
                case "spinalRegions": spinalRegions = List(Text); break;
                case "imagingSignals": imagingSignals = List(ReadImagingSignal); break;
                case "procedures": procedures = List(ReadProcedure); break;
                case "extent": extent = Optional(ReadExtent); break;
                case "histology": histology = Optional(ReadHistology); break;
                case "lesion": lesion = Optional(ReadLesion); break;
                case "presentation": presentation = List(ReadPresentingFeature); break;
                case "adjuvants": adjuvants = List(ReadAdjuvant); break;
                case "warnings": warnings = List(Text); break;
                default: return false;
            }

            return true;
        });
        return new CaseRecord
        {
            SchemaVersion = schemaVersion ?? CaseRecord.CurrentSchemaVersion,
            CaseId = Required(caseId, "caseId"),
            Document = Required(document, "document"),
            Age = age,
            Sex = sex,
            PrimaryTumour = primaryTumour,
            PriorSurgeries = priorSurgeries,
            SpinalLevels = spinalLevels,
            SpinalRegions = spinalRegions,
            ImagingSignals = imagingSignals,
            Procedures = procedures,
            Extent = extent,
            Histology = histology,
            Lesion = lesion ?? new Lesion(),
            Presentation = presentation,
            Adjuvants = adjuvants,
            Warnings = warnings,
        };
    }

    private DocumentInfo ReadDocument()
    {
        string? id = null, path = null, sha256 = null, mediaType = null, title = null;
        int? length = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "id": id = Text(); break;
                case "path": path = OptionalText(); break;
                case "sha256": sha256 = Text(); break;
                case "mediaType": mediaType = Text(); break;
                case "title": title = OptionalText(); break;
                case "length": length = Whole(); break;
                default: return false;
            }

            return true;
        });
        return new DocumentInfo
        {
            Id = Required(id, "id"),
            Path = path,
            Sha256 = Required(sha256, "sha256"),
            MediaType = Required(mediaType, "mediaType"),
            Title = title,
            Length = Required(length, "length"),
        };
    }

    private Age ReadAge()
    {
        double? value = null, years = null;
        string? unit = null;
        var approximate = false;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "value": value = Number(); break;
                case "unit": unit = Text(); break;
                case "years": years = Number(); break;
                case "approximate": approximate = Truth(); break;
                default: return false;
            }

            return true;
        });
        return new Age
        {
            Value = Required(value, "value"),
            Unit = Required(unit, "unit"),
            Years = Required(years, "years"),
            Approximate = approximate,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private Sex ReadSex()
    {
        var (value, _, common) = ReadWord();
        return new Sex { Value = value, Confidence = common.Confidence, Evidence = common.Evidence };
    }

    private Extent ReadExtent()
    {
        var (value, _, common) = ReadWord();
        return new Extent { Value = value, Confidence = common.Confidence, Evidence = common.Evidence };
    }

    private LesionOrigin ReadOrigin()
    {
        var (value, _, common) = ReadWord();
        return new LesionOrigin { Value = value, Confidence = common.Confidence, Evidence = common.Evidence };
    }

    private Compartment ReadCompartment()
    {
        var (value, _, common) = ReadWord();
        return new Compartment { Value = value, Confidence = common.Confidence, Evidence = common.Evidence };
    }

    private CordCompression ReadCordCompression()
    {
        var (value, severity, common) = ReadWord();
        return new CordCompression { Value = value, Severity = severity, Confidence = common.Confidence, Evidence = common.Evidence };
    }

    /// <summary>A value that is one word of a vocabulary, with a severity where the field has one.</summary>
    private (string Value, string? Severity, Common Common) ReadWord()
    {
        string? value = null, severity = null;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "value": value = Text(); break;
                case "severity": severity = OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return (Required(value, "value"), severity, common);
    }

    private PrimaryTumour ReadPrimaryTumour()
    {
        TopographyCode? site = null;
        MorphologyCode? histology = null;
        string? laterality = null, text = null;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "site": site = Optional(ReadTopography); break;
                case "laterality": laterality = OptionalText(); break;
                case "histology": histology = Optional(ReadMorphology); break;
                case "text": text = OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new PrimaryTumour
        {
            Site = site,
            Laterality = laterality,
            Histology = histology,
            Text = text,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private TopographyCode ReadTopography()
    {
        string? code = null, display = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "code": code = Text(); break;
                case "display": display = Text(); break;
                default: return false;
            }

            return true;
        });
        return new TopographyCode(Required(code, "code"), Required(display, "display"));
    }

    private MorphologyCode ReadMorphology()
    {
        string? code = null, behaviour = null, display = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "code": code = OptionalText(); break;
                case "behaviour": behaviour = OptionalText(); break;
                case "display": display = Text(); break;
                default: return false;
            }

            return true;
        });
        return new MorphologyCode(code, behaviour, Required(display, "display"));
    }

    private PriorSurgery ReadPriorSurgery()
    {
        string? term = null, indication = null;
        double? monthsBefore = null;
        IReadOnlyList<string> levels = [];
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "term": term = Text(); break;
                case "monthsBefore": monthsBefore = OptionalNumber(); break;
                case "indication": indication = OptionalText(); break;
                case "levels": levels = List(Text); break;
                default: return false;
            }

            return true;
        });
        return new PriorSurgery
        {
            Term = Required(term, "term"),
            MonthsBefore = monthsBefore,
            Indication = indication,
            Levels = levels,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private SpinalLevelValue ReadSpinalLevel()
    {
        string? level = null, region = null;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "level": level = Text(); break;
                case "region": region = Text(); break;
                default: return false;
            }

            return true;
        });
        return new SpinalLevelValue
        {
            Level = Required(level, "level"),
            Region = Required(region, "region"),
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private ImagingSignal ReadImagingSignal()
    {
        string? modality = null, sequence = null, kind = null, value = null, pattern = null, agent = null;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "modality": modality = OptionalText(); break;
                case "sequence": sequence = OptionalText(); break;
                case "kind": kind = Text(); break;
                case "value": value = Text(); break;
                case "pattern": pattern = OptionalText(); break;
                case "agent": agent = OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new ImagingSignal
        {
            Modality = modality,
            Sequence = sequence,
            Kind = Required(kind, "kind"),
            Value = Required(value, "value"),
            Pattern = pattern,
            Agent = agent,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private Procedure ReadProcedure()
    {
        string? term = null, intent = null, approach = null;
        IReadOnlyList<string> levels = [];
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "term": term = Text(); break;
                case "intent": intent = OptionalText(); break;
                case "approach": approach = OptionalText(); break;
                case "levels": levels = List(Text); break;
                default: return false;
            }

            return true;
        });
        return new Procedure
        {
            Term = Required(term, "term"),
            Intent = intent,
            Approach = approach,
            Levels = levels,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private Histology ReadHistology()
    {
        string? code = null, behaviour = null, display = null, grade = null, text = null;
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "code": code = OptionalText(); break;
                case "behaviour": behaviour = OptionalText(); break;
                case "display": display = OptionalText(); break;
                case "grade": grade = OptionalText(); break;
                case "text": text = OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new Histology
        {
            Code = code,
            Behaviour = behaviour,
            Display = display,
            Grade = grade,
            Text = text,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private Lesion ReadLesion()
    {
        LesionOrigin? origin = null;
        Compartment? compartment = null;
        CordCompression? cordCompression = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "origin": origin = Optional(ReadOrigin); break;
                case "compartment": compartment = Optional(ReadCompartment); break;
                case "cordCompression": cordCompression = Optional(ReadCordCompression); break;
                default: return false;
            }

            return true;
        });
        return new Lesion { Origin = origin, Compartment = compartment, CordCompression = cordCompression };
    }

    private PresentingFeature ReadPresentingFeature()
    {
        string? term = null;
        IReadOnlyList<string> modifiers = [];
        var common = ReadValue(key =>
        {
            switch (key)
            {
                case "term": term = Text(); break;
                case "modifiers": modifiers = List(Text); break;
                default: return false;
            }

            return true;
        });
        return new PresentingFeature
        {
            Term = Required(term, "term"),
            Modifiers = modifiers,
            Confidence = common.Confidence,
            Evidence = common.Evidence,
        };
    }

    private Adjuvant ReadAdjuvant()
    {
        string? kind = null;
        var common = ReadValue(key =>
        {
            if (key != "kind")
            {
                return false;
            }

            kind = Text();
            return true;
        });
        return new Adjuvant { Kind = Required(kind, "kind"), Confidence = common.Confidence, Evidence = common.Evidence };
    }

    private Evidence ReadEvidence()
    {
        int? start = null, end = null;
        string? text = null, section = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "start": start = Whole(); break;
                case "end": end = Whole(); break;
                case "text": text = Text(); break;
                case "section": section = Text(); break;
                default: return false;
            }

            return true;
        });
        return new Evidence(Required(start, "start"), Required(end, "end"), Required(text, "text"), Required(section, "section"));
    }

    /// <summary>What every value carries, beside the keys that <paramref name="readKey"/> knows.</summary>
    private Common ReadValue(Func<string, bool> readKey)
    {
        double? confidence = null;
        IReadOnlyList<Evidence>? evidence = null;
        ReadObject(key =>
        {
            switch (key)
            {
                case "confidence": confidence = Number(); break;
                case "evidence": evidence = List(ReadEvidence); break;
                default: return readKey(key);
            }

            return true;
        });
        return new Common(Required(confidence, "confidence"), Required(evidence, "evidence"));
    }

    /// <summary>
    /// Reads the object that the reader stands at. <paramref name="readKey"/> is called with the reader at the key's value, reads it to
    /// its last token, and returns <see langword="false"/> for a key it does not know, which is then skipped.
    /// </summary>
    private void ReadObject(Func<string, bool> readKey)
    {
        Expect(JsonToken.StartObject, "an object");
        for (Need(); _json.TokenType != JsonToken.EndObject; Need())
        {
            var key = (string)_json.Value!;
            Need();
            _place.Add(key);
            if (!readKey(key))
            {
                Skip();
            }

            _place.RemoveAt(_place.Count - 1);
        }
    }

    private List<T> List<T>(Func<T> readItem)
    {
        Expect(JsonToken.StartArray, "a list");
        var items = new List<T>();
        for (Need(); _json.TokenType != JsonToken.EndArray; Need())
        {
            _place.Add(string.Create(CultureInfo.InvariantCulture, $"[{items.Count}]"));
            items.Add(readItem());
            _place.RemoveAt(_place.Count - 1);
        }

        return items;
    }

    private T? Optional<T>(Func<T> read)
        where T : class => _json.TokenType == JsonToken.Null ? null : read();

    private string Text()
    {
        Expect(JsonToken.String, "a string");
        return (string)_json.Value!;
    }

    private string? OptionalText() => _json.TokenType == JsonToken.Null ? null : Text();

    private bool Truth()
    {
        Expect(JsonToken.Boolean, "true or false");
        return (bool)_json.Value!;
    }

    private int Whole()
    {
        Expect(JsonToken.Integer, "a whole number");
        return _json.Value is long and >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw Fault("the number is too large");
    }

    private double Number()
    {
        if (_json.TokenType is not (JsonToken.Integer or JsonToken.Float))
        {
            throw Fault($"expected a number, found {Found()}");
        }

        return Convert.ToDouble(_json.Value, CultureInfo.InvariantCulture);
    }

    private double? OptionalNumber() => _json.TokenType == JsonToken.Null ? null : Number();

    private void Expect(JsonToken token, string expected)
    {
        if (_json.TokenType != token)
        {
            throw Fault($"expected {expected}, found {Found()}");
        }
    }

    private T Required<T>(T? value, string key)
        where T : class => value ?? throw Fault($"the key {key} is missing");

    private T Required<T>(T? value, string key)
        where T : struct => value ?? throw Fault($"the key {key} is missing");

    private void Need()
    {
        if (!Advance())
        {
            throw Fault("the text ends inside a record");
        }
    }

    /// <summary>Moves to the next token that is no comment; <see langword="false"/> at the end.</summary>
    private bool Advance()
    {
        try
        {
            while (_json.Read())
            {
                if (_json.TokenType != JsonToken.Comment)
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonReaderException exception)
        {
            // Its message quotes the text.
            throw NotJson(exception);
        }
    }

    private void Skip()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonReaderException exception)
        {
            throw NotJson(exception);
        }
    }

    private CaseRecordFormatException NotJson(JsonReaderException exception) =>
        new(_source, exception.LineNumber, $"not valid JSON at column {exception.LinePosition}");

    private CaseRecordFormatException Fault(string reason)
    {
        var place = string.Join('.', _place).Replace(".[", "[", StringComparison.Ordinal);
        return new CaseRecordFormatException(_source, _json.LineNumber, place.Length == 0 ? reason : $"{place}: {reason}");
    }

    private string Found() => _json.TokenType switch
    {
        JsonToken.Null or JsonToken.Undefined => "null",
        JsonToken.String => "a string",
        JsonToken.Integer or JsonToken.Float => "a number",
        JsonToken.Boolean => "true or false",
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "a list",
        _ => "something else",
    };

    private readonly record struct Common(double Confidence, IReadOnlyList<Evidence> Evidence);
}
