using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Identity;

/// <summary>People of the workspace, by their ids.</summary>
public sealed class SlackDirectory(SlackPeople people, SlackApiOptions options) : IPeopleDirectory
{
    public string Platform => SlackChannel.Key;

    public async Task<DirectoryAnswer> FindAsync(
        PersonId person,
        IReadOnlyList<ConversationReference> where,
        CancellationToken cancellation
    ) =>
        person.Value.Split(':') is [_, var team, { Length: > 0 } user] && team == options.TeamId
            ? await AskAsync(user, cancellation)
            : new DirectoryAnswer.Nobody();

    public Task<DirectoryAnswer> FindAsync(Mention mention, ConversationReference where, CancellationToken cancellation) =>
        AskAsync(mention.UserId, cancellation);

    private async Task<DirectoryAnswer> AskAsync(string user, CancellationToken cancellation) =>
        Of(await people.FindWithAddressAsync(user, options.TeamId, cancellation));

    private DirectoryAnswer Of(PersonAnswer answer) =>
        answer switch
        {
            PersonAnswer.Known { Person.Bot: true } => new DirectoryAnswer.App(),
            PersonAnswer.Known { Person: var person } => new DirectoryAnswer.Known(
                new(SlackIds.IdOf(options.TeamId, person.Id), person.Name),
                person.Email,
                person.Acts
            ),
            PersonAnswer.Nobody => new DirectoryAnswer.Nobody(),
            _ => new DirectoryAnswer.NotSaid(),
        };
}
