using System.Text.Json;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>Looking into JSON of unknown shape: what is not there or of another kind is null.</summary>
internal static class JsonLookup
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
}
