using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// Channels read what is typed, and no channel knows the policy: which words name a role is found out here, once for all of them.
/// </summary>
public sealed class RoleNameReader(ITurnHandler turns, PolicyInForce inForce) : ITurnHandler
{
    public Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation) =>
        turns.HandleAsync(turn with { Request = RequestReader.WithRoles(turn.Request, inForce.Roles) }, cancellation);
}
