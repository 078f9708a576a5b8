using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Options;

/// <summary>
/// Who holds a role, and the conversations where its reviews are posted; direct messages to the people where there are none.
/// </summary>
/// <param name="Deputies">Who decides for the role, too, as soon as a request is late.</param>
internal sealed record RoleOptions(IReadOnlyList<Person> People, IReadOnlyList<string> Places, IReadOnlyList<Person> Deputies)
{
    /// <summary>Whether there is such a role says the policy, which is read later: <see cref="RoleFaults"/>.</summary>
    public static IReadOnlyDictionary<string, RoleOptions> ReadAll(SettingsReader reader) =>
        reader
            .Children("Roles")
            .ToDictionary(role => role.ToLowerInvariant(), role => Read(reader, $"Roles:{role}"), StringComparer.Ordinal);

    public static IReadOnlyList<Person> ReadPeople(SettingsReader reader, string section)
    {
        var people = reader.Children(section).Select(position => ReadPerson(reader, $"{section}:{position}")).OfType<Person>().ToList();
        foreach (var twice in people.GroupBy(person => person.Id).Where(group => group.Count() > 1))
        {
            reader.Fault(section, $"names `{twice.Key}` more than once.", "Remove the repetition: one person counts once.");
        }
        return people;
    }

    private static RoleOptions Read(SettingsReader reader, string section)
    {
        var read = new RoleOptions(
            ReadPeople(reader, $"{section}:People"),
            reader.Values($"{section}:Places", [], text => new Parsed<string>(text)),
            ReadPeople(reader, $"{section}:Deputies")
        );
        foreach (var both in read.Deputies.Where(deputy => read.People.Any(person => person.Id == deputy.Id)))
        {
            reader.Fault(
                $"{section}:Deputies",
                $"names `{both.Id}`, who holds the role anyway.",
                "Remove the repetition: a deputy decides only when a request is late."
            );
        }
        return read;
    }

    private static Person? ReadPerson(SettingsReader reader, string section)
    {
        var id = reader.Required($"{section}:Id", PersonIds.Parse);
        var name = reader.Required($"{section}:Name", text => new Parsed<string>(text));
        return id is { } found && name is not null ? new Person(found, name) : null;
    }
}
