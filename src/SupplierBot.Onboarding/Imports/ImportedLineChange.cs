using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// Something about an entry that no case stands behind: who looks after it, or which other entry answers for it. Its events are in the
/// chain of imports, as it is there that it comes from.
/// </summary>
public sealed record ImportedLineChange(RegisterEntry Before, RegisterEntry After, AuditEvent Event)
{
    /// <summary>The detail that says which entry an event is about.</summary>
    public const string Entry = "entry";

    internal static Outcome Owner(RegisterEntry entry, Person to, Actor actor, Context context) =>
        Of(
            entry,
            LegacyEntry.Of(entry.Id, entry.Imported!, context.Now, to),
            new(AuditEventKind.OwnerChanged, actor.Id, context.Now, [new(Entry, entry.Id), new("person", to.Id.Value)])
        );

    /// <param name="kind">Merged into the other entry, or taken back from it.</param>
    internal static Outcome Merged(RegisterEntry entry, string into, AuditEventKind kind, Actor actor, Context context)
    {
        var itself = LegacyEntry.Of(entry.Id, entry.Imported!, context.Now, entry.ImportedOwner);
        var details = new List<KeyValuePair<string, string>> { new(Entry, entry.Id), new("into", into) };
        if (context.Roles.Version > 0)
            details.Add(new("roles", CaseTexts.Number(context.Roles.Version)));
        return Of(
            entry,
            LegacyEntry.Merged(itself, kind == AuditEventKind.EntryMerged ? into : null),
            new(kind, actor.Id, context.Now, details)
        ) with
        {
            ByRole = true,
        };
    }

    private static Outcome Of(RegisterEntry before, RegisterEntry after, AuditEvent auditEvent) =>
        new() { Answer = null, Line = new(before, after with { MergedEntries = before.MergedEntries }, auditEvent) };
}
