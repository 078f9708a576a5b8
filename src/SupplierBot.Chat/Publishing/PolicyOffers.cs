using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Publishing;

/// <summary>
/// A policy file that an admin dropped: read, proved, tried on the register, and proposed. Six parts: the file, the trial, what is
/// proposed, how it is shown, the texts, the log.
/// </summary>
public sealed class PolicyOffers(
    DroppedPolicies files,
    PolicyTrial trial,
    Publisher publisher,
    ProposalMessages messages,
    PolicyStore policies,
    ILogger<PolicyOffers> log
)
{
    /// <summary>Whether it may be a policy, by its name.</summary>
    public bool MayRead(string name) => files.MayRead(name);

    /// <summary>What can be done with it, or why nothing can; null where it is no policy.</summary>
    public async Task<View?> OfferAsync(string key, Person by, Context context, CancellationToken cancellation) =>
        await files.ReadAsync(key, by.Id, cancellation) switch
        {
            { Reading: PolicyReading.Accepted { Policy: var policy } } => await publisher.RefusalAsync(policy, by, context, cancellation)
                is { } refusal
                ? PublishCards.Words(refusal)
                : PublishCards.Offer(key, policy, policies.Current, context),
            { Reading: PolicyReading.Faulty faulty } => Faulty(faulty, context),
            _ => null,
        };

    /// <summary>Beyond the turn: whatever happens, there is something to say.</summary>
    public async Task<View> WorkAsync(PublishStep step, Person by, WorkProgress done, Context context)
    {
        try
        {
            return await TriedAsync(step, by, done, context);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // nothing is proposed, or all of it is
        {
            Log.PolicyTrialStopped(log, fault);
            return PublishCards.Words(context.Wording["publish.stopped"]);
        }
    }

    private async Task<View> TriedAsync(PublishStep step, Person by, WorkProgress done, Context context)
    {
        var read = await files.ReadAsync(step.About, by.Id, CancellationToken.None);
        if (read?.Reading is PolicyReading.Faulty faulty)
            return Faulty(faulty, context);
        if (read?.Reading is not PolicyReading.Accepted { Policy: var policy })
            return PublishCards.Words(context.Wording["publish.file_gone"]);
        if (await publisher.RefusalAsync(policy, by, context, CancellationToken.None) is { } refusal)
            return PublishCards.Words(refusal);
        if (PolicyTrial.Broken(policy) is { Count: > 0 } broken)
            return PublishCards.Faulty(broken, context);
        var impact = PolicyImpact.Of(await trial.RunAsync(policy, null, done, CancellationToken.None));
        return step.Kind == PublishStepKind.Simulate
            ? PublishCards.Trial(
                step.About,
                policy,
                impact,
                PublishRights.Unheld(policy, context.Roles),
                messages.Beside(policies.Current, policy, context.Wording),
                context
            )
            : await ProposedAsync(policy, read.Text, impact, by, context);
    }

    private async Task<View> ProposedAsync(Policy policy, string text, PolicyImpact impact, Person by, Context context) =>
        await publisher.ProposeAsync(policy, text, impact, by, context, CancellationToken.None) switch
        {
            PublishOutcome.Changed { Proposal: var proposal } => await messages.CardAsync(proposal, by.Id, context, CancellationToken.None),
            PublishOutcome.Known { Proposal: var proposal } => await messages.CardAsync(proposal, by.Id, context, CancellationToken.None),
            PublishOutcome.Refused { Words: var words } => PublishCards.Words(words),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static View Faulty(PolicyReading.Faulty faulty, Context context) =>
        PublishCards.Faulty([.. faulty.Faults.Select(fault => fault.ToString())], context);
}
