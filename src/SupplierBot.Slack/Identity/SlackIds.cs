using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Identity;

/// <summary>Ids of people: a user is somebody only together with the team that says so (PROTOCOL.md "Interactions and commands").</summary>
internal static class SlackIds
{
    private const int LongestName = 100;

    public static PersonId IdOf(string team, string user) => new($"{SlackChannel.Key}:{team}:{user}");

    /// <summary>Null for a person on another platform.</summary>
    public static string? UserOf(PersonId person) => person.Value.Split(':') is [SlackChannel.Key, _, var user] ? user : null;

    /// <summary>The team that says so; null for a person on another platform.</summary>
    public static string? TeamOf(PersonId person) => person.Value.Split(':') is [SlackChannel.Key, var team, _] ? team : null;

    /// <summary>On one line, no longer than a name is.</summary>
    public static string NameOf(string? name)
    {
        var plain = new string([.. (name ?? "").Where(character => !char.IsControl(character))]).Trim();
        if (plain.Length <= LongestName)
            return plain;
        return plain[..(char.IsHighSurrogate(plain[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
