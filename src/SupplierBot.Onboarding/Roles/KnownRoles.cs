using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// The roles of the policy in force, by their ids and by what people call them. Somebody can still hold another one: it was in an earlier
/// policy, and requests that were sent under that one go on asking for it.
/// </summary>
public sealed class KnownRoles
{
    private readonly Dictionary<string, string> titles;
    private readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);

    private KnownRoles(IReadOnlyList<PolicyRole> roles)
    {
        var ids = roles.Select(role => role.Id);
        Deciding = [.. (ids.Contains(RoleNames.Security) ? ids : ids.Prepend(RoleNames.Security)).Distinct()];
        titles = roles.Where(role => role.Title is not null).DistinctBy(role => role.Id).ToDictionary(role => role.Id, role => role.Title!);
        foreach (var id in All)
            byName.TryAdd(Key(id), id);
        foreach (var (id, title) in titles)
            byName.TryAdd(Key(title), id);
    }

    /// <summary>Where no policy is at hand: the roles of the first policy there was.</summary>
    public static KnownRoles First { get; } =
        new([new(RoleNames.Security, null), new(RoleNames.Ciso, null), new(RoleNames.Privacy, null), new(RoleNames.Legal, null)]);

    public static KnownRoles Of(Policy policy) => new(policy.Roles);

    /// <summary>Ids of those that can take a seat, in the order of the policy.</summary>
    public IReadOnlyList<string> Deciding { get; }

    /// <summary>With the one that takes none.</summary>
    public IReadOnlyList<string> All => [.. Deciding, RoleNames.Auditor];

    public bool Has(string role) => role == RoleNames.Auditor || Deciding.Contains(role);

    /// <summary>Null where the policy does not say what people call it.</summary>
    public string? TitleOf(string role) => titles.GetValueOrDefault(role);

    /// <summary>The id of the role somebody means, by its id or its title; null for none.</summary>
    public string? Find(string typed) => byName.GetValueOrDefault(Key(typed));

    /// <summary>Whether both, typed, mean the same role.</summary>
    internal static bool Same(string one, string other) => Key(one) == Key(other);

    /// <summary>"AI governance", "ai_governance" and "AI-Governance" are one name.</summary>
    private static string Key(string name) => new([.. CommandText.Fold(name).Where(letter => letter is not (' ' or '_' or '-'))]);
}
