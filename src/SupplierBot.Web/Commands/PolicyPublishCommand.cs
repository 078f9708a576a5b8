using System.CommandLine;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>
/// A policy that an admin proposes from a file: checked, proved, tried on the register, and kept until somebody else accepts it in chat.
/// </summary>
internal static class PolicyPublishCommand
{
    public static Command Publish()
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Description = "The policy file; without it, the one of the settings.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var by = new Option<string>("--by") { Description = "The admin who proposes it: their id, or their name as it stands in Admins." };
        var yes = new Option<bool>("--yes") { Description = "Propose it. Without --yes, only what it would change is said." };
        var command = new Command(
            "publish",
            "Propose a policy: another admin or the CISO accepts it in chat, and it's in force without a restart. Says first what it would change. May run beside the bot."
        )
        {
            file,
            by,
            yes,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            (parsed, kept, cancellation) =>
                RunAsync(
                    parsed.GetValue(file) ?? (kept.All.PolicyPath is { } own ? new FileInfo(own) : null),
                    parsed.GetValue(by),
                    parsed.GetValue(yes),
                    kept,
                    cancellation
                ),
            parsed =>
                parsed.GetValue(yes) && string.IsNullOrWhiteSpace(parsed.GetValue(by))
                    ? "--yes needs --by: who proposes the policy. Someone else has to accept it."
                    : null
        );
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo? file,
        string? by,
        bool proposes,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        var (text, policy) = (PolicyFile.TextOf(file), PolicyFile.Read(file));
        var policies = await StoredPolicies.OpenAsync(kept, cancellation);
        var context = await ContextAsync(kept, policies, cancellation);
        var proposer =
            by is not null ? Admin(by, context)
            : context.Roles.Admins is [var first, ..] ? first
            : null;
        var store = new PublishStore(kept.Table, kept.Settings);
        var log = (await store.FindAsync(cancellation))?.Value;
        var versionHash = await policies.HashOfVersionAsync(policy.Version, cancellation);
        if (proposer is null)
            throw new CommandFault(["Nobody is an admin. Set Admins in the configuration first."]);
        if (
            PublishDecider.Refusal(
                log ?? PolicyLog.Empty,
                await store.OpenAsync(log, cancellation),
                policy,
                policies.Current,
                versionHash,
                proposer,
                context
            ) is
            { } refusal
        )
            throw new CommandFault([refusal]);
        if (PolicyTrial.Broken(policy) is { Count: > 0 } broken)
            throw new CommandFault([.. broken, "Nothing was proposed."]);
        var impact = await TriedAsync(policy, policies, kept, context, cancellation);
        if (!proposes)
        {
            await kept.Output.WriteLineAsync("Nothing was proposed. To propose it: --by ADMIN --yes.");
            return 0;
        }
        var asked = new ProposedPolicy(policy, policies.Current, versionHash, impact, proposer);
        return await ProposedAsync(asked, text, policies, store, kept, context, cancellation);
    }

    /// <summary>What it would change, in words.</summary>
    private static async Task<PolicyImpact> TriedAsync(
        Policy policy,
        PolicyStore policies,
        StoredDataCommand.StoredData kept,
        Context context,
        CancellationToken cancellation
    )
    {
        var trial = new PolicyTrial(StoredPolicies.SourceOf(kept, policies), policies, kept.Settings, TimeProvider.System);
        var impact = PolicyImpact.Of(await trial.RunAsync(policy, null, null, cancellation));
        var texts = new PublishTexts(context, kept.Settings.ReviewsADay);
        var changes = PolicyDiff.Of(policies.Current, policy, context.Wording);
        await kept.Output.WriteLineAsync($"Policy {policy.Version} in place of {policies.Current.Version}:");
        foreach (var line in texts.Effects(impact))
            await kept.Output.WriteLineAsync(line);
        if (texts.Unheld(PublishRights.Unheld(policy, context.Roles), KnownRoles.Of(policy)) is { Length: > 0 } unheld)
            await kept.Output.WriteLineAsync(unheld);
        await kept.Output.WriteLineAsync();
        await kept.Output.WriteLineAsync(
            changes.Count == 0 ? context.Wording["difference.nothing"] : PolicyDiffPrinter.Text(changes, context.Wording).TrimEnd()
        );
        await kept.Output.WriteLineAsync();
        return impact;
    }

    /// <summary>The running bot, or the next one, asks those who can accept it.</summary>
    private static async Task<int> ProposedAsync(
        ProposedPolicy asked,
        string text,
        PolicyStore policies,
        PublishStore store,
        StoredDataCommand.StoredData kept,
        Context context,
        CancellationToken cancellation
    )
    {
        await policies.KeepTextAsync(asked.Policy, text, cancellation);
        while (true)
        {
            var before = await store.FindAsync(cancellation);
            var open = await store.OpenAsync(before?.Value, cancellation);
            var outcome = PublishDecider.Propose(before?.Value ?? PolicyLog.Empty, open, asked, context);
            if (outcome is PublishOutcome.Refused { Words: var words })
                throw new CommandFault([words]);
            if (outcome is PublishOutcome.Changed changed && !await store.SaveAsync(before, changed, [], cancellation))
                continue;
            var proposal = outcome is PublishOutcome.Changed { Proposal: var made } ? made : ((PublishOutcome.Known)outcome).Proposal;
            await kept.Output.WriteLineAsync(
                $"{proposal.Id}: {new PublishTexts(context, kept.Settings.ReviewsADay).Status(proposal)} {Deciders(proposal, context)}"
            );
            return 0;
        }
    }

    /// <summary>Members of a group on Slack are known to the bot alone.</summary>
    private static string Deciders(PolicyProposal proposal, Context context)
    {
        var names = PublishRights.Deciders(proposal.By.Id, proposal.At, context.Roles).Select(person => person.Name).ToList();
        return names.Count == 0
            ? "No configured person can: it takes another admin, or a CISO."
            : $"These people can: {string.Join(", ", names)}.";
    }

    private static Person? Admin(string by, Context context) =>
        context.Roles.Admins.FirstOrDefault(admin =>
            string.Equals(admin.Id.Value, by.Trim(), StringComparison.OrdinalIgnoreCase)
            || PersonNames.Same(admin.Name, PersonNames.Typed(by))
        )
        ?? throw new CommandFault([
            $"{by}: is no admin. Admins are: {string.Join(", ", context.Roles.Admins.Select(admin => $"{admin.Name} ({admin.Id})"))}.",
        ]);

    private static async Task<Context> ContextAsync(StoredDataCommand.StoredData kept, PolicyStore policies, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var source = StoredPolicies.SourceOf(kept, policies);
        var roles = await source.RolesAsync(kept.Settings.Calendar.Today(now), cancellation);
        return new(now, kept.Settings.Calendar, roles, RegisterImport.WordingOf(kept), kept.Settings.OrganisationName);
    }
}
