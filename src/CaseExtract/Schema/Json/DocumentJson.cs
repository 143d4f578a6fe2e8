using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary><c>document</c> as JSON.</summary>
internal static class DocumentJson
{
    public static DocumentInfo Read(RecordInput input)
    {
        string? id = null, path = null, sha256 = null, mediaType = null, title = null;
        int? length = null;
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "id": id = input.Text(); break;
                case "path": path = input.OptionalText(); break;
                case "sha256": sha256 = input.Text(); break;
                case "mediaType": mediaType = input.Text(); break;
                case "title": title = input.OptionalText(); break;
                case "length": length = input.Whole(); break;
                case "columns":
                    input.ReadObject(name =>
                    {
                        columns[name] = input.Text();
                        return true;
                    });
                    break;
                default: return false;
            }

            return true;
        });
        return new DocumentInfo
        {
            Id = input.Required(id, "id"),
            Path = path,
            Sha256 = input.Required(sha256, "sha256"),
            MediaType = input.Required(mediaType, "mediaType"),
            Title = title,
            Length = input.Required(length, "length"),
            Columns = columns,
        };
    }

    public static void Write(JsonWriter json, DocumentInfo document)
    {
        json.WriteStartObject();
        json.WriteText("id", document.Id);
        json.WriteText("path", document.Path);
        json.WriteText("sha256", document.Sha256);
        json.WriteText("mediaType", document.MediaType);
        json.WriteText("title", document.Title);
        json.WriteWhole("length", document.Length);
        json.WritePropertyName("columns");
        json.WriteStartObject();
        foreach (var (name, value) in document.Columns)
        {
            json.WriteNamed(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
