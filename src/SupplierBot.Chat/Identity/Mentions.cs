using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>
/// Who was picked from the platform's list of people in a message or on a card: by id alone, and only from what the platform says was
/// picked.
/// </summary>
public sealed class Mentions(PeopleDirectory directory, ConversationStore conversations)
{
    /// <summary>Of one message; a command names one person.</summary>
    private const int MostLookedUp = 5;

    /// <param name="people">Everybody who ever wrote to the bot.</param>
    public async Task<IReadOnlyList<MentionedPerson>> OfAsync(Turn turn, IReadOnlyList<KnownPerson> people, CancellationToken cancellation)
    {
        var mentions = turn.Request.Typed?.Mentions ?? turn.Request.Press?.People ?? [];
        return await Task.WhenAll(mentions.Take(MostLookedUp).Select(mention => OfAsync(mention, turn, people, cancellation)));
    }

    /// <summary>
    /// The platform is asked first: somebody who wrote before may be a guest or gone by now. Where it does not say, who wrote from this
    /// account is who it is.
    /// </summary>
    private async Task<MentionedPerson> OfAsync(
        Mention mention,
        Turn turn,
        IReadOnlyList<KnownPerson> people,
        CancellationToken cancellation
    )
    {
        var met = people
            .FirstOrDefault(person =>
                person.Channel == turn.Conversation.Channel && (person.UserId == mention.UserId || person.Person.Id == mention.Person)
            )
            ?.Person;
        var answer = mention.Person is { } id
            ? await directory.FindAsync(id, cancellation)
            : await directory.FindAsync(mention, turn.Conversation, cancellation);
        var mentioned = answer switch
        {
            DirectoryAnswer.Known { Member: false, Person: var person } => new MentionedPerson(
                mention.Name,
                person,
                MentionState.NotAMember
            ),
            DirectoryAnswer.Known { Person: var person } => await ReachedAsync(mention, met ?? person, cancellation),
            DirectoryAnswer.App => new(mention.Name, null, MentionState.App),
            _ when met is not null => new(mention.Name, met, MentionState.Known),
            DirectoryAnswer.NotSaid => new(mention.Name, null, MentionState.NotSaid),
            _ => new(mention.Name, null, MentionState.NotMet),
        };
        return mentioned with { Picked = mention.Person is not null };
    }

    private async Task<MentionedPerson> ReachedAsync(Mention mention, Person person, CancellationToken cancellation) =>
        new(
            mention.Name,
            person,
            await conversations.FindAsync(Keys.Person(person.Id), cancellation) is null ? MentionState.NotMet : MentionState.Known
        );
}
