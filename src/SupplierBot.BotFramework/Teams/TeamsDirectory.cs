using SupplierBot.BotFramework.Connector;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// People of the tenant, as the lists of members of conversations say: nobody is known by id alone, so that a conversation they are in is
/// needed.
/// </summary>
public sealed class TeamsDirectory(ConnectorClient connector, Tenants tenants) : IPeopleDirectory
{
    /// <summary>How Teams begins the ids of apps.</summary>
    private const string AppPrefix = "28:";

    public string Platform => TeamsChannel.Key;

    public async Task<DirectoryAnswer> FindAsync(
        PersonId person,
        IReadOnlyList<ConversationReference> where,
        CancellationToken cancellation
    )
    {
        DirectoryAnswer last = new DirectoryAnswer.NotSaid();
        foreach (var conversation in where)
        {
            last = await AskAsync(conversation, TeamsIds.ObjectIdOf(person), cancellation);
            // Channels beside Teams know people by the channel's own id alone.
            if (
                last is not DirectoryAnswer.Known
                && conversation.UserId is { } own
                && await AskAsync(conversation, own, cancellation) is DirectoryAnswer.Known { Person.Id: var id } known
                && id == person
            )
                last = known;
            if (last is DirectoryAnswer.Known)
                return last;
        }
        return last;
    }

    public async Task<DirectoryAnswer> FindAsync(Mention mention, ConversationReference where, CancellationToken cancellation) =>
        mention.UserId.StartsWith(AppPrefix, StringComparison.Ordinal)
            ? new DirectoryAnswer.App()
            : await AskAsync(where, mention.UserId, cancellation);

    private async Task<DirectoryAnswer> AskAsync(ConversationReference where, string id, CancellationToken cancellation) =>
        await Roster.AskAsync(connector, where, id, cancellation) switch
        {
            (Member { Person: { } person } member, _) => new DirectoryAnswer.Known(
                new(person, member.Name),
                member.Email,
                !member.Guest && (member.TenantId is null || tenants.Ours(member.TenantId))
            ),
            (Member member, _) => new DirectoryAnswer.Known(
                new(new($"{TeamsChannel.Key}:channel:{member.UserId}"), member.Name),
                null,
                Member: false
            ),
            (_, true) => new DirectoryAnswer.Nobody(),
            _ => new DirectoryAnswer.NotSaid(),
        };
}
