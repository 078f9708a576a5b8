using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads what a command lists: the rows down to the page that is shown, and one page ahead, so that "and 7 more" can be said. Seven parts:
/// each kind of row has one.
/// </summary>
public sealed class ListLoader(
    CaseStore cases,
    CaseQueue queue,
    RegisterSearch register,
    SupplierNameLoader names,
    RoleAssignmentStore assignmentStore,
    TimeProvider time,
    DamagedRows? damaged = null
)
{
    private const int Most = 200;
    private const int MostAlike = 40;
    private const int Ahead = 2 * CaseLists.PageLength;

    public async Task<TurnState> PageAsync(TurnState state, Request request, Actor actor, CancellationToken cancellation) =>
        request switch
        {
            Request.CanIUse(var name) => await names.LoadAsync(state, name, cancellation),
            Request.SearchRegister(var text, var from) => await register.FindAsync(text, from, Ahead, Most, cancellation)
                is var (page, ends)
                ? state with
                {
                    Found = page,
                    Ends = ends,
                }
                : state,
            Request.ShowPending when !(await assignmentStore.RecentAsync(cancellation)).Roles.ReadsEverything(actor.Id) => state,
            Request.ShowPending(var from) => Listed(state, await WaitingAsync(actor.Id, Until(from), cancellation), from),
            Request.ShowMine(var from) => Listed(state, await cases.OfAsync(actor.Id, Until(from), cancellation), from),
            _ => state,
        };

    /// <summary>For the first words to somebody who decides; nothing for everybody else.</summary>
    public async Task<TurnState> WaitingForAsync(TurnState state, Actor actor, CancellationToken cancellation) =>
        (await assignmentStore.RecentAsync(cancellation)).Roles.Decides(actor.Id)
            ? state with
            {
                Pending = await queue.FirstAsync(time.GetUtcNow(), actor.Id, Context.MostInQueue + 1, cancellation),
            }
            : state;

    /// <summary>Decisions first, then what waits beside them.</summary>
    private async Task<IReadOnlyList<CaseLine>> WaitingAsync(PersonId person, int take, CancellationToken cancellation)
    {
        var open = await queue.FirstAsync(time.GetUtcNow(), person, take, cancellation);
        return open.Count == take ? open : [.. open, .. await queue.AgreementsAsync(person, take - open.Count, cancellation)];
    }

    /// <summary>What fits what was typed so far; every line of the register, by name, before anything was.</summary>
    public async Task<TurnState> SearchAsync(TurnState state, Request.BrowseRegister searched, CancellationToken cancellation) =>
        searched.Text.Length > SupplierNames.Longest
            ? state
            : state with
            {
                Found = await register.SearchAsync(searched.Text, searched.Skip, searched.Take, Most, cancellation),
            };

    /// <summary>A person's own cases, whichever page: among them are those that can be taken back.</summary>
    public async Task<TurnState> OwnAsync(TurnState state, Actor actor, CancellationToken cancellation) =>
        state with
        {
            Cases = await cases.OfAsync(actor.Id, Most, cancellation),
        };

    /// <summary>Entries that are, or may be, the same supplier, and who is asking for one of them already.</summary>
    public async Task<TurnState> SameSupplierAsync(TurnState state, string name, string website, CancellationToken cancellation)
    {
        var alike = await register.AlikeAsync(name, website, MostAlike, cancellation);
        var pending = new List<CaseLine>();
        foreach (var entry in alike.Where(entry => entry.Status == EntryStatus.Proposed && entry.CaseId != state.Draft?.EditsCase))
        {
            if (await damaged.OrNothingAsync(cases.FindAsync(entry.CaseId, cancellation)) is { Value: { IsOpen: true } open })
                pending.Add(CaseLine.Of(open, (await assignmentStore.RecentAsync(cancellation)).Roles));
        }
        var same = alike.ToLookup(entry => EntryNames.All(entry).Any(own => SupplierNames.Same(own, name)));
        return state with { SameName = [.. same[true]], Alike = [.. same[false]], Pending = pending };
    }

    /// <summary>Suppliers that a message names: for sure in <c>SameName</c>, as a guess in <c>Found</c>.</summary>
    public async Task<TurnState> MentionedAsync(TurnState state, string message, CancellationToken cancellation)
    {
        var (entries, sure) = await names.MentionedAsync(message, cancellation);
        return state with { SameName = sure ? entries : [], Found = sure ? [] : entries };
    }

    /// <summary>The entries that somebody chooses from.</summary>
    public async Task<TurnState> OfferedAsync(TurnState state, IEnumerable<string> ids, CancellationToken cancellation) =>
        state with
        {
            Found = await register.EntriesAsync(ids, cancellation),
        };

    /// <summary>What the register knows of those whom a page names as standing behind the supplier.</summary>
    public async Task<TurnState> WithRegisteredAsync(TurnState state, CardPress press, CancellationToken cancellation) =>
        press.Value(Dependencies.ProvidersQuestion) is { Length: > 0 } typed
            ? state with
            {
                Registered = await names.RegisteredAsync(typed[..Math.Min(typed.Length, PageReading.MostKept)], cancellation),
            }
            : state;

    /// <summary>
    /// Entries of the name; of the other reading of it where only that is on the register; and names a slip of the keyboard away.
    /// </summary>
    public async Task<TurnState> SameSupplierAsync(TurnState state, Request.StartDraft named, CancellationToken cancellation)
    {
        var same =
            named.Or.Length > 0 && await SameSupplierAsync(state, named.Or, "", cancellation) is { SameName.Count: > 0 } other
                ? other
                : await SameSupplierAsync(state, named.Name, "", cancellation);
        return same is { SameName.Count: 0, Alike.Count: 0 } ? same with { Found = await names.LikeAsync(named.Name, cancellation) } : same;
    }

    private static int Until(int from) => (int)Math.Min((long)from + Ahead + 1, Most);

    private static TurnState Listed(TurnState state, IReadOnlyList<CaseLine> lines, int from) =>
        lines.Count < Until(from)
            ? state with
            {
                Cases = lines,
            }
            : state with
            {
                Cases = [.. lines.SkipLast(1)],
                Ends = new(0, 0, GoesOn: true),
            };
}
