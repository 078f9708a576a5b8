using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Publishing;

namespace SupplierBot.Chat.Publishing;

/// <summary>
/// Looks every few seconds whether another policy is in force, so that every replica follows without a restart; asks those who can decide
/// on what the command line proposed; ends what nobody decided on. Nine parts: what is kept, who hears of it, who has which role, in which
/// words, whether the clock is believed, what sends messages, the time, the log.
/// </summary>
public sealed class PolicyWatch(
    PolicyStore policies,
    PublishStore store,
    ProposalMessages messages,
    RoleAssignmentStore assignments,
    ContextFactory contexts,
    ClockCheck clock,
    WakeSignal outbox,
    TimeProvider time,
    ILogger<PolicyWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private string asked = "";
    private bool failed;

    /// <summary>Once.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var kept = await store.FindAsync(cancellation);
        if (await policies.FollowAsync(kept?.Value, cancellation) && policies.InForce.Published is { } now)
            Log.PolicyTakesEffect(log, now.Version, now.Hash, now.Proposal, now.AcceptedBy);
        if (await store.OpenAsync(kept?.Value, cancellation) is not { } open)
            return;
        var context = contexts.Create((await assignments.RecentAsync(cancellation)).Roles, to: null);
        if (clock.Believed && PublishDecider.Expire(kept!.Value, open, context) is { } expired)
        {
            if (await store.SaveAsync(kept, expired, await messages.EndedAsync(expired.Proposal, context, cancellation), cancellation))
                Log.PolicyProposalEnded(log, open.Id, open.Version, expired.Proposal.Stage, "nobody");
            outbox.Wake();
        }
        else if (asked != open.Id)
        {
            if (!await messages.AskAsync(open, context, cancellation))
                return;
            asked = open.Id;
            outbox.Wake();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(LookAsync, Failed, TimeSpan.Zero, Look, time, stoppingToken);

    private async Task LookAsync(CancellationToken cancellation)
    {
        await RunAsync(cancellation);
        failed = false;
    }

    /// <summary>The policy stays what it was. Said once for each time that it stops working: it looks every few seconds.</summary>
    private void Failed(Exception fault)
    {
        if (!failed)
            Log.PolicyNotRead(log, policies.Current.Version, fault);
        failed = true;
    }
}
