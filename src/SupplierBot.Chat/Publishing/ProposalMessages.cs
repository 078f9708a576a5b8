using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Publishing;

/// <summary>Who hears of a proposal: those who can decide get its card, which says how it ended; the others hear only that.</summary>
public sealed class ProposalMessages(ITable table, PublishStore store, PolicyStore policies, ChatSettings settings)
{
    /// <summary>Of a card that says how it ended.</summary>
    private const int Ended = 2;

    /// <summary>Two announcements share a transaction.</summary>
    private const int Most = OutboxRows.MostAtOnce / 2;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Once, however often and from however many replicas.</summary>
    /// <returns>False where nobody can decide now.</returns>
    public async Task<bool> AskAsync(PolicyProposal proposal, Context context, CancellationToken cancellation)
    {
        var deciders = PublishRights.Deciders(proposal.By.Id, proposal.At, context.Roles);
        if (deciders.Count == 0)
            return false;
        if (await AskedAsync(proposal, cancellation) is not null)
            return true;
        var card = new Announcement(CardOf(proposal), AnnouncementKind.PolicyProposed, "", null, proposal.By, proposal.At, deciders, null)
        {
            Proposal = proposal.Id,
        };
        await table.AnnounceOnceAsync(partition, card, context.Now, cancellation);
        return true;
    }

    /// <summary>What is written with the end of a proposal.</summary>
    public async Task<IReadOnlyList<RowChange>> EndedAsync(PolicyProposal proposal, Context context, CancellationToken cancellation)
    {
        var asked = await AskedAsync(proposal, cancellation);
        var notice = new Announcement(
            $"{CardOf(proposal)}-over",
            AnnouncementKind.PolicyDecided,
            "",
            null,
            proposal.DecidedBy,
            context.Now,
            [.. Others(proposal, asked?.To ?? [], context.Roles)],
            null
        )
        {
            Proposal = proposal.Id,
        };
        return
        [
            .. asked is null ? [] : AnnouncementRows.Messages(asked, context.Now, Most, Ended).Select(row => new RowChange.Add(row)),
            .. notice.To.Count == 0
                ? []
                : AnnouncementRows
                    .Messages(notice, context.Now, Most)
                    .Prepend(AnnouncementRows.Of(notice))
                    .Select(row => new RowChange.Put(row)),
        ];
    }

    /// <summary>What an announcement about a proposal says now, and which version of it that is; null where the proposal is gone.</summary>
    internal async Task<(View View, int Version)?> ShowAsync(Announcement announcement, Context context, CancellationToken cancellation)
    {
        if (await store.ProposalAsync(announcement.Proposal!, cancellation) is not { } proposal)
            return null;
        return announcement.Kind == AnnouncementKind.PolicyDecided
            ? (PublishCards.Over(proposal, settings.ReviewsADay, context), 1)
            : (
                PublishCards.Proposal(proposal, await BesideAsync(proposal, context.Wording, cancellation), reader: null, context),
                proposal.Stage == ProposalStage.Open ? 1 : Ended
            );
    }

    /// <summary>As this person sees it.</summary>
    public async Task<View> CardAsync(PolicyProposal proposal, PersonId reader, Context context, CancellationToken cancellation) =>
        PublishCards.Proposal(proposal, await BesideAsync(proposal, context.Wording, cancellation), reader, context);

    public async Task<ProposalBackground> BesideAsync(PolicyProposal proposal, Wording wording, CancellationToken cancellation)
    {
        var (old, changed) = (await policies.OfAsync(proposal.BaseHash, cancellation), await policies.OfAsync(proposal.Hash, cancellation));
        return Beside(old, changed, wording);
    }

    public ProposalBackground Beside(Policy old, Policy changed, Wording wording) =>
        new(PolicyDiff.Of(old, changed, wording), KnownRoles.Of(changed), settings.ReviewsADay);

    private async Task<Announcement?> AskedAsync(PolicyProposal proposal, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Announcement(CardOf(proposal)), cancellation) is { } row
            ? Rows.Read(row, StoredJson.Default.Announcement)
            : null;

    /// <summary>The proposer, unless they ended it; of a policy that is in force everybody who reviews by it, too.</summary>
    private static IEnumerable<Person> Others(PolicyProposal proposal, IReadOnlyList<Person> asked, RoleHolders roles)
    {
        IEnumerable<Person> all = proposal.Stage switch
        {
            ProposalStage.Withdrawn => [],
            ProposalStage.Accepted => [proposal.By, .. roles.Of(RoleNames.Security), .. roles.Admins, .. roles.OfPolicy(RoleNames.Ciso)],
            _ => [proposal.By],
        };
        return all.Where(person => person.Id != proposal.DecidedBy?.Id && asked.All(one => one.Id != person.Id))
            .DistinctBy(person => person.Id);
    }

    private static string CardOf(PolicyProposal proposal) => $"{Announcement.Prefix}policy-{proposal.Id}";
}
