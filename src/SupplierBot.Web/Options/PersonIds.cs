using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Options;

/// <summary>Person ids as people write them in the configuration.</summary>
internal static class PersonIds
{
    /// <summary>Object ids are compared as text everywhere, so they are brought to one form here: lower case, with hyphens.</summary>
    public static Parsed<PersonId?> Parse(string text) =>
        text.Split(':') switch
        {
            ["teams", var id] when Guid.TryParse(id, out var person) => new(new PersonId($"teams:{person:D}")),
            ["slack", { Length: > 0 }, { Length: > 0 }] => new(new PersonId(text)),
            _ => new("is not a person id.", "Write teams:{object id} or slack:{team id}:{user id}."),
        };
}
