using System.Text.Json.Serialization;

namespace SupplierBot.Chat;

/// <summary>How views become template data: camel case, enums as words, null where there is nothing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(int))]
internal sealed partial class CardJson : JsonSerializerContext;
