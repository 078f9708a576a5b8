using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>Somebody who wrote to the bot.</summary>
/// <param name="UserId">The platform's own id of them, which a mention bears; null where none is known.</param>
public sealed record KnownPerson(Person Person, string Channel, string? UserId, PersonRecord Record)
{
    internal static IReadOnlyDictionary<PersonId, PersonRecord> Records(IReadOnlyList<KnownPerson> people) =>
        people.DistinctBy(known => known.Person.Id).ToDictionary(known => known.Person.Id, known => known.Record);
}
