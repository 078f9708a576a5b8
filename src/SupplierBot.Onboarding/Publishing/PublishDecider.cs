using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Publishing;

/// <summary>What becomes of a proposal. Closed: only the records below.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    /// <param name="Words">Why not, and what to do.</param>
    public sealed record Refused(string Words) : PublishOutcome;

    /// <summary>The same was done before.</summary>
    public sealed record Known(PolicyProposal Proposal) : PublishOutcome;

    public sealed record Changed(PolicyLog Log, PolicyProposal Proposal, ChainedEvent Event) : PublishOutcome;
}

/// <summary>What somebody wants in force.</summary>
/// <param name="InForce">The policy that is in force now.</param>
/// <param name="VersionHash">Of the policy that was used under this version before; null if none was.</param>
public sealed record ProposedPolicy(Policy Policy, Policy InForce, string? VersionHash, PolicyImpact Impact, Person By);

/// <summary>
/// A policy comes into force by two people: one proposes it, another accepts it. Pure; refusals are values; every change is an event.
/// </summary>
public static class PublishDecider
{
    /// <summary>Null where this policy can be proposed: asked before anything is counted.</summary>
    public static string? Refusal(
        PolicyLog log,
        PolicyProposal? open,
        Policy policy,
        Policy inForce,
        string? versionHash,
        Person by,
        Context context
    )
    {
        var wording = context.Wording;
        if (!PublishRights.MayPropose(by.Id, context.Roles))
            return wording["publish.admins_only"];
        if (policy.Hash == inForce.Hash)
            return wording.Fill("publish.in_force", ("version", policy.Version));
        if ((versionHash is not null && versionHash != policy.Hash) || policy.Version == inForce.Version)
            return wording.Fill("publish.version_used", ("version", policy.Version));
        if (
            log.Open is not null
            && open is { Stage: ProposalStage.Open }
            && !open.IsOver(context.Now)
            && !IsSame(open, policy, by, context)
        )
            return wording.Fill(
                "publish.waiting",
                ("name", open.By.Name),
                ("version", open.Version),
                ("id", open.Id),
                ("day", Dates.Day(open.Until, context))
            );
        return null;
    }

    /// <param name="open">The one that waits for a decision; null if none does.</param>
    public static PublishOutcome Propose(PolicyLog log, PolicyProposal? open, ProposedPolicy asked, Context context)
    {
        if (Refusal(log, open, asked.Policy, asked.InForce, asked.VersionHash, asked.By, context) is { } words)
            return new PublishOutcome.Refused(words);
        if (open is { Stage: ProposalStage.Open })
            return open.IsOver(context.Now)
                ? new PublishOutcome.Refused(context.Wording["publish.being_closed"])
                : new PublishOutcome.Known(open);
        var proposal = new PolicyProposal
        {
            Id = PolicyProposal.IdOf(log.Proposals + 1),
            By = asked.By,
            At = context.Now,
            Until = context.Now + PolicyProposal.Lasts,
            Version = asked.Policy.Version,
            Hash = asked.Policy.Hash,
            BaseVersion = asked.InForce.Version,
            BaseHash = asked.InForce.Hash,
            Impact = asked.Impact,
            Unheld = PublishRights.Unheld(asked.Policy, context.Roles),
        };
        var (next, auditEvent) = log.WithProposed(proposal);
        return new PublishOutcome.Changed(next, proposal, auditEvent);
    }

    /// <param name="inForce">The hash of the policy that is in force now.</param>
    /// <param name="versionHash">Of the policy that was used under the version of the proposal before; null if none was.</param>
    public static PublishOutcome Accept(
        PolicyLog log,
        PolicyProposal proposal,
        Actor actor,
        string inForce,
        string? versionHash,
        Context context
    )
    {
        if (Unable(log, proposal, actor, context) is { } unable)
            return unable;
        if (proposal.BaseHash != inForce)
            return new PublishOutcome.Refused(context.Wording["publish.changed_base"]);
        if (versionHash is not null && versionHash != proposal.Hash)
            return new PublishOutcome.Refused(context.Wording.Fill("publish.version_used", ("version", proposal.Version)));
        var after = Decided(proposal, ProposalStage.Accepted, actor.Person, context);
        var (next, auditEvent) = log.WithAccepted(after);
        return new PublishOutcome.Changed(next, after, auditEvent);
    }

