using System.Text.Json;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Protocol;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// What is filled in, by the id of the field (<c>block_id</c> = <c>action_id</c>). What nobody touched can be missing from the state after
/// a modal was updated (bolt-js issues 1073, 1258): it has the value it was shown with.
/// </summary>
internal static class FilledInputs
{
    private const int MostFields = 100;
    private const int MostPeople = 5;

    /// <param name="state"><c>state</c> of a message or a modal.</param>
    /// <param name="blocks">As they are shown.</param>
    /// <param name="section">Begins the ids of one of several lists in a modal; removed from them.</param>
    public static Dictionary<string, string> Read(JsonElement? state, JsonElement? blocks, string section = "")
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, value) in Shown(blocks).Concat(Typed(state)))
        {
            if (id.StartsWith(section, StringComparison.Ordinal) && values.Count < MostFields)
                values[id[section.Length..]] = value;
        }
        return values;
    }

    /// <summary>Who was picked from lists of people.</summary>
    /// <param name="team">Of the workspace: a user is somebody only there.</param>
    public static IReadOnlyList<Mention> People(JsonElement? state, string team) =>
        [
            .. (from block in Members(state?.Member("values")) from input in Members(block.Value) select input.Value.Text("selected_user"))
                .OfType<string>()
                .Where(user => user.Length > 0)
                .Distinct()
                .Take(MostPeople)
                .Select(user => new Mention(user, user) { Person = SlackIds.IdOf(team, user) }),
        ];

    private static IEnumerable<(string Id, string Value)> Typed(JsonElement? state) =>
        from block in Members(state?.Member("values"))
        from input in Members(block.Value)
        select (block.Name, TypedIn(input.Value));

    private static IEnumerable<(string Id, string Value)> Shown(JsonElement? blocks) =>
        from block in blocks is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default
        let input = block.Text("type") == "input" ? block.Member("element")
        : block.Text("type") == "section" ? block.Member("accessory")
        : null
        where input is not null && block.Text("block_id") is { Length: > 0 } && InitiallyIn(input.Value).Length > 0
        select (block.Text("block_id")!, InitiallyIn(input.Value));

    private static IEnumerable<JsonProperty> Members(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject() : default;

    private static string TypedIn(JsonElement input) =>
        input.Text("value")
        ?? input.Text("selected_date")
        ?? input.Text("selected_user")
        ?? Picked(input, "selected_option", "selected_options");

    private static string InitiallyIn(JsonElement input) =>
        input.Text("initial_value")
        ?? input.Text("initial_date")
        ?? input.Text("initial_user")
        ?? Picked(input, "initial_option", "initial_options");

    private static string Picked(JsonElement input, string one, string several) =>
        input.Member(one)?.Text("value") ?? string.Join(',', input.Items(several).Select(option => option.Text("value")).OfType<string>());
}
