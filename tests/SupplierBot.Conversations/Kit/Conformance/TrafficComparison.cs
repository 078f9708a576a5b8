using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupplierBot.Conversations.Kit.Conformance;

/// <summary>
/// Two recordings of one conversation, compared field by field: every field that differs is one line, once for each direction.
/// </summary>
internal static partial class TrafficComparison
{
    public static IReadOnlySet<string> Differences(IEnumerable<JsonObject> reference, IEnumerable<JsonObject> ours)
    {
        var (theirCalls, ourCalls) = (Calls(reference), Calls(ours));
        return theirCalls
            .Keys.Union(ourCalls.Keys)
            .SelectMany(call => Compared(call, theirCalls.GetValueOrDefault(call, []), ourCalls.GetValueOrDefault(call, [])))
            .ToHashSet();
    }

    private static IEnumerable<string> Compared(
        Call call,
        List<Dictionary<string, string>> reference,
        List<Dictionary<string, string>> ours
    )
    {
        if (reference.Count == 0 || ours.Count == 0)
            return [$"{call}: only {(ours.Count == 0 ? "the reference" : "ours")}"];
        if (reference.Count != ours.Count)
            return [$"{call}: {reference.Count} times | {ours.Count} times"];
        return reference
            .Zip(ours)
            .SelectMany(pair =>
                pair.First.Keys.Union(pair.Second.Keys).Select(field => Compared(call, field, pair.First, pair.Second)).OfType<string>()
            );
    }

    private static string? Compared(Call call, string field, Dictionary<string, string> reference, Dictionary<string, string> ours) =>
        (reference.TryGetValue(field, out var theirs), ours.TryGetValue(field, out var own)) switch
        {
            (true, false) => $"{call.Direction} {field}: only the reference",
            (false, true) => $"{call.Direction} {field}: only ours",
            _ => theirs == own ? null : $"{call.Direction} {field}: {theirs} | {own}",
        };

    /// <summary>What is the same on both sides of a comparison: who calls, what, about where, and whether a button was pressed.</summary>
    private sealed record Call(string Direction, string Method, string Name, bool InChannel, bool Pressed)
    {
        public override string ToString() => $"{Direction} {Method} {Name}";
    }

    /// <summary>Signs of life apart: they are shown where a machine is slow.</summary>
    private static Dictionary<Call, List<Dictionary<string, string>>> Calls(IEnumerable<JsonObject> recording) =>
        recording
            .Where(entry => (string?)entry["request"]!["body"]?["type"] is not "typing")
            .GroupBy(CallOf)
            .ToDictionary(group => group.Key, group => group.Select(Fields).ToList());

    private static Call CallOf(JsonObject entry)
    {
        var (request, body) = (entry["request"]!, entry["request"]!["body"] as JsonObject);
        return new(
            ((string)entry["direction"]!).StartsWith("User Application", StringComparison.Ordinal) ? "from bot" : "to bot",
            (string)request["method"]!,
            (string)entry["activityName"]!,
            $"{body?["conversation"]?["id"]} {Uri.UnescapeDataString((string)request["url"]!)}".Contains("19:", StringComparison.Ordinal),
            body?["value"] is not null
        );
    }

    private static Dictionary<string, string> Fields(JsonObject entry) =>
        Fields("", new JsonObject { ["request"] = entry["request"]!.DeepClone(), ["response"] = entry["response"]!.DeepClone() })
            .Where(field => !Own().IsMatch(field.Path))
            .ToDictionary(
                field => field.Path,
                field => field.Path.EndsWith(".user-agent", StringComparison.Ordinal) ? "{program}" : Anonymous(field.Value)
            );

    private static IEnumerable<(string Path, string Value)> Fields(string path, JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                Fields(
                    path.Length == 0 ? member.Key : $"{path}.{(path == "request.headers" ? member.Key.ToLowerInvariant() : member.Key)}",
                    member.Value
                )
            ),
            JsonArray items => items.SelectMany((item, position) => Fields($"{path}[{position}]", item)),
            null => [(path, "null")],
            _ => [(path, node.ToString())],
        };

    /// <summary>Ids, times and ports are others in each run.</summary>
    private static string Anonymous(string value) =>
        Digits().Replace(Time().Replace(Guids().Replace(Uri.UnescapeDataString(value), "{id}"), "{time}"), "{id}");

    /// <summary>What is on a card and in its buttons is each bot's own; the length of a body follows from it.</summary>
    [GeneratedRegex(
        @"\.content\.(?!type$|version$)|^response\.body\.value\.(?!type$|version$)|^request\.body\.value\.(action\.data\.|_|verb|target)|\.content-length$"
    )]
    private static partial Regex Own();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b\d{13}\b|(?<=127\.0\.0\.1:)\d+")]
    private static partial Regex Digits();
}
