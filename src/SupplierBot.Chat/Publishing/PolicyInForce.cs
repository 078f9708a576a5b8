using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Publishing;

/// <summary>
/// The policy that new requests are judged by, and its roles: the one of the settings until one is published. It can change between two
/// turns and while one is decided, so whoever decides reads it once.
/// </summary>
/// <param name="floor">The policy of the settings.</param>
public sealed class PolicyInForce(Policy floor)
{
    private volatile State now = new(floor, KnownRoles.Of(floor), null);

    public Policy Current => now.Policy;

    /// <summary>One object for as long as the policy is the same.</summary>
    public KnownRoles Roles => now.Roles;

    /// <summary>Null while the policy of the settings is in force.</summary>
    public PublishedPolicy? Published => now.Published;

    /// <summary>The policy of the settings, whether it is in force or not.</summary>
    public Policy Floor => floor;

    internal void Put(Policy policy, PublishedPolicy published) =>
        now = policy.Hash == now.Policy.Hash ? now with { Published = published } : new(policy, KnownRoles.Of(policy), published);

    private sealed record State(Policy Policy, KnownRoles Roles, PublishedPolicy? Published);
}
