using SupplierBot.BotFramework.Protocol;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.BotFramework.Teams;

/// <summary>Who sent an activity.</summary>
internal static class TeamsIds
{
    private const int LongestName = 100;
    private const int LongestZone = 64;

    /// <summary>
    /// A member has a directory id and comes from one of our tenants, by every tenant the activity names, and is nobody's guest there.
    /// Somebody without a directory id keeps the channel's id, which is never taken for one of the directory, and never acts.
    /// </summary>
    public static Actor ActorOf(Activity activity, Tenants tenants)
    {
        var known = !string.IsNullOrWhiteSpace(activity.From.AadObjectId);
        var person = new Person(
            known ? IdOf(activity.From.AadObjectId!) : new($"{TeamsChannel.Key}:channel:{activity.From.Id}"),
            NameOf(activity.From.Name)
        );
        return new(
            person,
            known && !IsVisitor(activity.From.UserRole) && tenants.Ours(activity.TenantId) && activity.Tenants.All(tenants.Ours)
        )
        {
            Zone = ZoneOf(activity.LocalTimezone),
        };
    }

    /// <summary>Only one that is known here: the client may say anything.</summary>
    private static string? ZoneOf(string? name) =>
        name is { Length: > 0 and <= LongestZone } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
            ? name
            : null;

    private static bool IsVisitor(string? role) => role is not null && !role.Equals("user", StringComparison.OrdinalIgnoreCase);

    /// <summary>One writing of one id: the directory writes GUIDs in either case.</summary>
    public static PersonId IdOf(string objectId) =>
        new($"{TeamsChannel.Key}:{(Guid.TryParseExact(objectId, "D", out var id) ? id.ToString("D") : objectId)}");

    /// <summary>What the directory calls them.</summary>
    public static string ObjectIdOf(PersonId person) => person.Value[(TeamsChannel.Key.Length + 1)..];

    private static string NameOf(string? name)
    {
        var plain = new string([.. (name ?? "").Where(character => !char.IsControl(character))]).Trim();
        if (plain.Length <= LongestName)
            return plain;
        return plain[..(char.IsHighSurrogate(plain[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