    /// <param name="reason">As <see cref="ReasonProblem"/> allows it.</param>
    public static PublishOutcome Reject(PolicyLog log, PolicyProposal proposal, Actor actor, string reason, Context context) =>
        Unable(log, proposal, actor, context)
        ?? Ended(log, Decided(proposal, ProposalStage.Rejected, actor.Person, context) with { Reason = reason }, context);

    public static PublishOutcome Withdraw(PolicyLog log, PolicyProposal proposal, Actor actor, Context context) =>
        IsDecided(log, proposal) ? new PublishOutcome.Known(proposal)
        : context.Roles.Same(proposal.By.Id, actor.Id)
            ? Ended(log, Decided(proposal, ProposalStage.Withdrawn, actor.Person, context), context)
        : new PublishOutcome.Refused(context.Wording.Fill("publish.only_proposer", ("name", proposal.By.Name)));

    /// <summary>Null where its time isn't over.</summary>
    public static PublishOutcome.Changed? Expire(PolicyLog log, PolicyProposal proposal, Context context) =>
        IsDecided(log, proposal) || !proposal.IsOver(context.Now)
            ? null
            : Ended(log, proposal with { Stage = ProposalStage.Expired, DecidedAt = context.Now }, context);

    /// <summary>Empty where the reason of a rejection is fine.</summary>
    public static string ReasonProblem(string reason, PolicyProposal proposal, Context context) =>
        VisibleText.LettersAndDigits(reason) < CommentLength.Least
            ? context.Wording.Fill("refusal.too_short", ("requester", proposal.By.Name))
        : reason.Length > CommentLength.Most
            ? context.Wording.Fill(
                "refusal.too_long",
                ("n", CaseTexts.Number(reason.Length)),
                ("max", CaseTexts.Number(CommentLength.Most))
            )
        : "";

    /// <summary>Null where this person decides on it now.</summary>
    public static PublishOutcome? Unable(PolicyLog log, PolicyProposal proposal, Actor actor, Context context)
    {
        var (wording, roles) = (context.Wording, context.Roles);
        var names = CaseTexts.Names(PublishRights.Deciders(proposal.By.Id, proposal.At, roles), context);
        if (IsDecided(log, proposal))
            return new PublishOutcome.Known(proposal);
        if (roles.Same(actor.Id, proposal.By.Id))
            return new PublishOutcome.Refused(wording.Fill("publish.own", ("names", names)));
        if (!PublishRights.MayDecide(actor.Id, proposal.By.Id, proposal.At, roles))
            return new PublishOutcome.Refused(
                wording.Fill(
                    PublishRights.IsFromProposer(actor.Id, proposal.By.Id, proposal.At, roles)
                        ? "publish.from_proposer"
                        : "publish.not_yours",
                    ("name", proposal.By.Name),
                    ("names", names)
                )
            );
        if (context.Unclear.Count > 0)
            return new PublishOutcome.Refused(Unclear(context.Unclear, actor, names, wording));
        return proposal.IsOver(context.Now) ? new PublishOutcome.Refused(wording["publish.being_closed"]) : null;
    }

    /// <summary>Four eyes are two people's: where a platform doesn't say whose account it is, nothing is decided.</summary>
    private static string Unclear(IReadOnlyList<UnclearAccount> unclear, Actor actor, string names, Wording wording)
    {
        var platform = $"platform.{unclear[0].Person.Id.Platform}";
        return wording.Fill(
            unclear.All(account => account.HasNoAddress) ? "refusal.no_address" : "refusal.cannot_check",
            ("who", unclear[0].Person.Id == actor.Id ? wording["refusal.your_account"] : unclear[0].Person.Name),
            ("platform", wording.Has(platform) ? wording[platform] : unclear[0].Person.Id.Platform),
            ("names", names)
        );
    }

    private static bool IsDecided(PolicyLog log, PolicyProposal proposal) =>
        proposal.Stage != ProposalStage.Open || log.Open != proposal.Id;

    private static bool IsSame(PolicyProposal open, Policy policy, Person by, Context context) =>
        open.Hash == policy.Hash && context.Roles.Same(open.By.Id, by.Id);

    private static PolicyProposal Decided(PolicyProposal proposal, ProposalStage stage, Person by, Context context) =>
        proposal with
        {
            Stage = stage,
            DecidedBy = by,
            DecidedAt = context.Now,
        };

    private static PublishOutcome.Changed Ended(PolicyLog log, PolicyProposal after, Context context)
    {
        var (next, auditEvent) = log.WithEnded(after, context.NewId);
        return new(next, after, auditEvent);
    }
}
