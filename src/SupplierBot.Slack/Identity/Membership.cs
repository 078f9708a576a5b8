using SupplierBot.Chat;

namespace SupplierBot.Slack;

/// <summary>
/// Requests name a user and say nothing about them; the workspace does: guests, bots, people who left and people of other workspaces are no
/// members and never act. Where it does not answer, a person counts as a member: asking for a supplier gives no authority, and roles are held
/// by people an admin, or a group an admin named, says.
/// </summary>
public sealed class Membership(SlackPeople people)
{
    /// <summary>The turn with the name and address the workspace knows, and with an actor who is no member where it says so.</summary>
    public async Task<Turn> JudgeAsync(Turn turn, CancellationToken cancellation)
    {
        if (!turn.Actor.Member || turn.Input is Onboarding.Input.Removed || People.UserOf(turn.Actor.Id) is not { } user) return turn;
        return await people.FindAsync(user, turn.Conversation.TenantId, cancellation) switch
        {
            PersonAnswer.Known { Person: var person } => turn with
            {
                Actor = new(turn.Actor.Person with { Name = person.Name is "" ? turn.Actor.Person.Name : person.Name }, person.Acts) { Zone = person.TimeZone },
                Email = person.Email,
            },
            PersonAnswer.Nobody => turn with { Actor = turn.Actor with { Member = false } },
            _ => turn,
        };
    }
}
