using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

/// <summary>Somebody to play in local mode, with a Playground of their own.</summary>
/// <param name="Role">The role they hold; null for the requester.</param>
internal sealed record Persona(string Name, string? Role, string Plays, Guid ObjectId)
{
    private string Key => Name.ToLowerInvariant();

    public PersonId Id => new($"teams:{ObjectId:D}");

    /// <summary>The channel's own id of the person (MRI).</summary>
    public string Mri => $"29:{Key}";
    public string Mail => $"{Key}@localhost";
    public string PersonalChatId => $"a:{Key}";

    /// <summary>Each Playground has its own: two with one id but different service URLs would confuse where the channel is.</summary>
    public string ChannelId => $"19:reviews-{Key}@thread.tacv2";
    public string TeamId => $"19:general-{Key}@thread.tacv2";
    public string GroupChatId => $"19:group-{Key}@thread.v2";
}

/// <summary>The five people of local mode; fixed ids, so that what was kept yesterday still belongs to them.</summary>
internal static class Personas
{
    public const string TenantId = "5b0a3a2e-6f0d-4c61-9a53-2f6c5d0e7a10";
    public const string BotId = "28:supplierbot";

    public static readonly Persona Rita = new("Rita", null, "requester", new("5b0a3a2e-6f0d-4c61-9a53-000000000001"));
    public static readonly Persona Sam = new("Sam", RoleNames.Security, "security approver", new("5b0a3a2e-6f0d-4c61-9a53-000000000002"));
    public static readonly Persona Priya = new(
        "Priya",
        RoleNames.Security,
        "security approver",
        new("5b0a3a2e-6f0d-4c61-9a53-000000000003")
    );
    public static readonly Persona Carla = new(
        "Carla",
        RoleNames.Ciso,
        "security officer (CISO)",
        new("5b0a3a2e-6f0d-4c61-9a53-000000000004")
    );

    public static readonly Persona Dana = new("Dana", RoleNames.Privacy, "privacy approver", new("5b0a3a2e-6f0d-4c61-9a53-000000000007"));

    public static readonly IReadOnlyList<Persona> All = [Rita, Sam, Priya, Carla, Dana];

    /// <summary>The Playground wants exactly five people besides its own; these only fill the list.</summary>
    public static readonly IReadOnlyList<Persona> Extras =
    [
        new("Colleague1", null, "colleague", new("5b0a3a2e-6f0d-4c61-9a53-000000000005")),
    ];

    public static IReadOnlyList<Person> DefaultAdmins { get; } = [new(Carla.Id, Carla.Name)];

    /// <summary>The roles of local mode where none are configured.</summary>
    public static IReadOnlyDictionary<string, RoleOptions> DefaultRoles { get; } =
        All.Where(persona => persona.Role is not null)
            .GroupBy(persona => persona.Role!)
            .ToDictionary(group => group.Key, HeldBy, StringComparer.Ordinal);

    /// <summary>
    /// The same as far as the policy has them; each other role that it cannot do without is held by everybody who decides.
    /// </summary>
    public static IReadOnlyDictionary<string, RoleOptions> RolesOf(Policy policy)
    {
        var known = KnownRoles.Of(policy);
        var needed = policy.Approvals.Where(rule => !rule.Optional).Select(rule => rule.Role).Distinct();
        return DefaultRoles
            .Where(role => known.Has(role.Key))
            .Concat(
                needed
                    .Where(role => !DefaultRoles.ContainsKey(role))
                    .Select(role => KeyValuePair.Create(role, HeldBy(All.Where(persona => persona.Role is not null))))
            )
            .ToDictionary(StringComparer.Ordinal);
    }

    private static RoleOptions HeldBy(IEnumerable<Persona> personas) =>
        new([.. personas.Select(persona => new Person(persona.Id, persona.Name))], [.. personas.Select(persona => persona.ChannelId)], []);
}
