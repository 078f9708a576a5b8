using System.Collections.Concurrent;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>A platform that says of its people what the test says.</summary>
internal sealed class FakePeopleDirectory(string platform) : IPeopleDirectory
{
    public string Platform => platform;
    public ConcurrentDictionary<PersonId, DirectoryAnswer> People { get; } = new();
    public ConcurrentDictionary<string, DirectoryAnswer> Mentioned { get; } = new();
    public ConcurrentQueue<PersonId> Asked { get; } = new();

    /// <summary>Where each of them was looked for.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Places { get; } = new();

    public void Has(Person person, string? email) => People[person.Id] = new DirectoryAnswer.Known(person, email, Member: true);

    public Task<DirectoryAnswer> FindAsync(PersonId person, IReadOnlyList<ConversationReference> where, CancellationToken cancellation)
    {
        Asked.Enqueue(person);
        Places.Enqueue([.. where.Select(place => place.ConversationId)]);
        return Task.FromResult(People.GetValueOrDefault(person) ?? new DirectoryAnswer.NotSaid());
    }

    public Task<DirectoryAnswer> FindAsync(Mention mention, ConversationReference where, CancellationToken cancellation) =>
        Task.FromResult(Mentioned.GetValueOrDefault(mention.UserId) ?? new DirectoryAnswer.Nobody());
}
