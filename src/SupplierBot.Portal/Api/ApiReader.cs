using SupplierBot.Chat;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Portal.Api;

/// <summary>
/// Reads what the interface answers with. What can still be undone reads as it was before, as it does for everybody in chat.
/// </summary>
internal sealed class ApiReader(
    CaseStore cases,
    RegisterReader register,
    UndoStore undos,
    SupplierNameLoader names,
    ChatSettings settings,
    TimeProvider time
)
{
    public DateOnly Today => settings.Calendar.Today(time.GetUtcNow());

    /// <param name="after">The number of the last line of the page before; empty for the first page.</param>
    public async Task<ApiSuppliers> SuppliersAsync(RegisterFilter filter, string after, int take, CancellationToken cancellation)
    {
        var (entries, next) = await register.AfterAsync(filter, after, take, Today, cancellation);
        return new(Shown(entries), next);
    }

    public IReadOnlyList<ApiSupplier> Shown(IReadOnlyList<RegisterEntry> entries) =>
        [.. entries.Where(IsSent).Select(AsOfNow).Select(entry => ApiMapping.Of(entry, Today))];

    public async Task<RegisterEntry?> EntryAsync(string id, CancellationToken cancellation) =>
        await cases.EntryAsync(id, cancellation) is { } entry && IsSent(entry) ? AsOfNow(entry) : null;

    /// <summary>The case of this number, or the one behind the line of this number; null where there is none.</summary>
    public async Task<Case?> CaseAsync(string id, CancellationToken cancellation)
    {
        var caseId = id.StartsWith("SUP-", StringComparison.Ordinal) ? (await EntryAsync(id, cancellation))?.CaseId : id;
        if (caseId is null || (await cases.FindAsync(caseId, cancellation))?.Value is not { } current)
            return null;
        return await undos.FindAsync(current, cancellation) is { } pressed ? pressed.Case
            : current.NeverSent ? null
            : current;
    }

    public Task<IReadOnlyList<ChainedEvent>> EventsAsync(string caseId, CancellationToken cancellation) =>
        cases.EventsAsync(caseId, cancellation);

    public async Task<ApiAnswer> CanIUseAsync(string name, CancellationToken cancellation)
    {
        var state = await names.LoadAsync(new TurnState(), name, cancellation);
        var known = state.SameName.Where(IsSent).Select(AsOfNow).ToList();
        var answer =
            known.Count == 0 ? "unknown"
            : known.Exists(entry => entry.StatusOn(Today).MayBeUsed()) ? "yes"
            : "no";
        return new(
            name,
            answer,
            Shown(known),
            known.Count > 0 ? [] : [.. state.Found.Concat(state.SameMaker).Select(entry => entry.Supplier).Distinct()],
            [.. state.Usable.Select(one => new ApiAlternative(one.Id, one.Supplier, one.Service))]
        );
    }

    /// <summary>Nobody finds what is new by a request that can still be taken back.</summary>
    private bool IsSent(RegisterEntry entry) =>
        !entry.NeverSent && (entry.Held is not { Status: null } held || time.GetUtcNow() >= held.Until);

    private RegisterEntry AsOfNow(RegisterEntry entry) => entry.AsOf(time.GetUtcNow());
}
