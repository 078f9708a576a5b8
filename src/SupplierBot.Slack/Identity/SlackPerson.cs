using System.Text.Json;

namespace SupplierBot.Slack.Identity;

/// <summary>Somebody, as the workspace says.</summary>
/// <param name="Id"><c>U…</c> or <c>W…</c>.</param>
/// <param name="Email">Null where Slack does not say that it belongs to them.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Stranger">Of another workspace, seen in a shared channel.</param>
public sealed record SlackPerson(
    string Id,
    string Name,
    string? Email,
    string? TimeZone,
    bool Guest,
    bool Bot,
    bool Deactivated,
    bool Stranger
)
{
    /// <summary>Slack's own assistant is no bot by its record.</summary>
    internal const string Slackbot = "USLACKBOT";

    /// <summary>A member of this workspace who works here. Guests, bots and people of other workspaces never act.</summary>
    public bool Acts => this is { Guest: false, Bot: false, Deactivated: false, Stranger: false };

    /// <summary>The workspaces and the organisation the record names them of, parted by spaces.</summary>
    internal string Named { get; init; } = "";

    /// <summary>Whether the record itself names them of a workspace or an organisation.</summary>
    internal bool IsOf(string team) => Named.Split(' ').Contains(team, StringComparer.Ordinal);

    /// <param name="user">What <c>users.info</c> calls <c>user</c>.</param>
    /// <param name="team">The workspace that asks.</param>
    internal static SlackPerson? Read(JsonElement user, string? team) =>
        Text(user, "id") is not { Length: > 0 } id
            ? null
            : new(
                id,
                NameOf(user),
                Is(user, "is_email_confirmed") ? Text(Member(user, "profile"), "email") : null,
                Text(user, "tz"),
                Is(user, "is_restricted") || Is(user, "is_ultra_restricted"),
                Is(user, "is_bot") || Is(user, "is_workflow_bot") || id == Slackbot,
                Is(user, "deleted"),
                Is(user, "is_stranger") || IsOfAnother(user, team)
            )
            {
                Named = string.Join(' ', Teams(user)),
            };

    private static string NameOf(JsonElement user)
    {
        string?[] names =
        [
            Text(Member(user, "profile"), "real_name"),
            Text(user, "real_name"),
            Text(Member(user, "profile"), "display_name"),
            Text(user, "name"),
        ];
        return SlackIds.NameOf(names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)));
    }

    /// <summary>
    /// In an Enterprise organisation a person's record may name another of its workspaces; their enterprise record then names ours, too.
    /// </summary>
    private static bool IsOfAnother(JsonElement user, string? team) =>
        team is not null
        && Text(user, "team_id") is { } theirs
        && theirs != team
        && !EnterpriseTeams(user).Contains(team, StringComparer.Ordinal);

    private static IEnumerable<string> Teams(JsonElement user) =>
        new[] { Text(user, "team_id"), Text(Member(user, "enterprise_user"), "enterprise_id") }
            .OfType<string>()
            .Concat(EnterpriseTeams(user))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> EnterpriseTeams(JsonElement user) =>
        Member(Member(user, "enterprise_user"), "teams") is { ValueKind: JsonValueKind.Array } teams
            ? teams.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)
            : [];

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var found) ? found : default;

    private static string? Text(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool Is(JsonElement of, string name) => Member(of, name).ValueKind == JsonValueKind.True;
}
