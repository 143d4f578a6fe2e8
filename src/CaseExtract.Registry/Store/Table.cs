namespace CaseExtract.Registry.Store;

/// <summary>What a column holds.</summary>
internal enum ColumnType
{
    Text,
    Small,
    Integer,
    Whole,
    Number,
    Truth,
}

/// <summary>A column that rows are written into.</summary>
internal readonly record struct Column(string Name, ColumnType Type);

/// <summary>A table, and the columns that a loader writes, in their order.</summary>
internal sealed class Table
{
    public static readonly Table Document = new(
        "document",
        [
            new("document_key", ColumnType.Whole), new("document_id", ColumnType.Text), new("version", ColumnType.Integer), new("sha256", ColumnType.Text),
            new("content_sha256", ColumnType.Text), new("path", ColumnType.Text), new("media_type", ColumnType.Text), new("title", ColumnType.Text),
            new("length", ColumnType.Whole), new("model_version", ColumnType.Text), new("run_key", ColumnType.Whole), new("added_at", ColumnType.Text),
            new("loaded_at", ColumnType.Text),
        ]);

    public static readonly Table DocumentVersion = new(
        "document_version",
        [
            new("document_key", ColumnType.Whole), new("version", ColumnType.Integer), new("sha256", ColumnType.Text), new("content_sha256", ColumnType.Text),
            new("model_version", ColumnType.Text), new("run_key", ColumnType.Whole), new("loaded_at", ColumnType.Text), new("replaced_by_run", ColumnType.Whole),
            new("replaced_at", ColumnType.Text), new("records", ColumnType.Text),
        ]);

    public static readonly Table Cases = new(
        "cases",
        [
            new("case_key", ColumnType.Whole), new("document_key", ColumnType.Whole), new("ordinal", ColumnType.Integer), new("run_key", ColumnType.Whole),
            new("added_at", ColumnType.Text), new("loaded_at", ColumnType.Text), new("level_mask", ColumnType.Whole), new("procedure_level_mask", ColumnType.Whole),
            new("is_corrected", ColumnType.Truth), new("case_id", ColumnType.Text), new("document_id", ColumnType.Text), new("path", ColumnType.Text),
            new("members", ColumnType.Text), .. Loading.CaseColumn.All.Select(column => new Column(column.Name, column.Type)),
        ]);

    public static readonly Table Record = new("record", [new("case_key", ColumnType.Whole), new("json", ColumnType.Text)]);

    public static readonly Table FieldValue = new(
        "field_value",
        [
            new("value_key", ColumnType.Whole), new("field_key", ColumnType.Small), new("ordinal", ColumnType.Integer), new("text", ColumnType.Text),
            new("number", ColumnType.Number), new("code", ColumnType.Text), new("confidence", ColumnType.Number), new("evidence_start", ColumnType.Integer),
            new("evidence_end", ColumnType.Integer), new("evidence_text", ColumnType.Text), new("evidence_section", ColumnType.Text), new("is_corrected", ColumnType.Truth),
        ]);

    public static readonly Table Audit = new(
        "audit",
        [
            new("at", ColumnType.Text), new("who", ColumnType.Text), new("action", ColumnType.Text), new("run_key", ColumnType.Whole), new("document_id", ColumnType.Text),
            new("case_id", ColumnType.Text), new("field", ColumnType.Text), new("old_value", ColumnType.Text), new("new_value", ColumnType.Text), new("why", ColumnType.Text),
        ]);

    private readonly ColumnType[] _types;

    private Table(string name, IReadOnlyList<Column> columns) => (Name, Columns, _types) = (name, columns, [.. columns.Select(column => column.Type)]);

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>What the columns hold, in their order.</summary>
    public ReadOnlySpan<ColumnType> Types => _types;

    /// <summary>The names of the columns, separated by commas.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));
}
