using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Who holds what and where reviews are posted, without a case: people say it in chat, and what was changed is kept.</summary>
internal sealed class RoleChat
{
    public const string SecurityPlace = "19:security";
    private readonly CaseScenario room = new();

    public RoleHolders Configured { get; set; } =
        RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Auditor, [Auditor]));

    public Dictionary<string, IReadOnlyList<string>> Places { get; } = new() { [RoleNames.Security] = [SecurityPlace] };
    public IReadOnlyList<Person> People { get; set; } =
    [.. new[] { Rita, Sam, Priya, Carla, Owner, Stranger, Auditor, Admin }.Select(actor => actor.Person)];
    public Dictionary<PersonId, PersonRecord> Records { get; } = [];
    public IReadOnlyList<MentionedPerson> Mentions { get; set; } = [];

    public RoleAssignments Assignments { get; set; } = RoleAssignments.Empty;
    public List<ChainedEvent> Events { get; } = [];
    public RoleOutcome Last { get; private set; } = new(null);

    public DateTimeOffset Now
    {
        get => room.Now;
        set => room.Now = value;
    }

    public DateOnly Today => Utc.Today(Now);
    public RoleDirectory Directory => RoleDirectory.Of(Configured, Places, Assignments, Today);

    public Context Context => room.Context with { Roles = Directory.Roles, People = People, PersonRecords = Records, Mentions = Mentions };

    public RoleOutcome Says(Actor actor, string text, string? here = null) =>
        Keep(RoleChanges.Handle(Assignments, Directory, Read(text), actor, here, Context));

    public RoleOutcome Installed(Actor actor, string here) => Keep(PlaceChanges.Installed(Assignments, Directory, actor, here, Context));

    public RoleOutcome Lost(string conversation) =>
        Keep(PlaceChanges.Lost(Assignments, Directory, place => place == conversation, Context));

    public RoleOutcome Back(string conversation) =>
        Keep(PlaceChanges.Back(Assignments, Directory, place => place == conversation, Context));

    /// <summary>The sentence for who asked for it.</summary>
    public string Answer => Read(Last.Answer);

    /// <summary>The sentence that everybody in a channel reads.</summary>
    public string Public => Read(Last.Public);

    /// <summary>Of the one message that tells others about it.</summary>
    public Announcement Announced => Assert.Single(Last.Announcements!);

    public IEnumerable<string> AnnouncedTo => Announced.To.Select(person => person.Name);

    /// <summary>The newest event without its seal.</summary>
    public IEnumerable<string> Details =>
        Events[^1].Event.Details.Where(detail => detail.Key != CaseSeal.Detail).Select(detail => $"{detail.Key}={detail.Value}");

    private Request Read(string text) => RequestReader.WithRoles(RequestReader.Typed(text), Configured.Known);

    private RoleOutcome Keep(RoleOutcome outcome)
    {
        Last = outcome;
        Assignments = outcome.Assignments ?? Assignments;
        Events.AddRange(outcome.Events ?? []);
        return outcome;
    }

    private static string Read(View? view) => view is View.Notice notice ? string.Join(' ', notice.Lines.Select(line => line.Text)) : "";
}
