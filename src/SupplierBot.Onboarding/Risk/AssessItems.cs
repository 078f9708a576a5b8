using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

internal sealed record AssessItem(string Id, Answers Answers);

/// <summary>Reads the items of an assess file and says everything that is wrong with them.</summary>
internal static class AssessItems
{
    public static IReadOnlyList<AssessItem> Read(Policy policy, JsonElement array, List<string> faults)
    {
        var items = new List<AssessItem>(array.GetArrayLength());
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var element in array.EnumerateArray())
        {
            number++;
            var id = Id(element);
            var place = id is null ? $"item {number}" : $"item {number} (id \"{id}\")";
            if (id is null)
            {
                faults.Add($"{place}: {(element.ValueKind == JsonValueKind.Object ? "id is missing or not a text" : "must be an object with id and answers")}");
                continue;
            }

            if (!first.TryAdd(id, number))
            {
                faults.Add($"{place}: the id is already used by item {first[id]}");
            }

            items.Add(new(id, ReadItem(policy, element, place, faults)));
        }

        return items;
    }

    private static string? Id(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static Answers ReadItem(Policy policy, JsonElement item, string place, List<string> faults)
    {
        foreach (var name in Repeated(item))
        {
            faults.Add($"{place}: {name} is given twice");
        }

        foreach (var member in item.EnumerateObject().Where(member => member.Name is not ("id" or "answers")))
        {
            faults.Add($"{place}: unknown member \"{member.Name}\"; an item has id and answers");
        }

        if (!item.TryGetProperty("answers", out var answers) || answers.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place}: answers is missing or not an object");
            return Answers.Empty;
        }

        foreach (var name in Repeated(answers))
        {
            faults.Add($"{place}: answers.{name} is given twice");
        }

        return new AnswerReader(policy, place, faults).Read(answers);
    }

    private static List<string> Repeated(JsonElement element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return element.EnumerateObject().Select(member => member.Name).Where(name => !seen.Add(name)).Distinct().ToList();
    }
}
