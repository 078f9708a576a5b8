using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.BotFramework.Connector;

/// <summary>Who is in a conversation, as far as it could be found out.</summary>
public abstract record Roster
{
    private Roster() { }

    public sealed record Known(IReadOnlyList<Member> Members) : Roster;

    public sealed record NotKnown(DeliveryOutcome Why) : Roster;

    /// <summary>In the sign-in name of a guest in another directory.</summary>
    private const string Invited = "#EXT#";
    private const int PageSize = 500;
    private const int MostPages = 40;

    /// <summary>All pages; more than 20,000 people are cut off.</summary>
    public static async Task<Roster> ReadAsync(ConnectorClient connector, ConversationReference of, CancellationToken cancellation)
    {
        var members = new List<Member>();
        string? continuation = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await connector.MembersAsync(of.ServiceUrl, of.ConversationId, PageSize, continuation, cancellation);
            if (reply is not ConnectorReply.Answered { Good: true } good)
                return new NotKnown(ConnectorOutcome.OfPut(reply, ""));
            if (ConnectorOutcome.Read(good.Body, ActivityJsonContext.Default.PagedMembers) is not { } read)
                return new NotKnown(new DeliveryOutcome.NotSent("The list of members is not readable."));
            members.AddRange((read.Members ?? []).Select(MemberOf));
            continuation = read.ContinuationToken;
            if (string.IsNullOrEmpty(continuation))
                break;
        }
        return new Known(members);
    }

    /// <summary>One person; null where the platform does not know them there or could not say.</summary>
    /// <param name="id">The directory id, or the channel's own.</param>
    public static async Task<Member?> FindAsync(
        ConnectorClient connector,
        ConversationReference of,
        string id,
        CancellationToken cancellation
    ) => (await AskAsync(connector, of, id, cancellation)).Member;

    /// <returns>With no member, whether the platform says that there is none.</returns>
    public static async Task<(Member? Member, bool Unknown)> AskAsync(
        ConnectorClient connector,
        ConversationReference of,
        string id,
        CancellationToken cancellation
    ) =>
        await connector.MemberAsync(of.ServiceUrl, of.ConversationId, id, cancellation) switch
        {
            ConnectorReply.Answered { Good: true } good
                when ConnectorOutcome.Read(good.Body, ActivityJsonContext.Default.MemberAccount) is { } account => (
                MemberOf(account),
                false
            ),
            ConnectorReply.Answered { Status: System.Net.HttpStatusCode.NotFound } => (null, true),
            _ => (null, false),
        };

    private static Member MemberOf(MemberAccount account) =>
        new(
            account.Id,
            (account.AadObjectId ?? account.ObjectId) is { } objectId ? TeamsIds.IdOf(objectId) : null,
            account.Name ?? "",
            account.Email ?? account.UserPrincipalName,
            account.TenantId,
            account.UserRole is { } role
                ? !string.Equals(role, "user", StringComparison.OrdinalIgnoreCase)
                : account.UserPrincipalName?.Contains(Invited, StringComparison.OrdinalIgnoreCase) == true
        );
}

/// <param name="UserId">The channel's own id, which a direct message needs.</param>
/// <param name="Person">Null for one without a directory id.</param>
public sealed record Member(string UserId, PersonId? Person, string Name, string? Email, string? TenantId, bool Guest);
