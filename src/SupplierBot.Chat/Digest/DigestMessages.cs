using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Digest;

/// <summary>Who gets a digest: the channels of security, and everybody for whom something waits.</summary>
public sealed class DigestMessages(ITable table, RoleAssignmentStore assignmentStore, DigestReader reader, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>As far as what is read for the digest itself tells; where more waits than that, others may follow.</summary>
    public async Task<CommitMessages> FirstAsync(DigestIssue issue, CancellationToken cancellation)
    {
        var contents = await reader.ReadAsync(issue.Since, cancellation);
        return new(await OfAsync(contents, contents.Open, cancellation), contents.Open.Count > DigestContents.MostCounted);
    }

    public async Task<IReadOnlyList<(string SlotId, string Target)>> AllAsync(string issueId, CancellationToken cancellation)
    {
        if (await table.GetAsync(partition, Keys.Announcement(issueId), cancellation) is not { } row)
            return [];
        var contents = await reader.ReadAsync(Rows.Read(row, StoredJson.Default.DigestIssue).Since, cancellation);
        return await OfAsync(contents, await reader.WaitingAsync(cancellation), cancellation);
    }

    private async Task<IReadOnlyList<(string SlotId, string Target)>> OfAsync(
        DigestContents contents,
        IReadOnlyList<CaseLine> waiting,
        CancellationToken cancellation
    )
    {
        var directory = await assignmentStore.NowAsync(cancellation);
        var silent = contents.Empty && settings.Digest is not { OneLineWhenEmpty: true };
        var places = silent ? [] : directory.PlacesOf(RoleNames.Security).Select(place => (DigestIssue.Slot, Keys.Conversation(place)));
        var people = directory
            .Roles.Holders.Where(role => role.Key != RoleNames.Auditor)
            .SelectMany(role => role.Value)
            .DistinctBy(person => person.Id)
            .Where(person => waiting.Concat(contents.Agreements).Any(line => DigestCard.Waits(line, person.Id, directory.Roles)))
            .Select(person => (DigestIssue.PersonalSlot, Keys.Person(person.Id)));
        return [.. places, .. people];
    }
}
