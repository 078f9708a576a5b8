using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>How views become template data: camel case, enums as words, null where there is nothing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(View.Notice))]
[JsonSerializable(typeof(View.Page), TypeInfoPropertyName = "PageView")]
[JsonSerializable(typeof(View.Form))]
[JsonSerializable(typeof(View.Summary))]
[JsonSerializable(typeof(View.Receipt))]
[JsonSerializable(typeof(View.Review))]
[JsonSerializable(typeof(View.Deciding))]
[JsonSerializable(typeof(View.Background))]
[JsonSerializable(typeof(View.Decided))]
[JsonSerializable(typeof(View.Entry))]
[JsonSerializable(typeof(View.Entries))]
[JsonSerializable(typeof(View.Download))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(int))]
internal sealed partial class ViewJsonContext : JsonSerializerContext;
