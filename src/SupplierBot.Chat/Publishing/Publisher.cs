using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Publishing;

/// <summary>
/// Proposals and what is decided on them: read, decided, and saved only while nothing of it changed. Seven parts: what is kept, the texts,
/// who hears of it, who has which role, whose account is whose, what sends messages, the log.
/// </summary>
public sealed class Publisher(
    PublishStore store,
    PolicyStore policies,
    ProposalMessages messages,
    RoleAssignmentStore assignments,
    AccountCheck accounts,
    WakeSignal outbox,
    ILogger<Publisher> log
)
{
    /// <summary>Proposals are rare; more races than that at once are a fault.</summary>
    private const int Tries = 10;

    /// <summary>Null where it can be proposed, as far as can be said before it is tried on the register.</summary>
    public async Task<string?> RefusalAsync(Policy policy, Person by, Context context, CancellationToken cancellation)
    {
        var kept = (await store.FindAsync(cancellation))?.Value;
        return PublishDecider.Refusal(
                kept ?? PolicyLog.Empty,
                await store.OpenAsync(kept, cancellation),
                policy,
                policies.Current,
                await policies.HashOfVersionAsync(policy.Version, cancellation),
                by,
                context
            ) ?? NobodyElse(by, context);
    }

    /// <param name="text">From which the policy was read.</param>
    public async Task<PublishOutcome> ProposeAsync(
        Policy policy,
        string text,
        PolicyImpact impact,
        Person by,
        Context context,
        CancellationToken cancellation
    )
    {
        if (NobodyElse(by, context) is { } nobody)
            return new PublishOutcome.Refused(nobody);
        // Before the row that names it; a text that nothing names says nothing.
        await policies.KeepTextAsync(policy, text, cancellation);
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await store.FindAsync(cancellation);
            var asked = new ProposedPolicy(
                policy,
                policies.Current,
                await policies.HashOfVersionAsync(policy.Version, cancellation),
                impact,
                by
            );
            var open = await store.OpenAsync(before?.Value, cancellation);
            var outcome = PublishDecider.Propose(before?.Value ?? PolicyLog.Empty, open, asked, context);
            if (outcome is not PublishOutcome.Changed changed)
                return outcome;
            if (!await store.SaveAsync(before, changed, [], cancellation))
                continue;
            Log.PolicyProposed(log, changed.Proposal.Id, policy.Version, policy.Hash, by.Id);
            await messages.AskAsync(changed.Proposal, context, cancellation);
            outbox.Wake();
            return outcome;
        }
        throw new IOException("Policies are proposed by others all the time.");
    }

    /// <param name="decide">From the log, the proposal and who has which role now.</param>
    /// <returns>Null where there is no such proposal.</returns>
    public async Task<PublishOutcome?> DecideAsync(
        string id,
        Actor actor,
        Context context,
        Func<PolicyLog, PolicyProposal, string?, Context, PublishOutcome> decide,
        CancellationToken cancellation
    )
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var guarded = await assignments.GuardedAsync(actor.Id, cancellation);
            var before = await store.FindAsync(cancellation);
            if (before is null || await store.ProposalAsync(id, cancellation) is not { } proposal)
                return null;
            var (roles, unclear) = await accounts.JoinWithAsync(actor.Person, proposal.By, guarded.Directory.Roles, cancellation);
            var now = context with { Roles = roles, Unclear = unclear };
            var outcome = decide(before.Value, proposal, await policies.HashOfVersionAsync(proposal.Version, cancellation), now);
            if (outcome is not PublishOutcome.Changed changed)
                return outcome;
            var beside = (await messages.EndedAsync(changed.Proposal, now, cancellation)).Prepend(guarded.Guard.Written());
            if (!await store.SaveAsync(before, changed, beside, cancellation))
                continue;
            Log.PolicyProposalEnded(log, id, proposal.Version, changed.Proposal.Stage, actor.Id.Value);
            outbox.Wake();
            if (await policies.FollowAsync(changed.Log, cancellation))
                Log.PolicyTakesEffect(log, proposal.Version, proposal.Hash, id, actor.Id);
            return outcome;
        }
        throw new IOException("The proposal was decided on by others all the time.");
    }

    /// <summary>The proposal that waits for a decision; null if none does.</summary>
    public async Task<PolicyProposal?> OpenAsync(CancellationToken cancellation) =>
        await store.OpenAsync((await store.FindAsync(cancellation))?.Value, cancellation);

    /// <inheritdoc cref="PublishStore.ProposalAsync"/>
    public Task<PolicyProposal?> FindAsync(string id, CancellationToken cancellation) => store.ProposalAsync(id, cancellation);

    private static string? NobodyElse(Person by, Context context) =>
        PublishRights.MayPropose(by.Id, context.Roles) && PublishRights.Deciders(by.Id, context.Now, context.Roles).Count == 0
            ? context.Wording.Fill(
                "publish.nobody_else",
                ("n", RoleHolding.GivenFor.Days.ToString(System.Globalization.CultureInfo.InvariantCulture))
            )
            : null;
}
