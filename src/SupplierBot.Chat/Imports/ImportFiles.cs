using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Imports;

/// <summary>A file that somebody dropped, read again for each step: nothing of an import is kept before it is one.</summary>
public sealed class ImportFiles(ImportPlanner planner, IFileStore? store = null, ISheetReader? reader = null)
{
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".csv"];

    /// <summary>Whether it may be a register, by its name.</summary>
    public bool MayRead(string name) =>
        store is not null && reader is not null && Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the file isn't there any more, or isn't this person's.</summary>
    public async Task<ReadImport?> ReadAsync(
        string key,
        PersonId by,
        ImportChoices choices,
        Context context,
        CancellationToken cancellation
    )
    {
        if (
            store is null
            || reader is null
            || await store.FindAsync(key, cancellation) is not { File: var file, By: var giver }
            || giver != by
        )
            return null;
        await using var content = await store.OpenAsync(key, cancellation);
        if (content is null)
            return null;
        // Some seconds of work for a large file: not on the thread that other turns wait for.
        var read = await Task.Run(() => reader.Read(content, cancellation), cancellation);
        var plan = read is SheetFile.Read sheets ? await planner.PlanAsync(sheets, choices, context, cancellation) : null;
        return new(new(key, file.Name, file.Sha256), read, plan);
    }
}

/// <param name="Plan">Null where the file is refused, or no sheet has a header.</param>
public sealed record ReadImport(ImportSource File, SheetFile Read, ImportPlan? Plan);
