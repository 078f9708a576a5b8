using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Imports;

/// <summary>Reads what a file is compared with: the whole register, and everybody who may be an owner in it.</summary>
public sealed class ImportPlanner(ITable table, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Nothing is written. Null where no sheet has a header.</summary>
    public async Task<ImportPlan?> PlanAsync(SheetFile.Read file, ImportChoices choices, Context context, CancellationToken cancellation)
    {
        var (people, records) = await PeopleAsync(cancellation);
        var known = context with { People = people, PersonRecords = records };
        return ImportPlan.Of(file.Sheets, choices, await RegisterAsync(cancellation), "", known);
    }

    /// <summary>For who imports without a turn: the time, the roles as they are now, and the words.</summary>
    public async Task<Context> ContextAsync(Wording wording, DateTimeOffset now, CancellationToken cancellation)
    {
        var assignments = (await RoleAssignmentStore.ReadAsync(table, settings, cancellation))?.Value ?? RoleAssignments.Empty;
        var roles = RoleDirectory.Of(settings.Roles, settings.Places, assignments, settings.Calendar.Today(now)).Roles;
        return new(now, settings.Calendar, roles, wording, settings.OrganisationName);
    }

    private async Task<IReadOnlyList<RegisterEntry>> RegisterAsync(CancellationToken cancellation)
    {
        var entries = new List<RegisterEntry>();
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
            entries.Add(Rows.Read(row, StoredJson.Default.RegisterEntry));
        return entries;
    }

    private async Task<(IReadOnlyList<Person> People, IReadOnlyDictionary<PersonId, PersonRecord> Records)> PeopleAsync(
        CancellationToken cancellation
    )
    {
        var (people, records) = (new List<Person>(), new Dictionary<PersonId, PersonRecord>());
        await foreach (var row in table.PrefixAsync(Keys.Conversations(settings.OrganisationId), Keys.PersonPrefix, cancellation))
        {
            if (
                Rows.Read(row, StoredJson.Default.StoredConversation) is not { Person: { } person } stored
                || records.ContainsKey(person.Id)
            )
                continue;
            people.Add(person);
            records[person.Id] = new(stored.FirstSeen, stored.FormerNames ?? []);
        }
        return (people, records);
    }
}
