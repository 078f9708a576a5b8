using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Tampering;

/// <summary>One thing that somebody with access to the storage can do to a row.</summary>
/// <param name="Place">What is changed: the row's key, the value, and inside its JSON the path.</param>
/// <param name="Row">As it is afterwards; null where it is gone.</param>
internal sealed record RowTampering(string Partition, string Place, string Key, Row? Row)
{
    private static readonly string[][] Words =
    [
        Enum.GetNames<CaseStatus>(),
        Enum.GetNames<EntryStatus>(),
        Enum.GetNames<Tier>(),
        Enum.GetNames<ApprovalConditionState>(),
        Enum.GetNames<ContractTerms>(),
        Enum.GetNames<ReviewState>(),
        Enum.GetNames<NotificationKind>(),
        Enum.GetNames<PlaceState>(),
        Enum.GetNames<AnnouncementKind>(),
        Enum.GetNames<AuditEventKind>(),
    ];

    /// <summary>Each value of the row changed, and taken away.</summary>
    public static IEnumerable<RowTampering> OfFields(string partition, Row row)
    {
        foreach (var (name, value) in row.Values)
        {
            if (name == "J0")
                continue;
            yield return new(partition, $"{row.Key} {name}", row.Key, row.With(name, Other(value)));
            yield return new(partition, $"{row.Key} {name} gone", row.Key, row.With(name, null));
        }
        if (!row.Values.ContainsKey("J0"))
            yield break;
        var json = string.Concat(
            row.Values.Where(pair => pair.Key[0] == 'J')
                .OrderBy(pair => int.Parse(pair.Key[1..], CultureInfo.InvariantCulture))
                .Select(pair => (string)pair.Value)
        );
        foreach (var path in Paths(JsonNode.Parse(json)!, []))
        {
            yield return new(partition, $"{row.Key} {Text(path)}", row.Key, With(row, Changed(json, path, remove: false)));
            if (path[^1] is int)
                yield return new(partition, $"{row.Key} {Text(path)} gone", row.Key, With(row, Changed(json, path, remove: true)));
        }
    }

    private static string Text(IReadOnlyList<object> path) => string.Join('.', path);

    private static Row With(Row row, string json)
    {
        var values = row.Values.Where(pair => pair.Key[0] != 'J').ToDictionary();
        for (var at = 0; at == 0 || at < json.Length; at += 30_000)
            values[$"J{at / 30_000}"] = json.Substring(at, Math.Min(30_000, json.Length - at));
        return row with { Values = values };
    }

    /// <summary>Leaves, and members of lists.</summary>
    private static IEnumerable<IReadOnlyList<object>> Paths(JsonNode? node, IReadOnlyList<object> path)
    {
        switch (node)
        {
            case JsonObject members:
                return members.SelectMany(member => Paths(member.Value, [.. path, member.Key]));
            case JsonArray elements:
                return elements.SelectMany(
                    (element, index) =>
                        element is JsonValue ? Paths(element, [.. path, index]) : Paths(element, [.. path, index]).Append([.. path, index])
                );
            default:
                return [path];
        }
    }

    private static string Changed(string json, IReadOnlyList<object> path, bool remove)
    {
        var root = JsonNode.Parse(json)!;
        var parent = path.SkipLast(1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (remove)
            parent.AsArray().RemoveAt((int)path[^1]);
        else if (path[^1] is int index)
            parent[index] = Other(parent[index]);
        else
            parent[(string)path[^1]] = Other(parent[(string)path[^1]]);
        return root.ToJsonString();
    }

    private static JsonNode? Other(JsonNode? leaf) =>
        leaf?.GetValueKind() switch
        {
            JsonValueKind.String => Other(leaf.GetValue<string>()),
            JsonValueKind.Number => leaf.GetValue<long>() + 1,
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            null or JsonValueKind.Null => "x",
            _ => null,
        };

    private static string Other(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (text.Length > 18 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at))
            return at.AddDays(-1).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        if (Words.FirstOrDefault(words => words.Contains(text)) is { } names)
            return names[(Array.IndexOf(names, text) + 1) % names.Length];
        return text + "x";
    }

    private static object Other(object value) =>
        value switch
        {
            string text => Other(text),
            int number => number + 1,
            long number => number - 1,
            bool yes => !yes,
            DateTimeOffset at => at.AddDays(-1),
            byte[] { Length: > 0 } bytes => (byte[])[.. bytes[..^1], (byte)(bytes[^1] ^ 1)],
            _ => "x",
        };
}
