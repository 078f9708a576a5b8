using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Publishing;

/// <summary>
/// Who decides on a policy: another admin, or the CISO. Never the person who proposed it, with whichever account, and nobody whose part
/// came from them shortly before: the rule of every decision.
/// </summary>
public static class PublishRights
{
    public static bool MayPropose(PersonId person, RoleHolders roles) => IsAdmin(person, roles);

    /// <summary>Everybody who may, each once.</summary>
    public static IReadOnlyList<Person> Deciders(PersonId proposer, DateTimeOffset at, RoleHolders roles) =>
        [
            .. roles
                .Admins.Concat(roles.OfPolicy(RoleNames.Ciso))
                .Where(person => MayDecide(person.Id, proposer, at, roles))
                .DistinctBy(person => roles.Canonical(person.Id)),
        ];

    public static bool MayDecide(PersonId person, PersonId proposer, DateTimeOffset at, RoleHolders roles) =>
        !roles.Same(person, proposer) && (IsAdmin(person, roles) || Parts(person, roles).Any(part => !IsFrom(part, proposer, at, roles)));

    /// <summary>They hold the role, and have it from the person who proposed.</summary>
    public static bool IsFromProposer(PersonId person, PersonId proposer, DateTimeOffset at, RoleHolders roles) =>
        Parts(person, roles).ToList() is { Count: > 0 } parts && parts.All(part => IsFrom(part, proposer, at, roles));

    /// <summary>Roles of the policy that nobody holds, by their ids.</summary>
    public static IReadOnlyList<string> Unheld(Policy policy, RoleHolders roles) =>
        [.. KnownRoles.Of(policy).Deciding.Where(role => !roles.Configured(role))];

    private static bool IsAdmin(PersonId person, RoleHolders roles) => roles.Admins.Any(admin => roles.Same(admin.Id, person));

    private static IEnumerable<RolePart> Parts(PersonId person, RoleHolders roles) =>
        roles.Known.Has(RoleNames.Ciso) ? roles.PartsOf(RoleNames.Ciso).Where(part => roles.Same(part.Holder.Id, person)) : [];

    private static bool IsFrom(RolePart part, PersonId proposer, DateTimeOffset at, RoleHolders roles) =>
        part.Through.Any(giver => roles.Same(giver.By.Id, proposer) && (giver.IsAway || giver.GivenAt > at - RoleHolding.GivenFor));
}
