using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Backup;

/// <summary>Lines of a backup as JSON; the same line is always the same bytes.</summary>
internal static class BackupJson
{
    private const string Kind = "kind";
    private const string HeaderKind = "supplierbot-backup";

    /// <summary>Names read as they are; the file is no web page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line without its end.</summary>
    public static ReadOnlyMemory<byte> Write(BackupLine line)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        Write(json, line);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <exception cref="FormatException">What is wrong with it, in words that fit behind "line 17".</exception>
    public static BackupLine Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("it is no line of a backup", fault);
        }
    }

    public static JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new FormatException($"it has no `{name}`");

    public static string Text(JsonElement parent, string name) => Member(parent, name, JsonValueKind.String).GetString()!;

    private static void Write(Utf8JsonWriter json, BackupLine line)
    {
        switch (line)
        {
            case BackupLine.Header header:
                json.WriteString(Kind, HeaderKind);
                json.WriteNumber("format", header.Version);
                json.WriteString("product", header.Product);
                json.WriteString("organisation", header.Organisation);
                json.WriteStartArray("policies");
                foreach (var hash in header.Policies)
                    json.WriteStringValue(hash);
                json.WriteEndArray();
                break;
            case BackupLine.Single single:
                json.WriteString(Kind, "row");
                json.WriteString("partition", single.Partition);
                BackupValues.Write(json, single.Row);
                break;
            case BackupLine.WholeCase whole:
                json.WriteString(Kind, "case");
                json.WriteString("id", whole.Id);
                if (whole.Head is { } head)
                {
                    json.WritePropertyName("head");
                    Row(json, head);
                }
                json.WriteStartArray("rows");
                foreach (var row in whole.Rows)
                    Row(json, row);
                json.WriteEndArray();
                break;
            case BackupLine.End end:
                json.WriteString(Kind, "end");
                json.WriteNumber("lines", end.Lines);
                json.WriteNumber("cases", end.Cases);
                json.WriteNumber("rows", end.Rows);
                json.WriteString("sha256", end.Sha256);
                break;
        }
    }

    private static void Row(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        BackupValues.Write(json, row);
        json.WriteEndObject();
    }

    private static BackupLine Read(JsonElement line) =>
        Text(line, Kind) switch
        {
            HeaderKind => new BackupLine.Header(
                Member(line, "format", JsonValueKind.Number).GetInt32(),
                Text(line, "product"),
                Text(line, "organisation"),
                [.. Member(line, "policies", JsonValueKind.Array).EnumerateArray().Select(hash => hash.GetString() ?? "")]
            ),
            "row" => new BackupLine.Single(Text(line, "partition"), BackupValues.Read(line)),
            "case" => new BackupLine.WholeCase(
                Text(line, "id"),
                line.TryGetProperty("head", out var head) ? BackupValues.Read(head) : null,
                Rows(line, "rows")
            ),
            "end" => new BackupLine.End(Number(line, "lines"), Number(line, "cases"), Number(line, "rows"), Text(line, "sha256")),
            var other => throw new FormatException($"there is no kind `{other}`"),
        };

    private static IReadOnlyList<Row> Rows(JsonElement line, string name) =>
        [.. Member(line, name, JsonValueKind.Array).EnumerateArray().Select(BackupValues.Read)];

    private static long Number(JsonElement line, string name) => Member(line, name, JsonValueKind.Number).GetInt64();
}
