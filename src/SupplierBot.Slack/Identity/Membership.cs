using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Identity;

/// <summary>
/// Requests name a user and say little about them; the workspace knows: guests, bots, people who left and people of other workspaces are no
/// members and never act. Where it does not answer, a person named as ours counts as a member: asking for a supplier gives no authority,
/// and roles are held by people an admin, or a group an admin named, says. In an Enterprise organisation requests name a person's home or
/// the organisation in place of our workspace: nobody is refused, or believed, before the workspace was asked.
/// </summary>
public sealed class Membership(SlackPeople people, SlackApiOptions options)
{
    /// <summary>
    /// The turn with the name and address the workspace knows, and with an actor who is no member where it says so. Null where the request
    /// names another home and the workspace does not answer: then nobody can say who it is.
    /// </summary>
    public async Task<Turn?> JudgeAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Request is Request.Removed || SlackIds.UserOf(turn.Actor.Id) is not { } user)
            return turn;
        if (!turn.Actor.Member)
            return await AtHomeElsewhereAsync(turn, user, cancellation);
        return await people.FindAsync(user, turn.Conversation.TenantId, cancellation) switch
        {
            PersonAnswer.Known { Person: var person } => Known(turn, turn.Actor.Id, person),
            PersonAnswer.Nobody => turn with { Actor = turn.Actor with { Member = false } },
            _ => turn,
        };
    }

    /// <summary>
    /// Ours where our workspace's own record of them says so, and names the home the request names, too: a user id is somebody's only
    /// within an organisation, and what a request says about its sender is believed no further than the workspace says the same.
    /// </summary>
    private async Task<Turn?> AtHomeElsewhereAsync(Turn turn, string user, CancellationToken cancellation)
    {
        if (SlackIds.TeamOf(turn.Actor.Id) is not { } home || home == options.TeamId)
            return turn;
        return await people.FindAsync(user, options.TeamId, cancellation) switch
        {
            PersonAnswer.Known { Person: { Acts: true } person } when person.IsOf(home) => Known(
                turn with
                {
                    Conversation = turn.Conversation with { TenantId = options.TeamId },
                },
                SlackIds.IdOf(options.TeamId, user),
                person
            ),
            PersonAnswer.NotSaid when turn.Request is not Request.Installed => null,
            _ => turn,
        };
    }

    private static Turn Known(Turn turn, PersonId id, SlackPerson person) =>
        turn with
        {
            Actor = new(new Person(id, person.Name is "" ? turn.Actor.Person.Name : person.Name), person.Acts) { Zone = person.TimeZone },
            Email = person.Email,
        };
}
