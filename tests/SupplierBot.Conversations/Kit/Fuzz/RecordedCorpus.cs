using System.Text.Json.Nodes;
using SupplierBot.Conversations.Fuzz;

namespace SupplierBot.Conversations.Kit.Fuzz;

/// <summary>
/// Activities as clients sent them to the product (<see cref="RecordedActivitiesTests"/> makes the file), one a line. What differs from run
/// to run is a hole: <c>@serviceUrl@</c>, <c>@id@</c>, <c>@draft@</c>, <c>@case@</c>.
/// </summary>
internal static class RecordedCorpus
{
    public const string ServiceUrl = "@serviceUrl@";
    public const string Id = "@id@";
    public const string Draft = "@draft@";
    public const string Case = "@case@";

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Fuzz", "activities.jsonl");

    public static IReadOnlyList<string> Lines { get; } = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];

    public static IReadOnlyList<JsonObject> Activities { get; } = [.. Lines.Select(line => JsonNode.Parse(line)!.AsObject())];
}
