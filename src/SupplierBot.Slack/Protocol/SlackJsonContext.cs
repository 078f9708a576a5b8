using System.Text.Json.Serialization;

namespace SupplierBot.Slack.Protocol;

/// <summary>
/// The one JSON setting of this protocol: unknown members are skipped, but a name twice in one object or a wrong type is refused, so that
/// no two readers can see different things in one body.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = Depth
)]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SlackJsonContext : JsonSerializerContext
{
    public const int Depth = 64;
}
