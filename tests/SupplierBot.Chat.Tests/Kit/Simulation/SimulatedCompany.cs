using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>Who works here, by which policy: the same for every seed, read once.</summary>
internal static class SimulatedCompany
{
    public const string SecurityPlace = "19:security";

    public static readonly DateTimeOffset Start = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
    public static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    public static readonly Person Priya = new(new("teams:priya"), "Priya Security");
    public static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");

    public static Policy Policy { get; } = ((PolicyReading.Accepted)PolicyReader.Read(DefaultPolicy.Text())).Policy;
    public static Wording Wording { get; } = ShippedCards.Wording;

    /// <summary>Whom the requester of that number would have decide.</summary>
    public static Person Friend(int number) => new(new($"teams:friend-{number}"), $"Friend {number}");

    public static Person Rita(int number) => new(new($"teams:rita-{number}"), $"Rita {number}");

    public static ChatSettings Settings(string organisation)
    {
        var calendar = new WorkingCalendar(
            TimeZoneInfo.Utc,
            new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
            new HashSet<DateOnly>(),
            new(new(9, 0), new(17, 0))
        );
        var roles = new RoleHolders(
            new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [Sam, Priya], [RoleNames.Ciso] = [Carla] },
            [Carla, Rita(ConflictedRequesters.Admin)]
        );
        return new(
            organisation,
            "Example Ltd",
            calendar,
            roles,
            new Dictionary<string, IReadOnlyList<string>> { [RoleNames.Security] = [SecurityPlace] }
        );
    }

    /// <summary>Looked at once an hour, so that weeks pass quickly; a digest on Mondays at nine, also where nothing waits.</summary>
    public static ChatSettings Slow(string organisation) =>
        Settings(organisation) with
        {
            Sweep = TimeSpan.FromHours(1),
            Digest = new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true),
        };

    public static ConversationReference Personal(Person person) => At("a:" + person.Id, ConversationScope.Personal, person.Id.Value);

    public static ConversationReference Place { get; } = At(SecurityPlace, ConversationScope.Channel, null);

    private static ConversationReference At(string id, ConversationScope scope, string? user) =>
        new("teams", "https://smba.trafficmanager.net/x/", id, scope, "28:bot", "tenant", user, null);
}
