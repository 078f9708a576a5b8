using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>A company in which roles are handed on in chat, beside one case.</summary>
internal sealed class CaseRoles(CaseScenario room, params Actor[] admins)
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoPlaces = new Dictionary<string, IReadOnlyList<string>>();

    private readonly RoleHolders configured = room.Roles with { Admins = [.. admins.Select(admin => admin.Person), .. room.Roles.Admins] };
    private IReadOnlyList<PersonId> accounts = [];

    public RoleAssignments Assignments { get; private set; } = RoleAssignments.Empty;

    /// <summary>Two accounts of one person from now on.</summary>
    public void Join(Actor one, Actor other)
    {
        accounts = [one.Id, other.Id];
        Apply();
    }

    /// <returns>Whether it was done.</returns>
    public bool Says(Actor actor, string text)
    {
        Apply();
        var people = new[] { Rita, Sam, Priya, Carla, Owner, Stranger, Auditor, Admin }.Select(known => known.Person).ToList();
        var outcome = RoleChanges.Handle(Assignments, Now(), RequestReader.Parse(text), actor, null, room.Context with { People = people });
        Assignments = outcome.Assignments ?? Assignments;
        Apply();
        return outcome.Assignments is not null;
    }

    /// <summary>The day may have changed.</summary>
    public void Apply() => room.Roles = Now().Roles with { Joined = accounts.Count == 0 ? [] : [accounts] };

    public DateOnly Today => room.Calendar.Today(room.Now);

    private RoleDirectory Now() => RoleDirectory.Of(configured, NoPlaces, Assignments, Today);
}
